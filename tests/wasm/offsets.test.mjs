/* offsets.test.mjs: offsets are those of JavaScript's own strings, whatever stands in the text. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { goldDocuments, load, paragraph, placesOf } from "./support.mjs";

const mouthpiece = await load();

/** @typedef {import("./support.mjs").Document} Document */

/** @param {Document} document @returns how many places were looked at */
function assertPlaces(document) {
    const places = placesOf(mouthpiece.check(document, { allQuotes: true }));
    for (const { block, start, end, text } of places) {
        const whole = document.blocks[block]?.text;
        assert.ok(
            typeof whole === "string" && start < end && end <= whole.length,
            `${document.id}: ${block} ${start} ${end}`,
        );
        if (text !== undefined) assert.equal(text, whole.slice(start, end));
    }
    return places.length;
}

test("in every gold document", () => {
    for (const document of goldDocuments()) assertPlaces(document);
});

/* What moves bytes, code points and code units apart, put before, into and behind a quote. */
const fillers = {
    emoji: "😀👩‍👩‍👧‍👦🏳️‍🌈",
    "combining marks": "e\u0301a\u0308\u0323",
    "carriage returns": "a\r\nb\r",
    "no-break spaces": "\u00a0a\u202fb\u00a0",
    "wide letters": "漢字かな",
    "right to left": "\u200fעברית\u200e",
    "soft hyphens and joiners": "a\u00adb\u200bc\u2060d",
    "a byte order mark": "\ufeff",
    tabs: "\ta\t",
    "line separators": "a\u2028b\u2029c",
    "private use and specials": "\ue000\ufffd\u{10ffff}",
};

for (const [name, filler] of Object.entries(fillers)) {
    test(`with ${name}`, () => {
        const texts = [
            `${filler} “I am sorry,” Grok said. ${filler}`,
            `Before ${filler} Grok said: “I am ${filler} sorry.” After.`,
            `${filler}. Grok apologised for ${filler} the posts.`,
            `“I am sorry ${filler},” ${filler} said. “So ${filler} am I,” Grok said.`,
        ];
        const found = texts.map((text) => assertPlaces(paragraph(text)));
        assert.ok(found.some((count) => count > 0));
        const blocks = texts.map((text) => ({ text }));
        assertPlaces({ id: "together", lang: "en", blocks });
    });
}

test("a quote's text is the block's own, letter for letter", () => {
    const text = "😀 “I’m\u00a0sorry e\u0301,” Grok said.";
    const [finding] = mouthpiece.check(paragraph(text)).findings;
    assert.equal(finding?.quote, "I’m\u00a0sorry e\u0301,");
    assert.equal(finding.start, 4);
});

test("a signal comes with the sentence around it, out of the quote that it stands in", () => {
    /** @param {string} after the words */
    const sentencesOf = (after) => {
        const blocks = [{ text: "Grok said on Tuesday that the cause was a faulty update." }, { text: after }];
        const [finding] = mouthpiece.check({ lang: "en", blocks }).findings;
        return finding?.signals.map(({ id, sentence: { start, end } }) => [id, after.slice(start, end)]);
    };
    assert.deepEqual(
        sentencesOf("It was late. The firm xAI did not answer questions on Monday. No one was surprised."),
        [["maker-silent", "The firm xAI did not answer questions on Monday."]],
    );
    assert.deepEqual(
        sentencesOf("It was late. “That is wrong. We checked,” said Ann Bell, an engineer at xAI. No one asked."),
        [["maker-denied", "“That is wrong. We checked,” said Ann Bell, an engineer at xAI."]],
    );
});

test("a signal's sentence holds its words", () => {
    let count = 0;
    for (const document of goldDocuments())
        for (const { signals } of mouthpiece.check(document).findings)
            for (const { block, start, end, sentence } of signals) {
                assert.equal(sentence.block, block);
                assert.ok(sentence.start <= start && end <= sentence.end, document.id);
                count++;
            }
    assert.ok(count > 100, "the gold documents have signals");
});
