/* demo.mjs: what `./build.sh demo` shows: the sample pages, served on this machine, opened in Chromium with the extension
 * as built, checked by a press of its button, and pictured.
 *
 *     node tests/demo.mjs [--headless]
 *
 * Where there is a display, the window stays open until it is closed. Writes demo/ in the build folder. Knows nothing of
 * how findings are made. */

import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Reader, cardIs, servePages } from "./extension/harness.mjs";
import { BUILD, hasDisplay, startBrowser } from "./tools/browser.mjs";
import { contactSheet, part, tally } from "./tools/contact-sheet.mjs";

/** @typedef {import("../extension/shared/messages.d.ts").Checked} Checked */
/** @typedef {import("../extension/shared/messages.d.ts").Finding} Finding */
/** @typedef {import("puppeteer-core").Page} Page */

const SAMPLES = fileURLToPath(new URL("samples/", import.meta.url));
const OUT = path.join(BUILD, "demo");
/* The two ends of the scale come first and last; the rest goes by name. */
const FIRST = "grok-apology";
const LAST = "telescope";
const LEVELS = /** @type {const} */ (["alert", "notice", "info"]);
/* Of the pictures: wide enough for every sample's two columns. */
const VIEWPORT = { width: 1100, height: 960 };
const LONGEST_LINE = 96;

/** The samples' names, in the order in which they are shown. */
async function sampleNames() {
    const rank = (/** @type {string} */ name) => (name === FIRST ? 0 : name === LAST ? 2 : 1);
    const names = (await readdir(SAMPLES))
        .filter((file) => file.endsWith(".html"))
        .map((file) => file.slice(0, -".html".length));
    return names.sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
}

/**
 * What the background kept of the page's check, and of which tab.
 * @param {Reader} reader @param {Page} page @returns {Promise<{tabId: number, result: Checked}>}
 */
async function resultOf(reader, page) {
    const worker = await reader.worker();
    const kept = /** @type {Record<string, Checked>} */ (await worker.evaluate(() => chrome.storage.session.get()));
    const entry = Object.entries(kept).find(([, state]) => state.url === page.url());
    if (entry === undefined || entry[1].state !== "checked")
        throw new Error(`the extension has no result for ${page.url()}`);
    return { tabId: Number(entry[0].slice("tab:".length)), result: entry[1] };
}

/** The first finding of the highest level. @param {Finding[]} findings */
function gravest(findings) {
    const level = LEVELS.find((each) => findings.some((finding) => finding.level === each));
    return findings.findIndex((finding) => finding.level === level);
}

/** Opens a finding's card, as a click in the extension's list does. @param {Reader} reader @param {Page} page @param {number} tabId @param {number} index */
async function openCard(reader, page, tabId, index) {
    const worker = await reader.worker();
    await worker.evaluate((tab, which) => chrome.tabs.sendMessage(tab, { type: "show", index: which }), tabId, index);
    await cardIs(page, true);
}

/** @param {Page} page @param {string} file @param {boolean} isWhole */
async function picture(page, file, isWhole) {
    await writeFile(path.join(OUT, file), await page.screenshot({ fullPage: isWhole }));
}

/** Checks one page, takes its pictures, and leaves it open. @param {Reader} reader @param {string} url @param {string} name */
async function show(reader, url, name) {
    const page = await reader.open(url);
    await reader.check(page);
    const { tabId, result } = await resultOf(reader, page);
    const { findings } = result;
    await picture(page, `${name}.png`, true);
    const index = gravest(findings);
    if (index >= 0) {
        await openCard(reader, page, tabId, index);
        await picture(page, `${name}-card.png`, false);
    }
    return { page, shown: { name, title: await page.title(), findings, hasCard: index >= 0 } };
}

/** @param {string} text @param {number} length */
function cut(text, length) {
    const line = text.replace(/\s+/gu, " ");
    return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}

/** @param {{name: string, title: string, findings: Finding[]}} shown */
function print({ name, title, findings }) {
    console.log(`\n${cut(title, LONGEST_LINE)}\n${name}: ${tally(findings)}`);
    for (const finding of findings) {
        const { level, form, quote, signals } = finding;
        console.log(`  ${level.padEnd(7)} ${cut(form === "indirect" ? `… ${quote}` : `“${quote}”`, LONGEST_LINE)}`);
        const told = signals.map(({ id }) => id).join(", ");
        console.log(`          ${part(finding)}${told === "" ? "" : ` [${told}]`}`);
    }
}

/** @param {boolean} isVisible */
async function run(isVisible) {
    await rm(OUT, { recursive: true, force: true });
    await mkdir(OUT, { recursive: true });
    const site = await servePages({});
    const { browser, id } = await startBrowser({ isVisible, viewport: VIEWPORT });
    try {
        const reader = new Reader(browser, id);
        await (await reader.welcome()).close(); /* the first run's page, which would stand in front */
        const pages = [];
        for (const name of await sampleNames()) {
            const { page, shown } = await show(reader, `${site.base}/${name}.html`, name);
            print(shown);
            pages.push(shown);
            if (!isVisible) await page.close();
        }
        await writeFile(path.join(OUT, "index.html"), contactSheet(pages));
        say(isVisible);
        if (isVisible) await stayOpen(browser);
    } finally {
        if (browser.connected) await browser.close();
        await site.close();
    }
}

/** The blank tab that the browser began with shows the contact sheet; then the window is the user's. @param {import("puppeteer-core").Browser} browser */
async function stayOpen(browser) {
    const closed = new Promise((resolve) => browser.once("disconnected", resolve));
    const first = (await browser.pages()).find((page) => page.url() === "about:blank");
    await first?.goto(pathToFileURL(path.join(OUT, "index.html")).href);
    await first?.bringToFront();
    await closed;
}

/** @param {boolean} isVisible */
function say(isVisible) {
    const at = path.relative(process.cwd(), OUT) || OUT;
    console.log(`
Look at
  ${path.join(at, "index.html")}    all pages with their findings: open it in a browser
  ${path.join(at, `${FIRST}.png`)}    a page with its marks; ${FIRST}-card.png has a card open
  ${path.join(at, `${LAST}.png`)}    a page that names models and quotes none: nothing is marked`);
    if (isVisible)
        console.log(
            `In the window: each tab is a sample page; click a mark for its card. Close the window when you have seen enough.`,
        );
}

const isVisible = hasDisplay() && !process.argv.includes("--headless");
if (!isVisible && !process.argv.includes("--headless")) console.log("No display here: Chromium runs without a window.");
await run(isVisible);
