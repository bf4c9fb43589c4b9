/* gate.test.mjs: a module that loads behind its gate gives the very reports of one that does not; texts that name nobody
 * are answered without the core. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { test } from "node:test";

import { articles } from "../bench/corpus.mjs";
import { launch } from "../extension/harness.mjs";
import { build, goldDocuments, load, readBuilt } from "./support.mjs";

const behind = await load();
const whole = await load(readBuilt("mouthpiece.wasm"));

/** @param {number} count @param {boolean} dense @returns {any[]} */
const made = (count, dense) => articles({ count, dense });

/** Whether the core is compiled while `work` runs. @param {() => void} work */
function compiles(work) {
    const { Module } = WebAssembly;
    let compiled = false;
    Object.assign(WebAssembly, {
        Module: class extends Module {
            constructor(/** @type {any} */ bytes) {
                super(bytes);
                compiled = true;
            }
        },
    });
    try {
        work();
    } finally {
        Object.assign(WebAssembly, { Module });
    }
    return compiled;
}

test("texts that name nobody are answered without the core", async () => {
    const fresh = await load();
    const [ordinary, dense] = [made(20, false), made(1, true)];
    assert.equal(
        compiles(() => ordinary.forEach((document) => fresh.check(document))),
        false,
    );
    /* More than the gate has room for at once. */
    const blocks = made(40, false).flatMap((/** @type {any} */ document) => document.blocks);
    assert.ok(blocks.map(({ text }) => text).join("").length > 100_000);
    assert.equal(
        compiles(() => assert.deepEqual(fresh.check({ lang: "en", blocks }), whole.check({ lang: "en", blocks }))),
        false,
    );
    /* Together they have more bytes than room, though not more code units. */
    const accented = Array.from({ length: 30 }, () => ({ text: "é".repeat(1000) }));
    assert.equal(
        compiles(() => fresh.check({ lang: "en", blocks: accented })),
        false,
    );
    assert.equal(fresh.rules, whole.rules);
    assert.equal(
        compiles(() => assert.ok(fresh.check(dense[0]).findings.length > 0)),
        true,
    );
});

test("reports are the same, with the gate and without", () => {
    const documents = [...goldDocuments(), ...made(20, false)];
    let nothing = 0;
    for (const document of documents)
        for (const each of [
            document,
            {
                ...document,
                blocks: document.blocks.filter((/** @type {any} */ _, /** @type {number} */ i) => i % 5 === 2),
            },
        ]) {
            const report = behind.checkJson(each);
            assert.equal(report, whole.checkJson(each));
            nothing += report.includes('"findings":[]') ? 1 : 0;
        }
    assert.ok(nothing > 40);
});

test("what the gate cannot know is the core's to say", () => {
    const block = { text: "The bridge in Marley stays closed." };
    /** @type {any[]} */
    const documents = [
        { blocks: [block] },
        { lang: "", blocks: [block] },
        { lang: "de", blocks: [block] },
        { lang: "en", id: 'a"b\\c\n', blocks: [block] },
        { lang: "en", id: 7, blocks: [block] },
        { lang: "en", id: "é", blocks: [block] },
        { lang: "en\u007f", blocks: [block] },
        { lang: "en", blocks: [] },
        { lang: "en", blocks: [{ text: "a\u0000b\ud800c" }] },
        { lang: "en", blocks: [{ text: "Gr" }, { text: "ok said no." }] },
        { lang: "en", blocks: [{ ...block, links: [{ start: 0, end: 3, href: "https://x.com/grok" }] }] },
        { lang: "en", blocks: [{ text: "word ".repeat(20_000) }] },
        { lang: "en", blocks: Array(2000).fill(block) },
    ];
    for (const document of documents)
        for (const options of [{}, { notes: true }, { allQuotes: true }])
            assert.equal(behind.checkJson(document, options), whole.checkJson(document, options));
    /** @type {any[]} */
    const wrong = [
        { lang: "en", blocks: [{ text: 1 }] },
        { lang: "en", blocks: [{ kind: "none", text: "" }] },
        { lang: "en", blocks: [null] },
        { lang: "en", blocks: Object.assign([], { 1: block }) },
        { lang: "en", blocks: [{ ...block, links: [{}] }] },
        { lang: "en" },
        null,
    ];
    for (const document of wrong) {
        const errorOf = (/** @type {typeof whole} */ { checkJson }, /** @type {any} */ on) => {
            try {
                return checkJson.call(on, document);
            } catch (error) {
                return `${/** @type {any} */ (error).name}: ${/** @type {any} */ (error).message}`;
            }
        };
        assert.equal(errorOf(behind, behind), errorOf(whole, whole));
    }
});

test("a page does without the gate, and does not stand still while the core is compiled", async () => {
    const server = createServer((request, response) => {
        const file = new URL(`.${request.url}`, build);
        const type = file.pathname.endsWith(".js") ? "text/javascript" : "application/wasm";
        if (request.url === "/") response.setHeader("content-type", "text/html").end("<title>Halden</title>");
        else if (request.url === "/gate.wasm" || !existsSync(file)) response.writeHead(404).end();
        else response.setHeader("content-type", type).end(readFileSync(file));
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
    const browser = await launch();
    try {
        const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
        const page = await browser.newPage();
        await page.goto(`http://127.0.0.1:${port}/`);
        const [found, compiled] = await page.evaluate(async () => {
            let count = 0;
            WebAssembly.Module = new Proxy(WebAssembly.Module, {
                construct: (Module, [bytes]) => (count++, new Module(bytes)),
            });
            const address = "/mouthpiece.js";
            const mouthpiece = await (await import(address)).load();
            const { findings } = mouthpiece.check({ lang: "en", blocks: [{ text: "“No,” Grok said." }] });
            return [findings.length, count];
        });
        assert.deepEqual([found, compiled], [1, 0]);
    } finally {
        await browser.close();
        server.closeAllConnections();
        server.close();
    }
});
