/* same.test.mjs: the module and the command give the same bytes for the same document. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { goldDocuments, load, paragraph, scan } from "./support.mjs";

const mouthpiece = await load();

/** @typedef {import("./support.mjs").Document} Document */

/** @param {Document[]} documents @param {boolean} allQuotes */
function compare(documents, allQuotes) {
    const native = scan(documents, allQuotes ? ["--all-quotes"] : []);
    assert.equal(native.length, documents.length);
    documents.forEach((document, index) => {
        assert.equal(mouthpiece.checkJson(document, { allQuotes }), native[index], `document ${document.id}`);
    });
}

const gold = goldDocuments();

test("on every gold document", () => {
    assert.ok(gold.length >= 140);
    compare(gold, false);
});

test("on every gold document, with all quotes", () => compare(gold, true));

test("on texts that JSON cannot hold as they are", () => {
    const texts = [
        "\0",
        "a\0Grok said “\0yes\0”.",
        "\ud83d",
        "\ude00\ud83d",
        "“\ud83d,” Grok said. “\ude00.”",
        "\ufeffGrok",
    ];
    compare(
        texts.map((text, index) => ({ ...paragraph(text), id: `odd-${index}` })),
        true,
    );
});

test("on documents with little in them", () => {
    compare(
        [
            { id: "none", blocks: [] },
            { id: "empty", blocks: [{ text: "" }] },
            { id: "kind", blocks: [{ text: "Grok said it was sorry." }] },
            { id: "deux", lang: "fr", url: "https://example.org/", blocks: [{ text: "Grok a dit « oui »." }] },
        ],
        true,
    );
});

test("on links of every kind", () => {
    const text = "“We are sorry,” xAI wrote.";
    const links = [
        [{ start: 15, end: 18, href: "https://x.com/grok" }],
        [{ start: 18, end: 15, href: "https://x.com/grok" }],
        [{ start: 0, end: 4e9, href: "https://x.com/grok/status/1?a=“é”" }],
        [
            { start: 3999999999, end: 4e9, href: "" },
            { start: 0, end: 0, href: "x.com/grok" },
        ],
    ];
    compare(
        links.map((some, index) => ({ id: `links-${index}`, blocks: [{ text, links: some }] })),
        true,
    );
});
