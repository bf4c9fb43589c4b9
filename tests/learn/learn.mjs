/* learn.mjs: learns the weights by which roles and acts are judged from gold documents, and writes them into a rule
 * pack. The same documents, the same detector and the same expectations give the same weights.
 *
 *     cmake -S tests/learn -B build/obj/learn && cmake --build build/obj/learn
 *     node tests/learn/learn.mjs build/obj/learn/features core/rules/en.json             how well it serves new documents
 *     node tests/learn/learn.mjs build/obj/learn/features core/rules/en.json --write     … and "weights" into the pack
 *     node tests/learn/learn.mjs build/obj/learn/features core/rules/en.json --errors    … and what was judged wrong
 *     node tests/learn/learn.mjs build/obj/learn/features core/rules/en.json --roles     roles and acts, alone
 *                                                                                        (with --write: writes them alone)
 *     node tests/learn/learn.mjs build/obj/learn/features core/rules/en.json --denied    what the maker disowns, alone
 *                                                                                        (with --write: writes it alone)
 *     node tests/learn/learn.mjs build/obj/learn/features core/rules/en.json --conflict  what contradicts, likewise
 *     node tests/learn/learn.mjs build/obj/learn/features core/rules/en.json --prompt    whether prompts are told, likewise
 *     node tests/learn/learn.mjs build/obj/learn/features core/rules/en.json --speakers  whose quotes are, likewise alone
 *     node tests/learn/learn.mjs build/obj/learn/features core/rules/en.json --trust     which are not, only ever alone: by
 *                                                                                        sets that the rules have not seen
 *     node tests/learn/learn.mjs build/obj/learn/features core/rules/en.json --names     whose names are, likewise alone
 *
 * A finding of the detector is paired with the gold finding that it overlaps; unpaired ones teach nothing. The model is
 * a multinomial logistic regression. A penalty draws each weight to what expected.json expects of it before any document
 * is seen, else to zero: documents are few, and what a rare word says in them is mostly chance. Whatever is reported was
 * judged without the set, or the documents, that it is reported of. Knows gold files and the pack's "weights"; nothing of
 * how features are read. */
import { readFileSync, writeFileSync } from "node:fs";
import { argv, exit } from "node:process";

import { ACTS, ROLES, readFindings } from "./read.mjs";
import { learn, sharesOf, weigh } from "./regression.mjs";
import { nameLines, showNames, showSpeakers, speakerLines } from "./speakers.mjs";
import { showTrust, trustLines } from "./trusted.mjs";

const SORTS = ["owns-up", "claim", "source", "sample"];
const TOLD_SORTS = ["untold", "before", "elsewhere"];

/* How strongly weights are held to what is expected, by what they are of; chosen by leaving sets out. Half as strongly
 * serves the sets as well, for they tell some of each other's stories, and new stories worse. Of headings nothing is
 * expected: what a story is about did not tell what its quotes are for as one thought that it would. */
const PENALTIES = { role: { own: 12, topic: 40, page: 240 }, act: { own: 2, topic: 8, page: 100 } };
/** @type {Record<string, number>} */
const STEM_PENALTIES = { inside: 40, question: 20, heading: 60, page: 80 };
const BIAS_PENALTY = 0.01;
/* What the maker disowns: of all words alike, of one sort or role of words; of what it says, likewise. */
const DENIED_PENALTIES = { all: 4, sort: 8, said: 60, saidOfRole: 400 };
/* Of ten words that may be disowned three are: where it is as likely as not that they are, more is won than lost by
 * saying so somewhat earlier. Chosen by leaving sets out. */
const DENIED_BONUS = 0.9;
/* What two findings of one model are seen to be, for a contradiction: of all alike, of one sort of the later one’s words; and
 * how much earlier than where it is as likely as not it is said, as with denials. */
