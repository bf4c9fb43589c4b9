/* hostile.test.mjs: inputs that nobody means well with get a document, a report or a clear error, never a crash. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";

import { ALERT, lines, run, scratch } from "./support.mjs";

const { file } = scratch();
const COMMANDS = [["check", "--format", "json", "--fail-on", "never"], ["document"]];

/**
 * Runs both commands on an input; each must end by itself, with 0 or with 2 and a message.
 * @param {string | Buffer} input @param {string[]} [words]
 */
function survive(input, words = []) {
    return COMMANDS.map((command) => {
        const outcome = run([...command, ...words], { input });
        assert.equal(outcome.signal, null);
        assert.ok(outcome.status === 0 || outcome.status === 2, `status ${outcome.status}`);
        assert.equal(outcome.status === 0, outcome.stderr === "", outcome.stderr);
        if (outcome.status === 2) assert.match(outcome.stderr, /^-:[1-9]\d*: [^\n]+\n$/u);
        return outcome;
    });
}

describe("bytes", () => {
    test("nothing at all", () => {
        for (const { status } of survive("")) assert.equal(status, 0);
        for (const format of ["html", "text", "markdown", "jsonl"]) survive("", ["--input", format]);
        for (const { status } of survive("", ["--input", "json"])) assert.equal(status, 2);
    });
    test("NUL", () => {
        for (const format of ["html", "text", "markdown"])
            for (const { status, stdout } of survive("Grok\0 said\0\n\n\0", ["--input", format])) {
                assert.equal(status, 0);
                assert.doesNotMatch(stdout, /\0/u);
            }
        for (const { status } of survive('{"blocks": [{"text": "a\0b"}]}')) assert.equal(status, 2);
    });
    test("cut UTF-8", () => {
        const whole = Buffer.from(JSON.stringify(ALERT));
        const cut = Buffer.from(whole.map((byte) => (byte === 0x80 ? 0x20 : byte)));
        for (const { status, stdout } of survive(cut)) {
            assert.equal(status, 0);
            assert.doesNotThrow(() => lines(stdout));
        }
        for (let length = 0; length < 12; length++)
            survive(Buffer.concat([Buffer.from("Grok “said” 😀").subarray(0, 5 + length), Buffer.from("\n\nx")]));
    });
    test("lone surrogates and \\u0000 in JSON are read as U+FFFD", () => {
        const [, { stdout }] = /** @type {[any, any]} */ (
            survive('{"blocks": [{"text": "a\\ud800b\\udc00\\u0000😀"}]}')
        );
        assert.equal(lines(stdout)[0].blocks[0].text, "a\ufffdb\ufffd\ufffd😀");
    });
    test("random bytes", () => {
        let seed = 1;
        const bytes = Buffer.from(
            Array.from({ length: 4096 }, () => (seed = (seed * 1103515245 + 12345) % 2147483648) >> 16),
        );
        for (const format of ["html", "text", "markdown", "json", "jsonl"])
            for (const command of COMMANDS) {
                const { status, signal } = run([...command, "--input", format], { input: bytes });
                assert.equal(signal, null);
                assert.ok(status === 0 || status === 2);
            }
    });
    test("a gzip that ends too soon is told", () => {
        const half = gzipSync(JSON.stringify(ALERT).repeat(100)).subarray(0, 150);
        const { status, stderr } = run(["document", file("half.jsonl.gz", half)]);
        assert.equal(status, 2);
        assert.match(stderr, /half\.jsonl\.gz:\d+: cannot be read to its end\n/u);
    });
});

describe("sizes", () => {
    test("10 MB in one block", () => {
        const text = `“I am sorry,” Grok said. ${"All went on as before. ".repeat(450_000)}`;
        const [check] = survive(JSON.stringify({ id: "big", blocks: [{ text }] }));
        assert.equal(check?.status, 0);
        assert.equal(lines(check?.stdout ?? "")[0].findings.length, 1);
        for (const { status } of survive(text)) assert.equal(status, 0);
    });
    test("100,000 blocks", () => {
        const blocks = Array.from({ length: 100_000 }, (_, i) => ({ text: `Line ${i} says nothing.` }));
        const [check, document] = survive(JSON.stringify({ id: "many", blocks }));
        assert.equal(check?.status, 0);
        assert.equal(lines(document?.stdout ?? "")[0].blocks.length, 100_000);
    });
    test("a document beyond the limit is refused, the next one read", () => {
        const blocks = Array.from({ length: 200_001 }, () => ({ text: "x" }));
        const input = `${JSON.stringify({ blocks })}\n${JSON.stringify({ id: "next", blocks: [] })}`;
        const { status, stdout, stderr } = run(["scan"], { input });
        assert.equal(status, 2);
        assert.match(stderr, /^-:1: /u);
        assert.deepEqual(
            lines(stdout).map(({ id }) => id),
            ["next"],
        );
    });
});

describe("nesting", () => {
    /** @type {[string, string, string][]} */
    const nested = [
        ["html", "<div>", "elements"],
        ["html", "<ul><li>", "lists"],
        ["html", "<b id=x>", "formatting"],
        ["html", "<table><tr><td>", "tables"],
        ["markdown", "> ", "block quotes"],
        ["markdown", "[", "brackets"],
        ["json", '{"blocks":[', "JSON"],
        ["text", "“", "quotation marks"],
    ];
    for (const [format, piece, name] of nested)
        test(`20,000 times: ${name}`, () => {
            survive(piece.repeat(20_000), ["--input", format]);
        });
});

describe("a paragraph of nothing but quotes", () => {
    /* Each finding once took a copy of all that stood before and after it: 24 GB for these 500 KB. */
    const input = "“I am deeply sorry for the posts,” Grok wrote. xAI did not reply. ".repeat(8000);
    for (const format of ["text", "html", "sarif", "json", "junit", "github"])
        test(`as ${format} takes no more memory than its length asks for`, () => {
            const { status, stdout, stderr } = spawnSync(
                "bash",
                ["-c", `ulimit -v 1000000 -t 60; exec "$0" check --no-config --format ${format}`, run.command],
                { input, encoding: "utf8", maxBuffer: 1 << 28 },
            );
            assert.equal(stderr, "");
            assert.equal(status, 1);
            assert.ok(stdout.length > 1e6);
        });
});

test("many files wait behind a slow one with few of them open", () => {
    const slow = "Grok said “I am sorry for the posts,” and ChatGPT wrote that it was late. ".repeat(20);
    const files = [file("slow.md", `${slow}\n\n`.repeat(600))];
    for (let i = 0; i < 300; i++) files.push(file(`quick-${i}.md`, "Grok said “I am sorry,” on Tuesday.\n"));
    const words = ["check", "--jobs", "2", "--fail-on", "never", ...files];
    const { status, stderr } = spawnSync("sh", ["-c", 'ulimit -n 64; exec "$0" "$@"', run.command, ...words], {
        encoding: "utf8",
        maxBuffer: 1 << 28,
    });
    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
});
