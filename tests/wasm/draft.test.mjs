/* draft.test.mjs: draft.wasm reads plain text and Markdown into the very documents that the command reads; nothing in a text
 * is too much for it. Knows the module and the command from outside. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";

import { ROOT, run } from "../cli/support.mjs";
import { build, readBuilt } from "./support.mjs";

/** @type {typeof import("../../wasm/draft/draft.js")} */
const { draftReader } = await import(new URL("draft/draft.js", build).href);
const bytes = readBuilt("draft.wasm");
const read = draftReader(new WebAssembly.Module(bytes));

const SITE = path.join(ROOT, "tests", "examples", "site", "content");
const texts = [
    readFileSync(path.join(ROOT, "README.md"), "utf8"),
    ...readdirSync(SITE)
        .filter((name) => name.endsWith(".md"))
        .map((name) => readFileSync(path.join(SITE, name), "utf8")),
    "",
    "\n\n",
    "Grok apologises\r\nBy Jane Doe\r\n\r\n“We are sorry,” Grok\r\nsaid 🌊.\r\n",
    "# A &amp; B &#8212; &nGt; &nope;\n\n* x\n* y\n\n---\n\n    code\n\n<b>html</b> ![pic](x.png) \\* \u0000",
    "> ".repeat(2000),
    `${"*".repeat(5000)}a${"[".repeat(5000)}`,
];

describe("a draft", () => {
    for (const isMarkdown of [true, false])
        test(`of ${isMarkdown ? "Markdown" : "plain text"} is the command’s`, () => {
            for (const text of texts) {
                const { status, stdout, stderr } = run(["document", "--input", isMarkdown ? "markdown" : "text", "-"], {
                    input: text,
                });
                assert.equal(status, 0, stderr);
                assert.deepEqual(read(text, isMarkdown).blocks, JSON.parse(stdout).blocks, text.slice(0, 60));
            }
        });

    test("as large as a book is read, again and again, in the same memory", () => {
        const book = "“We are sorry,” Grok *said*.\n\n".repeat(50_000);
        for (let turn = 0; turn < 3; turn++) assert.equal(read(book, true).blocks.length, 50_000);
    });

    test("costs what it costs", () => {
        console.log(`draft.wasm: ${bytes.length} bytes, gzip ${gzipSync(bytes, { level: 9 }).length}`);
        assert.ok(bytes.length < 160_000);
    });
});
