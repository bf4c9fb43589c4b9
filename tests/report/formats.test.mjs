/* formats.test.mjs: text in colour, JSON, GitHub's annotations and JUnit's XML, each as its reader takes it; hostile text
 * stays text in all of them. Knows the command from outside only. */
/* eslint-disable no-control-regex -- what acts on terminals is what is looked for */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { lines, run, scratch } from "../cli/support.mjs";
import { assertFits } from "../schema/support.mjs";

const XSD = fileURLToPath(new URL("junit.xsd", import.meta.url));
const { file, folder } = scratch();
const MIXED =
    "Grok apologises for posts\n\n“We are fixing it urgently,” the chatbot said.\n\nAsked for a recipe, Grok wrote: “Take two eggs.”\n";
/** Text that would act on whatever reads it, were it not escaped. */
const HOSTILE =
    "“<script>alert(1)</script> ]]> & \u001b[31m\u202e 100%\u0001 ::error::x,” the chatbot Grok said, sorry for it.\n\n";
file("mixed.txt", MIXED);
file("hostile <&>,:%.txt", `Grok apologises for ${HOSTILE}\n\n${HOSTILE}`);
file("clean.txt", "It rained all day, the mayor said.\n");
const FILES = ["mixed.txt", "hostile <&>,:%.txt", "clean.txt"];

/** @param {string[]} words */
const check = (...words) => run(["check", ...words], { cwd: folder });

