/* editor.test.mjs: the editor's view in the side panel, for the page in the tab: a draft in a frame of the same site that is
 * being edited, in a real browser. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { Reader, picture } from "./harness.mjs";
import { PAGES } from "./pages.mjs";
import { withSite } from "./suite.mjs";

/** @typedef {import("./suite.mjs").Site} Site */

/** @typedef {import("puppeteer-core").Page} Page */

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** @param {string} title @param {string} body */
const page = (title, body) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

const CMS = {
    "/cms": {
        body: page(
            "Content management",
            `<nav><a href="/">All stories</a></nav><iframe src="/cms-draft" title="Draft" style="width: 800px; height: 700px"></iframe>`,
        ),
    },
    "/cms-draft": {
        body: page(
            "Draft",
            `<main><article contenteditable="true"><h1>Grok apologises for posts about the mayor of Halden</h1>
            <p>The chatbot Grok has apologised after it called the mayor of Halden a fraud in dozens of posts on Tuesday. “I
            deeply regret the harm these posts caused,” Grok wrote to a <a href="https://x.com/grok/status/1">user</a>.</p>
            <p>The council had asked xAI, which makes Grok, about the posts on Monday. Grok feels remorse, the town was told,
            and nobody at the council could say more than that on Tuesday night.</p></article></main>`,
        ),
    },
};

/** A draft of 3,000 words: what is left of the gold documents' articles, which quote models here and there. */
async function longDraft() {
    const gold = await readFile(new URL("../gold/dev-en.jsonl", import.meta.url), "utf8");
    const texts = gold.split("\n").flatMap((line) => (line === "" ? [] : JSON.parse(line).blocks));
    let words = 0;
    const paragraphs = texts.filter(({ text }) => (words += text.split(/\s+/u).length) <= 3200);
    const escaped = paragraphs.map(({ text }) => `<p>${text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;")}</p>`);
    return page(
        "Draft",
        `<main><article contenteditable="true"><h1>Grok apologises for posts about the mayor of Halden</h1>${escaped.join("")}</article></main>`,
    );
}

/** @type {Reader} */
let reader;
/** @type {Site} */
let site;

withSite(Reader, { ...PAGES, ...CMS, "/cms-long": { body: await longDraft() } }, (...made) => ([reader, site] = made));

/** The panel is never in front, where nothing is painted: so it is asked now and then. @param {Page} panel @param {string} selector */
async function waitFor(panel, selector) {
    await panel.waitForFunction((wanted) => document.querySelector(wanted) !== null, { polling: 50 }, selector);
}

/** Presses what is in the panel, which stands beside the page and does not come to the front. @param {Page} panel @param {string} selector */
async function press(panel, selector) {
    await waitFor(panel, selector);
    await panel.$eval(selector, (each) => /** @type {HTMLElement} */ (each).click());
}

/** @param {Page} panel @param {string} words */
async function waitForWords(panel, words) {
    await panel.waitForFunction((wanted) => document.body.textContent?.includes(wanted), { polling: 50 }, words);
}

/** The panel with the editor's view switched on, beside a page that was checked. @param {string} path */
async function openBeside(path) {
    const panel = await reader.extensionPage();
    await panel.setViewport({ width: 400, height: 1000 });
    const content = await reader.open(site.base + path);
    const state = await reader.check(content);
    assert.ok(state, path);
    await waitFor(panel, "#editor");
    const isOn = await panel.$eval("#editor", (each) => each.getAttribute("aria-pressed") === "true");
    if (!isOn || (await panel.$(".editor:not([hidden])")) === null)
        await press(panel, isOn ? "[data-key=again]" : "#editor");
    await waitFor(panel, ".editor:not([hidden]) #findings summary");
    return { panel, content };
}

