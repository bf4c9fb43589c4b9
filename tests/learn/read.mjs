/* read.mjs: reads the findings that learn.mjs learns from: those of the detector, paired with those of the gold documents.
 * Knows what the features program prints; nothing of weights. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

import { pairsOf, placeOf } from "./pairing.mjs";
import { askedOf, heardOf, rowOf, seenOf, withoutRareStems } from "./rows.mjs";
import { SETS, SPEC, documentsOf, specified } from "./sets.mjs";

export const ROLES = ["spokesperson", "source", "sample"];
export const ACTS = ["apology", "admission", "denial", "promise", "defiance", "explanation", "other"];
export const SORTS = ["owns-up", "claim", "source", "sample"];

/* Names that are told by the page, where what is credited to them does not tell: nothing is, or a page that is wrongly read. */
/** @type {{model: string[], other: string[]}} */
const TOLD = JSON.parse(readFileSync(new URL("names.json", import.meta.url), "utf8"));

/* A name under which nothing is said is mostly a place’s or a body’s. */
const SILENT_COUNTS = 0.05;

/**
 * @typedef {import("./sets.mjs").GoldSet} GoldSet
 * @typedef {import("./rows.mjs").Row} Row
 *
 * @typedef {{set: string, weight: number, row: Row, both: boolean, ends: [number, number]}} Pair two of a document's
 *   findings that gold has: whether gold says of both that the model contradicts them; the numbers of both
 *
 * @typedef {{set: string, document: number, block: number, speaker: string, text: string, weight: number}} Place
 * @typedef {{row: Row, heard: Row, asked: Row, ruled: boolean}} Seen ruled: the rules know its prompt
 * @typedef {{role: number, act: number, denied: number, contradicted: number, prompted: number}} Judged -1 where gold has none
 * @typedef {Place & Seen & Judged} Finding
 *
 * @typedef {{set: string, row: Row, answer: number, weight: number, fresh: boolean}} Quote answer: 1 where gold has a finding
 * @typedef {Quote & {known: boolean, text: string}} Name a name that stands alone; answer: 1 where gold gives its words to
 *   a model; known: where the rules do
 *
 * @typedef {{row: Row, end: number}} ClausePlace where a reported clause may end
 * @typedef {{set: string, start: number, places: ClausePlace[], right: number, weight: number, text: string}} Clause right: the
 *   number of the place where gold ends it
 *
 * @typedef {ReturnType<typeof readFindings>} Found
 */

/** Whether gold has the signal there; -1 where gold has no finding. @param {any} gold @param {string} signal */
const answerOf = (gold, signal) => (gold === undefined ? -1 : Number((gold.signals ?? []).includes(signal)));

/**
 * The pairs of a document, with the numbers of its findings counted on from `first`.
 * @param {GoldSet} set @param {any} document @param {any} told @param {number} first @returns {Pair[]}
 */
function pairsIn(set, document, told, first) {
    const golds = pairsOf(document, told.findings);
    const pairs = told.pairs.filter((/** @type {any} */ p) => golds.has(p.earlier) && golds.has(p.later));
    return pairs.map((/** @type {any} */ pair) => ({
        set: set.name,
        weight: set.counts / Math.sqrt(pairs.length),
        row: seenOf(pair),
        both: [pair.earlier, pair.later].every((end) => answerOf(golds.get(end), "contradicted") === 1),
        ends: [first + pair.earlier, first + pair.later],
    }));
}

/** @param {any} document @param {any} finding */
function shown(document, { block, start, end }) {
    const { text } = document.blocks[block];
    const words = `${text.slice(Math.max(0, start - 80), start)}[[${text.slice(start, end)}]]${text.slice(end, end + 50)}`;
    return `${document.id}#${block} …${words}`.replaceAll("\n", " ");
}

/** @param {GoldSet} set @param {number} number @param {any} document @param {any[]} found @returns {Finding[]} */
function findingsOf(set, number, document, found) {
    const pairs = pairsOf(document, found);
    return found.map((finding, f) => {
        const gold = pairs.get(f);
        return {
            set: set.name,
            document: number,
            block: finding.block,
            speaker: finding.speaker,
            row: rowOf(finding.features),
            heard: heardOf(finding),
            asked: askedOf(finding),
            ruled: finding.told !== "untold",
            contradicted: answerOf(gold, "contradicted"),
            denied: answerOf(gold, "maker-denied"),
            prompted: answerOf(gold, "prompt-disclosed"),
            role: ROLES.indexOf(gold?.role),
            act: ACTS.indexOf(gold?.act),
            // A page is one story, however often it quotes.
            weight: pairs.size > 0 ? set.counts / Math.sqrt(pairs.size) : 0,
            text: shown(document, finding),
        };
    });
}

/**
 * Documents, each with what the program makes of it.
 * @param {string} program @param {any[]} documents @returns {{document: any, made: any}[]}
 */
function read(program, documents) {
    if (documents.length === 0) return [];
    const input = documents.map((document) => `${JSON.stringify(document)}\n`).join("");
    const lines = execFileSync(program, { input, encoding: "utf8", maxBuffer: 1 << 30 })
        .trim()
        .split("\n");
    return documents.map((document, i) => ({ document, made: JSON.parse(lines[i] ?? "{}") }));
}

