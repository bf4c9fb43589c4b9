/* read.mjs: reads the findings that learn.mjs learns from: those of the detector, paired with those of the gold documents.
 * Knows gold files and what the features program prints; nothing of weights. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { entriesOf } from "../spec/entries.mjs";

/* dev-en is half for learning (the first document, the third …), half for measuring; it is nearest to what pages are
 * like, and counts for three. */
const SETS = [
    ...[
        "train-a",
        "train-b",
        "train-c",
        "train-d",
        "train-e",
        "train-f",
        "train-g",
        "train-h",
        "train-i",
        "train-j",
        "train-k",
        "train-m",
        "train-n",
        "train-o",
        "train-p",
        "train-q",
        "train-s",
        "train-t",
        "train-u",
        "train-v",
        "train-x",
        "train-y",
        "held-a",
        "held-b",
    ].map((name) => ({
        name,
        every: 1,
        counts: 1,
    })),
    ...["train-ba", "train-bb", "train-bc", "train-bd"].map((name) => ({ name, every: 1, counts: 1, fresh: true })),
    { name: "dev-en", every: 2, counts: 3 },
    { name: "dev-en-2", every: 2, counts: 3 },
];
export const ROLES = ["spokesperson", "source", "sample"];
export const ACTS = ["apology", "admission", "denial", "promise", "defiance", "explanation", "other"];

/* A stem that fewer findings or documents have is chance, or one story's. */
const LEAST_FINDINGS = 25;
const LEAST_DOCUMENTS = 12;

/* Names that are told by the page, where what is credited to them does not tell: nothing is, or a page that is wrongly read. */
/** @type {{model: string[], other: string[]}} */
const TOLD = JSON.parse(readFileSync(new URL("names.json", import.meta.url), "utf8"));

/* A name under which nothing is said is mostly a place’s or a body’s. */
const SILENT_COUNTS = 0.05;

/**
 * @typedef {{name: string, every: number, counts: number, fresh?: boolean}} GoldSet the first of `every` documents is read;
 *   counts for so many; fresh where the rules had not seen it when trust was learnt
 * @typedef {{names: string[], values: number[]}} Row
 * @typedef {{set: string, weight: number, row: Row, both: boolean, ends: [number, number]}} Pair two of
 *   a document's findings that gold has: whether gold says of both that the model contradicts them; the numbers of both
 * @typedef {{set: string, document: number, block: number, speaker: string, row: Row, heard: Row, asked: Row, ruled: boolean,
 *   role: number, act: number, denied: number, contradicted: number, prompted: number, weight: number, text: string}} Finding role, act,
 *   denied, contradicted and prompted are -1 where gold has none; ruled: the rules know its prompt
 */

/**
 * @typedef {{set: string, row: Row, answer: number, weight: number, fresh: boolean}} Quote answer is 1 where gold has a finding there
 * @typedef {Quote & {known: boolean, text: string}} Name of a name that stands alone: answer is 1 where gold gives its words to a model, known where the rules do
 */

/** @param {GoldSet} set @returns {any[]} */
function documentsOf({ name, every }) {
    const path = fileURLToPath(new URL(`../gold/${name}.jsonl`, import.meta.url));
    const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
    return lines
        .filter((line) => line.trim() !== "")
        .filter((_, i) => i % every === 0)
        .map((line) => JSON.parse(line));
}

/* What the specifications expect is right by definition; of who says what, they teach as a set does. */
const SPEC = { name: "spec", every: 1, counts: 1 };

/** The findings that an entry expects, each in the first block that has its words. @param {any} entry @returns {any[]} */
const wantedOf = ({ blocks, findings }) =>
    findings
        .map((/** @type {any} */ wanted) => ({
            ...wanted,
            block: blocks.findIndex((/** @type {any} */ { text }) => text.includes(wanted.quote)),
        }))
        .filter((/** @type {any} */ { block }) => block >= 0);

/** The specifications as documents. @returns {any[]} */
function specified() {
    const folder = new URL("../spec/", import.meta.url);
    return readdirSync(folder)
        .filter((file) => file.endsWith(".txt"))
        .flatMap((file) => entriesOf(readFileSync(new URL(file, folder), "utf8"), file))
        .filter(({ findings }) => findings !== undefined)
        .map((entry) => ({
            id: `${entry.file}:${entry.line}`,
            lang: "en",
            blocks: entry.blocks,
            findings: wantedOf(entry),
        }));
}

/** @param {any} document @param {any} gold @returns {[number, number]} */
function placeOf(document, gold) {
    const text = document.blocks[gold.block].text;
    let start = -1;
    for (let i = 0; i < (gold.occurrence ?? 1); i++) start = text.indexOf(gold.quote, start + 1);
    return [start, start + gold.quote.length];
}

/**
 * How much of the longer one two findings share; 0 where that is too little for a pair.
 * @param {any} document @param {any} gold @param {any} found
 */
function sharedBy(document, gold, found) {
    const [start, end] = placeOf(document, gold);
    const shared = Math.min(end, found.end) - Math.max(start, found.start);
    const [shorter = 0, longer = 1] = [end - start, found.end - found.start].sort((a, b) => a - b);
    const loose = gold.form === "indirect" || found.form === "indirect";
    const enough = gold.block === found.block && shared > 0 && shared >= (loose ? shorter / 3 : longer / 2);
    return enough ? shared / longer : 0;
}

/**
 * Pairs gold with what was found, the best overlaps first.
 * @param {any} document @param {any[]} found @returns {Map<number, any>} gold, by the number of the found
 */
