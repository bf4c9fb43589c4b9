/* configuration.test.mjs: .mouthpiece.json: where it is looked for, what it may say, what is wrong with one; comments that
 * ignore; the baseline; which files are meant. Knows the command from outside only. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, test } from "node:test";
import { gzipSync } from "node:zlib";

import { assertDoesNotFit, assertFits } from "../schema/support.mjs";
import { lines, run, scratch } from "./support.mjs";

const { folder } = scratch();
const APOLOGY =
    "Grok apologises for posts about the flood\n\n“I am deeply sorry for the posts,” Grok wrote on Tuesday.\n";
const RECIPE = "It was dinner time.\n\nAsked for a recipe, Grok wrote: “Take two eggs and beat them well.”\n";

let number = 0;
/** A folder for each test. */
let here = folder;
beforeEach(() => {
    here = path.join(folder, String(number++));
    mkdirSync(here);
});

/** @param {string} name @param {string | object} content */
function write(name, content) {
    const file = path.join(here, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content));
}

/** @param {string[]} words @param {string} [input] */
const check = (words, input = "") => run(["check", ...words], { cwd: here, input });

/** The reports' findings, as "file: quote" and, where one is set aside, why. @param {...string} words */
function found(...words) {
    const { stdout, stderr } = check(["--format", "json", ...words]);
    assert.equal(stderr, "");
    return lines(stdout).flatMap(({ id, findings }) =>
        findings.map(
            (/** @type {{quote: string, aside?: string, reason?: string}} */ { quote, aside, reason }) =>
                `${id}: ${quote.split(" ")[0]}${aside === undefined ? "" : ` (${aside}${reason === undefined ? "" : `: ${reason}`})`}`,
        ),
    );
}

/** What a configuration is told. @param {string} text */
function fault(text) {
    write(".mouthpiece.json", text);
    write("a.txt", APOLOGY);
    const { status, stdout, stderr } = check(["a.txt"]);
    assert.equal(status, 2);
    assert.equal(stdout, "");
    assert.ok(stderr.startsWith(`${here}/.mouthpiece.json:`), stderr);
    return stderr.slice(here.length + 1).trimEnd();
}

