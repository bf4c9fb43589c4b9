/* extension.test.mjs: the extension as a reader meets it: the button, the marks, the card, the list. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Reader, blend, cardIs, cardOf, focusedName, markSizes, picture, pixelsOf, pointOn } from "./harness.mjs";
import { PAGES } from "./pages.mjs";
import { withSite } from "./suite.mjs";

/** @typedef {import("./suite.mjs").Site} Site */

/** @type {Reader} */
let reader;
/** @type {Site} */
let site;

withSite(Reader, PAGES, (...made) => ([reader, site] = made));

const WHITE = /** @type {[number, number, number]} */ ([255, 255, 255]);
const ALERT = blend([255, 166, 77], 0.36, WHITE);
const sum = (/** @type {number[]} */ numbers) => numbers.reduce((total, each) => total + each, 0);

/**
 * Chromium paints every highlight in the system's Highlight there, over white.
 * @param {import("puppeteer-core").Page} page
 */
async function systemMarkColor(page) {
    const color = await page.evaluate(() => {
        const probe = document.body.appendChild(document.createElement("i"));
        probe.style.cssText = "forced-color-adjust: none; background-color: Highlight";
        const { backgroundColor } = getComputedStyle(probe);
        probe.remove();
        return backgroundColor;
    });
    const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/gu) ?? []).map(Number);
    return blend([red, green, blue], alpha, WHITE);
}

/** The words that stand out while a card is open. @param {import("puppeteer-core").Page} page */
function emphasized(page) {
    return page.evaluate(() =>
        [...CSS.highlights.values()]
            .filter(({ priority }) => priority > 0)
            .flatMap((each) => [...each])
            .map(({ startContainer, startOffset, endOffset }) =>
                /** @type {Text} */ (startContainer).data.slice(startOffset, endOffset).replace(/\s+/gu, " "),
            ),
    );
}

/** Tabs on until what has the focus bears a name. @param {import("puppeteer-core").Page} page @param {RegExp} name */
async function tabTo(page, name) {
    for (let presses = 0; presses < 30; presses++) {
        await page.keyboard.press("Tab");
        const focused = await focusedName(page);
        if (name.test(focused)) return focused;
    }
    throw new Error(`nothing named ${name} takes the focus`);
}

describe("marks", () => {
    test("are painted where the words stand, in the page's sight only as ranges", async () => {
        const page = await reader.open(`${site.base}/article`);
        assert.deepEqual(await markSizes(page), []);
        assert.equal(pixelsOf(await picture(page, "article-before"), ALERT), 0);
        await reader.check(page);
        assert.ok(sum(await markSizes(page)) >= 4, "the article's quotes are marked");
        assert.ok(pixelsOf(await picture(page, "article-marked"), ALERT) > 500, "an alert's colour is on the screen");
    });

    test("leave the page's nodes and attributes as they were", async () => {
        const page = await reader.open(`${site.base}/article`);
        const html = await page.evaluate(() => document.documentElement.outerHTML);
        await page.evaluate(() => {
            const seen = /** @type {any} */ (window);
            seen.changes = 0;
            new MutationObserver((records) => (seen.changes += records.length)).observe(document, {
                attributes: true,
                characterData: true,
                childList: true,
                subtree: true,
            });
        });
        await reader.check(page);
        assert.ok(sum(await markSizes(page)) > 0);
        assert.equal(await page.evaluate(() => document.documentElement.outerHTML), html);
        assert.equal(await page.evaluate(() => /** @type {any} */ (window).changes), 0);
    });

    test("are painted on a page with the strictest policy", async () => {
        const page = await reader.open(`${site.base}/strict`);
        await reader.check(page);
        assert.ok(pixelsOf(await picture(page, "strict-marked"), ALERT) > 500);
    });

    test("suit dark pages", async () => {
        const page = await reader.open(`${site.base}/dark`);
        await reader.check(page);
        const dark = blend([251, 146, 60], 0.34, [0x15, 0x18, 0x1c]);
        assert.ok(pixelsOf(await picture(page, "dark-marked"), dark) > 500);
    });

    test("take the system's colours where the user forces them, and are not printed", async () => {
        const page = await reader.open(`${site.base}/article`);
        await reader.check(page);
        const session = await page.createCDPSession();
        await session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
        const image = await picture(page, "article-forced-colors");
        assert.equal(pixelsOf(image, ALERT), 0);
        assert.ok(pixelsOf(image, await systemMarkColor(page)) > 500, "the system's colour");
        await session.send("Emulation.setEmulatedMedia", { media: "print", features: [] });
        const printed = await picture(page, "article-print");
        assert.equal(pixelsOf(printed, ALERT), 0);
    });

    test("are found in a page whose form fields and ids shadow the browser's names", async () => {
        const page = await reader.open(`${site.base}/clobbered`);
        await reader.check(page);
        assert.ok(sum(await markSizes(page)) >= 4);
    });
});