function pairsOf(document, found) {
    const overlaps = document.findings
        .flatMap((/** @type {any} */ gold, /** @type {number} */ g) =>
            found.map((finding, f) => ({ g, f, share: sharedBy(document, gold, finding) })),
        )
        .filter((/** @type {{share: number}} */ { share }) => share > 0)
        .sort((/** @type {any} */ a, /** @type {any} */ b) => b.share - a.share || a.g - b.g || a.f - b.f);
    const pairs = new Map();
    const taken = new Set();
    for (const { g, f } of overlaps) {
        if (taken.has(g) || pairs.has(f)) continue;
        taken.add(g);
        pairs.set(f, document.findings[g]);
    }
    return pairs;
}

/**
 * What is heard of the maker: of all words, and of this sort or role of words.
 * @param {any} finding @returns {Row}
 */
function heardOf({ heard, sort, role }) {
    const names = Object.keys(heard);
    const own = names.map((name) => `${name.startsWith("said/") ? role : sort}:${name}`);
    return { names: [...names, ...own], values: [...names, ...own].map(() => 1) };
}

/**
 * What is seen of the prompt: of all findings, and of those of which the rules know it in the same way.
 * @param {any} finding @returns {Row}
 */
function askedOf({ asked, told }) {
    const names = Object.keys(asked);
    const all = [...names, ...names.map((name) => `${told}:${name}`)];
    return { names: all, values: all.map(() => 1) };
}

/** @param {any} gold */
const isContradicted = (gold) => (gold?.signals ?? []).includes("contradicted");

/**
 * What is seen of two findings: of all, and of this sort of the later.
 * @param {any} pair @returns {Row}
 */
function seenOf({ seen, sort }) {
    const names = Object.keys(seen);
    const all = [...names, ...names.map((name) => `${sort}:${name}`)];
    return { names: all, values: all.map(() => 1) };
}

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
        both: isContradicted(golds.get(pair.earlier)) && isContradicted(golds.get(pair.later)),
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
            row: { names: Object.keys(finding.features), values: Object.values(finding.features) },
            heard: heardOf(finding),
            asked: askedOf(finding),
            ruled: finding.told !== "untold",
            contradicted: gold === undefined ? -1 : Number(isContradicted(gold)),
            denied: gold === undefined ? -1 : Number((gold.signals ?? []).includes("maker-denied")),
            prompted: gold === undefined ? -1 : Number((gold.signals ?? []).includes("prompt-disclosed")),
            role: ROLES.indexOf(gold?.role),
            act: ACTS.indexOf(gold?.act),
            weight:
                pairs.size > 0
                    ? set.counts / Math.sqrt(pairs.size)
                    : 0 /* a page is one story, however often it quotes */,
            text: shown(document, finding),
        };
    });
}

/**
 * Without the stems that are too rare to learn of.
 * @param {Finding[]} list @param {(finding: Finding) => Row} rowOf @returns {Row[]}
 */
function withoutRareStems(list, rowOf) {
    const findings = new Map();
    const documents = new Map();
    for (const finding of list.filter(({ role }) => role >= 0))
        for (const name of rowOf(finding).names.filter((feature) => feature.includes("/"))) {
            findings.set(name, (findings.get(name) ?? 0) + 1);
            documents.set(name, (documents.get(name) ?? new Set()).add(finding.document));
        }
    const isKept = (/** @type {string} */ name) =>
        !name.includes("/") ||
        ((findings.get(name) ?? 0) >= LEAST_FINDINGS && (documents.get(name)?.size ?? 0) >= LEAST_DOCUMENTS);
    return list.map((finding) => {
        const { names, values } = rowOf(finding);
        return { names: names.filter(isKept), values: values.filter((_, k) => isKept(names[k] ?? "")) };
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
        set: set.name.replace("-en-2", "-en"),
        row: { names: Object.keys(quote.features), values: Object.values(quote.features) },
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
        const row = { names: Object.keys(features), values: Object.values(features) };
        const text = `${document.id} ${name}`;
        const told = TOLD.model.includes(text) || TOLD.other.includes(text);
        const ours = spoken.length > 0 && right * 2 >= spoken.length;
        return [
            {
                set: set.name.replace("-en-2", "-en"),
                row,
                answer: Number(told ? TOLD.model.includes(text) : ours),
                weight: told || spoken.length > 0 ? set.counts : SILENT_COUNTS,
                fresh: set.fresh === true,
                known: alias === 1,
                text,
            },
        ];
    });
}

/** @param {string} program @returns {{list: Finding[], pairs: Pair[], quotes: Quote[], given: Quote[], names: Name[]}} */
export function readFindings(program) {
    let number = 0;
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
    for (const set of SETS)
        for (const { document, made } of read(program, documentsOf(set))) {
            pairs.push(...pairsIn(set, document, made, all.length));
            quotes.push(...quotesIn(set, document, made));
            given.push(...givenIn(set, document, made));
            names.push(...namesIn(set, document, made));
            all.push(...findingsOf(set, number++, document, made.findings));
        }
    for (const { document, made } of read(program, specified())) given.push(...givenIn(SPEC, document, made));
    const rows = withoutRareStems(all, ({ row }) => row);
    const heard = withoutRareStems(all, (finding) => finding.heard);
    const nothing = { names: [], values: [] };
    const list = all.map((finding, i) => ({ ...finding, row: rows[i] ?? nothing, heard: heard[i] ?? nothing }));
    return { list, pairs, quotes, given, names };
}
