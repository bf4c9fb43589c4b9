/* walker.test.mjs: the live DOM as the walker hands it on: what is shown, in the order in which it is shown, with
 * nothing judged. In a real page, for visibility and shadow trees are the browser's. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { launch } from "./harness.mjs";

/** @type {import("puppeteer-core").Browser} */
let browser;
/** @type {import("puppeteer-core").Page} */
let page;
let walker = "";

before(async () => {
    const { outputFiles } = await build({
        entryPoints: [fileURLToPath(new URL("../../extension/content/walker.js", import.meta.url))],
        bundle: true,
        write: false,
        format: "iife",
        globalName: "walker",
    });
    walker = outputFiles[0]?.text ?? "";
    browser = await launch();
    page = await browser.newPage();
});
after(() => browser.close());

/**
 * The stream of a page's body, written as tags: `<name hidden attributes>` … `</>`, text between.
 * @param {string} body
 * @param {() => void} [prepare] runs in the page before the walk
 */
async function stream(body, prepare = () => {}) {
    await page.setContent(`<!doctype html><html><body>${body}</body></html>`);
    await page.evaluate(prepare);
    await page.evaluate(walker);
    const { nodes, texts } = await page.evaluate(() => {
        const walked = /** @type {any} */ (globalThis).walker.walkPage(document);
        return { nodes: walked.nodes, texts: walked.texts.map((/** @type {Text} */ text) => text.data) };
    });
    assert.deepEqual(nodes.filter(isText).map(textOf), texts, "the texts are the stream's, in order");
    const written = nodes.map(tagOf).join("");
    return written.slice(written.indexOf("<body"));
}

const isText = (/** @type {any[]} */ node) => node[0] === 1;
const textOf = (/** @type {any[]} */ node) => node[1];

/** @param {any[]} node */
function tagOf([kind, name, hidden, ...attributes]) {
    if (kind === 1) return name;
    if (kind === 2) return "</>";
    return `<${[name, hidden ? "hidden" : "", ...attributes].filter(Boolean).join(" ")}>`;
}

test("elements and text come in document order, every element is closed", async () => {
    assert.equal(await stream("<p>One <b>two</b> three</p>"), "<body><p>One <b>two</> three</></></>");
});

test("a few attributes are handed on, the others are not", async () => {
    assert.equal(
        await stream(
            `<p class="lead" onclick="x()" data-id="7" lang="en" title="t">One <a href="/two" name="n">two</a></p>`,
        ),
        "<body><p class lead>One <a href /two>two</></></></>",
    );
});

test("comments, and the text of styles, templates, drawings and noscript are left out; only linked data of scripts is in", async () => {
    const scripts = `<script>1</script><script type="application/ld+json">{}</script>`;
    assert.equal(
        await stream(
            `<!-- c --><style>p{}</style><template><p>T</p></template><noscript>N</noscript><svg><text>S</text></svg>${scripts}`,
        ),
        "<body><style></><template></><noscript></><svg></><script></><script>{}</></></>",
    );
});

test("words that are not shown are hidden, whatever hides them", async () => {
    assert.equal(
        await stream(`<div style="display:none"><p>A</p></div>`),
        "<body><div hidden style display:none><p>A</></></></>",
    );
    assert.equal(
        await stream(`<div style="display:none"><p>A</p><ul><li>B</li></ul></div><p style="visibility:hidden">C</p>D`),
        "<body><div hidden style display:none><p>A</><ul><li>B</></></><p hidden style visibility:hidden>C</>D</></>",
    );
    assert.equal(
        await stream(`<div style="display:contents"><p style="display:none">A <b>B</b></p><p>C</p></div>`),
        "<body><div style display:contents><p hidden style display:none>A <b>B</></><p>C</></></></>",
    );
    assert.equal(
        await stream(`<div style="visibility:hidden">A<b style="visibility:visible">B</b></div>`),
        "<body><div hidden style visibility:hidden>A<b style visibility:visible>B</></></></>",
    );
});

test("an element without a box of its own is not hidden for that", async () => {
    assert.equal(
        await stream(`<div style="display:contents"><p>A</p></div>`),
        "<body><div style display:contents><p>A</></></></>",
    );
});

test("closed details hide what they hold", async () => {
    assert.equal(
        await stream("<details><summary>S</summary><p>A</p></details>"),
        "<body><details><summary>S</><p hidden>A</></></></>",
    );
});

test("a shadow tree stands in its host's place, with what the page gives its slots", async () => {
    const walked = await stream("<section id=h>light<b>slotted</b></section>", () => {
        const root = /** @type {Element} */ (document.querySelector("#h")).attachShadow({ mode: "open" });
        root.append("before ", document.createElement("slot"), " after");
    });
    assert.equal(walked, "<body><section id h>before <slot>light<b>slotted</></> after</></></>");
});

test("an unfilled slot shows its own content", async () => {
    const walked = await stream("<section id=h></section>", () => {
        const root = /** @type {Element} */ (document.querySelector("#h")).attachShadow({ mode: "open" });
        root.append(document.createElement("slot"));
        root.firstElementChild?.append("fallback");
    });
    assert.equal(walked, "<body><section id h><slot>fallback</></></></>");
});

test("a form's fields cannot stand in for its properties", async () => {
    assert.equal(
        await stream(`<form><input name="attributes"><input name="lastChild"><input name="localName"></form>`),
        "<body><form><input></><input></><input></></></></>",
    );
});

test("depth is no danger", async () => {
    const walked = await stream("<p id=top></p>", () => {
        let inner = /** @type {Element} */ (document.querySelector("#top"));
        for (let depth = 0; depth < 1500; depth++) inner = inner.appendChild(document.createElement("i"));
        inner.append("deep");
    });
    assert.equal(walked.match(/<i>/gu)?.length, 1500);
    assert.ok(walked.includes("deep"));
});

test("a value as long as a data address is cut", async () => {
    const walked = await stream(`<img src="data:image/png;base64,${"A".repeat(9000)}">`);
    assert.ok(walked.length < 2200);
});
