/* prefilter.test.mjs: the question asked of every page, asked of real pages in both browsers: it says yes to every document of
 * the gold in which the core finds something, however the page is written, and no where only scripts name a model. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { packedPrefilter, prefilterOf, unpackedPrefilter } from "../../wasm/prefilter.mjs";
import { launch as launchFirefox } from "./firefox.mjs";
import { BUILD, launch as launchChromium } from "./harness.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const { prefilter } = await import(pathToFileURL(path.join(BUILD, "generated.js")).href);
const { load } = await import(pathToFileURL(path.join(BUILD, "mouthpiece.js")).href);

/** @typedef {{id: string, lang: string, blocks: {text: string, links?: {href: string}[]}[]}} Gold */

/** What the core finds something in. @returns {Promise<Gold[]>} */
async function goldWithFindings() {
    const core = await load();
    const folder = path.join(ROOT, "tests", "gold");
    const documents = readdirSync(folder)
        .filter((name) => name.endsWith(".jsonl"))
        .flatMap((name) => readFileSync(path.join(folder, name), "utf8").split("\n").filter(Boolean))
        .map((line) => JSON.parse(line));
    return documents.filter((document) => core.check(document).findings.length > 0);
}

async function bundle() {
    const { outputFiles } = await build({
        stdin: {
            contents: `export { couldAddFinding, couldHoldFinding, addToPrefilter } from "./prefilter.js"; export { treesIn } from "./trees.js";`,
            resolveDir: path.join(ROOT, "extension", "content"),
        },
        bundle: true,
        write: false,
        format: "iife",
        globalName: "filter",
        define: { MOUTHPIECE_PREFILTER: JSON.stringify(packedPrefilter(prefilter)) },
    });
    return outputFiles[0]?.text ?? "";
}

test("a page that only its links connect with a model holds no finding, so that its addresses need not be read", async () => {
    const core = await load();
    const page = (/** @type {string} */ by) => ({
        blocks: [
            { kind: "headline", text: "Halden Bank apologises" },
            {
                kind: "paragraph",
                text: `“I deeply regret the harm that I caused,” ${by} wrote.`,
                links: [{ start: 1, end: 40, href: "https://x.com/grok/status/1" }],
            },
        ],
    });
    assert.equal(core.check(page("the company")).findings.length, 0);
    assert.equal(core.check(page("the chatbot")).findings.length, 1);
});

test("the prefilter is sent to pages short, and is the same there", () => {
    const packed = packedPrefilter(prefilter);
    assert.ok(packed.length < prefilter.length * 0.85);
    assert.equal(unpackedPrefilter(packed), prefilter);
    assert.equal(unpackedPrefilter(prefilter), prefilter);
});

