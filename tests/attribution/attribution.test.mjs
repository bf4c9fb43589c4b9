/* attribution.test.mjs: everybody's quotes in real news, measured with the shared folder's corpus and scorer: who said
 * what, and that nobody is taken for a model. The corpus is third-party and only measured: nothing of it stands here,
 * nothing is learnt from it. Without the shared folder only a notice is left. Knows the command from outside. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { before, describe, test } from "node:test";
import { lines, scratch } from "../cli/support.mjs";
import { documentOf, scan, SHARED } from "./support.mjs";

/** @typedef {import("./support.mjs").Article} Article */

const CORPUS = path.join(SHARED, "gold", "attribution", "polnear-dev.jsonl");
const SCORER = path.join(SHARED, "eval", "score_attribution.py");

/** F1s: the first two are the project's bars; the last is how many findings a hundred articles may draw. */
const BARS = { direct: 0.84, indirect: 0.42, false_per_hundred: 16 };

/** A report's quotes with offsets into the article's text, as the scorer wants them. @param {any} report @param {number[]} starts */
function quotesOf(report, starts) {
    const place = (/** @type {any} */ { block, start, end }) => ({
        start: (starts[block] ?? 0) + start,
        end: (starts[block] ?? 0) + end,
    });
    return report.quotes.map((/** @type {any} */ quote) => ({
        ...place(quote),
        speaker: quote.speaker && { ...place(quote.speaker), text: quote.speaker.text },
    }));
}

const { file } = scratch();

if (!existsSync(CORPUS)) {
    console.error(`NOTICE: ${CORPUS} is not there: everybody's quotes were not measured`);
    test("without the shared folder nothing is claimed about attribution", () =>
        assert.equal(existsSync(CORPUS), false));
} else {
    describe("news articles", () => {
        /** @type {Article[]} */
        const articles = lines(readFileSync(CORPUS, "utf8"));
        const documents = articles.map(documentOf);
        /** @type {any} */
        let figures;

        before(() => {
            const reports = scan(
                documents.map(({ document }) => document),
                ["--all-quotes"],
            );
            const predicted = reports.map((report, index) =>
                JSON.stringify({ id: report.id, quotes: quotesOf(report, documents[index]?.starts ?? []) }),
            );
            const { status, stdout, stderr } = spawnSync(
                "python3",
                ["-B", SCORER, CORPUS, "--pred", file("quotes.jsonl", predicted.join("\n")), "--json"],
                { encoding: "utf8", maxBuffer: 1 << 28 },
            );
            assert.equal(status, 0, stderr);
            figures = JSON.parse(stdout);
        });

        test("who said what stands in quotation marks", () => {
            const f1 = figures.direct.attribution["end to end"].F1;
            console.log(`attribution: direct quotes end to end F1 ${f1}`);
            assert.ok(f1 >= BARS.direct, `F1 ${f1}`);
        });

        test("who is reported to have said what", () => {
            const f1 = figures["indirect+mixed"]["overlap 0.5"].F1;
            console.log(`attribution: reported clauses F1 ${f1}`);
            assert.ok(f1 >= BARS.indirect, `F1 ${f1}`);
        });

        test("nobody is a model in articles that know none", () => {
            const findings = scan(documents.map(({ document }) => document)).flatMap((report) => report.findings);
            assert.deepEqual(findings, []);
        });

        test("nobody becomes a model where one is spoken of", () => {
            const about_models = documents.map(({ document: { id, lang, blocks } }) => {
                const middle = Math.floor(blocks.length / 2);
                const first = { kind: "paragraph", text: "Grok is the chatbot of xAI, and ChatGPT is a rival." };
                const second = { kind: "paragraph", text: "The chatbot is popular with voters." };
                return { id, lang, blocks: [first, ...blocks.slice(0, middle), second, ...blocks.slice(middle)] };
            });
            const findings = scan(about_models).flatMap((report) => report.findings);
            console.log(`attribution: ${findings.length} false findings in ${articles.length} articles`);
            assert.ok(findings.length <= (BARS.false_per_hundred * articles.length) / 100);
        });
    });
}
