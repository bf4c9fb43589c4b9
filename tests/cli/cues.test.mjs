/* cues.test.mjs: every cue of the shipped packs, in each construction that it says it takes: a model's words are found, a
 * mayor's are not. Knows the pack's shape, and the command from outside only. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";

import { lines, run } from "./support.mjs";

/** @typedef {{lemma: string, forms: string[], takes?: string[]}} Cue */

/** @type {{cues: Cue[]}} */
const { cues } = JSON.parse(readFileSync(new URL("../../core/rules/en.json", import.meta.url), "utf8"));

/* In capitals right after a name, it is read as a part of the name. */
const NOT_FOUND = new Set(["DM"]);

/** Its past, the first form that is neither base, third person nor gerund. @param {Cue} cue */
function pastOf({ lemma, forms }) {
    return forms.find((form) => {
        const [word = ""] = form.split(" ");
        return form !== lemma && !/ing$|[^s]s$/u.test(word);
    });
}

/* What a construction looks like: sentence and span; and whether a cue that is weak does without. */
const CONSTRUCTIONS = [
    {
        name: "before a quote",
        fits: (/** @type {string[]} */ takes) => takes.includes("quote"),
        text: (/** @type {string} */ speaker, /** @type {string} */ past) =>
            `${speaker} ${past}: “The lake froze in May.”`,
        span: () => "The lake froze in May.",
    },
    {
        name: "after a quote",
        fits: (/** @type {string[]} */ takes) => takes.includes("quote"),
        text: (/** @type {string} */ speaker, /** @type {string} */ past) =>
            `“The lake froze in May,” ${speaker} ${past}.`,
        span: () => "The lake froze in May,",
    },
    {
        name: "before a clause",
        fits: (/** @type {string[]} */ takes) => takes.includes("that") && !takes.includes("weak"),
        text: (/** @type {string} */ speaker, /** @type {string} */ past) =>
            `${speaker} ${past} that the lake froze in May.`,
        span: () => "the lake froze in May",
    },
    {
        name: "before an infinitive",
        fits: (/** @type {string[]} */ takes) =>
            takes.includes("to") && !takes.includes("weak") && !takes.includes("listener"),
        text: (/** @type {string} */ speaker, /** @type {string} */ past) => `${speaker} ${past} to check the lake.`,
        span: (/** @type {string} */ past) => `${past} to check the lake`,
    },
    {
        name: "alone",
        fits: (/** @type {string[]} */ takes) => takes.includes("alone") && !takes.includes("weak"),
        text: (/** @type {string} */ speaker, /** @type {string} */ past) => `${speaker} ${past} on Monday.`,
        span: (/** @type {string} */ past) => `${past} on Monday`,
    },
];

/** The quotes that are found in each text. @param {string[]} texts @returns {string[][]} */
function found(texts) {
    const documents = texts.map((text, i) => JSON.stringify({ id: String(i), lang: "en", blocks: [{ text }] }));
    const { status, stdout, stderr } = run(["scan"], { input: documents.join("\n") });
    assert.equal(status, 0, stderr);
    return lines(stdout).map(({ findings }) => findings.map((/** @type {any} */ { quote }) => quote));
}

for (const { name, fits, text, span } of CONSTRUCTIONS) {
    describe(`cues ${name}`, () => {
        const pasts = cues
            .filter(({ lemma, takes = [] }) => fits(takes) && !NOT_FOUND.has(lemma))
            .map(pastOf)
            .filter((past) => past !== undefined);
        test("give a model's words", () => {
            const quotes = found(pasts.map((past) => text("ChatGPT", past)));
            const wrong = pasts.filter((past, i) => String(quotes[i]) !== span(past));
            assert.ok(pasts.length > 5);
            assert.deepEqual(wrong, []);
        });
        test("give none of a mayor's", () => {
            const quotes = found(pasts.map((past) => `${text("The mayor", past)} ChatGPT was down.`));
            assert.deepEqual(
                pasts.filter((_, i) => quotes[i]?.length !== 0),
                [],
            );
        });
    });
}
