/* module.test.mjs: the contracts as JSON Schema, for the module: every report of it fits, and it refuses what is no
 * document. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "../wasm/support.mjs";
import { NO_DOCUMENTS, assertDoesNotFit, assertFits, goldDocuments } from "./support.mjs";

const gold = goldDocuments();
const mouthpiece = await load();

test("every report of the module fits", () => {
    let found = 0;
    for (const document of gold) {
        const report = mouthpiece.check(document, { allQuotes: true });
        assertFits("report", report, document.id);
        found += report.findings.length;
    }
    assert.ok(found > 100, "the gold documents hold findings");
    assertFits("report", mouthpiece.check({ blocks: [] }));
});

test("what is no report does not fit", () => {
    const report = mouthpiece.check({
        id: "a",
        lang: "en",
        blocks: [{ text: "Grok apologised for the posts. “Sorry,” the chatbot wrote." }],
    });
    assertFits("report", report);
    const [finding] = report.findings;
    assert.ok(finding);
    /** @param {object} change */
    const withFinding = (change) => ({ ...report, findings: [{ ...finding, ...change }] });
    for (const changed of [
        { ...report, more: 1 },
        { ...report, counts: { ...report.counts, alert: -1 } },
        withFinding({ more: 1 }),
        withFinding({ role: "sample", act: "apology" }),
        withFinding({ role: "spokesperson", act: undefined }),
        withFinding({ level: "warning" }),
        withFinding({ confidence: 1.5 }),
        withFinding({ start: -1 }),
        withFinding({ signals: [{ id: "silent", block: 0, start: 0, end: 1 }] }),
        withFinding({ cue: undefined }),
    ]) {
        assertDoesNotFit("report", JSON.parse(JSON.stringify(changed)));
    }
});

test("the module refuses what is no document", () => {
    for (const document of NO_DOCUMENTS) assert.throws(() => mouthpiece.check(document), JSON.stringify(document));
});
