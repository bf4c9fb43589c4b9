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
        const json = mouthpiece.checkJson(document, { allQuotes });
        assert.equal(json, native[index], `document ${document.id}`);
        assert.deepEqual(
            mouthpiece.check(document, { allQuotes }),
            JSON.parse(json),
            `document ${document.id}, parsed`,
        );
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

const linked = "“We are sorry,” xAI wrote.";

test("on links of every kind", () => {
    const links = [
        [{ start: 16, end: 19, href: "https://x.com/grok" }],
        [{ start: 0, end: linked.length, href: "https://x.com/grok/status/1?a=“é”\0" }],
        [
            { start: 3, end: 3, href: "" },
            { start: 3, end: 9, href: "x.com/grok" },
            { start: 26, end: 26, href: "\ud800" },
        ],
    ];
    compare(
        links.map((some, index) => ({ id: `links-${index}`, blocks: [{ text: linked, links: some }] })),
        true,
    );
});

test("on links that reach out of the text: both pass them over", () => {
    const without = { id: "out", blocks: [{ text: linked }] };
    for (const [start, end] of [
        [18, 15],
        [0, linked.length + 1],
        [3999999999, 4e9],
    ]) {
        const links = [{ start: Number(start), end: Number(end), href: "x.com/grok" }];
        const document = { id: "out", blocks: [{ text: linked, links }] };
        compare([document], true);
        assert.equal(mouthpiece.checkJson(document), mouthpiece.checkJson(without));
    }
});
