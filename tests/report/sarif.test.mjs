/* sarif.test.mjs: the SARIF that the command writes fits the official schema, says what was found, and keeps its
 * fingerprints when a paragraph is put in elsewhere. Knows the command from outside only. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { describe, test } from "node:test";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";

import { run, scratch } from "../cli/support.mjs";
import { cut } from "./support.mjs";

const { file, folder } = scratch();
const schema = JSON.parse(
    readFileSync(
        createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"),
        "utf8",
    ),
);
const ajv = new /** @type {any} */ (Ajv)({ strict: false, allErrors: true, unicodeRegExp: false });
/** @type {any} */ (addFormats)(ajv);
const fits = ajv.compile(schema);

const LINES = [
    "# Grok apologises for posts",
    "",
    "Users of X were angry.",
    "",
    "“We are *fixing* it urgently,” the chatbot said. 🦔 “I regret it,” Grok added.",
    "",
    "xAI did not reply.",
];

/** @param {string[]} words @returns {any} the log */
function sarif(...words) {
    const { stdout, status } = run(["check", "--format", "sarif", ...words], { cwd: folder });
    assert.notEqual(status, null);
    const log = JSON.parse(stdout);
    assert.ok(fits(log), ajv.errorsText(fits.errors, { separator: "\n" }));
    return log;
}

/** @param {any} log @returns {any[]} */
const results = (log) => log.runs[0].results;
/** @param {any} log @returns {string[]} */
const prints = (log) => results(log).map(({ partialFingerprints }) => partialFingerprints["mouthpiece/v1"]);

describe("SARIF", () => {
    file("draft.md", LINES.join("\n"));
    const log = sarif("draft.md");

    test("fits the schema also where nothing is found, and where a file cannot be read", () => {
        file("clean.txt", "It rained all day, the mayor said.");
        assert.deepEqual(results(sarif("clean.txt")), []);
        const broken = sarif("draft.md", "nothing here.md");
        assert.equal(broken.runs[0].invocations[0].executionSuccessful, false);
        const [{ message, locations }] = broken.runs[0].invocations[0].toolExecutionNotifications;
        assert.match(message.text, /No such file/u);
        assert.equal(locations[0].physicalLocation.artifactLocation.uri, "nothing%20here.md");
        assert.equal(results(broken).length, results(log).length);
    });

    test("columns count UTF-16 code units, and regions are the words", () => {
        assert.equal(log.runs[0].columnKind, "utf16CodeUnits");
        const pieces = results(log).map(({ locations: [{ physicalLocation }] }) => {
            const { startLine, startColumn, endLine, endColumn } = physicalLocation.region;
            return cut(LINES.join("\n"), {
                start_line: startLine,
                start_column: startColumn,
                end_line: endLine,
                end_column: endColumn,
            });
        });
        assert.deepEqual(pieces, ["apologises for posts", "We are *fixing* it urgently,", "I regret it,"]);
    });

    test("every result has a rule with help, a level and the words", () => {
        const { rules } = log.runs[0].tool.driver;
        for (const { ruleId, ruleIndex, level, message, properties } of results(log)) {
            assert.equal(rules[ruleIndex].id, ruleId);
            assert.ok(rules[ruleIndex].help.text.length > 100);
            assert.match(level, /^(error|warning|note)$/u);
            assert.ok(message.text.includes(properties.quote));
            assert.equal(properties.maker, "xAI");
        }
        assert.equal(results(log)[0].ruleId, "spokesperson/apology");
    });

    test("fixes stand for words of the file, and leave the quote alone", () => {
        const fixes = results(log).flatMap(({ fixes: list = [] }) => list);
        assert.ok(fixes.length > 0);
        for (const { artifactChanges } of fixes) {
            const [{ deletedRegion, insertedContent }] = artifactChanges[0].replacements;
            const { startLine, startColumn, endLine, endColumn } = deletedRegion;
            assert.ok(endLine === startLine && endColumn >= startColumn);
            const line = LINES[startLine - 1] ?? "";
            const fixed = line.slice(0, startColumn - 1) + insertedContent.text + line.slice(endColumn - 1);
            const quotes = /“[^”]*”/gu;
            assert.deepEqual(fixed.match(quotes), line.match(quotes));
            assert.notEqual(fixed, line);
        }
    });

    test("fingerprints stay when a paragraph is put in, when a quote is polished, and differ from each other", () => {
        const longer = [LINES[0], "", "The weather was fine, and nobody minded.", "", ...LINES.slice(1)].join("\n");
        writeFileSync(path.join(folder, "draft.md"), longer);
        const after = sarif("draft.md");
        assert.deepEqual(prints(after), prints(log));
        assert.notDeepEqual(results(after)[1].locations, results(log)[1].locations);
        writeFileSync(path.join(folder, "draft.md"), longer.replace("*fixing*", "fixing"));
        assert.deepEqual(prints(sarif("draft.md")), prints(log));
        assert.equal(new Set(prints(log)).size, prints(log).length);
        writeFileSync(path.join(folder, "draft.md"), LINES.join("\n"));
    });

    test("the same words twice are told apart", () => {
        file("twice.md", `${LINES[4]}\n\nLater it rained.\n\n${LINES[4]}\n`);
        const all = prints(sarif("twice.md"));
        assert.equal(new Set(all).size, all.length);
        assert.ok(all.some((print) => print.endsWith(":2")));
    });

    test("notes on wording have a rule of their own", () => {
        file("feels.txt", "Grok feels remorse.\n\nGrok is a chatbot that xAI made, and it proudly refuses to answer.");
        const notes = results(sarif("--notes", "feels.txt")).filter(({ ruleId }) => ruleId === "wording");
        assert.ok(notes.length > 0);
        for (const { level, locations } of notes) {
            assert.equal(level, "note");
            assert.ok(locations[0].physicalLocation.region.startLine >= 1);
        }
    });

    test("documents in JSON Lines have their line, and a block", () => {
        const block = { kind: "paragraph", text: "“I am deeply sorry for the posts,” Grok wrote on Tuesday." };
        file("two.jsonl", `{"blocks": []}\n${JSON.stringify({ blocks: [block] })}\n`);
        const [{ locations }] = results(sarif("two.jsonl"));
        assert.equal(locations[0].physicalLocation.region.startLine, 2);
        assert.match(locations[0].logicalLocations[0].fullyQualifiedName, /^blocks\[0\]\.text\[1:33\]$/u);
    });
});
