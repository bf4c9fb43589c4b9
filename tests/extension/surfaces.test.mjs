/* surfaces.test.mjs: what stands outside the page: the badge, the popup, the panel; and pages where nothing happens. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Reader, cardIs, cardOf, markSizes, picture } from "./harness.mjs";
import { PAGES } from "./pages.mjs";
import { withSite } from "./suite.mjs";

/** @typedef {import("./suite.mjs").Site} Site */

/** @type {Reader} */
let reader;
/** @type {Site} */
let site;

withSite(Reader, PAGES, (...made) => ([reader, site] = made));

describe("the badge", () => {
    test("counts alerts and notices, and says in words which", async () => {
        const page = await reader.open(`${site.base}/article`);
        const popup = await reader.press(page);
        const levels = await popup.$$eval(".level", (all) => all.map((each) => each.textContent));
        await popup.close();
        const badge = await reader.badge(page);
        const counted = levels.filter((level) => level !== "Info").length;
        assert.equal(badge?.text, String(counted));
        assert.match(badge?.title ?? "", /^Mouthpiece: \d/u);
        for (const [level, word] of /** @type {const} */ ([
            ["Alert", "alert"],
            ["Notice", "notice"],
            ["Info", "for information"],
        ])) {
            const count = levels.filter((each) => each === level).length;
            assert.equal(badge?.title.includes(`${count} ${word}`), count > 0, level);
        }
    });

    test("goes when the page goes", async () => {
        const page = await reader.open(`${site.base}/article`);
        await reader.check(page);
        await page.goto(`${site.base}/clean`);
        const panel = await reader.extensionPage();
        const texts = await panel.evaluate(async () => {
            const tabs = await chrome.tabs.query({});
            return Promise.all(tabs.map(({ id: tabId }) => chrome.action.getBadgeText({ tabId })));
        });
        assert.deepEqual([...new Set(texts)], [""]);
    });
});

describe("the popup", () => {
    test("lists the findings in page order with level, quote, speaker and maker", async () => {
        const page = await reader.open(`${site.base}/article`);
        const popup = await reader.press(page);
        const quotes = await popup.$$eval(".quote", (all) => all.map((each) => each.textContent ?? ""));
        const plain = (/** @type {string} */ text) => text.replace(/\s+/gu, "");
        const body = plain(await page.evaluate(() => document.body.textContent ?? ""));
        const places = quotes.map((quote) => body.indexOf(plain(quote.slice(1, -1))));
        assert.ok(quotes.length >= 4);
        assert.ok(
            places.every((place) => place >= 0),
            "every quote is in the page, letter for letter",
        );
        assert.deepEqual(
            places,
            [...places].sort((one, other) => one - other),
        );
        const speakers = await popup.$$eval(".speaker", (all) => all.map((each) => each.textContent ?? ""));
        assert.ok(speakers.some((speaker) => speaker === "Grok, a language model by xAI"));
        await picture(popup, "popup-light");
        await popup.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
        await picture(popup, "popup-dark");
        await popup.close();
    });

    test("leads to a mark and opens its card", async () => {
        const page = await reader.open(`${site.base}/article`);
        const popup = await reader.press(page);
        const quote = await popup.$eval("li:nth-child(2) .quote", (each) => each.textContent);
        await popup.click("li:nth-child(2) button");
        await cardIs(page, true);
        assert.ok((await cardOf(page))?.text.includes(/** @type {string} */ (quote)));
    });

    test("keeps the result of a page that was checked, also when the background stops", async () => {
        const page = await reader.open(`${site.base}/article`);
        const first = await reader.check(page);
        await reader.stopWorker();
        assert.equal(await reader.check(page), first);
    });

    for (const [path, words] of /** @type {const} */ ([
        ["/clean", "Checked: nothing found"],
        ["/start", "No article here"],
        ["/news/fremd-und-kein-englisch", "Not in a language that it reads"],
        ["/note.txt", "Cannot run here"],
    ])) {
        test(`says "${words}" over ${path}`, async () => {
            const page = await reader.open(site.base + path);
            assert.ok((await reader.check(page))?.startsWith(words));
        });
    }

    test("counts nothing where it could not read", async () => {
        const page = await reader.open(`${site.base}/news/fremd-und-kein-englisch`);
        await reader.check(page);
        assert.equal((await reader.badge(page))?.text, "");
    });

    test("says where extensions are not allowed", async () => {
        const page = await reader.open("chrome://version/");
        assert.ok((await reader.check(page))?.startsWith("Not allowed here"));
    });
});

describe("the panel", () => {
    test("asks anew when a result of the tab in front is kept, not for whatever else is", async () => {
        const panel = await reader.extensionPage();
        await panel.waitForSelector("main[aria-busy='false']");
        const asked = await panel.evaluate(async () => {
            let count = 0;
            const { runtime, storage, tabs } = chrome;
            const send = runtime.sendMessage;
            /** @type {any} */ (runtime).sendMessage = (/** @type {any} */ message) => {
                count++;
                return /** @type {any} */ (send).call(runtime, message);
            };
            const id = (await tabs.getCurrent())?.id ?? 0;
            const counts = [];
            for (const key of ["draft", `tab:${id + 1000}`, `tab:${id}1:5`, `tab:${id}:5`]) {
                await storage.session.set({ [key]: {} });
                await storage.session.remove(key);
                await new Promise((resolve) => setTimeout(resolve, 200));
                counts.push(count > 0);
            }
            return counts;
        });
        assert.deepEqual(asked, [false, false, false, true]);
    });
});

describe("a page without a candidate", () => {
    test("is left alone: no style, no mark, no change, and the core is not loaded", async () => {
        const page = await reader.open(`${site.base}/clean`);
        const html = await page.evaluate(() => document.documentElement.outerHTML);
        await reader.check(page);
        assert.deepEqual(await markSizes(page), []);
        const seen = await page.evaluate(() => ({
            html: document.documentElement.outerHTML,
            sheets: document.adoptedStyleSheets.length,
            highlights: CSS.highlights.size,
        }));
        assert.deepEqual(seen, { html, sheets: 0, highlights: 0 });
    });
});

describe("the panel", () => {
    test("asks for the user's click before it reads a page", async () => {
        const panel = await reader.extensionPage();
        await panel.waitForSelector("main[aria-busy='false']");
        assert.match((await panel.$eval("main", (main) => main.textContent)) ?? "", /^Not checked yet/u);
    });
});

describe("the network", () => {
    test("is closed to the extension's pages and background by the browser", async () => {
        const attempt = (/** @type {string} */ address) =>
            fetch(address).then(
                () => "reached",
                () => "blocked",
            );
        const panel = await reader.extensionPage();
        const worker = await reader.worker();
        assert.equal(await panel.evaluate(attempt, `${site.base}/reached-from-panel`), "blocked");
        assert.equal(await worker.evaluate(attempt, `${site.base}/reached-from-worker`), "blocked");
        assert.deepEqual(
            site.requests.filter((path) => path.startsWith("/reached")),
            [],
        );
    });
});
