/* places.test.mjs: the line and column of every quote, cut out of the source and stripped of markup, are the quote: over the
 * saved pages, and over every gold document written as HTML and as Markdown. Knows the command from outside only. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { describe, test } from "node:test";
import { gunzipSync } from "node:zlib";

import { lines, ROOT, run, scratch } from "../cli/support.mjs";
import { goldDocuments } from "../schema/support.mjs";
import { cut, plain, wordsOfHtml } from "./support.mjs";

const SHARED = path.resolve(process.env["MOUTHPIECE_SHARED"] ?? path.join(ROOT, "..", "shared"));
const PAGES = path.join(SHARED, "pages");
const { file } = scratch();
const CHECK = ["check", "--no-config", "--format", "json", "--all-quotes", "--notes", "--anyway", "--fail-on", "never"];

/** @typedef {import("./support.mjs").Region} Region */
/** @typedef {{block: number, start: number, end: number, region?: Region, quote?: string}} Placed */

/** Everything with a region that the command finds in some files: each report's by its file.
 * @param {string[]} files @returns {Map<string, {placed: Placed[], blocks: {text: string}[]}>} */
function placesIn(files) {
    const reports = run([...CHECK, ...files]);
    const documents = run(["document", "--anyway", ...files]);
    assert.equal(reports.stderr, "");
    const blocks = new Map(lines(documents.stdout).map((document) => [document.id, document.blocks]));
    return new Map(
        lines(reports.stdout).map(({ id, findings, quotes, notes }) => [
            id,
            { placed: [...findings, ...quotes, ...notes], blocks: blocks.get(id) },
        ]),
    );
}

/** How many places are right; one that is not fails.
 * @param {string} name @param {string} source @param {{placed: Placed[], blocks: {text: string}[]} | undefined} found
 * @param {(piece: string) => string} strip */
function countRight(name, source, found, strip) {
    assert.ok(found !== undefined, name);
    for (const { block, start, end, region } of found.placed) {
        const words = plain(found.blocks[block]?.text.slice(start, end) ?? "");
        assert.ok(region !== undefined, `${name}: no region for ${words}`);
        assert.equal(strip(cut(source, region)), words, `${name}:${region.start_line}:${region.start_column}`);
    }
    return found.placed.length;
}

/* ---- Gold documents, written as a site would --------------------------------------------------------------------------- */

/** Numbers that look random and are always the same. @param {number} seed */
function numbers(seed) {
    let state = seed + 1;
    return (/** @type {number} */ below) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 2 ** 32) * below);
    };
}

/** @param {string} character @param {(below: number) => number} next */
function entity(character, next) {
    const code = character.codePointAt(0) ?? 0;
    if (character === "&") return "&amp;";
    if (character === "<") return "&lt;";
    if (character === "“" && next(2) === 0) return "&ldquo;";
    if (character === "’" && next(2) === 0) return "&rsquo;";
    if (code > 126 && next(3) === 0) return `&#${code};`;
    return code > 126 && next(3) === 0 ? `&#x${code.toString(16)};` : character;
}

/** The words, one now and then wrapped. @param {string} text @param {(below: number) => number} next
 * @param {(word: string) => string} write @param {[string, string][]} wraps @param {string} space */
function withMarkup(text, next, write, wraps, space) {
    const words = text.split(" ").map((word) => {
        const [open, close] = wraps[next(wraps.length * 12)] ?? ["", ""];
        return /^[\p{L}\p{N}]+$/u.test(word) ? `${open}${write(word)}${close}` : write(word);
    });
    return words.reduce((all, word) => `${all}${next(9) === 0 ? space : " "}${word}`);
}

/** @typedef {{kind: string, text: string}} Block */

/** @param {Block[]} blocks @param {(below: number) => number} next */
function asHtml(blocks, next) {
    /** @type {Record<string, string>} */
    const tags = { headline: "h1", subhead: "h2", blockquote: "blockquote", listitem: "li" };
    const wraps = /** @type {[string, string][]} */ ([
        ["<b>", "</b>"],
        ['<a href="https://example.org/?a=1&amp;b=<2>">', "</a>"],
        ["<em class='x'>", "</em><!-- no > text -->"],
        ["<i></nothing>", "</i>"],
    ]);
    const body = blocks.map(({ kind, text }) => {
        const words = withMarkup(
            text,
            next,
            (word) => [...word].map((c) => entity(c, next)).join(""),
            wraps,
            "\r\n\t ",
        );
        const tag = tags[kind] ?? "p";
        return `  <${tag} data-x=">">${words}</${tag}>`;
    });
    return `<!doctype html>\r\n<html lang=en><meta charset=utf-8><body><article>\r\n${body.join("\r\n")}\r\n</article>`;
}

