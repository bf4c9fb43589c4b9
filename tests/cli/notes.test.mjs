/* notes.test.mjs: notes on wording as the command gives them: where, of which words, and only where they are asked for.
 * What each rule notes and passes over, its examples in core/rules/ say. Knows the command from outside only. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";

import { lines, ROOT, run } from "./support.mjs";

/** The noted words, each with its rule. @param {string[]} paragraphs */
function notes(...paragraphs) {
    const blocks = paragraphs.map((text) => ({ kind: "paragraph", text }));
    const { stdout } = run(["scan", "--notes"], { input: JSON.stringify({ lang: "en", blocks }) });
    return lines(stdout)[0].notes.map((/** @type {{words: string, rule: string}} */ one) => `${one.words} ${one.rule}`);
}

describe("a note", () => {
    test("says which words, by UTF-16 places", () => {
        const text = "🌊 A sheepish Grok said it was closed.";
        const { stdout } = run(["scan", "--notes"], { input: JSON.stringify({ lang: "en", blocks: [{ text }] }) });
        const [note] = lines(stdout)[0].notes;
        assert.equal(text.slice(note.start, note.end), "sheepish");
        assert.match(note.message, /“sheepish” gives Grok a temper/u);
    });

    test("follows the model over sentences", () => {
        assert.deepEqual(notes("Grok was asked about the bridge.", "It thinks the bridge will fall."), ["thinks mind"]);
    });

    test("is not made of what others say", () => {
        assert.deepEqual(notes("“Grok thinks the bridge will fall,” the mayor said."), []);
        assert.deepEqual(notes("The mayor proudly said that Grok had been asked."), []);
    });

    test("is not made of what is denied", () => {
        assert.deepEqual(notes("ChatGPT does not think, and was never proud."), []);
    });

    test("comes only where it is asked for, and changes no finding", () => {
        const input = JSON.stringify({ lang: "en", blocks: [{ text: "A sheepish Grok said it was closed." }] });
        const [without] = lines(run(["scan"], { input }).stdout);
        const [{ notes: found, ...rest }] = lines(run(["scan", "--notes"], { input }).stdout);
        assert.equal(found.length, 1);
        assert.deepEqual(rest, without);
    });

    test("stands in the text for people too", () => {
        const { stdout, status } = run(["check", "--notes", "--fail-on", "never"], {
            input: "Grok proudly said so.\n",
        });
        assert.equal(status, 0);
        assert.match(stdout, /-:1:6: note: “proudly”/u);
    });

    test("stands in every format, at its place, and fails nothing", () => {
        const input = "# Rain\n\nIt rained. Grok proudly said so.\n";
        const check = (/** @type {string} */ format) =>
            run(["check", "--notes", "--fail-on", "info", "--format", format, "--stdin-name", "a.md", "-"], { input });
        const shown = {
            text: /^a\.md:3:17: note: “proudly” [^]*; 1 note on wording$/mu,
            json: /"notes":\[\{[^]*"words":"proudly"[^]*"region":\{"start_line":3,"start_column":17,/u,
            sarif: /"ruleId":"wording",[^\n]*“proudly”[^\n]*"startLine":3,"startColumn":17,/u,
            github: /^::notice file=a\.md,line=3,endLine=3,col=17,endColumn=24,title=Wording::“proudly” /mu,
            junit: /tests="1" failures="0"[^]*<testcase classname="a\.md" name="3:17: wording, [\w-]+">\s*<system-out>note: “proudly”/u,
            html: /<details class="document" open>[^]*<b>1<\/b> note<[^]*<p class="card note">“proudly” /u,
        };
        for (const [format, pattern] of Object.entries(shown)) {
            const { status, stdout } = check(format);
            assert.match(stdout, pattern, format);
            assert.equal(status, 0, format);
        }
    });
});

test("notes are few: less than one in 1,000 words of the development documents, so that fewer still are wrong", () => {
    const gold = ["dev-en", "dev-en-2"].map((name) => path.join(ROOT, "tests", "gold", `${name}.jsonl`));
    const words = gold
        .flatMap((name) => lines(readFileSync(name, "utf8")))
        .flatMap(({ blocks }) => blocks)
        .reduce((/** @type {number} */ sum, { text }) => sum + text.split(/\s+/u).length, 0);
    const count = lines(run(["scan", "--notes", ...gold]).stdout).reduce((sum, report) => sum + report.notes.length, 0);
    console.log(`notes on wording: ${count} in ${words} words`);
    assert.ok(count > 0 && count * 1000 < words, `${count} in ${words}`);
});
