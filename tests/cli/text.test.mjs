/* text.test.mjs: the text that people read: places, the underlined line, what must not reach a terminal. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { run, scratch } from "./support.mjs";

const { file } = scratch();
const QUOTE = "I am deeply sorry for the posts,";

/** Columns of a terminal, as far as these tests go. @param {string} text */
const columns = (text) =>
    [...text].reduce((sum, each) => sum + (/\p{Mn}/u.test(each) ? 0 : each > "\u2e7f" ? 2 : 1), 0);

/**
 * The first finding's place, line and underlined stretch.
 * @param {string} name @param {string} text @param {string[]} [words]
 */
function show(name, text, words = []) {
    const path = file(name, text);
    const { stdout } = run(["check", "--fail-on", "never", ...words, path]);
    const [heading = "", line = "", marks = ""] = stdout.split("\n");
    assert.ok(heading.startsWith(`${path}:`), stdout);
    const [, row, column] = /^:(\d+):(\d+): /u.exec(heading.slice(path.length)) ?? [];
    const from = marks.indexOf("^");
    let at = 0;
    while (columns(line.slice(0, at)) < from) at++;
    let end = at;
    while (columns(line.slice(at, end)) < marks.length - from) end++;
    return { row: Number(row), column: Number(column), line, marked: line.slice(at, end), stdout };
}

describe("a finding", () => {
    test("stands at its line and column in plain text", () => {
        const { row, column, marked, stdout } = show(
            "a.txt",
            `Posts about the flood\n\nIt rained.\nOn Tuesday “${QUOTE}” Grok wrote.\n`,
        );
        assert.deepEqual([row, column, marked], [4, 13, QUOTE]);
        assert.match(stdout, /: alert: Grok quoted as spokesperson, apology \[[a-z-]+\]\n/u);
        assert.match(stdout, /\n {2}speaker {2}Grok, a language model; named at [^\n]+:4:47\n {2}maker {4}xAI\n/u);
        assert.match(stdout, /\n {2}why {6}\S/u);
        assert.match(stdout, /\n1 alert, 0 notices, 0 info in 1 document\n$/u);
    });
    test("stands at its block's line in Markdown", () => {
        const { row, marked } = show(
            "a.md",
            `# Posts about the flood\n\nIt rained.\n\n> x\n\n“${QUOTE}” **Grok** wrote.\n`,
        );
        assert.deepEqual([row, marked], [7, QUOTE]);
    });
    test("is underlined by columns, not by bytes or characters", () => {
        const { marked } = show("wide.txt", `漢字と é e\u0301 😀: “${QUOTE}” Grok wrote.`);
        assert.equal(marked, QUOTE);
    });
    test("in a long block is shown with what is around it, and no more", () => {
        const rest = "All went on as before. ".repeat(50);
        const { line, marked } = show("long.txt", `${rest}“${QUOTE}” Grok wrote on Tuesday. ${rest}`);
        assert.equal(marked, QUOTE);
        assert.ok(columns(line) <= 104, line);
        assert.match(line, /^ {4}….*“I am.*” Grok wrote.*…$/u);
    });
    test("longer than the line is cut", () => {
        const { line, marked } = show(
            "longest.txt",
            `“${"I am deeply sorry and it will not happen again. ".repeat(9)}” Grok wrote.`,
        );
        assert.ok(columns(line) <= 104, line);
        assert.match(marked, /^I am deeply.*…$/u);
    });
});

describe("a terminal", () => {
    test("gets no colours through a pipe", () => {
        // eslint-disable-next-line no-control-regex
        assert.doesNotMatch(show("b.txt", `“${QUOTE}” Grok wrote.`).stdout, /\u001b/u);
    });
    test("never sees a page's control characters", () => {
        const { stdout } = show("c.txt", `\u001b[31mred\u0007 \u202eturned \u009b2J\u0008 it. “${QUOTE}” Grok wrote.`);
        // eslint-disable-next-line no-control-regex
        assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u);
        assert.match(stdout, /\ufffd\[31mred\ufffd/u);
    });
});