/** @param {Block[]} blocks @param {(below: number) => number} next */
function asMarkdown(blocks, next) {
    /** @type {Record<string, string>} */
    const heads = { headline: "# ", subhead: "## ", blockquote: "> ", listitem: "- " };
    const wraps = /** @type {[string, string][]} */ ([
        ["**", "**"],
        ["*", "*"],
        ["[", "](https://example.org/a_b*c)"],
    ]);
    const write = (/** @type {string} */ word) =>
        [...word].map((c) => (/[\\`*_[\]<>#&~|]/u.test(c) ? `\\${c}` : entity(c, next))).join("");
    const body = blocks.map(({ kind, text }) => {
        const head = heads[kind] ?? "";
        const space = head.startsWith("#") ? " " : kind === "blockquote" ? "\n> " : "\n  ";
        const words = withMarkup(text.replaceAll("\n", " "), next, write, wraps, space);
        return (
            head +
            words
                .replace(/^(\d+)([.)])/u, "$1\\$2")
                .replace(/(^|\n(?:> | {2}))([-+=])/gu, "$1\\$2")
                .replace(/(\n(?:> | {2})\d+)([.)])/gu, "$1\\$2")
        );
    });
    return `---\ntitle: not "text"\n---\n\n${body.join("\n\n")}\n`;
}

/** @param {string} markdown */
function wordsOfMarkdown(markdown) {
    return wordsOfHtml(
        markdown
            .replace(/\n> /gu, "\n")
            .replace(/(?<!\\)\]\(https:[^)]*\)/gu, "")
            .replace(/(?<!\\)[*[]/gu, "")
            .replace(/\\([^a-zA-Z0-9\s])/gu, (_, c) => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : c)),
    );
}

describe("gold documents", () => {
    const gold = goldDocuments();
    const writers = /** @type {const} */ ([
        ["html", asHtml, wordsOfHtml],
        ["md", asMarkdown, wordsOfMarkdown],
    ]);
    for (const [ending, write, strip] of writers)
        test(`as .${ending}`, () => {
            const sources = new Map(
                gold.map(({ blocks }, index) => {
                    const source = write(/** @type {Block[]} */ (blocks), numbers(index));
                    return [file(`${index}.${ending}`, (index % 3 === 0 ? "\ufeff" : "") + source), source];
                }),
            );
            const found = placesIn([...sources.keys()]);
            let count = 0;
            for (const [name, source] of sources) count += countRight(name, source, found.get(name), strip);
            assert.ok(count > 1000, `only ${count} quotes`);
        });
    test("as .txt, indented, in UTF-16 with a byte order mark", () => {
        const sources = new Map(
            gold.slice(0, 60).map((document, index) => {
                const blocks = /** @type {Block[]} */ (document.blocks);
                const source = blocks.map(({ text }) => `   ${text.replaceAll("\n", " ")}`).join("\r\n\r\n");
                return [file(`${index}.txt`, Buffer.from(`\ufeff${source}`, "utf16le")), source];
            }),
        );
        const found = placesIn([...sources.keys()]);
        let count = 0;
        for (const [name, source] of sources) count += countRight(name, source, found.get(name), plain);
        assert.ok(count > 100, `only ${count} quotes`);
    });
});

if (!existsSync(PAGES)) console.error(`NOTICE: ${PAGES} is not there: places in saved pages were left out`);
else
    test("saved pages", () => {
        const names = readdirSync(PAGES).filter((name) => name.endsWith(".html.gz"));
        const found = placesIn(names.map((name) => path.join(PAGES, name)));
        let count = 0;
        for (const name of names) {
            const bytes = gunzipSync(readFileSync(path.join(PAGES, name)));
            const utf8 = new TextDecoder("utf-8", { fatal: false }).decode(bytes);
            const broken = utf8.split("\ufffd").length - 1;
            const sound = (utf8.match(/[^\0-\x7f\ufffd]/gu) ?? []).length;
            const source = broken > sound ? new TextDecoder("windows-1252").decode(bytes) : utf8;
            count += countRight(name, source, found.get(path.join(PAGES, name)), wordsOfHtml);
        }
        assert.ok(count > 500, `only ${count} quotes`);
    });
