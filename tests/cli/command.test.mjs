/* command.test.mjs: what the command takes and how it ends: usage, help, exit status, diagnostics. Knows the command from
 * outside only. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { ALERT, CLEAN, lines, run, scratch } from "./support.mjs";

const { file, folder } = scratch();
const alert = file("alert.json", JSON.stringify(ALERT, null, 2));
const clean = file("clean.json", JSON.stringify(CLEAN));

describe("help and version", () => {
    test("--version names the program", () => {
        assert.deepEqual(run(["--version"]), { status: 0, signal: null, stdout: "mouthpiece 0.1.0\n", stderr: "" });
    });
    for (const words of [["--help"], ["-h"], ["check", "--help"], ["scan", "--help"], ["document", "-h"]])
        test(`${words.join(" ")} goes to standard output`, () => {
            const { status, stdout, stderr } = run(words);
            assert.equal(status, 0);
            assert.equal(stderr, "");
            assert.match(stdout, /usage:/u);
            assert.ok(stdout.split("\n").every((line) => line.length <= 120));
        });
    test("every option that check's help names is taken", () => {
        const named = [...run(["check", "--help"]).stdout.matchAll(/^ {2}(--[a-z-]+)/gmu)].map(([, name]) => name);
        assert.ok(named.length >= 6);
        for (const name of named) assert.doesNotMatch(run(["check", String(name)]).stderr, /no such option/u);
    });
});

describe("help", () => {
    test("is a command's own, asked either way", () => {
        for (const name of ["check", "scan", "rules", "init"])
            assert.deepEqual(run(["help", name]), run([name, "--help"]), name);
        assert.match(run(["help", "frobnicate"]).stderr, /no such command: frobnicate/u);
    });
});

describe("usage", () => {
    /** @type {[string[], RegExp][]} */
    const wrong = [
        [[], /which command/u],
        [["frobnicate"], /no such command: frobnicate/u],
        [["check", "--bogus"], /no such option: --bogus/u],
        [["check", "--format", "yaml"], /no such value: yaml/u],
        [["check", "--fail-on", "panic"], /no such value: panic/u],
        [["check", "--lang"], /needs a value: --lang/u],
        [["scan", "--fail-on", "alert"], /this command has no such option: fail-on/u],
        [["document", "--all-quotes"], /this command has no such option: all-quotes/u],
    ];
    for (const [words, message] of wrong)
        test(`mouthpiece ${words.join(" ")}`, () => {
            const { status, stdout, stderr } = run(words);
            assert.equal(status, 2);
            assert.equal(stdout, "");
            assert.match(stderr, message);
        });
});

describe("exit status", () => {
    test("0 where nothing is found", () => assert.equal(run(["check", clean]).status, 0));
    test("1 on an alert", () => assert.equal(run(["check", alert]).status, 1));
    test("0 on an alert with --fail-on never", () => {
        const { status, stdout } = run(["check", "--fail-on", "never", alert]);
        assert.equal(status, 0);
        assert.match(stdout, /: alert: Grok /u);
    });
    test("1 on an alert with --fail-on info", () => assert.equal(run(["check", "--fail-on=info", alert]).status, 1));
    test("2 where a file cannot be read, and the rest is still checked", () => {
        const { status, stdout, stderr } = run(["check", "--format", "json", "no-such-file", alert, folder]);
        assert.equal(status, 2);
        assert.deepEqual(
            lines(stdout).map(({ id }) => id),
            ["alert"],
        );
        assert.match(stderr, /^no-such-file:1: No such file or directory$/mu);
        assert.match(stderr, /:1: nothing in this folder can be checked$/mu);
    });
    test("findings do not change scan's", () => {
        const { status, stdout } = run(["scan"], { input: JSON.stringify(ALERT) });
        assert.equal(status, 0);
        assert.ok(lines(stdout)[0].counts.alert > 0);
    });
});

describe("rule packs", () => {
    test("one that is no JSON is refused by name", () => {
        const pack = file("pack.json", "{");
        const { status, stdout, stderr } = run(["check", "--rules", pack, clean]);
        assert.equal(status, 2);
        assert.equal(stdout, "");
        assert.ok(stderr.startsWith(`${pack}:`), stderr);
    });
    test("among many, the one that is wrong", () => {
        const good = file("good.json", '{"id": "good", "version": "1"}');
        const pack = file("pack.json", '{"id": "bad",\n"version": "1",\n"cues": [{"lemma": ""}]}');
        const { status, stderr } = run(["check", "--rules", good, "--rules", pack, "--rules", good, clean]);
        assert.equal(status, 2);
        assert.equal(stderr, `${pack}:3: pack 2: an entry lacks its member: lemma\n`);
    });
    test("one that is not there too", () => {
        const { status, stderr } = run(["check", "--rules", "no-such-pack", clean]);
        assert.equal(status, 2);
        assert.match(stderr, /^no-such-pack:1: No such file/u);
    });
});

describe("many documents", () => {
    const many = [ALERT, CLEAN, { ...ALERT, id: "again" }].map((each) => JSON.stringify(each));
    test("reports come in input order, a line each", () => {
        const { status, stdout } = run(["scan"], { input: many.join("\n") });
        assert.equal(status, 0);
        assert.ok(stdout.endsWith("}\n"));
        assert.deepEqual(
            lines(stdout).map(({ id }) => id),
            ["alert", "clean", "again"],
        );
    });
    test("a bad one is told by its line and passed over", () => {
        const input = [many[0], "", "{nope}", '{"id": "x"}', many[1], '{"blocks": [{"kind": "essay", "text": ""}]}'];
        const { status, stdout, stderr } = run(["scan"], { input: input.join("\n") });
        assert.equal(status, 2);
        assert.deepEqual(
            lines(stdout).map(({ id }) => id),
            ["alert", "clean"],
        );
        assert.deepEqual(
            stderr
                .trim()
                .split("\n")
                .map((line) => line.split(" ")[0]),
            ["-:3:", "-:4:", "-:6:"],
        );
    });
    test("an input without an id is called by its file", () => {
        const nameless = file("nameless.jsonl", JSON.stringify({ blocks: CLEAN.blocks }));
        assert.equal(lines(run(["scan", nameless]).stdout)[0].id, nameless);
        assert.equal(lines(run(["check", "--format", "json", nameless]).stdout)[0].id, nameless);
        assert.equal(lines(run(["document", nameless]).stdout)[0].id, nameless);
    });
    test("scan reads a file as its name's ending says, and as JSON Lines what has none", () => {
        const page = file("page.html", `<article><h1>Halden</h1><p>${ALERT.blocks.at(-1)?.text}</p></article>`);
        const bare = file("bare", JSON.stringify(ALERT));
        const reports = lines(run(["scan", "--anyway", page, bare]).stdout);
        assert.deepEqual(
            reports.map(({ findings }) => findings.length),
            [1, 2],
        );
    });
    test("--lang goes before what the document says", () => {
        const { stdout } = run(["scan", "--lang", "en-GB"], { input: JSON.stringify({ ...CLEAN, lang: "de" }) });
        assert.equal(lines(stdout)[0].lang, "en-GB");
    });
    test("--all-quotes gives the others' as well", () => {
        const [report] = lines(run(["scan", "--all-quotes"], { input: JSON.stringify(CLEAN) }).stdout);
        assert.equal(report.findings.length, 0);
        assert.equal(report.quotes.length, 1);
        assert.equal("quotes" in lines(run(["scan"], { input: JSON.stringify(CLEAN) }).stdout)[0], false);
    });
});
