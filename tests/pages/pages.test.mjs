/* pages.test.mjs: saved real pages through the command: none crashes it, the text is the article's, and pages that are
 * no articles stay silent. The pages and their scorer lie in the shared folder; without it only a notice is left. Knows
 * the command and the scorer from outside. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { before, describe, test } from "node:test";
import { lines, ROOT, run, scratch } from "../cli/support.mjs";

const SHARED = path.resolve(process.env["MOUTHPIECE_SHARED"] ?? path.join(ROOT, "..", "shared"));
const PAGES = path.join(SHARED, "pages");
const SCORER = path.join(SHARED, "eval", "score_extraction.py");

/** What the figures must not fall below, or rise above; a little under what they are. */
const BARS = { f1: 0.966, aeb: 0.96, headline: 0.79, wrongly_refused: 2, not_silent: 2, found_unwanted: 7 };

/** @typedef {{id: string, file: string, article: boolean, source: string, headline: string | null}} Page */
/** @typedef {{kind: string, text: string, links?: {start: number, end: number, href: string}[]}} Block */
/** @typedef {{id: string, article?: false, blocks: Block[]}} Document */

/** @param {Page[]} pages @param {string[]} words @returns {Map<string, any>} by the page's id */
function read(pages, words) {
    const ids = new Map(pages.map(({ id, file }) => [path.join(PAGES, file), id]));
    const { status, signal, stdout, stderr } = run([...words, ...ids.keys()]);
    assert.equal(signal, null);
    assert.equal(stderr, "");
    assert.equal(status, 0);
    return new Map(lines(stdout).map((line) => [String(ids.get(line.id)), line]));
}

/** The scorer's figures for some pages. @param {Page[]} pages @param {Map<string, Document>} documents */
function score(pages, documents) {
    const { file, folder } = scratch_files;
    const truth = file(
        "pages.jsonl",
        readFileSync(path.join(PAGES, "pages.jsonl"), "utf8")
            .split("\n")
            .filter((line) => line !== "" && pages.some(({ id }) => id === JSON.parse(line).id))
            .join("\n"),
    );
    const found = file(
        "found.jsonl",
        [...documents].map(([id, document]) => JSON.stringify({ ...document, id })).join("\n"),
    );
    const json = path.join(folder, "score.json");
    const { status, stderr } = spawnSync("python3", [SCORER, truth, found, "--bootstrap", "0", "--json", json], {
        encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
    return JSON.parse(readFileSync(json, "utf8"));
}

const scratch_files = scratch();

if (!existsSync(path.join(PAGES, "pages.jsonl"))) {
    console.error(`NOTICE: ${PAGES} is not there: the tests over saved pages were left out`);
    test("without the shared folder nothing is claimed about saved pages", () =>
        assert.equal(existsSync(PAGES), false));
} else {
    describe("saved pages", () => {
        /** @type {Page[]} */
        const pages = lines(readFileSync(path.join(PAGES, "pages.jsonl"), "utf8"));
        const articles = pages.filter(({ article }) => article);
        /** @type {Map<string, Document>} */
        let documents = new Map();
        /** @type {Map<string, {findings: {block: number, start: number, end: number, quote: string}[]}>} */
        let reports = new Map();
        /** @type {any} */
        let figures;

        before(() => {
            documents = read(pages, ["document"]);
            reports = read(pages, ["check", "--format", "json", "--fail-on", "never"]);
            figures = score(pages, documents);
            console.log(
                `pages: F1 ${figures.all.f1.toFixed(3)}, headline ${figures.headline.join(" of ")}, ` +
                    `silent ${figures.not_articles.silent} of 28, snippets ${figures.snippets.join("/")}`,
            );
        });

        test("each gives a document and a report", () => {
            for (const { id } of pages) {
                assert.ok(documents.has(id), id);
                assert.ok(reports.has(id), id);
            }
        });

        test("no block is empty, has white space at its ends, or characters that cannot be seen", () => {
            for (const [id, { blocks }] of documents)
                for (const { text } of blocks) {
                    assert.notEqual(text, "", id);
                    assert.equal(text, text.replace(/^[ \n\u00a0]+|[ \n\u00a0]+$/gu, ""), id);
                    assert.doesNotMatch(text, /[\t\r\f\u00ad\u200b\u2060\ufeff]| {2}|\n\n/u, id);
                }
        });

        test("links lie in order inside their block", () => {
            for (const [id, { blocks }] of documents)
                for (const { text, links = [] } of blocks) {
                    let end = 0;
                    for (const link of links) {
                        assert.ok(link.start >= end && link.end > link.start && link.end <= text.length, id);
                        ({ end } = link);
                    }
                }
        });

        test("what check finds stands in document's blocks", () => {
            for (const [id, { findings }] of reports)
                for (const { block, start, end, quote } of findings)
                    assert.equal(documents.get(id)?.blocks[block]?.text.slice(start, end), quote, id);
        });

        test("at most one headline a page", () => {
            for (const [id, { blocks }] of documents)
                assert.ok(blocks.filter(({ kind }) => kind === "headline").length <= 1, id);
        });

        test("the text is the article's", () => assert.ok(figures.all.f1 >= BARS.f1, `F1 ${figures.all.f1}`));

        test("on the article-extraction-benchmark's pages too", () => {
            const { f1 } = score(
                pages.filter(({ source }) => source === "scrapinghub/article-extraction-benchmark"),
                documents,
            ).all;
            assert.ok(f1 >= BARS.aeb, `F1 ${f1}`);
        });

        test("unwanted snippets stay out", () => {
            const [, , absent, unwanted] = figures.snippets;
            assert.ok(unwanted - absent <= BARS.found_unwanted, `${absent} of ${unwanted}`);
        });

        test("headlines are right", () => {
            const [right, all] = figures.headline;
            assert.ok(right / all >= BARS.headline, `${right} of ${all}`);
        });

        test("articles are not refused", () => {
            const refused = articles.filter(({ id }) => documents.get(id)?.blocks.length === 0).map(({ id }) => id);
            assert.ok(refused.length <= BARS.wrongly_refused, refused.join(" "));
        });

        test("other pages are silent", () => {
            const loud = pages.filter(({ id, article }) => !article && documents.get(id)?.blocks.length !== 0);
            assert.ok(loud.length <= BARS.not_silent, loud.map(({ id }) => id).join(" "));
        });
    });
}
