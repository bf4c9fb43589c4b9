/* page.test.mjs: what happens on pages, in Chromium and in Firefox: marks on every kind of page, that follow its changes,
 * and that neither harm the page nor are fooled by it. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { FirefoxReader } from "./firefox.mjs";
import { Reader, blend, picture, pixelsOf, servePages } from "./harness.mjs";
import { LIVE_PAGES, said } from "./live-pages.mjs";
import { marked, marksHold } from "./marked.mjs";
import { PAGES } from "./pages.mjs";
import { withSite } from "./suite.mjs";

/** @typedef {import("./suite.mjs").Site} Site */

/** @typedef {import("puppeteer-core").Page} Page */

const ALERT = blend([255, 166, 77], 0.36, [255, 255, 255]);
const NOTICE = blend([250, 214, 84], 0.34, [255, 255, 255]);

/** Calls what a page's own script has defined. @param {Page} page @param {string} call */
const run = (page, call) => page.evaluate(call);

for (const [name, Browser] of /** @type {const} */ ([
    ["Chromium", Reader],
    ["Firefox", FirefoxReader],
])) {
    describe(`a page that ${name} shows when the extension goes`, () => {
        /** @type {Reader | FirefoxReader} */
        let reader;
        /** @type {Site} */
        let site;

        withSite(Browser, PAGES, (...made) => ([reader, site] = made));

        test("has no mark any more", async () => {
            const page = await reader.open(`${site.base}/article`);
            await reader.check(page);
            await marksHold(page, "regret the harm");
            assert.ok(pixelsOf(await picture(page, `${name}-before-removal`), ALERT) > 500);
            await reader.removeExtension();
            await page.mouse.click(5, 5);
            await page.evaluate(
                () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
            );
            assert.equal(pixelsOf(await picture(page, `${name}-after-removal`), ALERT), 0);
        });
    });

    if (name === "Chromium")
        test("a page is painted also where the browser does not take the marks' rules", async () => {
            const reader = await Reader.start();
            const site = await servePages(PAGES);
            const worker = await reader.worker();
            await worker.evaluate(() => {
                chrome.scripting.insertCSS = () => Promise.reject(new Error("not in here"));
            });
            const page = await reader.open(`${site.base}/article`);
            await reader.check(page);
            await marksHold(page, "regret the harm");
            await page.waitForFunction(() => document.adoptedStyleSheets.length === 1);
            assert.ok(pixelsOf(await picture(page, `${name}-own-rules`), ALERT) > 500);
            await Promise.all([reader.close(), site.close()]);
        });

    describe(`a page in ${name}`, () => {
        /** @type {Reader | FirefoxReader} */
        let reader;
        /** @type {Site} */
        let site;

        withSite(Browser, { ...PAGES, ...LIVE_PAGES }, (...made) => ([reader, site] = made));

        /** @param {Page} page @param {string} text */
        async function badgeSays(page, text) {
            const until = Date.now() + 15_000;
            while ((await reader.badge(page))?.text !== text) assert.ok(Date.now() < until, `the badge says ${text}`);
        }

        for (const path of ["/article", "/strict"])
            test(`is marked, and not touched: ${path}`, async () => {
                const page = await reader.open(site.base + path);
                const html = await page.evaluate(() => document.documentElement.outerHTML);
                assert.equal(pixelsOf(await picture(page, `${name}${path.replace("/", "-")}-before`), ALERT), 0);
                await reader.check(page);
                await marksHold(page, "regret the harm");
                assert.ok(pixelsOf(await picture(page, `${name}${path.replace("/", "-")}-marked`), ALERT) > 500);
                assert.equal(await page.evaluate(() => document.documentElement.outerHTML), html);
                assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
            });

        test("is left alone where nothing could be found", async () => {
            const page = await reader.open(`${site.base}/plain`);
            assert.match((await reader.check(page)) ?? "", /^Checked: nothing found/u);
            assert.deepEqual(
                await page.evaluate(() => [CSS.highlights.size, document.adoptedStyleSheets.length]),
                [0, 0],
            );
        });

        test("is marked when its text comes late", async () => {
            const page = await reader.open(`${site.base}/plain`);
            await reader.check(page);
            await page.evaluate((html) => {
                /** @type {HTMLElement} */ (document.querySelector("#more")).innerHTML = html;
            }, said("The late text"));
            await marksHold(page, "The late text");
            assert.notEqual((await reader.badge(page))?.text, "");
        });

        test("is marked as it goes on, and its older marks stay what they are", async () => {
            const page = await reader.open(`${site.base}/live`);
            await reader.check(page);
            await marksHold(page, "The first entry");
            for (const entry of ["second", "third", "fourth"]) {
                await page.evaluate((html) => /** @type {any} */ (globalThis).add(html), said(`The ${entry} entry`));
                await marksHold(page, `The ${entry} entry`);
            }
            assert.ok((await marked(page)).some((text) => text.includes("The first entry")));
        });

        test("keeps its marks, the very same, while what changes is of no account", async () => {
            const page = await reader.open(`${site.base}/live`);
            await reader.check(page);
            await marksHold(page, "The first entry");
            await page.evaluate(() => {
                /** @type {any} */ (globalThis).kept = [...CSS.highlights.values()].flatMap((each) => [...each]);
            });
            for (let time = 0; time < 5; time++)
                await page.evaluate((at) => {
                    document.title = `${at}`;
                    document.querySelector("#entries")?.insertAdjacentHTML("afterend", `<p>It is ${at} o'clock.</p>`);
                }, time);
            await new Promise((resolve) => setTimeout(resolve, 1000));
            const isKept = await page.evaluate(() => {
                const now = new Set([...CSS.highlights.values()].flatMap((each) => [...each]));
                return /** @type {any} */ (globalThis).kept.every((/** @type {any} */ range) => now.has(range));
            });
            assert.ok(isKept);
        });

        test("has no mark on words that took the place of others", async () => {
            const page = await reader.open(`${site.base}/live`);
            await reader.check(page);
            await marksHold(page, "The first entry");
            await page.evaluate(() => {
                const text = /** @type {Text} */ (document.querySelector("#entries p")?.firstChild);
                text.data = "Nobody said anything at all about the bridge, the ferry or the tolls of Halden today.";
            });
            await page.evaluate(
                () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
            );
            assert.deepEqual(await marked(page), []);
        });

        test("is marked again where a script writes the same words anew", async () => {
            const page = await reader.open(`${site.base}/live`);
            await reader.check(page);
            await marksHold(page, "The first entry");
            await page.evaluate(() => {
                const entry = /** @type {HTMLElement} */ (document.querySelector("#entries p"));
                entry.replaceWith(entry.cloneNode(true));
            });
            await marksHold(page, "The first entry", false);
            await marksHold(page, "The first entry");
        });

        test("is another one after it navigates without loading", async () => {
            const page = await reader.open(`${site.base}/app/first`);
            await reader.check(page);
            await marksHold(page, "The first story");
            await run(page, 'go("/app/second")');
            await marksHold(page, "The second story");
            assert.ok(!(await marked(page)).some((text) => text.includes("The first story")));
            await run(page, 'go("/app/plain")');
            await marksHold(page, "story", false);
            await page.waitForFunction(() => document.querySelector("h1")?.textContent === "A story of Halden");
            await badgeSays(page, "0");
            assert.match((await reader.check(page)) ?? "", /^Checked: nothing found/u);
            await run(page, "history.go(-2)");
            await marksHold(page, "The first story");
        });

        test("has its marks and its badge when the user comes back to it", async () => {
            const page = await reader.open(`${site.base}/article`);
            await reader.check(page);
            await marksHold(page, "regret the harm");
            await page.evaluate(() => void Object.assign(globalThis, { left: true }));
            const { text } = (await reader.badge(page)) ?? {};
            await page.goto(`${site.base}/plain`);
            await page.evaluate(() => history.back());
            await page.waitForFunction(() => location.pathname === "/article" && document.readyState === "complete");
            assert.ok(await page.evaluate(() => "left" in globalThis), "it comes out of the cache");
            await marksHold(page, "regret the harm");
            await badgeSays(page, text ?? "");
        });

        test("is read in open and closed shadow trees, also late", async () => {
            const page = await reader.open(`${site.base}/shadows`);
            await reader.check(page);
            for (const tree of ["open", "closed", "inner"]) await marksHold(page, `The ${tree} tree`);
            await run(page, "late()");
            await marksHold(page, "The late tree");
            assert.ok(pixelsOf(await picture(page, `${name}-shadows`), NOTICE) > 500);
        });

        test("is read in its frames, those of its own site, and the list holds what they say", async () => {
            const page = await reader.open(`${site.base}/frames`);
            await reader.check(page);
            const [, own, foreign] = page.frames();
            assert.ok(own !== undefined && foreign !== undefined);
            await marksHold(own, "The first entry");
            await badgeSays(page, "1");
            assert.match((await reader.check(page)) ?? "", /The first entry is mine/u);
            await own.evaluate((html) => /** @type {any} */ (globalThis).add(html), said("The second entry"));
            await marksHold(own, "The second entry");
            assert.deepEqual(await marked(foreign), []);
            assert.deepEqual(await marked(page), []);
        });

        test("made by React is taken over and written anew without a fault", async () => {
            const page = await reader.open(`${site.base}/react`);
            /** @type {string[]} */
            const complaints = [];
            page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
            await reader.check(page);
            await marksHold(page, "Edition 1");
            await run(page, "void hydrate()");
            await page.waitForFunction(() =>
                Object.keys(document.querySelector("#root button") ?? {}).some((key) => key.startsWith("__reactProps")),
            );
            await marksHold(page, "Edition 1");
            await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#root button")).click());
            await marksHold(page, "Edition 2");
            assert.ok(!(await marked(page)).some((text) => text.includes("Edition 1")));
            assert.deepEqual(await run(page, "faults"), []);
            assert.deepEqual(complaints, []);
        });
    });
}