const CONFLICT_PENALTIES = { all: 4, sort: 12 };
const CONFLICT_BONUS = 0.5;
/* What is seen of a finding's prompt: of all alike, of those of which the rules know it in one way; and how much earlier it is
 * said to be told, likewise chosen by leaving sets out. */
const PROMPT_PENALTIES = { all: 15, sort: 30 };
const PROMPT_BONUS = 0.4;
const FOLDS = 10;

/* As in core/weights.h and core/judgement_role.c. */
const CERTAINTY_STEPS = 17;
const CERTAINTY_STEP = 0.25;
const STRONGEST_LEANING = 3;

/**
 * @typedef {import("./read.mjs").GoldSet} GoldSet
 * @typedef {import("./read.mjs").Row} Row
 * @typedef {import("./read.mjs").Finding} Finding
 * @typedef {import("./read.mjs").Pair} Pair
 * @typedef {{own: number, topic: number, page: number}} Penalties
 * @typedef {import("./regression.mjs").Table} Table
 * @typedef {import("./regression.mjs").Model} Model
 * @typedef {{leanings: number[][], acts: number[][]}} Judged
 */

/** @type {{role: Table, act: Table, denied: Table}} */
const EXPECTED = JSON.parse(readFileSync(new URL("expected.json", import.meta.url), "utf8"));

// ---- Learning --------------------------------------------------------------------------------------------------------

/** @param {string} feature @param {Penalties} penalties */
function penaltyOf(feature, penalties) {
    if (feature === "bias") return BIAS_PENALTY;
    if (feature.includes("/")) return STEM_PENALTIES[feature.slice(0, feature.indexOf("/"))] ?? penalties.topic;
    if (/^(?:page|heading|answers)[:-]/.test(feature)) return penalties.page;
    return feature.includes(":") ? penalties.topic : penalties.own;
}

/** Acts are told by the words' make; stems told nothing more of sets left out. @param {Row} row @returns {Row} */
function withoutStems({ names, values }) {
    const first = names.findIndex((name) => name.includes("/"));
    return first < 0 ? { names, values } : { names: names.slice(0, first), values: values.slice(0, first) };
}

/** @param {Finding[]} list @param {"role" | "act"} what @returns {Model} */
function learnOf(list, what) {
    const examples = list
        .filter((f) => f[what] >= 0)
        .map((f) => ({ row: what === "role" ? f.row : withoutStems(f.row), answer: f[what], weight: f.weight }));
    const penaltyFor = (/** @type {string} */ feature) => penaltyOf(feature, PENALTIES[what]);
    return learn(examples, (what === "role" ? ROLES : ACTS).length, penaltyFor, EXPECTED[what]);
}

// ---- What the maker disowns ------------------------------------------------------------------------------------------

/** @param {string} feature */
function deniedPenaltyOf(feature) {
    if (feature === "bias") return BIAS_PENALTY;
    if (feature.includes("/")) return feature.includes(":") ? DENIED_PENALTIES.saidOfRole : DENIED_PENALTIES.said;
    return feature.includes(":") ? DENIED_PENALTIES.sort : DENIED_PENALTIES.all;
}

/** @param {Finding[]} list @returns {Model} */
function learnDenied(list) {
    const examples = list
        .filter(({ denied }) => denied >= 0)
        .map(({ heard, denied, weight }) => ({ row: heard, answer: denied, weight }));
    return learn(examples, 2, deniedPenaltyOf, EXPECTED.denied);
}

/* What of the maker must be heard about the words, as core/judgement_maker_feature.c has it. */
const SPOKEN_OF = ["denial", "negation", "fault", "disowned", "shares-one"];

/** By how much it is likelier that the words are disowned than not. @param {Model} model @param {Row} row */
function leanToDenied(model, row) {
    const [not = 0, denied = 0] = weigh(model, row);
    return denied - not + DENIED_BONUS;
}

