/* samples.test.mjs: the sample pages, in the browser and through the command: two walkers, two builds of the core,
 * the same findings. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { describe, test } from "node:test";
import { BUILD, Reader, SAMPLES, cardIs, markSizes, picture } from "./harness.mjs";
import { withSite } from "./suite.mjs";

/** @typedef {import("./suite.mjs").Site} Site */

const names = (await readdir(SAMPLES)).filter((name) => name.endsWith(".html"));

/** @type {Reader} */
let reader;
/** @type {Site} */
let site;

withSite(Reader, {}, (...made) => ([reader, site] = made));

/**
 * What the command finds in a page. It exits with 1 where it finds something, so its output is what counts.
 * @param {string} name
 * @returns {Promise<{quote: string, level: string}[]>}
 */
function foundByCommand(name) {
    return new Promise((resolve, reject) => {
        const words = ["check", "--format", "json", path.join(SAMPLES, name)];
        execFile(path.join(BUILD, "mouthpiece"), words, (_error, output) => {
            try {
                resolve(JSON.parse(output).findings);
            } catch (error) {
                reject(error);
            }
        });
    });
}

const plain = (/** @type {string | null | undefined} */ text) => (text ?? "").replace(/\s+/gu, " ");

describe("a sample page", () => {
    assert.ok(names.length >= 5);
    for (const name of names) {
        test(`${name}: the extension lists and marks what the command finds`, async () => {
            const expected = await foundByCommand(name);
            const page = await reader.open(`${site.base}/${name}`);
            const popup = await reader.press(page);
            const listed = await popup.$$eval("li", (items) =>
                items.map((item) => [
                    item.querySelector(".level")?.textContent?.toLowerCase(),
                    item.querySelector(".quote")?.textContent?.slice(1, -1),
                ]),
            );
            assert.deepEqual(
                listed.map(([level, quote]) => [level, plain(quote)]),
                expected.map(({ level, quote }) => [level, plain(quote)]),
            );
            const sizes = await markSizes(page);
            assert.equal(sizes.length > 0, expected.length > 0);
            if (expected.length === 0) return;
            await popup.click("li button");
            await cardIs(page, true);
            await picture(page, `sample-${path.basename(name, ".html")}`);
        });
    }
});
