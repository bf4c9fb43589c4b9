/* shadows.test.mjs: declarative shadow trees are read alike by both walkers: the live DOM's in a real Chromium, with scripts
 * off, and the command's, which puts the trees where a browser shows them. Open ones, for only an extension may look into
 * closed ones. Knows the walker, the module and the command from
 * outside. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { lines, run } from "../cli/support.mjs";
import { BUILD, launch } from "../extension/harness.mjs";

const LONG =
    "and so it went on for hours, until the river had risen and nobody in Halden could say what had been asked.";
/** Bodies of pages, each with the words that are to be read, in their order. @type {Record<string, [string, string[]]>} */
const CASES = {
    "a tree stands in the place of its host's children": [
        `<div>Not this.<template shadowrootmode="open"><p>One: ${LONG}</p></template>Nor this.</div><p>Two: ${LONG}</p>`,
        ["One", "Two"],
    ],
    "children go into the slots that name them, the others into the one without a name": [
        `<my-page><template shadowrootmode="OPEN"><p><slot name="b"></slot>: ${LONG}</p><slot></slot></template>
            <p>Two: ${LONG}</p><b slot="b">One</b><p slot="c">Nowhere: ${LONG}</p>Three: ${LONG}</my-page>`,
        ["One", "Two", "Three"],
    ],
    "a slot that nothing is for shows its own, and one of the same name after it too": [
        `<my-page><template shadowrootmode="open"><slot name="a"><p>One: ${LONG}</p></slot><slot name="b"></slot>
            <slot name="b"><p>Three: ${LONG}</p></slot></template><p slot="b">Two: ${LONG}</p></my-page>`,
        ["One", "Two", "Three"],
    ],
    "trees stand in trees, and slots are handed on": [
        `<my-page><template shadowrootmode="open"><in-side><template shadowrootmode="open"><p>One: ${LONG}</p>
            <slot></slot></template><slot></slot></in-side><p>Three: ${LONG}</p></template><p>Two: ${LONG}</p></my-page>`,
        ["One", "Two", "Three"],
    ],
    "only the first tree counts, and only where an element may have one": [
        `<div><template shadowrootmode="open"><p>One: ${LONG}</p></template><template shadowrootmode="open"><p>No: ${LONG}</p>
            </template></div><ul><template shadowrootmode="open"><li>No: ${LONG}</li></template><li>Two: ${LONG}</li></ul>
            <div><template shadowrootmode="none"><p>No: ${LONG}</p></template><p>Three: ${LONG}</p></div>`,
        ["One", "Two", "Three"],
    ],
};

/** @param {string} body */
const pageOf = (body) =>
    `<!doctype html><html lang="en"><meta property="og:type" content="article"><title>Grok and the bridge</title><body>
    <article><h1>Grok and the bridge</h1>${body}</article></body></html>`;

async function walkerScript() {
    const contents = 'export { walkPage } from "./walker.js";';
    const resolveDir = fileURLToPath(new URL("../../extension/content", import.meta.url));
    const { outputFiles } = await build({
        ...{ stdin: { contents, resolveDir }, bundle: true, write: false, format: "iife", globalName: "walker" },
    });
    return outputFiles[0]?.text ?? "";
}

describe("declarative shadow trees", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "mouthpiece-shadows-"));
    const bodies = Object.values(CASES).map(([body]) => pageOf(body));
    const server = createServer(({ url = "" }, response) => {
        response.setHeader("content-type", "text/html; charset=utf-8");
        response.end(bodies[Number(url.slice(1))] ?? "");
    });
    /** @type {import("puppeteer-core").Browser} */
    let browser;
    /** @type {import("puppeteer-core").Page} */
    let tab;
    let walker = "";
    /** @type {import("../../wasm/mouthpiece.js").Mouthpiece} */
    let mouthpiece;
    let base = "";

    before(async () => {
        await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
        base = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
        walker = await walkerScript();
        mouthpiece = await (await import(pathToFileURL(path.join(BUILD, "mouthpiece.js")).href)).load();
        browser = await launch();
        tab = await browser.newPage();
        await tab.setJavaScriptEnabled(false);
    });
    after(async () => {
        await browser.close();
        server.close();
        rmSync(folder, { recursive: true, force: true });
    });

    Object.entries(CASES).forEach(([name, [body, words]], index) =>
        test(name, async () => {
            await tab.goto(`${base}/${index}`);
            await tab.evaluate(walker);
            const nodes = await tab.evaluate(() => /** @type {any} */ (globalThis).walker.walkPage(document).nodes);
            const live = mouthpiece.checkPage({ url: "", nodes }).document.blocks.map(({ text }) => text);
            const file = path.join(folder, `${index}.html`);
            writeFileSync(file, pageOf(body));
            const [document] = lines(run(["document", file]).stdout);
            const read = document.blocks.map((/** @type {{text: string}} */ { text }) => text);
            assert.deepEqual(read, live);
            assert.deepEqual(
                read.slice(1).map((/** @type {string} */ text) => text.split(":")[0]),
                words,
            );
        }),
    );
});