describe("the editor's view", () => {
    test("shows every finding of a draft in a frame, its checklist, wordings to copy, and notes", async () => {
        const { panel } = await openBeside("/cms");
        const quotes = await panel.$$eval("#findings .quote", (all) => all.map((each) => each.textContent ?? ""));
        assert.ok(quotes.some((quote) => quote.includes("deeply regret the harm")));
        const link = await panel.$$eval("#findings input[name=link]", (all) =>
            all.map((each) => each.parentElement?.textContent),
        );
        assert.ok(link.every((words) => words?.includes("x.com")));
        assert.ok((await panel.$$("#findings .wordings ins")).length > 0);
        assert.equal(
            await panel.$$eval("#findings .use-wording", (all) => new Set(all.map((each) => each.textContent)).size),
            1,
        );
        assert.equal(await panel.$eval("#findings .use-wording", (each) => each.textContent), "Copy");
    });

    test("follows the draft as it is edited, and keeps what was ticked and that it is on", async () => {
        const { panel, content } = await openBeside("/cms");
        await press(panel, "#findings summary");
        await press(panel, "#findings input[name=prompt]");
        const frame = content.frames().find((each) => each.url().endsWith("/cms-draft"));
        await frame?.click("p:last-of-type");
        await content.keyboard.press("End");
        await content.keyboard.type(" “It will never happen again,” Grok said on Wednesday.");
        await waitForWords(panel, "It will never happen again");
        assert.equal(
            await panel.$eval("#findings input[name=prompt]", (box) => /** @type {HTMLInputElement} */ (box).checked),
            true,
        );
        await panel.reload();
        await content.bringToFront();
        await waitFor(panel, ".editor:not([hidden]) #findings summary");
        assert.equal(
            await panel.$eval("#findings input[name=prompt]", (box) => /** @type {HTMLInputElement} */ (box).checked),
            true,
        );
        await press(panel, "#editor");
        await waitFor(panel, "main:not([hidden]) .finding");
    });

    test("costs a draft of 3,000 words less than a frame a keystroke, its list following", async () => {
        const { panel, content } = await openBeside("/cms-long");
        const words = await content.$eval("article", (each) => (each.textContent ?? "").split(/\s+/u).length);
        assert.ok(words > 3000, `${words} words`);
        /* Keystrokes as a person types, then the pause in which the list is brought up to date. */
        const rounds = await content.evaluate(async () => {
            const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
            getSelection()?.collapse(document.querySelectorAll("article p")[20] ?? null, 0);
            const measured = [];
            for (const phrase of [
                " “I am",
                " sorry for",
                " it,” Grok",
                " wrote on",
                " Tuesday.",
                " It rained",
                " all day",
                " there.",
            ]) {
                let [typed, longest, last, isOver] = [0, 0, performance.now(), false];
                const tick = () => {
                    const now = performance.now();
                    longest = Math.max(longest, now - last);
                    last = now;
                    if (!isOver) setTimeout(tick, 0);
                };
                tick();
                for (const letter of phrase) {
                    const begun = performance.now();
                    document.execCommand("insertText", false, letter);
                    await Promise.resolve();
                    typed = Math.max(typed, performance.now() - begun);
                    await wait(60);
                }
                await wait(1200);
                isOver = true;
                measured.push({ typed, longest });
            }
            return measured;
        });
        await waitForWords(panel, "I am sorry for it");
        /* Each round is the same work: what others do on the machine shows in the slower ones. */
        const quick = (/** @type {number[]} */ all) => all.sort((one, other) => one - other)[all.length >> 2] ?? 0;
        const [typed, longest] = [quick(rounds.map((each) => each.typed)), quick(rounds.map((each) => each.longest))];
        console.log(
            `a keystroke beside the panel: ${typed.toFixed(1)} ms; the page’s longest task while its list follows: ${longest.toFixed(1)} ms`,
        );
        assert.ok(typed < 16, `${typed} ms a keystroke`);
        assert.ok(longest < 16 + 16, `${longest} ms in one task`);
    });

    for (const scheme of ["light", "dark"])
        test(`copies a summary; axe finds no fault; pictured, ${scheme}`, async () => {
            const { panel } = await openBeside("/article");
            await panel.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
            await panel.evaluate(() => {
                navigator.clipboard.writeText = async (text) => void Object.assign(globalThis, { copied: text });
            });
            await press(panel, ".editor-head button");
            const copied = await panel.evaluate(() => /** @type {any} */ (globalThis).copied);
            assert.match(copied, /^# Grok apologises for posts about the mayor of Halden\nhttp/u);
            assert.match(copied, /- \[ \] Was the maker asked\?/u);
            await press(panel, "#findings li:nth-child(2) summary");
            await picture(panel, `panel-editor-${scheme}`);
            const axe = await readFile(AXE, "utf8");
            const violations = await panel.evaluate(
                `${axe}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 120)).join(" | ")))`,
            );
            assert.deepEqual(violations, []);
        });
});
