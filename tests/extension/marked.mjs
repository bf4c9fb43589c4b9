/* marked.mjs: which words a page's marks stand under, as the page's own scripts can see it. */

import assert from "node:assert/strict";

/** @typedef {import("puppeteer-core").Page | import("puppeteer-core").Frame} Page */

/** The marked words, one string a mark's piece, of the page's top document. @param {Page} page @returns {Promise<string[]>} */
export function marked(page) {
    return page.evaluate(() =>
        [...CSS.highlights.values()]
            .filter(({ priority }) => priority === 0)
            .flatMap((each) => [...each])
            .map(({ startContainer: node, startOffset, endOffset }) =>
                /** @type {Text} */ (node).data.slice(startOffset, endOffset),
            ),
    );
}

/** Waits until the marks hold the words, or do not any more. @param {Page} page @param {string} words @param {boolean} [are] */
export async function marksHold(page, words, are = true) {
    const until = Date.now() + 15_000;
    for (;;) {
        const texts = await marked(page);
        if (texts.some((text) => text.includes(words)) === are) return texts;
        if (Date.now() > until) assert.fail(`${are ? "no mark holds" : "a mark still holds"} “${words}”: ${texts}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}