/** @param {boolean[]} found @param {Finding[]} list @param {"denied" | "contradicted" | "prompted"} what */
function sharedFigures(found, list, what) {
    const count = (/** @type {boolean} */ answer, /** @type {number} */ gold) =>
        list.filter((finding, i) => finding[what] === gold && found[i] === answer).length;
    const [right, wrong, missed] = [count(true, 1), count(true, 0), count(false, 1)];
    return `F1 ${((2 * right) / Math.max(1, 2 * right + wrong + missed)).toFixed(3)} of ${right + missed}`;
}

/** Both sets of one hand are left out together. @param {{set: string}} of */
const setOf = ({ set }) => set.replace("-en-2", "-en");

// ---- What contradicts ------------------------------------------------------------------------------------------------

/* Both of two findings that gold calls contradicted may contradict a third; to learn from them as a pair all the same served
 * better than to look for the likeliest pairs. */
/** @param {Pair[]} pairs @returns {Model} */
function learnConflict(pairs) {
    const examples = pairs.map(({ row, both, weight }) => ({ row, answer: Number(both), weight }));
    const penaltyFor = (/** @type {string} */ feature) => {
        if (feature === "bias") return BIAS_PENALTY;
        return feature.includes(":") ? CONFLICT_PENALTIES.sort : CONFLICT_PENALTIES.all;
    };
    return learn(examples, 2, penaltyFor, {});
}

/** How well contradictions are told, a set left out. @param {Finding[]} list @param {Pair[]} pairs */
function showConflict(list, pairs) {
    const found = /** @type {boolean[]} */ (new Array(list.length).fill(false));
    for (const left of new Set(pairs.map(setOf))) {
        const model = learnConflict(pairs.filter((pair) => setOf(pair) !== left));
        for (const { row, ends } of pairs.filter((pair) => setOf(pair) === left)) {
            const [not = 0, conflict = 0] = weigh(model, row);
            if (conflict - not + CONFLICT_BONUS > 0) for (const end of ends) found[end] = true;
        }
    }
    console.log(`contradicted, a set left out: ${sharedFigures(found, list, "contradicted")}`);
}

// ---- Whether the prompt is told --------------------------------------------------------------------------------------

/** @param {Finding[]} list @returns {Model} */
function learnPrompt(list) {
    const examples = list
        .filter(({ prompted }) => prompted >= 0)
        .map(({ asked, prompted, weight }) => ({ row: asked, answer: prompted, weight }));
    const penaltyFor = (/** @type {string} */ feature) => {
        if (feature === "bias") return BIAS_PENALTY;
        return feature.includes(":") ? PROMPT_PENALTIES.sort : PROMPT_PENALTIES.all;
    };
    return learn(examples, 2, penaltyFor, {});
}

/** How well it is told that prompts are, a set left out: by weights, and by rules alone. @param {Finding[]} list */
function showPrompt(list) {
    const found = /** @type {boolean[]} */ (new Array(list.length).fill(false));
    for (const left of new Set(list.map(setOf))) {
        const model = learnPrompt(list.filter((finding) => setOf(finding) !== left));
        for (const [i, finding] of list.entries()) {
            if (setOf(finding) !== left) continue;
            const [not = 0, told = 0] = weigh(model, finding.asked);
            found[i] = told - not + PROMPT_BONUS > 0;
        }
    }
    const ruled = list.map((finding) => finding.ruled);
    const [weighed, byRules] = [sharedFigures(found, list, "prompted"), sharedFigures(ruled, list, "prompted")];
    console.log(`prompts, a set left out: ${weighed}; by rules: ${byRules}`);
}

