/* explain.test.mjs: `mouthpiece check --explain` against explain.txt. Knows the command from outside only. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";

import { blockOf } from "../spec/entries.mjs";
import { ALERT, ROOT, run } from "./support.mjs";

const SAMPLES = path.join(ROOT, "tests", "samples");

/** @typedef {{rule: string, blocks: {kind: string, text: string}[], wanted: string[]}} Entry */

/** @param {string} text @returns {Entry[]} */
function entriesOf(text) {
    /** @type {Entry[]} */
    const entries = [];
    for (const line of text.split("\n")) {
        const entry = entries.at(-1);
        if (line === "" || line.startsWith("%")) continue;
        if (line.startsWith("=>  ")) entry?.wanted.push(line.slice("=>  ".length));
        else if (line.startsWith("    ")) entry?.blocks.push(blockOf(line.trim()));
        else entries.push({ rule: line, blocks: [], wanted: [] });
    }
    return entries;
}

/** A line without what changes with the rules. @param {string} line */
const settled = (line) => line.replace(/\b\d+ %/gu, "N %").replace(/ [+-]\d+(?= |$)/gu, " N");

/** @param {unknown} document @param {string[]} options */
function explain(document, ...options) {
    const words = ["check", "--explain", "--fail-on", "never", "--input", "json", ...options];
    return run(words, { input: JSON.stringify(document) });
}

describe("explain.txt", () => {
    for (const { rule, blocks, wanted } of entriesOf(readFileSync(new URL("explain.txt", import.meta.url), "utf8"))) {
        test(rule, () => {
            const { status, stdout, stderr } = explain({ id: "page", lang: "en", blocks });
            assert.equal(stderr, "");
            assert.equal(status, 0);
            const lines = stdout.split("\n").map(settled);
            let at = 0;
            for (const line of wanted) {
                const found = lines.indexOf(line, at);
                assert.ok(
                    found >= 0,
                    `this line is missing:\n${line}\nafter\n${lines[at - 1] ?? "the start"}\nin\n${stdout}`,
                );
                at = found + 1;
            }
        });
    }
});

describe("an explanation", () => {
    test("is had of every sample page", () => {
        const pages = readdirSync(SAMPLES).filter((name) => name.endsWith(".html"));
        assert.ok(pages.length > 0);
        for (const name of pages) {
            const { status, stdout } = run(["check", "--explain", "--fail-on", "never", path.join(SAMPLES, name)]);
            assert.equal(status, 0, name);
            assert.match(stdout, /^signs: \d+$/mu, name);
        }
    });
    test("stands before the findings, which stay as they are", () => {
        const plain = run(["check", "--input", "json"], { input: JSON.stringify(ALERT) });
        const explained = run(["check", "--input", "json", "--explain"], { input: JSON.stringify(ALERT) });
        assert.ok(explained.stdout.endsWith(`\n\n${plain.stdout}`));
        assert.equal(explained.status, plain.status);
    });
    test("is the same each time", () => assert.equal(explain(ALERT).stdout, explain(ALERT).stdout));
    test("keeps a page's controls from the terminal", () => {
        const { stdout } = explain({ lang: "en", blocks: [{ text: "Grok\u001b[31m said\r\n\u0085\u202e “no”." }] });
        assert.doesNotMatch(stdout.replaceAll("\n", ""), /[\p{Cc}\u202e]/u);
    });
    test("is not for JSON", () => {
        const { status, stdout, stderr } = explain(ALERT, "--format", "json");
        assert.equal(status, 2);
        assert.equal(stdout, "");
        assert.match(stderr, /--explain goes with --format text only/u);
    });
    test("is no option of scan", () => assert.equal(run(["scan", "--explain"]).status, 2));
});