describe("the card", () => {
    test("opens by a click on a mark, says whose words these are, and leaves nothing behind", async () => {
        const page = await reader.open(`${site.base}/article`);
        await reader.check(page);
        const html = await page.evaluate(() => document.documentElement.outerHTML);
        const { x, y } = await pointOn(page, "regret the harm");
        await page.mouse.click(x, y);
        await cardIs(page, true);
        const card = await cardOf(page);
        assert.match(card?.name ?? "", /Grok is a language model made by xAI/u);
        assert.match(card?.text ?? "", /I deeply\s+regret the harm/u);
        assert.match(card?.text ?? "", /Who can answer for it \| xAI/u);
        assert.match(card?.text ?? "", /unvetted source material/u);
        await picture(page, "article-card");
        await page.keyboard.press("Escape");
        await cardIs(page, false);
        assert.equal(await page.evaluate(() => document.documentElement.outerHTML), html);
    });

    test("shows no markup of the page, and gives its scripts no way in", async () => {
        const page = await reader.open(`${site.base}/article`);
        await reader.check(page);
        const { x, y } = await pointOn(page, "regret the harm");
        await page.mouse.click(x, y);
        await cardIs(page, true);
        const host = await page.evaluate(() => {
            const last = /** @type {HTMLElement} */ (document.documentElement.lastElementChild);
            return { tree: last.shadowRoot, children: last.childNodes.length, attributes: last.attributes.length };
        });
        assert.deepEqual(host, { tree: null, children: 0, attributes: 0 });
    });

    test("goes through all findings by the shortcut, in page order, and gives the focus back", async () => {
        const page = await reader.open(`${site.base}/article`);
        await reader.check(page);
        await page.focus("nav a");
        await reader.command("next-finding", page);
        await cardIs(page, true);
        const first = await cardOf(page);
        assert.match(first?.text ?? "", /1 of \d/u);
        await page.keyboard.press("ArrowRight");
        assert.match((await cardOf(page))?.text ?? "", /2 of \d/u);
        await reader.command("previous-finding", page);
        await page.waitForFunction(() => document.activeElement?.localName === "div");
        assert.match((await cardOf(page))?.text ?? "", /1 of \d/u);
        await page.keyboard.press("Escape");
        await cardIs(page, false);
        assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Home");
    });

    test("suits dark pages", async () => {
        const page = await reader.open(`${site.base}/dark`);
        await reader.check(page);
        const { x, y } = await pointOn(page, "I said what I said");
        await page.mouse.click(x, y);
        await cardIs(page, true);
        assert.ok(pixelsOf(await picture(page, "dark-card"), [0x1d, 0x21, 0x26]) > 20000);
    });

    test("stays away where a mark is part of a link", async () => {
        const page = await reader.open(`${site.base}/article`);
        await page.evaluate(() =>
            document.querySelector("h1")?.addEventListener("click", (event) => event.preventDefault()),
        );
        await page.evaluate(() => {
            const link = document.createElement("a");
            link.href = "#elsewhere";
            const title = /** @type {HTMLElement} */ (document.querySelector("h1"));
            link.append(...title.childNodes);
            title.append(link);
        });
        await reader.check(page);
        const { x, y } = await pointOn(page, "apologises for");
        await page.mouse.click(x, y);
        assert.equal(await page.evaluate(() => document.documentElement.lastElementChild?.localName), "body");
    });

    test("leads by the keyboard to the words that it speaks of", async () => {
        const page = await reader.open(`${site.base}/article`);
        await reader.check(page);
        const { x, y } = await pointOn(page, "I said what I said");
        await page.mouse.click(x, y);
        await cardIs(page, true);
        assert.deepEqual(await emphasized(page), ["I said what I said, and I stand by ", "every", " word,"]);
        const label = await tabTo(page, /^Show in the page: /u);
        await page.keyboard.press("Enter");
        const words = label.replace("Show in the page: ", "");
        assert.equal((await emphasized(page)).join(""), words.replace(/\s+/gu, " "));
    });

    test("copies the words with whose they are and where", async () => {
        const page = await reader.open(`${site.base}/article`);
        await reader.browser.defaultBrowserContext().overridePermissions(site.base, ["clipboard-read"]);
        await reader.check(page);
        const { x, y } = await pointOn(page, "I said what I said");
        await page.mouse.click(x, y);
        await cardIs(page, true);
        await tabTo(page, /^Copy$/u);
        await page.keyboard.press("Enter");
        await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes("#:~:text="));
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        assert.match(copied, /^“I said what I said, and I stand by every word,”\n/u);
        assert.match(copied, /Grok is a language model made by xAI\./u);
        assert.match(copied, /\/article#:~:text=I%20said%20what%20I%20said%2C/u);
    });

    for (const wish of /** @type {const} */ (["reduce", "no-preference"]))
        test(`goes to far words ${wish === "reduce" ? "at once where the user wants less motion" : "in a glide"}`, async () => {
            const page = await reader.open(`${site.base}/news/sixty-sentences-of-a-machine`);
            await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: wish }]);
            await reader.check(page);
            const begin = await page.evaluate(() => {
                scrollTo({ top: document.body.scrollHeight, behavior: "instant" });
                return scrollY;
            });
            await page.evaluate(() => {
                const seen = /** @type {any} */ (globalThis);
                seen.places = new Set();
                const note = () => void (seen.places.add(Math.round(scrollY)), requestAnimationFrame(note));
                requestAnimationFrame(note);
            });
            await reader.command("next-finding", page);
            await cardIs(page, true);
            await page.waitForFunction((from) => scrollY < from, { polling: 20 }, begin);
            await new Promise((resolve) => setTimeout(resolve, 1000));
            const places = await page.evaluate(() => /** @type {any} */ (globalThis).places.size);
            if (wish === "reduce") assert.ok(places <= 2, `${places} places on the way`);
            else assert.ok(places > 2, `${places} places on the way`);
        });

    test("opens on any of many marks", async () => {
        const page = await reader.open(`${site.base}/news/sixty-sentences-of-a-machine`);
        await reader.check(page);
        assert.ok(sum(await markSizes(page)) >= 60);
        const { x, y } = await pointOn(page, "Sentence number 57");
        await page.mouse.click(x, y);
        await cardIs(page, true);
        assert.match((await cardOf(page))?.text ?? "", /Sentence number 57/u);
    });

    test("opens after the background was stopped", async () => {
        const page = await reader.open(`${site.base}/article`);
        await reader.check(page);
        await reader.stopWorker();
        const { x, y } = await pointOn(page, "regret the harm");
        await page.mouse.click(x, y);
        await cardIs(page, true);
        assert.match((await cardOf(page))?.name ?? "", /Grok/u);
    });
});

describe("an update or removal of the extension", () => {
    test("makes the script left behind take its marks away", async () => {
        const other = await Reader.start();
        const page = await other.open(`${site.base}/article`);
        await other.check(page);
        assert.ok(sum(await markSizes(page)) > 0);
        await other.removeExtension();
        await page.mouse.click(5, 5);
        assert.deepEqual(await markSizes(page), []);
        assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
        await other.close();
    });
});