/** How well denials are told, a set left out: by weights, and by rules alone. @param {Finding[]} list */
function showDenied(list) {
    const found = /** @type {boolean[]} */ (new Array(list.length).fill(false));
    for (const left of new Set(list.map(setOf))) {
        const model = learnDenied(list.filter((finding) => setOf(finding) !== left));
        for (const [i, finding] of list.entries())
            if (setOf(finding) === left)
                found[i] =
                    SPOKEN_OF.some((name) => finding.heard.names.includes(name)) &&
                    leanToDenied(model, finding.heard) > 0 &&
                    !finding.heard.names.includes("ruled-confirmed");
    }
    const ruled = list.map(({ heard }) => heard.names.includes("ruled-denied"));
    console.log(
        `denied, a set left out: ${sharedFigures(found, list, "denied")}; by rules: ${sharedFigures(ruled, list, "denied")}`,
    );
    for (const name of new Set(list.map(({ set }) => set))) {
        const numbers = [...list.keys()].filter((i) => list[i]?.set === name);
        const own = numbers.map((i) => /** @type {Finding} */ (list[i]));
        const of = (/** @type {boolean[]} */ all) =>
            sharedFigures(
                numbers.map((i) => all[i] ?? false),
                own,
                "denied",
            );
        console.log(`    ${name}: ${of(found)}; by rules: ${of(ruled)}`);
    }
}

/** Judges each finding by what was learnt without its group. @param {Finding[]} list @param {(f: Finding) => unknown} groupOf @returns {Judged} */
function judgeLeftOut(list, groupOf) {
    /** @type {Judged} */
    const judged = { leanings: [], acts: [] };
    for (const group of new Set(list.map(groupOf))) {
        const rest = list.filter((f) => groupOf(f) !== group);
        const [roles, acts] = [learnOf(rest, "role"), learnOf(rest, "act")];
        for (const [i, f] of list.entries()) {
            if (groupOf(f) !== group) continue;
            judged.leanings[i] = weigh(roles, f.row);
            judged.acts[i] = weigh(acts, f.row);
        }
    }
    return judged;
}

// ---- A page's findings together, as core/judgement_role.c has it -----------------------------------------------------

/** @param {number[]} leaning */
function bounded(leaning) {
    const middle = leaning.reduce((a, b) => a + b, 0) / leaning.length;
    return leaning.map((sum) => Math.max(-STRONGEST_LEANING, Math.min(STRONGEST_LEANING, sum - middle)));
}

/** @param {Finding[]} page @param {number} i @returns {number} -1 where no other is of the same model */
function nearestOf(page, i) {
    const near = [i - 1, i + 1].filter((k) => page[k] !== undefined && page[k].speaker === page[i]?.speaker);
    return near.find((k) => page[k]?.block === page[i]?.block) ?? near[0] ?? -1;
}

/** @param {Finding[]} list @param {number[][]} leanings @param {number[]} shares @returns {number[][]} */
function settle(list, leanings, [pageShare = 0, nearShare = 0]) {
    return list.map((finding, i) => {
        const numbers = [...list.keys()]
            .slice(Math.max(0, i - 64), i + 65)
            .filter((k) => list[k]?.document === finding.document);
        const page = numbers.map((k) => /** @type {Finding} */ (list[k]));
        const bounds = numbers.map((k) => bounded(leanings[k] ?? []));
        const self = numbers.indexOf(i);
        const near = bounds[nearestOf(page, self)];
        return (leanings[i] ?? []).map((own, c) => {
            const others = bounds.reduce((sum, leaning, k) => sum + (k === self ? 0 : (leaning[c] ?? 0)), 0);
            return own + (pageShare * others) / Math.max(1, bounds.length - 1) + nearShare * (near?.[c] ?? 0);
        });
    });
}

/** The shares of the page and of the nearest that serve best; bounded, for a page may hold two stories. @param {Finding[]} list @param {number[][]} leanings */
function bestShares(list, leanings) {
    const candidates = [0, 0.1, 0.2, 0.3].flatMap((page) => [0, 0.1, 0.2].map((near) => [page, near]));
    const losses = candidates.map((shares) =>
        settle(list, leanings, shares).reduce((loss, sums, i) => {
            const { role, weight } = /** @type {Finding} */ (list[i]);
            return role < 0 ? loss : loss - weight * Math.log(sharesOf(sums)[role] ?? 1);
        }, 0),
    );
    return candidates[losses.indexOf(Math.min(...losses))] ?? [0, 0];
}

