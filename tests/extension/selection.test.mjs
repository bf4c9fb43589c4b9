/* selection.test.mjs: what the user selects is checked, in Chromium and in Firefox, whatever the page is: whole blocks, in
 * shadow trees too, and nothing else until the page is checked again. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { FirefoxReader } from "./firefox.mjs";
import { Reader } from "./harness.mjs";
import { said } from "./live-pages.mjs";
import { marked, marksHold } from "./marked.mjs";
import { withSite } from "./suite.mjs";

/** @typedef {import("./suite.mjs").Site} Site */
/** @typedef {import("puppeteer-core").Page} Page */

const LINKS = Array.from({ length: 20 }, (_, index) => `<li><a href="/${index}">Story ${index} of Halden</a></li>`);
const START = `<!doctype html><html lang="en"><title>Start page</title><nav><ul>${LINKS.join("")}</ul></nav>
    <aside class="comments"><div id="first">${said("The <i>first</i> comment")}</div>
    <div id="second">${said("The second comment")}</div><div id="third">${said("The third comment")}</div></aside>
    <div id="host"></div><p id="plain">Nobody said a word about it.</p>
    <script>
        document.querySelector("#host").attachShadow({ mode: "closed" }).innerHTML = ${JSON.stringify(said("The hidden comment"))};
    </script>`;

/**
 * Selects from words to other words, both of the page's own tree; where that is.
 * @param {Page} page @param {string} from @param {string} to
 */
function select(page, from, to) {
    return page.evaluate(
        (first, last) => {
            const find = (/** @type {string} */ words) => {
                const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                while (texts.nextNode()) {
                    const node = /** @type {Text} */ (texts.currentNode);
                    const at = node.data.indexOf(words);
                    if (at >= 0 && node.parentElement?.localName !== "script") return { node, at };
                }
                throw new Error(`the page does not say "${words}"`);
            };
            const [start, end] = [find(first), find(last)];
            start.node.parentElement?.scrollIntoView({ block: "center" });
            getSelection()?.setBaseAndExtent(start.node, start.at, end.node, end.at + last.length);
            const [rect = new DOMRect()] = getSelection()?.getRangeAt(0).getClientRects() ?? [];
            return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
        },
        from,
        to,
    );
}

for (const [name, Browser] of /** @type {const} */ ([
    ["Chromium", Reader],
    ["Firefox", FirefoxReader],
])) {
    describe(`a selection in ${name}`, () => {
        /** @type {Reader | FirefoxReader} */
        let reader;
        /** @type {Site} */
        let site;

        withSite(Browser, { "/start": { body: START } }, (...made) => ([reader, site] = made));

        async function openStart() {
            const page = await reader.open(`${site.base}/start`);
            assert.match((await reader.check(page)) ?? "", /^No article here/u);
            return page;
        }

        /** @param {Page} page @param {string} from @param {string} to */
        async function checkSelection(page, from, to) {
            await reader.menu("check-selection", page, await select(page, from, to));
        }

        /** What the popup says of it. @param {Page} page @param {RegExp} wanted */
        async function popupSays(page, wanted) {
            assert.match((await reader.check(page)) ?? "", wanted);
        }

        /** @param {Page} page @param {string} words */
        async function badgeSays(page, words) {
            const until = Date.now() + 15_000;
            while ((await reader.badge(page))?.text !== words) assert.ok(Date.now() < until, `the badge says ${words}`);
        }

        test("is checked in whole blocks where the page is no article, and the popup says so", async () => {
            const page = await openStart();
            await checkSelection(page, "omment", "comment");
            await marksHold(page, "first");
            assert.ok(!(await marked(page)).some((text) => /second|third|hidden/u.test(text)));
            await badgeSays(page, "1");
            await popupSays(page, /^1 (?:alert|notice).*Only the selection was checked\. Check the whole page/su);
        });

        test("says that nothing was found in it", async () => {
            const page = await openStart();
            await checkSelection(page, "Nobody said", "a word");
            await badgeSays(page, "0");
            await popupSays(page, /^Checked: nothing found.*in what you selected.*Only the selection was checked/su);
            assert.deepEqual(await marked(page), []);
        });

        test("is checked in a closed shadow tree", async () => {
            const page = await openStart();
            const point = await page.$eval("#host", (host) => {
                host.scrollIntoView({ block: "center", behavior: "instant" });
                const { x, y } = host.getBoundingClientRect();
                return { x: x + 60, y: y + 25 };
            });
            await page.mouse.click(point.x, point.y, { count: 3 });
            await reader.menu("check-selection", page, point);
            await marksHold(page, "The hidden comment");
            assert.ok(!(await marked(page)).some((text) => /first|second|third/u.test(text)));
        });

        test("is kept to while the page changes, until the page is checked", async () => {
            const page = await openStart();
            await checkSelection(page, "The second", "third");
            await marksHold(page, "The second comment");
            await marksHold(page, "The third comment");
            await page.evaluate(
                (html) => {
                    getSelection()?.removeAllRanges();
                    document.querySelector("#second")?.insertAdjacentHTML("beforeend", html[0] ?? "");
                    const second = /** @type {Text} */ (document.querySelector("#second p")?.firstChild);
                    second.data = second.data.replace("The second", "The changed second");
                    document.querySelector("#plain")?.insertAdjacentHTML("afterend", html[1] ?? "");
                },
                [said("The inner comment"), said("The late comment")],
            );
            await marksHold(page, "The changed second comment");
            assert.ok(!(await marked(page)).some((text) => /first|late|hidden/u.test(text)));
            await popupSays(page, /^2 notices.*Only the selection/su);
        });
    });
}

describe("a selection in Chromium's popup", () => {
    /** @type {Reader} */
    let reader;
    /** @type {Site} */
    let site;

    withSite(Reader, { "/start": { body: START } }, (...made) => ([reader, site] = made));

    test("gives way to the whole page at a press", async () => {
        const page = await reader.open(`${site.base}/start`);
        await reader.check(page);
        await select(page, "The second", "second");
        await reader.menu("check-selection", page);
        await marksHold(page, "The second comment");
        const popup = await reader.press(page);
        await popup.click("[data-key='all']");
        await popup.waitForFunction(() => document.querySelector("main h2")?.textContent === "No article here");
        await marksHold(page, "The second comment", false);
        await popup.close();
    });
});