describe("the configuration", () => {
    test("is looked for from the file's folder upwards, the nearest counts, and options go first", () => {
        write("site/a.txt", APOLOGY);
        write("site/news/b.txt", APOLOGY);
        write("site/.mouthpiece.json", { fail_on: "never" });
        write("site/news/.mouthpiece.json", { fail_on: "alert" });
        assert.equal(check(["site/a.txt"]).status, 0);
        assert.equal(check(["site/news/b.txt"]).status, 1);
        assert.equal(check(["site"]).status, 1);
        assert.equal(check(["--fail-on", "alert", "site/a.txt"]).status, 1);
        assert.equal(check(["--no-config", "site/a.txt"]).status, 1);
        assert.equal(check(["--config", "site/.mouthpiece.json", "site/news/b.txt"]).status, 0);
        assert.equal(check(["--config", "x", "--no-config", "site/a.txt"]).status, 2);
        assert.equal(run(["check", "a.txt"], { cwd: path.join(here, "site") }).status, 0);
    });

    test("levels, rule packs, language and pages that are no article", () => {
        write("packs/house.json", {
            id: "house",
            version: "1",
            makers: [
                {
                    id: "town-hall",
                    name: "Town Hall",
                    names: ["Town Hall"],
                    examples: ["Town Hall said so."],
                    counterexamples: ["The hall is in town."],
                },
            ],
            models: [
                {
                    id: "towny",
                    name: "Towny",
                    maker: "town-hall",
                    names: ["Towny"],
                    examples: ["“Bins go out,” Towny said."],
                    counterexamples: ["Bins go out."],
                },
            ],
        });
        write("a.txt", "“I am deeply sorry for the bins,” Towny wrote on Tuesday.\n\n" + RECIPE);
        assert.equal(found("a.txt").filter((line) => line.includes(": I")).length, 0);
        write(".mouthpiece.json", {
            $schema: "x",
            rules: ["packs/house.json"],
            level: "alert",
            lang: "en-GB",
            anyway: true,
        });
        assert.deepEqual(found("a.txt"), ["a.txt: I"]);
        write("page.html", `<p>${APOLOGY.split("\n")[2]}</p>`);
        const [report] = lines(check(["--format", "json", "page.html"]).stdout);
        assert.equal(report.article, undefined);
        assert.equal(report.lang, "en-GB");
    });

    test("mutes by rule, model, sentence and path, each with its reason", () => {
        write("a.txt", `${APOLOGY}\n${RECIPE}`);
        write("help/b.txt", APOLOGY);
        const [report] = lines(check(["--format", "json", "a.txt"]).stdout);
        assert.ok(report.findings.length >= 3);
        /** @typedef {{quote: string, role: string, act?: string, rule: string}} Finding */
        /** @type {[object, (finding: Finding) => boolean][]} */
        const mutes = [
            [{ rule: "spokesperson" }, ({ role }) => role === "spokesperson"],
            [{ rule: "spokesperson/apology" }, ({ act }) => act === "apology"],
            [{ rule: "spokesperson/denial" }, () => false],
            [{ rule: "speech-act" }, ({ rule }) => rule === "speech-act"],
            [{ model: "grok" }, () => true],
            [{ model: "claude" }, () => false],
            [{ sentence: "I am deeply sorry for the posts" }, ({ quote }) => quote.startsWith("I am deeply")],
            [{ model: "grok", sentence: "eggs" }, ({ quote }) => quote.includes("eggs")],
            [{ model: "grok", paths: ["help/**"] }, () => false],
        ];
        for (const [mute, fits] of mutes) {
            const configuration = { mute: [{ ...mute, reason: "r" }] };
            assertFits("configuration", configuration);
            write(".mouthpiece.json", configuration);
            const expected = report.findings.map(
                (/** @type {Finding} */ finding) =>
                    `a.txt: ${finding.quote.split(" ")[0]}${fits(finding) ? " (muted: r)" : ""}`,
            );
            assert.deepEqual(found("a.txt"), expected, JSON.stringify(mute));
        }
        assert.deepEqual(found("help"), ["help/b.txt: apologises (muted: r)", "help/b.txt: I (muted: r)"]);
        assert.equal(check(["help"]).status, 0);
        assert.match(check(["help"]).stdout, /0 alerts, 0 notices, 0 info in 1 document; 2 set aside/u);
        const log = JSON.parse(check(["--format", "sarif", "help"]).stdout);
        assert.deepEqual(log.runs[0].results[0].suppressions, [{ kind: "external", justification: "r" }]);
    });

    test("includes and excludes, also what is named", () => {
        for (const name of ["a.md", "b.md", "drafts/a.md", "news/2026/a.md", "news/old.txt"]) write(name, APOLOGY);
        write(".mouthpiece.json", { include: ["**/*.md"], exclude: ["drafts/", "b.*"] });
        const files = () => lines(check(["--format", "json", ".", "b.md"]).stdout).map(({ id }) => id);
        assert.deepEqual(files(), ["./a.md", "./news/2026/a.md"]);
        assert.equal(run(["check", "a.md"], { cwd: path.join(here, "drafts") }).status, 0);
    });

    test("what is wrong is told at its line and column", () => {
        assert.equal(fault('{\n  "fail_at": 1}'), ".mouthpiece.json:2:14: there is no such setting: fail_at");
        assert.equal(
            fault('{"fail_on":\n "panic"}'),
            ".mouthpiece.json:2:2: alert, notice, info or never is wanted here",
        );
        assert.equal(fault('{"level": "never"}'), ".mouthpiece.json:1:11: alert, notice or info is wanted here");
        assert.equal(fault('{"rules": "a"}'), ".mouthpiece.json:1:11: a list is wanted here");
        assert.equal(fault('{"rules": ["a",\n 1]}'), ".mouthpiece.json:2:2: a string is wanted here");
        assert.equal(fault('{"anyway": 1}'), ".mouthpiece.json:1:12: true or false is wanted here");
        assert.equal(fault('{"mute": [{"rule": "x"}]}'), '.mouthpiece.json:1:11: a mute wants a "reason"');
        assert.match(fault('{"mute": [{"reason": "x"}]}'), /1:11: a mute wants a "rule", a "model"/u);
        assert.equal(fault('{"mute": [{"role": "x"}]}'), ".mouthpiece.json:1:20: a mute has no such member: role");
        assert.equal(fault("[]"), ".mouthpiece.json:1:1: a configuration is a JSON object");
        assert.equal(fault('{"level": \n nope}'), ".mouthpiece.json:2:2: not valid JSON");
        assert.equal(fault("{} {}"), ".mouthpiece.json:1:4: something follows the JSON value");
        for (const text of ["", "\0", '{"mute": [[]]}', '{"lang": {}}', '{"baseline": 1}']) fault(text);
    });

    test("the schema refuses what the command refuses", () => {
        for (const wrong of [
            { fail_at: 1 },
            { fail_on: "panic" },
            { level: "never" },
            { rules: "a" },
            { rules: [1] },
            { anyway: 1 },
            { mute: [{ rule: "x" }] },
            { mute: [{ reason: "x" }] },
            [],
        ])
            assertDoesNotFit("configuration", wrong);
    });

    test("a rule pack that it names must be there", () => {
        write(".mouthpiece.json", { rules: ["gone.json"] });
        write("a.txt", APOLOGY);
        const { status, stderr } = check(["a.txt"]);
        assert.equal(status, 2);
        assert.match(stderr, /gone\.json:1: No such file/u);
    });
});