// ---- Reporting -------------------------------------------------------------------------------------------------------

/** @param {number[] | undefined} sums */
const best = (sums = []) => sums.indexOf(Math.max(...sums));

/** @param {number[] | undefined} sums by how much the best leads */
function leadOf(sums = []) {
    const [first = 0, second = 0] = [...sums].sort((a, b) => b - a);
    return first - second;
}

/** @param {Finding[]} list @param {number[][]} sums @param {number[][]} acts @param {string} [set] */
function figures(list, sums, acts, set) {
    const numbers = [...list.keys()].filter(
        (i) => (list[i]?.role ?? -1) >= 0 && (set === undefined || list[i]?.set === set),
    );
    const spoken = numbers.filter((i) => (list[i]?.act ?? -1) >= 0);
    const roleRight = numbers.filter((i) => best(sums[i]) === list[i]?.role).length;
    const actRight = spoken.filter((i) => best(sums[i]) === 0 && best(acts[i]) === list[i]?.act).length;
    const share = (/** @type {number} */ right, /** @type {number[]} */ all) =>
        `${(right / all.length).toFixed(3)} of ${all.length}`;
    return `role ${share(roleRight, numbers)}, act ${share(actRight, spoken)}`;
}

/** @param {Finding[]} list @param {number[][]} sums @param {number[][]} acts */
function showErrors(list, sums, acts) {
    for (const [i, { role, act, text }] of list.entries()) {
        const [judged, judgedAct] = [best(sums[i]), best(acts[i])];
        if (role >= 0 && judged !== role)
            console.log(`ROLE ${ROLES[role]} not ${ROLES[judged]}, ${leadOf(sums[i]).toFixed(2)}: ${text}`);
        else if (act >= 0 && judgedAct !== act) console.log(`ACT ${ACTS[act]} not ${ACTS[judgedAct]}: ${text}`);
    }
}

// ---- Writing ---------------------------------------------------------------------------------------------------------

/**
 * The share of findings judged right, as a logistic curve over the lead, in per cent at each step of the table.
 * @param {Finding[]} list @param {number[][]} sums @returns {number[]}
 */
function certainties(list, sums) {
    const points = [...list.keys()]
        .filter((i) => (list[i]?.role ?? -1) >= 0)
        .map((i) => ({ lead: Math.min(4, leadOf(sums[i])), right: best(sums[i]) === list[i]?.role ? 1 : 0 }));
    let [base, slope] = [0.5, 1];
    const shareAt = (/** @type {number} */ lead) => 1 / (1 + Math.exp(-base - slope * lead));
    for (let round = 0; round < 3000; round++) {
        const misses = points.map(({ lead, right }) => ({ lead, miss: shareAt(lead) - right }));
        base -= (0.5 * misses.reduce((sum, { miss }) => sum + miss, 0)) / points.length;
        slope -= (0.5 * misses.reduce((sum, { lead, miss }) => sum + miss * lead, 0)) / points.length;
    }
    return Array.from({ length: CERTAINTY_STEPS }, (_, i) =>
        Math.max(1, Math.min(99, Math.round(100 * shareAt(i * CERTAINTY_STEP)))),
    );
}

/** @param {Iterable<[string, number[]]>} table @param {string} indent @returns {string} lines of "feature": [whole thousandths] */
function linesOf(table, indent) {
    return [...table]
        .map(([name, weights]) => ({ name, rounded: weights.map((weight) => Math.round(weight * 1000) + 0) }))
        .filter(({ rounded }) => rounded.some((weight) => weight !== 0))
        .map(({ name, rounded }) => `${indent}${JSON.stringify(name)}: [${rounded.join(", ")}]`)
        .join(",\n");
}

