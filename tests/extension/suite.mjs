/* suite.mjs: what nearly every suite here begins and ends with: a browser with the extension, and a site for it to read.
 * Knows the test runner; the browser and the pages are the suite's. */
import { after, afterEach, before } from "node:test";

import { servePages } from "./harness.mjs";

/** @typedef {Awaited<ReturnType<typeof servePages>>} Site */

/** @typedef {{closePages(): Promise<unknown>, close(): Promise<unknown>}} Closable */

/**
 * Starts both before the suite's tests and hands them over, closes the pages after each, and both at the end.
 * @template {{start(): Promise<Closable>}} Browser
 * @param {Browser} browser
 * @param {Parameters<typeof servePages>[0]} pages
 * @param {(reader: Awaited<ReturnType<Browser["start"]>>, site: Site) => void} take
 */
export function withSite(browser, pages, take) {
    /** @type {Closable} */
    let reader;
    /** @type {Site} */
    let site;

    before(async () => {
        [reader, site] = await Promise.all([browser.start(), servePages(pages)]);
        take(/** @type {Awaited<ReturnType<Browser["start"]>>} */ (reader), site);
    });
    afterEach(() => reader.closePages());
    after(async () => {
        await reader.close();
        await site.close();
    });
}