for (const [name, launch] of /** @type {const} */ ([
    ["Chromium", launchChromium],
    ["Firefox", launchFirefox],
]))
    describe(`the prefilter in ${name}`, () => {
        /** @type {import("puppeteer-core").Browser} */
        let browser;
        /** @type {import("puppeteer-core").Page} */
        let page;

        before(async () => {
            browser = await launch();
            page = await browser.newPage();
            /* Firefox gives pages no part of the extensions' interface. */
            await page.evaluate(`globalThis.chrome ??= {}; ${await bundle()}; filter.addToPrefilter("")`);
        });
        after(() => browser.close());

        /** Whether a page is taken for one that could hold a finding. @param {string} body @param {() => void} [prepare] */
        const isCandidate = (body, prepare = () => {}) =>
            page.evaluate(
                (markup, script) => {
                    document.body.innerHTML = markup;
                    new Function(`(${script})()`)();
                    const { couldHoldFinding, treesIn } = /** @type {any} */ (globalThis).filter;
                    return couldHoldFinding(treesIn(document.body, false));
                },
                body,
                String(prepare),
            );

        test("lets no document of the gold go by in which something is found", async () => {
            const gold = await goldWithFindings();
            assert.ok(gold.length > 100);
            const missed = await page.evaluate(
                (documents) => {
                    const { couldHoldFinding, treesIn } = /** @type {any} */ (globalThis).filter;
                    /* As pages are written: in lines, without any space between the blocks, and with the first letter set apart. */
                    const ways = [
                        { between: "\n", initial: false },
                        { between: "", initial: false },
                        { between: "", initial: true },
                    ];
                    return ways.flatMap(({ between, initial }) =>
                        documents
                            .filter(({ blocks }) => {
                                document.body.replaceChildren(
                                    ...blocks.flatMap(({ text, links = [] }) => {
                                        const block = document.createElement("p");
                                        const first = document.createElement("b");
                                        first.textContent = initial ? text.slice(0, 1) : "";
                                        block.append(first, initial ? text.slice(1) : text);
                                        block.append(
                                            ...links.map(({ href }) =>
                                                Object.assign(document.createElement("a"), { href }),
                                            ),
                                        );
                                        return [block, between];
                                    }),
                                );
                                return !couldHoldFinding(treesIn(document.body, false));
                            })
                            .map(({ id }) => `${id} ${JSON.stringify({ between, initial })}`),
                    );
                },
                gold.map(({ id, blocks }) => ({ id, blocks: blocks.map(({ text, links }) => ({ text, links })) })),
            );
            assert.deepEqual(missed, []);
        });

        for (const [what, body] of Object.entries({
            "a name at a block's edge": "<h1>Halden</h1><p>Grok said so</p>",
            "a name whose neighbour is a block in small letters": "<p>grok</p><h2>The bridge</h2>",
            "a name between blocks": "<ul><li>News</li><li>AI</li><li>Sport</li></ul>",
            "a long name between blocks in small letters": "<ul><li>news</li><li>chatgpt</li><li>sport</li></ul>",
            "an initial in a paragraph without a space before it": "<h1>Halden</h1><p><span>G</span>rok said so</p>",
            "a name in pieces": "<p>The word of Gr<b>ok</b>, it says</p>",
            "a name of two words in two lines": `<p>It was Le\n${" ".repeat(80)}Chat</p>`,
            "a name before a number": "<h1>By ChatGPT</h1><p>2 hours ago</p>",
            "a name in capitals": "<p>GROK SAYS SORRY</p>",
            "a short name between capitals": "<h1>THE AI</h1><p>The bridge</p>",
            "a short name over a line's end": "<p>It was Claude<br>Opus<br>4 that said so</p>",
            "a short name behind a number": "<p>14</p><p>AI</p>",
            "what describes the page": `<script type="application/ld+json">{"headline": "Grok says sorry"}</script>`,
        }))
            test(`says yes to ${what}`, async () => assert.equal(await isCandidate(body), true));

        for (const [what, body] of Object.entries({
            "no name": "<h1>Halden</h1><p>The mayor said that both were sorry.</p>",
            "names within words": "<p>Climbing, les derniers, Magenta, Dubai: the abbots were described.</p>",
            "names that only scripts and styles hold":
                "<p>Halden</p><script type='x'>Grok</script><style>/* Grok */</style><noscript>Grok</noscript><p>Bridge</p>",
            "a short name's letters in capitals": "<p>A PILOT SAID: BOTH AIRLINES</p>",
            "an address alone": `<p>The company <a href="https://x.com/grok/status/1">said</a> so</p>`,
            "a script's words beside the text": "<p>Said G<script type='x'>grok</script>old</p>",
        }))
            test(`says no to ${what}`, async () => assert.equal(await isCandidate(body), false));

        test("reads the address of the link that a block is in, where the block alone has changed", async () => {
            const answers = await page.evaluate(() => {
                const { couldAddFinding } = /** @type {any} */ (globalThis).filter;
                return ["https://x.com/grok/status/1", "https://halden.example/bridge"].map((href) => {
                    const block = document.createElement("p");
                    block.textContent = "The company said so";
                    const link = Object.assign(document.createElement("a"), { href });
                    link.append(block);
                    document.body.replaceChildren(link);
                    return couldAddFinding([block]);
                });
            });
            assert.deepEqual(answers, [true, false]);
        });

        test("sees shadow trees: of elements of the page's own, empty ones, and around everything", async () => {
            const attach = (/** @type {string} */ body, /** @type {() => void} */ prepare) =>
                isCandidate(body, prepare);
            const inTree = () => {
                const host = /** @type {Element} */ (document.querySelector("#host"));
                host.attachShadow({ mode: "open" }).innerHTML = "<p>Grok said so</p>";
            };
            assert.equal(await attach(`<div id="host"></div>`, inTree), true);
            assert.equal(await attach(`<x-card id="host">light</x-card>`, inTree), true);
            assert.equal(await attach(`<section id="host"><p>Light</p></section>`, inTree), true);
            assert.equal(await attach(`${"<p>Halden</p>".repeat(300)}<div id="host">Light</div>`, inTree), true);
            assert.equal(
                await attach(`<main><p><span id="host"><i slot="x">Light</i></span></p></main>`, inTree),
                true,
            );
            /* Elements of the page's own are asked anyway. */
            const slotted = "<x-card><i slot='x'>Light</i></x-card>".repeat(150);
            assert.equal(
                await attach(`<main><p>${slotted}<span id="host"><i slot="x">Light</i></span></p></main>`, inTree),
                true,
            );
            const nested = () => {
                const host = /** @type {Element} */ (document.querySelector("#host"));
                host.attachShadow({ mode: "open" }).innerHTML = "<section id='inner'><p>Light</p></section>";
                const inner = /** @type {Element} */ (host.shadowRoot?.querySelector("#inner"));
                inner.attachShadow({ mode: "open" }).innerHTML = "<p>Grok said so</p>";
            };
            assert.equal(await attach(`<div id="host"></div>`, nested), true);
        });

        test("takes in what a user's packs add, and gives it up again", async () => {
            const ask = (/** @type {string} */ more) =>
                page.evaluate((source) => /** @type {any} */ (globalThis).filter.addToPrefilter(source), more);
            const body = "<h1>Halden</h1><p>Haldy said so</p>";
            await ask(prefilterOf([{ models: [{ name: "Haldy" }] }]));
            assert.equal(await isCandidate(body), true);
            await ask("");
            assert.equal(await isCandidate(body), false);
            await ask(prefilterOf([{ models: [{ name: "Юля" }, { name: "Яна Про" }] }]));
            assert.equal(await isCandidate("<p>сказала Юля</p><p>The bridge</p>"), true);
            assert.equal(await isCandidate("<p>сказала Яна<br>Про</p>"), true);
            await ask("");
        });

        test("misses no phrase of a user's pack with many words behind a word, and many behind one of those", async () => {
            const last = ["Alba", "Bora", "Cedo", "Dina", "Evora", "Fado", "Gisa", "Hulo", "Ivor"];
            const phrases = last.flatMap((word) => [`virtual ${word}`, `virtual alpha ${word}`]);
            const missed = [];
            await page.evaluate(
                (source) => /** @type {any} */ (globalThis).filter.addToPrefilter(source),
                prefilterOf([{ models: [{ name: "Haldy" }], words: { bot: phrases } }]),
            );
            for (const phrase of phrases) if (!(await isCandidate(`<p>The ${phrase} said so</p>`))) missed.push(phrase);
            await page.evaluate(() => /** @type {any} */ (globalThis).filter.addToPrefilter(""));
            assert.deepEqual(missed, []);
        });
    });