/** By how much a feature speaks for a denial. @param {Map<string, number[]>} table @param {string} name */
function leanOf(table, name) {
    const [not = 0, denied = 0] = table.get(name) ?? [];
    return denied - not;
}

/** What was learnt: each feature's weight of each sort. @param {Model} model @param {number} bonus @param {string[]} sorts @returns {[string, number[]][]} */
function sortRows({ table }, bonus, sorts = SORTS) {
    const names = [...table.keys()].filter((name) => !name.includes(":") && !name.includes("/"));
    return names.map((name) => [
        name,
        sorts.map((sort) => leanOf(table, name) + leanOf(table, `${sort}:${name}`) + (name === "bias" ? bonus : 0)),
    ]);
}

/** … and each beginning's of each role. @param {Model} model @returns {[string, number[]][]} */
function saidRows({ table }) {
    return [...table.keys()]
        .filter((name) => name.startsWith("said/"))
        .map((name) => [
            name.slice("said/".length),
            ROLES.map((role) => leanOf(table, name) + leanOf(table, `${role}:${name}`)),
        ]);
}

/** Puts an object of lines in the place of the one of that name, or before `next`. @param {string} source @param {string} indent @param {string} name @param {string} lines @param {string} next */
function withObject(source, indent, name, lines, next) {
    const text = `${indent}${JSON.stringify(name)}: {\n${lines}\n${indent}}`;
    const start = source.indexOf(`\n${indent}${JSON.stringify(name)}: {`) + 1;
    if (start === 0) return source.replace(next, () => `${text},\n${next}`);
    const end = source.indexOf(`\n${indent}}`, start) + `\n${indent}}`.length;
    return source.slice(0, start) + text + source.slice(end);
}

/** @param {string} path @param {Finding[]} list */
function writeDenied(path, list) {
    const model = learnDenied(list);
    let source = readFileSync(path, "utf8");
    source = withObject(source, "    ", "denied", linesOf(sortRows(model, DENIED_BONUS), "      "), '    "stems": {');
    source = withObject(source, "      ", "said", linesOf(saidRows(model), "        "), '      "inside": {');
    writeFileSync(path, source);
}

/** @param {string} path @param {Pair[]} pairs */
function writeConflict(path, pairs) {
    const lines = linesOf(sortRows(learnConflict(pairs), CONFLICT_BONUS), "      ");
    writeFileSync(path, withObject(readFileSync(path, "utf8"), "    ", "conflict", lines, '    "stems": {'));
}

/** @param {string} path @param {Finding[]} list */
function writePrompt(path, list) {
    const lines = linesOf(sortRows(learnPrompt(list), PROMPT_BONUS, TOLD_SORTS), "      ");
    writeFileSync(path, withObject(readFileSync(path, "utf8"), "    ", "prompt", lines, '    "stems": {'));
}

/** @param {string} path @param {import("./read.mjs").Quote[]} quotes */
function writeSpeakers(path, quotes) {
    const source = readFileSync(path, "utf8");
    writeFileSync(path, withObject(source, "    ", "speaker", speakerLines(quotes, "      "), '    "stems": {'));
}

/** @param {string} path @param {import("./read.mjs").Quote[]} given */
function writeTrust(path, given) {
    const source = readFileSync(path, "utf8");
    writeFileSync(path, withObject(source, "    ", "trust", trustLines(given, "      "), '    "stems": {'));
}

/** @param {string} path @param {import("./read.mjs").Name[]} names */
function writeNames(path, names) {
    const source = readFileSync(path, "utf8");
    writeFileSync(path, withObject(source, "    ", "name", nameLines(names, "      "), '    "stems": {'));
}

/** The stems of a zone. @param {Model} model @param {string} zone @returns {string} */
function stemLines({ table }, zone) {
    const stems = [...table]
        .filter(([name]) => name.startsWith(`${zone}/`))
        .map(([name, weights]) => /** @type {[string, number[]]} */ ([name.slice(zone.length + 1), weights]));
    return linesOf(stems, "        ");
}

