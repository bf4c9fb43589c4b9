/* unused.test.mjs: comments and mutes that set nothing aside any more are told of, in every format, and fail nothing; and
 * what they set aside may be a note on wording too. Knows the command from outside only. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";

import { lines, run, scratch } from "./support.mjs";

const { folder } = scratch();
const QUOTE = "“I am deeply sorry for the posts,” Grok wrote on Tuesday.\n";
const NOTED = "A remorseful Grok refused to say when it rained.\n";
const MUTES = [
    '        { "sentence": "deeply sorry", "reason": "the desk has asked xAI" },',
    '        { "model": "chatgpt", "reason": "long ago" },',
    '        { "rule": "wording", "paths": ["opinion/"], "reason": "columnists may" }',
];

/** @param {string} name @param {Record<string, string>} files */
function site(name, files) {
    const top = path.join(folder, name);
    for (const [file, text] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(top, file)), { recursive: true });
        writeFileSync(path.join(top, file), text);
    }
    return (/** @type {string[]} */ ...words) => run(["check", ...words], { cwd: top });
}

describe("a comment that sets nothing aside", () => {
    const check = site("comments", {
        "used.md": `<!-- mouthpiece-ignore: satire -->\n\n${QUOTE}`,
        "unused.md": `It rained.\n\n<!-- mouthpiece-ignore: satire -->\n\nIt rained on.\n\n<!-- mouthpiece-ignore-start: a play -->\n\nRain.\n\n<!-- mouthpiece-ignore-end -->\n`,
        "page.html": `<article><h1>Rain</h1><!-- mouthpiece-ignore-file: old --><p>It rained.</p></article>`,
        "noted.md": `<!-- mouthpiece-ignore: a column -->\n\n${NOTED}`,
    });
    const unused = "this mouthpiece-ignore sets nothing aside: take it out";

    test("is told of at its line, and fails nothing", () => {
        const { status, stderr, stdout } = check("unused.md");
        assert.equal(status, 0);
        assert.equal(stderr, `unused.md:3: warning: ${unused}\nunused.md:7: warning: ${unused}\n`);
        assert.doesNotMatch(stdout, /warning/u);
        assert.equal(check("--anyway", "page.html").stderr, `page.html:1: warning: ${unused}\n`);
    });
    test("is not one that sets something aside, be it a note that was not asked for", () => {
        for (const words of [["used.md"], ["noted.md"], ["--notes", "noted.md"]])
            assert.equal(check(...words).stderr, "", words.join(" "));
    });
    test("hides in SARIF no failure that comes behind a thousand of its like", () => {
        const often = site("often", {
            "often.md": `${"Rain.\n\n<!-- mouthpiece-ignore: old -->\n\n".repeat(1001)}Rain.\n`,
        });
        const { status, stdout } = often("--format", "sarif", "often.md", "absent.md");
        assert.equal(status, 2);
        assert.equal(JSON.parse(stdout).runs[0].invocations[0].executionSuccessful, false);
    });
    test("is a note in SARIF, and the run a success", () => {
        const [{ invocations, results }] = JSON.parse(check("--format", "sarif", "unused.md").stdout).runs;
        const [{ executionSuccessful, toolExecutionNotifications: told }] = invocations;
        assert.equal(executionSuccessful, true);
        assert.deepEqual(
            told.map((/** @type {any} */ { level, locations, message }) => [
                level,
                locations[0].physicalLocation.artifactLocation.uri,
                locations[0].physicalLocation.region.startLine,
                message.text,
            ]),
            [
                ["note", "unused.md", 3, unused],
                ["note", "unused.md", 7, unused],
            ],
        );
        assert.deepEqual(results, []);
    });
    test("stands in the other formats", () => {
        assert.match(check("--format", "github", "unused.md").stdout, /^::warning file=unused\.md,line=3,/mu);
        const junit = check("--format", "junit", "unused.md").stdout;
        assert.match(junit, /errors="0"[^]*<system-out>warning: this mouthpiece-ignore/u);
        assert.doesNotMatch(junit, /<error/u);
        assert.match(check("--format", "html", "unused.md").stdout, /To be cleared away:<\/p><ul><li>unused\.md:3: /u);
        assert.equal(lines(check("--format", "json", "unused.md").stdout).length, 1);
    });
});

describe("a mute that sets nothing aside", () => {
    const check = site("mutes", {
        ".mouthpiece.json": `{\n    "mute": [\n${MUTES.join("\n")}\n    ]\n}\n`,
        "news/a.md": QUOTE,
        "news/b.md": NOTED,
        "opinion/c.md": NOTED,
    });
    const unused = "this mute sets nothing aside in what was checked";

    test("is told of at its line, where folders were checked", () => {
        const { status, stderr } = check("--notes", ".");
        assert.equal(status, 0);
        assert.equal(stderr, `.mouthpiece.json:4: warning: ${unused}\n`);
    });
    test("is none where only files were named, or nothing on its paths", () => {
        assert.equal(check("--notes", "news/b.md").stderr, "");
        assert.equal(check("--notes", "news").stderr, `.mouthpiece.json:4: warning: ${unused}\n`);
    });
    test("is none where it sets notes on wording aside", () => {
        assert.match(check("--notes", ".").stdout, /; 2 notes on wording; 1 set aside\n$/u);
        const notes = lines(check("--notes", "--format", "json", "opinion/c.md").stdout)[0].notes;
        assert.deepEqual(
            notes.map((/** @type {any} */ { aside, reason }) => `${aside}: ${reason}`),
            ["muted: columnists may", "muted: columnists may"],
        );
        const [{ results }] = JSON.parse(check("--notes", "--format", "sarif", "opinion/c.md").stdout).runs;
        assert.equal(results.length, 2);
        assert.ok(results.every((/** @type {any} */ { suppressions }) => suppressions[0].kind === "external"));
    });
    test("is no rule for notes where they are not asked for", () => {
        assert.equal(check(".").stderr, `.mouthpiece.json:4: warning: ${unused}\n`);
    });
});