describe("init and schema", () => {
    test("init writes a configuration that fits and works, once", () => {
        write("a.txt", APOLOGY);
        const { status, stdout } = run(["init"], { cwd: here });
        assert.equal(status, 0);
        assert.match(stdout, /Next: mouthpiece check/u);
        const text = readFileSync(path.join(here, ".mouthpiece.json"), "utf8");
        assertFits("configuration", JSON.parse(text));
        assert.ok(existsSync(path.join(here, JSON.parse(text).$schema)));
        assert.equal(check(["a.txt"]).status, 1);
        const again = run(["init"], { cwd: here });
        assert.equal(again.status, 2);
        assert.equal(again.stderr, ".mouthpiece.json:1: is there already, and was left as it is\n");
        assert.equal(run(["init", "here"], { cwd: here }).status, 2);
    });
    test("schema writes each of them", () => {
        for (const name of ["configuration", "rules", "document", "report"])
            assert.equal(JSON.parse(run(["schema", name]).stdout).$id, `${name}.schema.json`);
        assert.equal(run(["schema", "nothing"]).status, 2);
        assert.equal(run(["schema"]).status, 2);
    });
});

describe("comments", () => {
    const QUOTE = "“I am deeply sorry for the posts,” Grok wrote on Tuesday.";
    test("in Markdown: the next block, the block around, from and to, the file", () => {
        write("next.md", `<!-- mouthpiece-ignore: satire -->\n\n${QUOTE}\n\n${QUOTE}\n`);
        assert.deepEqual(found("next.md"), ["next.md: I (comment: satire)", "next.md: I"]);
        write("in.md", `${QUOTE}\n\n“I am sorry,” Grok wrote. <!-- mouthpiece-ignore: satire --> It rained.\n`);
        assert.deepEqual(found("in.md"), ["in.md: I", "in.md: I (comment: satire)"]);
        write(
            "range.md",
            `${QUOTE}\n\n<!-- mouthpiece-ignore-start: a play -->\n\n${QUOTE}\n\n${QUOTE}\n\n<!-- mouthpiece-ignore-end -->\n\n${QUOTE}\n`,
        );
        assert.deepEqual(found("range.md"), [
            "range.md: I",
            "range.md: I (comment: a play)",
            "range.md: I (comment: a play)",
            "range.md: I",
        ]);
        write("file.md", `${QUOTE}\n\n${QUOTE}\n\n<!-- mouthpiece-ignore-file: a novel -->\n`);
        assert.deepEqual(found("file.md"), ["file.md: I (comment: a novel)", "file.md: I (comment: a novel)"]);
        assert.equal(check(["file.md"]).status, 0);
    });
    test("in HTML too", () => {
        write(
            "a.html",
            `<article><p>${QUOTE}</p>\r\n<!-- mouthpiece-ignore: &lt;satire --><div><p>${QUOTE}</p></div><p>${QUOTE}</p></article>`,
        );
        assert.deepEqual(found("--anyway", "a.html"), ["a.html: I", "a.html: I (comment: &lt;satire)", "a.html: I"]);
        const log = JSON.parse(check(["--anyway", "--format", "sarif", "a.html"]).stdout);
        assert.deepEqual(log.runs[0].results[1].suppressions, [{ kind: "inSource", justification: "&lt;satire" }]);
    });
    test("without a reason, or a meaning, ignore nothing and are told", () => {
        write(
            "a.md",
            `${QUOTE}\n\n<!-- mouthpiece-ignore -->\n\n${QUOTE}\n\n<!-- mouthpiece-ignore-next: x -->\n\n<!-- mouthpiece-ignore-end -->\n`,
        );
        const { status, stderr, stdout } = check(["a.md"]);
        assert.equal(status, 2);
        assert.match(stdout, /^2 alerts/mu);
        assert.deepEqual(stderr.trimEnd().split("\n"), [
            "a.md:3: a reason is wanted: <!-- mouthpiece-ignore: why -->",
            "a.md:7: there is only mouthpiece-ignore, -ignore-start, -ignore-end and -ignore-file",
            "a.md:9: mouthpiece-ignore-end without a start",
        ]);
    });
    test("that are shown as code are none", () => {
        write("a.md", `\`<!-- mouthpiece-ignore-file: x -->\`\n\n    <!-- mouthpiece-ignore-file: x -->\n\n${QUOTE}\n`);
        assert.deepEqual(found("a.md"), ["a.md: I"]);
    });
});

