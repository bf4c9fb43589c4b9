/* hostile.test.mjs: a page that attacks neither breaks the extension nor fools it. What the user sees is asked, by pictures
 * and by the popup, since such a page's scripts cannot be asked. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { FirefoxReader } from "./firefox.mjs";
import { Reader, blend, picture, pixelsOf, pointOn } from "./harness.mjs";
import { LIVE_PAGES, said } from "./live-pages.mjs";
import { marked, marksHold } from "./marked.mjs";
import { PAGES } from "./pages.mjs";
import { withSite } from "./suite.mjs";

/** @typedef {import("./suite.mjs").Site} Site */

/** @typedef {import("puppeteer-core").Page} Page */

const NOTICE = blend([250, 214, 84], 0.34, [255, 255, 255]);
const ALERT = blend([255, 166, 77], 0.36, [255, 255, 255]);

/** How much of a picture is marked. @param {Page} page @param {string} name */
async function paintedIn(page, name) {
    const image = await picture(page, name);
    return pixelsOf(image, NOTICE) + pixelsOf(image, ALERT);
}

/** Waits until a card is open, or none is. @param {Page} page @param {boolean} isOpen */
async function cardBecomes(page, isOpen) {
    const until = Date.now() + 5000;
    for (;;) {
        const last = await page.evaluate("document.querySelector('html').lastElementChild.localName");
        if ((last === "div") === isOpen) return;
        assert.ok(Date.now() < until, isOpen ? "a card opens" : "the card closes");
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}

for (const [name, Browser] of /** @type {const} */ ([
    ["Chromium", Reader],
    ["Firefox", FirefoxReader],
])) {
    describe(`a page that attacks, in ${name}`, () => {
        /** @type {Reader | FirefoxReader} */
        let reader;
        /** @type {Site} */
        let site;

        withSite(Browser, { ...PAGES, ...LIVE_PAGES }, (...made) => ([reader, site] = made));

        async function openLive() {
            const page = await reader.open(`${site.base}/live`);
            await reader.check(page);
            await marksHold(page, "The first entry");
            return page;
        }

        test("by shadowing prototypes, names and the extension's interface", async () => {
            const page = await reader.open(`${site.base}/hostile`);
            const { x, y } = await pointOn(page, "deeply regret");
            await page.evaluate("attack()");
            assert.match((await reader.check(page)) ?? "", /The first entry is mine/u);
            assert.ok((await paintedIn(page, `${name}-hostile`)) > 500);
            await page.mouse.click(x, y);
            await cardBecomes(page, true);
        });

        test("by taking the marks away, in each way there is", async () => {
            const page = await openLive();
            const whole = await marked(page);
            for (const attack of [
                () => CSS.highlights.clear(),
                () => [...CSS.highlights.values()].forEach((each) => each.clear()),
                () => void (document.adoptedStyleSheets = []),
                () =>
                    void [...CSS.highlights.values()][0]?.add(
                        new StaticRange({
                            startContainer: document.body,
                            startOffset: 0,
                            endContainer: document.body,
                            endOffset: 1,
                        }),
                    ),
            ]) {
                await page.evaluate(attack);
                await page.evaluate(() => document.body.append(document.createElement("i")));
                await page.evaluate(
                    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
                );
                assert.deepEqual(await marked(page), whole);
                assert.ok((await paintedIn(page, `${name}-restored`)) > 500);
            }
        });

        test("by changing without end", async () => {
            const page = await openLive();
            await page.evaluate(() => {
                const place = document.body.appendChild(document.createElement("div"));
                let count = 0;
                const flood = () => {
                    for (let each = 0; each < 2000; each++)
                        place.textContent = `The bridge of Halden, told ${count++} times`;
                };
                Object.assign(globalThis, { flooding: setInterval(flood, 20) });
            });
            await page.evaluate((html) => /** @type {any} */ (globalThis).add(html), said("The entry in the flood"));
            await marksHold(page, "The entry in the flood");
            await marksHold(page, "The first entry");
            await page.evaluate("clearInterval(flooding)");
        });

        test("by clicks, keys and messages that no user gave", async () => {
            const page = await openLive();
            const { x, y } = await pointOn(page, "deeply regret");
            await page.evaluate(
                (point) => {
                    const target = document.elementFromPoint(point.x, point.y);
                    target?.dispatchEvent(
                        new MouseEvent("click", { bubbles: true, composed: true, clientX: point.x, clientY: point.y }),
                    );
                    for (const type of ["show", "step", "recheck", "look"]) postMessage({ type, index: 0, by: 1 }, "*");
                    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
                },
                { x, y },
            );
            await new Promise((resolve) => setTimeout(resolve, 500));
            await cardBecomes(page, false);
            await page.mouse.click(x, y);
            await cardBecomes(page, true);
        });

        test("by removing the card, which opens again", async () => {
            const page = await openLive();
            const { x, y } = await pointOn(page, "deeply regret");
            await page.mouse.click(x, y);
            await cardBecomes(page, true);
            await page.evaluate(() => document.documentElement.lastElementChild?.remove());
            await page.mouse.click(x, y);
            await cardBecomes(page, true);
        });
    });
}