describe("text", () => {
    test("has colours where they are asked for, and else none", () => {
        assert.match(check("--color", "always", "mixed.txt").stdout, /\u001b\[1;31malert: \u001b\[0m/u);
        assert.doesNotMatch(check("mixed.txt").stdout, /\u001b/u);
        assert.doesNotMatch(check("--color", "never", "mixed.txt").stdout, /\u001b/u);
        assert.equal(check("--color", "sometimes", "mixed.txt").status, 2);
    });
    test("has colours on a terminal, unless NO_COLOR is set", () => {
        /** @param {string} env */
        const onTerminal = (env) =>
            spawnSync("script", ["-qec", `env ${env} TERM=xterm ${run.command} check mixed.txt`, "/dev/null"], {
                cwd: folder,
                encoding: "utf8",
            }).stdout;
        assert.match(onTerminal("A=b"), /\u001b\[1;31m/u);
        assert.doesNotMatch(onTerminal("NO_COLOR=1"), /\u001b\[1/u);
    });
    test("shows levels from the one asked for", () => {
        const all = check("mixed.txt").stdout;
        assert.match(all, /: info: |: notice: /u);
        const alerts = check("--level", "alert", "mixed.txt").stdout;
        assert.doesNotMatch(alerts, /: info: |: notice: /u);
        assert.match(alerts, /2 alerts, 0 notices, 0 info/u);
    });
    test("nothing of a page acts on the terminal", () => {
        assert.doesNotMatch(check(...FILES).stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/u);
    });
    test("--output leaves what was there where nothing can be checked", () => {
        file("kept.txt", "yesterday's\n");
        assert.match(
            check("--baseline", "kept.txt", "--output", "kept.txt", "mixed.txt").stderr,
            /a baseline is a SARIF file/u,
        );
        assert.equal(readFileSync(path.join(folder, "kept.txt"), "utf8"), "yesterday's\n");
    });

    test("--output writes to a file", () => {
        const { stdout, status } = check("--output", "out.txt", "mixed.txt");
        assert.equal(stdout, "");
        assert.equal(status, 1);
        assert.match(check("--output", "no/such/folder", "mixed.txt").stderr, /^no\/such\/folder:1: No such file/u);
    });
});

describe("JSON", () => {
    test("fits the schema, and says where and which", () => {
        const reports = lines(check("--format", "json", "--notes", "--all-quotes", ...FILES).stdout);
        assert.equal(reports.length, 3);
        for (const report of reports) assertFits("report", report, report.id);
        const [mixed] = reports;
        assert.deepEqual(mixed.findings[0].region, { start_line: 1, start_column: 6, end_line: 1, end_column: 26 });
        assert.match(mixed.findings[0].fingerprint, /^[0-9a-f]{16}:1$/u);
    });
    test("a level leaves out what is below it", () => {
        const [report] = lines(check("--format", "json", "--level", "alert", "mixed.txt").stdout);
        assert.deepEqual(new Set(report.findings.map((/** @type {any} */ { level }) => level)), new Set(["alert"]));
        assert.deepEqual(report.counts, { alert: report.findings.length, notice: 0, info: 0 });
    });
    test("a page that is no article says so", () => {
        file("shop.html", "<!doctype html><title>Shop</title><p>Buy <a href=x>this</a></p>");
        const [report] = lines(check("--format", "json", "shop.html").stdout);
        assertFits("report", report);
        assert.equal(report.article, false);
    });
    test("a text that names models in a language that the rules do not read says so, in every format", () => {
        const foreign = file("fremd.txt", "Grok entschuldigt sich für Beiträge\n\n„Es tut mir leid“, schrieb Grok.\n");
        const [report] = lines(check("--format", "json", foreign).stdout);
        assertFits("report", report);
        assert.equal(report.read, false);
        const text = check(foreign).stdout;
        assert.match(text, /fremd\.txt: in a language that the rules do not read, nothing checked/u);
        assert.match(text, /in 1 document \(1 in a language that the rules do not read\)\n$/u);
        assert.match(check("--format", "html", foreign).stdout, />in a language that the rules do not read, nothing/u);
        assert.match(
            check("--format", "junit", foreign).stdout,
            /<testsuite [^>]* skipped="1">\s*<testcase [^>]*><skipped message="in a language that the rules do not read/u,
        );
        const silent = check(file("still.txt", "Die Brücke wird gebaut\n\n„Endlich“, sagte der Wirt.\n")).stdout;
        assert.doesNotMatch(silent, /language/u);
    });
});

describe("GitHub's annotations", () => {
    const { stdout } = check("--format", "github", ...FILES, "gone.md");
    const commands = stdout.trimEnd().split("\n");
    test("are a command a line, with level, file and place", () => {
        assert.equal(
            commands[0]?.split("::")[1],
            "error file=mixed.txt,line=1,endLine=1,col=6,endColumn=26,title=Grok quoted as spokesperson%2C apology",
        );
        for (const command of commands) assert.match(command, /^::(error|warning|notice) file=[^:]+::[^\r\n]+$/u);
        assert.match(stdout, /^::(warning|notice) file=mixed\.txt,line=5/mu);
    });
    test("escape what names and pages hold", () => {
        assert.match(stdout, /file=hostile <&>%2C%3A%25\.txt,line=1/u);
        assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f]/u);
    });
    test("tell what could not be read", () => {
        assert.equal(commands.at(-1), "::error file=gone.md,line=1,title=mouthpiece::No such file or directory");
    });
});

describe("JUnit's XML", () => {
    const { stdout } = check("--format", "junit", "--fail-on", "alert", ...FILES, "gone.md");
    test("is valid", () => {
        const { status, stderr } = spawnSync("xmllint", ["--noout", "--schema", XSD, file("out.xml", stdout)], {
            encoding: "utf8",
        });
        assert.equal(status, 0, stderr);
    });
    test("has a suite a file, a failure a finding that fails, and an error for what could not be read", () => {
        assert.equal(stdout.match(/<testsuite /gu)?.length, 4);
        const suite = /<testsuite name="mixed.txt" tests="(\d)" failures="(\d)"/u.exec(stdout);
        assert.deepEqual(suite?.slice(1), ["3", "2"]);
        assert.match(stdout, /<testcase classname="clean.txt" name="no model is quoted"\/>/u);
        assert.match(stdout, /<error message="No such file or directory"/u);
        assert.ok(stdout.includes("hostile &lt;&amp;&gt;,:%.txt"));
    });
    test("takes its failures from the level that fails", () => {
        const never = check("--format", "junit", "--fail-on", "never", "mixed.txt").stdout;
        assert.doesNotMatch(never, /<failure/u);
        assert.match(never, /<system-out>alert: /u);
    });
});

test("every format is the same bytes side by side and one after the other", () => {
    const names = Array.from({ length: 40 }, (_, i) =>
        file(`many-${i}.txt`, i % 3 === 0 ? MIXED : `It rained ${i} times.\n`),
    );
    for (const format of ["text", "json", "sarif", "github", "junit", "html"]) {
        const words = ["check", "--no-config", "--format", format, ...names, path.join(folder, "gone")];
        const alone = run([...words, "--jobs", "1"]);
        const together = run([...words, "--jobs", "7"]);
        assert.deepEqual(together, alone, format);
        assert.equal(alone.status, 2);
    }
});