/** Roles and acts alone. @param {string} path @param {Finding[]} list @param {number[]} shares @param {number[]} certainty */
function writeWeights(path, list, shares, certainty) {
    const source = readFileSync(path, "utf8");
    const start = source.indexOf('\n  "weights": {');
    const roles = learnOf(list, "role");
    const features = [...roles.table].filter(([name]) => !name.includes("/"));
    let weights = source.slice(start);
    weights = withObject(weights, "    ", "role", linesOf(features, "      "), '    "stems": {');
    weights = withObject(weights, "    ", "act", linesOf(learnOf(list, "act").table, "      "), '    "stems": {');
    for (const zone of Object.keys(STEM_PENALTIES))
        weights = withObject(weights, "      ", zone, stemLines(roles, zone), '      "said": {');
    weights = weights
        .replace(
            /"shares": \[[^\]]*\](?=,\n {4}"certainty")/,
            `"shares": [${shares.map((s) => Math.round(s * 1000)).join(", ")}]`,
        )
        .replace(/"certainty": \[[^\]]*\]/, `"certainty": [${certainty.join(", ")}]`);
    writeFileSync(path, source.slice(0, start) + weights);
}

// ---- The whole -------------------------------------------------------------------------------------------------------

/** @param {string} program @param {string} pack @param {string[]} options */
function main(program, pack, options) {
    const { list, pairs, quotes, given, names } = readFindings(program);
    if (options.includes("--names")) {
        showNames(names, options.includes("--errors"));
        if (options.includes("--write")) writeNames(pack, names);
        return;
    }
    if (options.includes("--speakers")) {
        showSpeakers(quotes);
        if (options.includes("--write")) writeSpeakers(pack, quotes);
        return;
    }
    if (options.includes("--trust")) {
        showTrust(given);
        if (options.includes("--write")) writeTrust(pack, given);
        return;
    }
    if (options.includes("--prompt")) {
        showPrompt(list);
        if (options.includes("--write")) writePrompt(pack, list);
        return;
    }
    console.log(`${list.length} findings, ${list.filter(({ role }) => role >= 0).length} paired with gold`);
    const alone = options.includes("--roles");
    if (!alone) {
        showDenied(list);
        showConflict(list, pairs);
        showPrompt(list);
    }
    if (options.includes("--conflict")) {
        if (options.includes("--write")) writeConflict(pack, pairs);
        return;
    }
    if (options.includes("--denied")) {
        if (options.includes("--write")) writeDenied(pack, list);
        return;
    }
    const bySet = judgeLeftOut(list, setOf);
    const shares = bestShares(list, bySet.leanings);
    const sums = settle(list, bySet.leanings, shares);
    console.log(`a set left out: ${figures(list, sums, bySet.acts)}`);
    for (const name of new Set(list.map(({ set }) => set)))
        console.log(`    ${name}: ${figures(list, sums, bySet.acts, name)}`);
    if (options.includes("--write")) {
        writeWeights(pack, list, shares, certainties(list, sums));
    }
    if (options.includes("--write") && !alone) {
        writeDenied(pack, list);
        writeConflict(pack, pairs);
        writePrompt(pack, list);
        writeSpeakers(pack, quotes);
        writeNames(pack, names);
    }
    const byFold = judgeLeftOut(list, ({ document }) => document % FOLDS);
    console.log(`a tenth left out: ${figures(list, settle(list, byFold.leanings, shares), byFold.acts)}`);
    if (options.includes("--errors")) showErrors(list, sums, bySet.acts);
}

const [program, pack, ...options] = argv.slice(2);
if (program === undefined || pack === undefined) {
    console.error(
        "usage: node tests/learn/learn.mjs FEATURES_PROGRAM PACK [--write] [--errors] [--roles | --denied | --conflict | --prompt | --speakers | --trust | --names]",
    );
    exit(2);
}
main(program, pack, options);