describe("the baseline", () => {
    test("leaves what is new, and what became worse", () => {
        write("a.txt", APOLOGY);
        write("base.sarif", check(["--format", "sarif", "--fail-on", "never", "a.txt"]).stdout);
        write("a.txt", `${APOLOGY}\n\nIt rained.\n\n“Sorry once more,” Grok wrote on Friday.\n`);
        assert.deepEqual(found("--baseline", "base.sarif", "a.txt"), [
            "a.txt: apologises (baseline)",
            "a.txt: I (baseline)",
            "a.txt: Sorry",
        ]);
        write("base.sarif", check(["--format", "sarif", "a.txt"]).stdout);
        write(".mouthpiece.json", { baseline: "base.sarif" });
        assert.equal(check(["a.txt"]).status, 0);
        const log = JSON.parse(check(["--format", "sarif", "a.txt"]).stdout);
        assert.ok(log.runs[0].results.every((/** @type {any} */ { baselineState }) => baselineState === "unchanged"));
        const better = JSON.parse(readFileSync(path.join(here, "base.sarif"), "utf8"));
        for (const result of better.runs[0].results) result.level = "note";
        write("base.sarif", better);
        assert.equal(check(["a.txt"]).status, 1);
        write("b.txt", APOLOGY);
        const other = JSON.parse(check(["--format", "sarif", "b.txt"]).stdout);
        assert.equal(other.runs[0].results[0].baselineState, "new");
        assert.equal(check(["b.txt"]).status, 1, "another file's findings are not known");
    });
    test("must be one", () => {
        write("a.txt", APOLOGY);
        write("no.json", "{}");
        assert.match(check(["--baseline", "no.json", "a.txt"]).stderr, /^no\.json:1: a baseline is a SARIF file/u);
        assert.match(check(["--baseline", "gone", "a.txt"]).stderr, /^gone:1: No such file/u);
    });
});

describe("which files", () => {
    test("folders in order, without hidden ones, links to folders and what is no text", () => {
        for (const name of [
            "b/z.md",
            "b/a.html",
            "b/c/d.TXT",
            "b/.hidden.md",
            "b/.git/x.md",
            "b/node_modules/x.md",
            "b/x.json",
        ])
            write(name, APOLOGY);
        write("b/p.html.gz", gzipSync("<p>x</p>"));
        symlinkSync("..", path.join(here, "b", "up"));
        symlinkSync("z.md", path.join(here, "b", "zz.md"));
        const ids = lines(check(["--format", "json", "b"]).stdout).map(({ id }) => id);
        assert.deepEqual(ids, ["b/a.html", "b/c/d.TXT", "b/p.html.gz", "b/z.md", "b/zz.md"]);
    });
    test("patterns, and one that means nothing", () => {
        for (const name of ["a1.md", "a2.md", "b/a3.md", "b/c/a4.md", "b/x.txt"]) write(name, APOLOGY);
        const ids = (/** @type {string[]} */ ...words) =>
            lines(check(["--format", "json", ...words]).stdout).map(({ id }) => id);
        assert.deepEqual(ids("*.md"), ["a1.md", "a2.md"]);
        assert.deepEqual(ids("**/*.md"), ["a1.md", "a2.md", "b/a3.md", "b/c/a4.md"]);
        assert.deepEqual(ids("b/**"), ["b/a3.md", "b/c/a4.md", "b/x.txt"]);
        assert.deepEqual(ids("./b/[ab]?.md", "a1.md"), ["./b/a3.md", "a1.md"]);
        assert.deepEqual(ids("**/c/*"), ["b/c/a4.md"]);
        assert.deepEqual(ids(`${here}/b/*.txt`), [`${here}/b/x.txt`]);
        const none = check(["*.html"]);
        assert.equal(none.status, 2);
        assert.equal(none.stderr, "*.html:1: no file has such a name\n");
    });
    test("standard input under a name has that name's format and configuration", () => {
        write("news/.mouthpiece.json", { fail_on: "never" });
        const { status, stdout } = check(["--stdin-name", "news/draft.md", "-"], `# ${APOLOGY}`);
        assert.equal(status, 0);
        assert.match(stdout, /^news\/draft\.md:1:8: alert: /u);
        assert.match(
            run(["document", "--stdin-name", "x.md"], { cwd: here, input: "# A" }).stdout,
            /"kind":"headline"/u,
        );
    });
});