/**
 * Some of a document's quotes; the first of them stands at `first` in what was paired.
 * @param {GoldSet} set @param {any[]} quotes @param {Map<number, any>} pairs @param {number} first @returns {Quote[]}
 */
const rowsOf = (set, quotes, pairs, first) =>
    quotes.map((/** @type {any} */ quote, /** @type {number} */ q) => ({
        set: set.name,
        row: rowOf(quote.features),
        answer: Number(pairs.has(first + q)),
        weight: set.counts,
        fresh: set.fresh === true,
    }));

/**
 * The quotes that the rules give to nobody, or to somebody else.
 * @param {GoldSet} set @param {any} document @param {any} made @returns {Quote[]}
 */
const quotesIn = (set, document, made) =>
    rowsOf(set, made.quotes, pairsOf(document, [...made.findings, ...made.quotes]), made.findings.length);

/**
 * … and those that they, or the weights of speakers, give to a model.
 * @param {GoldSet} set @param {any} document @param {any} made @returns {Quote[]}
 */
const givenIn = (set, document, made) => rowsOf(set, made.given, pairsOf(document, made.given), 0);

/* Names whose words gold gives to a model, and names whose words it does not; of the rest nothing is known. */
/**
 * @param {GoldSet} set @param {any} document @param {any} made @returns {Name[]}
 */
function namesIn(set, document, made) {
    const all = made.names.flatMap((/** @type {any} */ { spoken }) => spoken);
    const golds = pairsOf(document, all);
    let first = 0;
    return made.names.flatMap((/** @type {any} */ { features, spoken, alias, name }) => {
        const numbers = spoken.map((/** @type {any} */ _, /** @type {number} */ i) => first + i);
        const right = numbers.filter((/** @type {number} */ n) => golds.has(n)).length;
        first += spoken.length;
        if (spoken.length === 0 && alias === 1) return [];
        const text = `${document.id} ${name}`;
        const told = TOLD.model.includes(text) || TOLD.other.includes(text);
        const ours = spoken.length > 0 && right * 2 >= spoken.length;
        return [
            {
                set: set.name,
                row: rowOf(features),
                answer: Number(told ? TOLD.model.includes(text) : ours),
                weight: told || spoken.length > 0 ? set.counts : SILENT_COUNTS,
                fresh: set.fresh === true,
                known: alias === 1,
                text,
            },
        ];
    });
}

/* How far the beginnings, and the ends, of what gold has and of what was found may lie apart. */
const SAME_START = 6;
const SAME_END = 1;
const MARKS_AT_END = /[\p{P}\s]+$/u;

/**
 * The reported clauses that gold has too, with an end that is among their places.
 * @param {GoldSet} set @param {any} document @param {any[]} found @returns {Clause[]}
 */
function clausesIn(set, document, found) {
    const pairs = pairsOf(document, found);
    return found.flatMap((clause, c) => {
        const gold = pairs.get(c);
        if (gold?.form !== "indirect") return [];
        const [goldStart, goldEnd] = placeOf(document, { ...gold, quote: gold.quote.replace(MARKS_AT_END, "") });
        const right = clause.places.findIndex((/** @type {any} */ { end }) => Math.abs(end - goldEnd) <= SAME_END);
        if (Math.abs(goldStart - clause.start) > SAME_START || right < 0) return [];
        const places = clause.places.map((/** @type {any} */ { end, features }) => ({ end, row: rowOf(features) }));
        const text = shown(document, { ...clause, end: goldEnd });
        return [{ set: set.name, start: clause.start, places, right, weight: set.counts, text }];
    });
}

/** @param {string} program */
export function readFindings(program) {
    /** @type {Finding[]} */
    const all = [];
    /** @type {Pair[]} */
    const pairs = [];
    /** @type {Quote[]} */
    const quotes = [];
    /** @type {Quote[]} */
    const given = [];
    /** @type {Name[]} */
    const names = [];
    /** @type {Clause[]} */
    const clauses = [];
    /** @type {Quote[]} */
    const its = [];
    let number = 0;
    for (const set of SETS)
        for (const { document, made } of read(program, documentsOf(set))) {
            pairs.push(...pairsIn(set, document, made, all.length));
            quotes.push(...quotesIn(set, document, made));
            given.push(...givenIn(set, document, made));
            names.push(...namesIn(set, document, made));
            clauses.push(...clausesIn(set, document, made.clauses));
            its.push(...rowsOf(set, made.its, pairsOf(document, made.its), 0));
            all.push(...findingsOf(set, number++, document, made.findings));
        }
    for (const { document, made } of read(program, specified())) {
        given.push(...givenIn(SPEC, document, made));
        clauses.push(...clausesIn(SPEC, document, made.clauses));
        its.push(...rowsOf(SPEC, made.its, pairsOf(document, made.its), 0));
    }
    const rows = withoutRareStems(all, ({ row }) => row);
    const heards = withoutRareStems(all, ({ heard }) => heard);
    const list = all.map((finding, i) => ({
        ...finding,
        row: /** @type {Row} */ (rows[i]),
        heard: /** @type {Row} */ (heards[i]),
    }));
    return { list, pairs, quotes, given, names, clauses, its };
}
