/* access.test.mjs: every surface for everybody: by axe's rules in both themes, at twice the size, from right to left, and in
 * a language that is nobody's, which shows whether any text is hard-wired and whether longer words fit. */

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { BUILD, Reader, cardIs, focusedName, picture, pointOn } from "./harness.mjs";
import { PAGES } from "./pages.mjs";
import { withSite } from "./suite.mjs";

/** @typedef {import("./suite.mjs").Site} Site */

/** @typedef {import("puppeteer-core").Page} Page */

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SURFACES = /** @type {const} */ ([
    ["options", "options/options.html"],
    ["welcome", "welcome/welcome.html"],
    ["panel", "panel/panel.html"],
    ["preview", "preview/preview.html"],
]);
/* What surfaces show that is not theirs to translate. */
const DATA = "#models, .news-list, code, kbd, .quote, .site-name";

/** @type {Reader} */
let reader;
/** @type {Site} */
let site;

withSite(Reader, PAGES, (...made) => ([reader, site] = made));

/** @param {Page} page @param {string} [within] a selector */
async function faults(page, within = "html") {
    await page.evaluate(AXE);
    return page.evaluate(async (selector) => {
        const { axe } = /** @type {any} */ (window);
        const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
        const { violations } = await axe.run(selector, { runOnly: { type: "tag", values: tags } });
        return violations.flatMap((/** @type {any} */ { id, nodes }) =>
            nodes.map(
                (/** @type {any} */ { target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`,
            ),
        );
    }, within);
}

/** @param {Page} page @param {"light" | "dark"} theme */
async function inTheme(page, theme) {
    await page.emulateMediaFeatures([
        { name: "prefers-color-scheme", value: theme },
        { name: "prefers-reduced-motion", value: "reduce" },
    ]);
}

/** @param {string} name @param {Reader} [from] */
async function openSurface(name, from = reader) {
    const page = await from.extensionPage(name);
    await page.waitForFunction(() => document.querySelector("main")?.textContent?.trim() !== "");
    await page.waitForFunction(
        () => document.title !== "" && document.querySelector("main[aria-busy='true']") === null,
    );
    await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
    return page;
}

/** How far a page's content is wider than its window. @param {Page} page */
const overflow = (page) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const theme of /** @type {const} */ (["light", "dark"])) {
    describe(`in the ${theme} theme, axe finds nothing wrong with`, () => {
        for (const [name, file] of SURFACES) {
            test(`the ${name}`, async () => {
                const page = await openSurface(file);
                await inTheme(page, theme);
                await page.setViewport({ width: 1000, height: 1100 });
                await picture(page, `${name}-${theme}`);
                assert.deepEqual(await faults(page), []);
            });
        }

        test("the popup, with findings and with none", async () => {
            for (const address of ["/article", "/clean", "/start"]) {
                const popup = await reader.press(await reader.open(site.base + address));
                await inTheme(popup, theme);
                assert.deepEqual(await faults(popup), [], address);
                await popup.close();
            }
        });

        test("the card", async () => {
            const page = await reader.open(`${site.base}/${theme === "dark" ? "dark" : "article"}`);
            await reader.check(page);
            await openShadowTrees(page);
            const { x, y } = await pointOn(page, "regret the harm");
            await page.mouse.click(x, y);
            await cardIs(page, true);
            assert.deepEqual(await faults(page, "html > div"), []);
        });
    });
}

/** Makes the extension's world open its shadow trees, or axe could not look into the card. @param {Page} page */
async function openShadowTrees(page) {
    const session = await page.createCDPSession();
    /** @type {number[]} */
    const worlds = [];
    session.on("Runtime.executionContextCreated", ({ context }) => {
        if (context.auxData?.type === "isolated") worlds.push(context.id);
    });
    await session.send("Runtime.enable");
    for (const contextId of worlds) {
        await session.send("Runtime.evaluate", {
            contextId,
            expression: `{ const attach = Element.prototype.attachShadow;
                Element.prototype.attachShadow = function (how) { return attach.call(this, { ...how, mode: "open" }); }; }`,
        });
    }
}

describe("at twice the size", () => {
    for (const [name, file] of SURFACES) {
        test(`nothing of the ${name} is cut off or has to be scrolled to sideways`, async () => {
            const page = await openSurface(file);
            await page.setViewport({ width: name === "panel" ? 180 : 640, height: 500, deviceScaleFactor: 2 });
            await picture(page, `${name}-zoomed`);
            assert.equal(await overflow(page), 0);
        });
    }
});

/** What has the focus and is covered by something else, "" where it can be seen. @param {Page} page @returns {Promise<string>} */
const covered = (page) =>
    page.evaluate(() => {
        /** @type {Document | ShadowRoot} */
        let tree = document;
        while (tree.activeElement?.shadowRoot?.activeElement) tree = tree.activeElement.shadowRoot;
        /* What is the page's own is none of our business. */
        if (tree === document && location.protocol !== "chrome-extension:") return "";
        const active = tree.activeElement ?? document.body;
        const { x, y, width, height } = active.getBoundingClientRect();
        const top = tree.elementFromPoint(x + width / 2, y + height / 2);
        return active.contains(top) ? "" : `${active.localName} “${active.textContent}” under ${top?.localName}`;
    });

/** Goes through all that takes the focus, forwards and back. @param {Page} page @param {number} stops */
async function coveredOnTheWay(page, stops) {
    const found = [];
    for (let presses = 0; presses < 2 * stops; presses++) {
        if (presses === stops) await page.keyboard.down("Shift");
        await page.keyboard.press("Tab");
        found.push(await covered(page));
    }
    await page.keyboard.up("Shift");
    return found.filter(Boolean);
}

describe("by the keyboard", () => {
    test("nothing that has the focus is covered, in the popup and in a card that has to be scrolled", async () => {
        const page = await reader.open(`${site.base}/article`);
        await page.setViewport({ width: 1000, height: 420 });
        const popup = await reader.press(page);
        await popup.setViewport({ width: 380, height: 400 });
        assert.deepEqual(await coveredOnTheWay(popup, 14), []);
        await popup.close();
        await openShadowTrees(page);
        await reader.command("next-finding", page);
        await cardIs(page, true);
        assert.deepEqual(await coveredOnTheWay(page, 11), []);
        await picture(page, "card-scrolled");
    });
    test("a card is written in our texts' direction, whatever the page's", async () => {
        const page = await reader.open(`${site.base}/article`);
        await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
        await reader.check(page);
        await openShadowTrees(page);
        await reader.command("next-finding", page);
        await cardIs(page, true);
        const [lang, direction] = await page.evaluate(() => {
            const frame = document.documentElement.lastElementChild?.shadowRoot?.querySelector(".frame");
            return [frame?.getAttribute("lang"), frame && getComputedStyle(frame).direction];
        });
        assert.deepEqual([lang, direction], ["en", "ltr"]);
    });

    test("the popup goes from the settings to the list in the order in which it is seen, and keeps the focus", async () => {
        const popup = await reader.press(await reader.open(`${site.base}/article`));
        const names = [];
        for (let presses = 0; presses < 8; presses++) {
            await popup.keyboard.press("Tab");
            names.push((await focusedName(popup)).slice(0, 20));
        }
        const [preview, options, panel, alerts, notices, previous, next, first] = names;
        assert.deepEqual([preview, options, panel], ["Preview a draft", "Settings", "Open side panel"]);
        assert.match(String(alerts), /^\d alerts?$/u);
        assert.match(String(notices), /^\d notices?$/u);
        assert.deepEqual([previous, next], ["Previous mark", "Next mark"]);
        assert.match(String(first), /^Alert/u);
        await popup.focus("[data-key='alert']");
        await popup.keyboard.press("Enter");
        assert.equal(await popup.evaluate(() => document.activeElement?.getAttribute("data-key")), "alert");
        await popup.close();
    });

    test("a choice in the settings keeps the focus when the page is drawn anew", async () => {
        const page = await openSurface("options/options.html");
        await page.focus("[data-key='notice']");
        await page.keyboard.press("Space");
        await page.waitForFunction(async () => (await chrome.storage.local.get("levels")).levels !== undefined);
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
        assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-key")), "notice");
        await page.evaluate(() => chrome.storage.local.clear());
    });
});

describe("in another language", () => {
    /** @type {Reader} */
    let other;
    before(async () => {
        other = await Reader.start({ folder: await inNobodysLanguage() });
    });
    after(() => other.close());

    for (const [name, file] of SURFACES) {
        test(`the ${name} shows no text but that of _locales, has room for longer words, and may run from the right`, async () => {
            const page = await openSurface(file, other);
            await page.setViewport({ width: name === "panel" ? 320 : 900, height: 1000 });
            assert.deepEqual(await hardWired(page), []);
            assert.equal(await overflow(page), 0);
            await picture(page, `${name}-longer`);
            await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
            assert.equal(await overflow(page), 0);
            await picture(page, `${name}-from-the-right`);
            await page.close();
        });
    }

    test("the popup does so too", async () => {
        const popup = await other.press(await other.open(`${site.base}/article`));
        assert.deepEqual(await hardWired(popup), []);
        await picture(popup, "popup-longer");
        await popup.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
        await picture(popup, "popup-from-the-right");
        assert.equal(await overflow(popup), 0);
        await popup.close();
    });
});

/** The extension with all of its texts in brackets, and longer by a third. @returns {Promise<string>} */
async function inNobodysLanguage() {
    const folder = await mkdtemp(path.join(tmpdir(), "mouthpiece-"));
    await cp(path.join(BUILD, "extension", "chromium"), folder, { recursive: true });
    const file = path.join(folder, "_locales", "en", "messages.json");
    const messages = JSON.parse(await readFile(file, "utf8"));
    for (const [key, text] of Object.entries(messages)) {
        if (["language", "direction", "description"].includes(key)) continue;
        text.message = `⟦${text.message}${" lorem".repeat(Math.ceil(text.message.length / 18))}⟧`;
    }
    await writeFile(file, JSON.stringify(messages));
    return folder;
}

/** Texts, and names of controls, that stand in no brackets. @param {Page} page @returns {Promise<string[]>} */
function hardWired(page) {
    return page.evaluate((data) => {
        const found = [];
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
            if (node.nodeValue?.trim() === "" || node.parentElement?.closest(data)) continue;
            let whole = /** @type {Element | null} */ (node.parentElement);
            while (whole && !whole.textContent?.includes("⟦") && whole.matches("span, mark, strong, b, a"))
                whole = whole.parentElement;
            const inBrackets = (whole?.textContent ?? "").replace(/⟦[^⟦⟧]*(?:⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧/gu, "");
            if (/\p{L}{2}/u.test(inBrackets)) found.push(`${whole?.localName}: ${inBrackets.trim()}`);
        }
        for (const each of document.querySelectorAll("[aria-label], [title], [alt]")) {
            for (const name of ["aria-label", "title", "alt"]) {
                const text = each.getAttribute(name) ?? "";
                if (/\p{L}/u.test(text) && !text.includes("⟦")) found.push(`${name}: ${text}`);
            }
        }
        return [...new Set(found)];
    }, DATA);
}
