/* learn.mjs: learns the weights by which roles and acts are judged from gold documents, and writes them into a rule
 * pack. The same documents, the same detector and the same options give the same weights.
 *
 *     node tests/learn/learn.mjs FEATURES_PROGRAM PACK          how well what is learnt serves documents left out
 *     node tests/learn/learn.mjs FEATURES_PROGRAM PACK --write  … and writes "weights" into the pack
 *
 * FEATURES_PROGRAM is what tests/learn/CMakeLists.txt builds: it says what features a finding has. A finding of the
 * detector is paired with the gold finding that it overlaps; unpaired ones teach nothing. The model is a multinomial
 * logistic regression with a penalty on each weight (a Gaussian prior), so that rare features say little. Knows gold
 * files and the pack's "weights"; nothing of how features are read. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { argv, exit } from "node:process";
import { fileURLToPath } from "node:url";

const ROLES = ["spokesperson", "source", "sample"];
const ACTS = ["apology", "admission", "denial", "promise", "defiance", "explanation", "other"];
const CERTAINTY_STEPS = 17;
const CERTAINTY_STEP = 0.25;
const STRONGEST_LEANING = 3;
const FOLDS = 10;
const ROUNDS = 300;

/* Documents of dev-en are half for learning (the first, the third …), half for measuring. */
const SETS = [
    { name: "train-a" },
    { name: "train-b" },
    { name: "train-c" },
    { name: "train-d" },
    { name: "train-e" },
    { name: "train-s" },
    { name: "held-a" },
    { name: "held-b" },
    { name: "dev-en", everySecond: true },
    { name: "dev-en-2", everySecond: true },
];

/* How strongly weights are held to zero, by what they belong to. Chosen by leaving sets out. */
const PENALTIES = { role: { own: 4, topic: 30, page: 80 }, act: { own: 2, topic: 8, page: 100 } };

/** What is expected of each feature before any document is seen: its weight for each role, or for each act.
 * @type {{role: Record<string, number[]>, act: Record<string, number[]>}} */
const EXPECTED = JSON.parse(readFileSync(new URL("expected.json", import.meta.url), "utf8"));

/**
 * @typedef {{names: string[], values: number[]}} Row
 * @typedef {{set: string, document: number, place: number, block: number, speaker: string, sure: number, row: Row,
 *   role: number, act: number, weight: number}} Finding
 * @typedef {{features: string[], classes: number, weights: Float64Array}} Model
 */

// ---- Reading ---------------------------------------------------------------------------------------------------------

/** @param {{name: string, everySecond?: boolean}} set @returns {any[]} */
function documentsOf({ name, everySecond }) {
    const path = fileURLToPath(new URL(`../gold/${name}.jsonl`, import.meta.url));
    if (!existsSync(path)) return [];
    const lines = readFileSync(path, "utf8").split("\n").filter((line) => line.trim() !== "");
    return lines.filter((_, i) => everySecond !== true || i % 2 === 0).map((line) => JSON.parse(line));
}

/** @param {any} document @param {any} gold @returns {{start: number, end: number}} */
function placeOf(document, gold) {
    const text = document.blocks[gold.block].text;
    let start = -1;
    for (let i = 0; i < (gold.occurrence ?? 1); i++) start = text.indexOf(gold.quote, start + 1);
    return { start, end: start + gold.quote.length };
}

/** Pairs the gold's findings with the detector's, the best overlaps first. @param {any} document @param {any[]} found */
function pairsOf(document, found) {
    const overlaps = [];
    for (const [g, gold] of (document.findings ?? []).entries()) {
        const place = placeOf(document, gold);
        for (const [f, finding] of found.entries()) {
            if (finding.block !== gold.block) continue;
            const shared = Math.min(place.end, finding.end) - Math.max(place.start, finding.start);
            const lengths = [place.end - place.start, finding.end - finding.start];
            const loose = gold.form === "indirect" || finding.form === "indirect";
            const needed = loose ? Math.min(...lengths) / 3 : Math.max(...lengths) / 2;
            if (shared > 0 && shared >= needed) overlaps.push({ share: shared / Math.max(...lengths), g, f });
        }
    }
    overlaps.sort((a, b) => b.share - a.share || a.g - b.g || a.f - b.f);
    const pairs = new Map();
    const taken = new Set();
    for (const { g, f } of overlaps) {
        if (taken.has(g) || pairs.has(f)) continue;
        taken.add(g);
        pairs.set(f, document.findings[g]);
    }
    return pairs;
}

/** @param {string} program @returns {Finding[]} all that the detector finds, role -1 where no gold is paired */
function readFindings(program) {
    const findings = [];
    let number = 0;
    for (const set of SETS) {
        const documents = documentsOf(set);
        if (documents.length === 0) continue;
        const input = documents.map((document) => JSON.stringify(document)).join("\n");
        const output = execFileSync(program, { input: `${input}\n`, encoding: "utf8", maxBuffer: 1 << 30 });
        for (const [i, line] of output.trim().split("\n").entries()) {
            const found = JSON.parse(line).findings;
            const pairs = pairsOf(documents[i], found);
            const weight = pairs.size > 0 ? 1 / Math.sqrt(pairs.size) : 0;
            for (const [place, finding] of found.entries()) {
                const gold = pairs.get(place);
                findings.push({
                    set: set.name,
                    document: number,
                    place,
                    block: finding.block,
                    speaker: finding.speaker,
                    sure: finding.sure,
                    row: { names: Object.keys(finding.features), values: Object.values(finding.features) },
                    role: gold === undefined ? -1 : ROLES.indexOf(gold.role),
                    act: gold?.act === undefined ? -1 : ACTS.indexOf(gold.act),
                    weight,
                    text: `${documents[i].id}#${finding.block} …${documents[i].blocks[finding.block].text.slice(Math.max(0, finding.start - 80), finding.start)}[[${documents[i].blocks[finding.block].text.slice(finding.start, finding.end)}]]${documents[i].blocks[finding.block].text.slice(finding.end, finding.end + 50)}`,
                });
            }
            number++;
        }
    }
    return findings;
}

// ---- Learning --------------------------------------------------------------------------------------------------------

/** @param {string} feature @param {{own: number, topic: number, page: number}} penalties */
function penaltyOf(feature, penalties) {
    if (feature === "bias") return 0.01;
    if (/^(page|heading)[:-]/.test(feature)) return penalties.page;
    return feature.includes(":") ? penalties.topic : penalties.own;
}

/** Turns sums into shares, in place. @param {Float64Array} sums */
function soften(sums) {
    const most = Math.max(...sums);
    let total = 0;
    for (let c = 0; c < sums.length; c++) total += sums[c] = Math.exp((sums[c] ?? 0) - most);
    for (let c = 0; c < sums.length; c++) sums[c] /= total;
}

/**
 * Accelerated gradient descent from zero; strongly convex, so that it ends where any method would.
 * @param {{row: Row, answer: number, weight: number}[]} examples
 * @param {number} classes
 * @param {{own: number, topic: number, page: number}} penalties
 * @returns {Model}
 */
function learn(examples, classes, penalties, priors = {}) {
    const features = [...new Set(examples.flatMap(({ row }) => row.names))].sort();
    const numbers = new Map(features.map((name, i) => [name, i]));
    const rows = examples.map(({ row }) => row.names.map((name) => numbers.get(name) ?? 0));
    const penalty = features.map((name) => penaltyOf(name, penalties));
    const size = features.length * classes;
    const largest = examples.reduce((sum, { row, weight }) => sum + weight * row.values.reduce((s, v) => s + v * v, 0), 0);
    const step = 1 / (largest * 0.1 + Math.max(...penalty));
    const prior = Float64Array.from(features.flatMap((name) => priors[name] ?? new Array(classes).fill(0)));
    let weights = Float64Array.from(prior);
    let ahead = Float64Array.from(prior);
    const sums = new Float64Array(classes);
    for (let round = 0; round < ROUNDS; round++) {
        const slope = new Float64Array(size);
        for (const [e, example] of examples.entries()) {
            const row = /** @type {number[]} */ (rows[e]);
            sums.fill(0);
            for (const [k, f] of row.entries())
                for (let c = 0; c < classes; c++) sums[c] += (example.row.values[k] ?? 0) * (ahead[f * classes + c] ?? 0);
            soften(sums);
            sums[example.answer] -= 1;
            for (const [k, f] of row.entries())
                for (let c = 0; c < classes; c++)
                    slope[f * classes + c] += example.weight * (example.row.values[k] ?? 0) * (sums[c] ?? 0);
        }
        const next = new Float64Array(size);
        for (let i = 0; i < size; i++)
            next[i] = (ahead[i] ?? 0) - step * ((slope[i] ?? 0) + (penalty[Math.floor(i / classes)] ?? 0) * ((ahead[i] ?? 0) - prior[i]));
        const speed = round / (round + 3);
        for (let i = 0; i < size; i++) ahead[i] = (next[i] ?? 0) + speed * ((next[i] ?? 0) - (weights[i] ?? 0));
        weights = next;
    }
    return { features, classes, weights };
}

/** @param {Model} model @param {Row} row @returns {number[]} */
function weigh(model, row) {
    const numbers = model.numbers ?? (model.numbers = new Map(model.features.map((name, i) => [name, i])));
    const sums = new Array(model.classes).fill(0);
    for (const [k, name] of row.names.entries()) {
        const f = numbers.get(name);
        if (f === undefined) continue;
        for (let c = 0; c < model.classes; c++) sums[c] += row.values[k] * model.weights[f * model.classes + c];
    }
    return sums;
}

const roleExamples = (list) => list.filter(({ role }) => role >= 0).map(({ row, role, weight }) => ({ row, answer: role, weight }));
const actExamples = (list) => list.filter(({ act }) => act >= 0).map(({ row, act, weight }) => ({ row, answer: act, weight }));

// ---- A page's findings together --------------------------------------------------------------------------------------

function bounded(leaning) {
    const middle = leaning.reduce((a, b) => a + b, 0) / leaning.length;
    return leaning.map((v) => Math.max(-STRONGEST_LEANING, Math.min(STRONGEST_LEANING, v - middle)));
}

function nearest(list, i) {
    const same = (k) => (list[k] !== undefined && list[k].speaker === list[i].speaker ? k : undefined);
    const before = same(i - 1), after = same(i + 1);
    if (before !== undefined && list[before].block === list[i].block) return before;
    if (after !== undefined && list[after].block === list[i].block) return after;
    return before ?? after;
}

/** leanings: array parallel to findings. Returns settled sums. */
function settle(findings, leanings, [pageShare, nearShare]) {
    const pages = new Map();
    findings.forEach((f, i) => (pages.get(f.document) ?? pages.set(f.document, []).get(f.document)).push(i));
    const settled = new Array(findings.length);
    for (const page of pages.values()) {
        const list = page.map((i) => findings[i]);
        const bounds = page.map((i) => bounded(leanings[i]));
        for (const [k, i] of page.entries()) {
            const near = nearest(list, k);
            settled[i] = leanings[i].map((own, c) => {
                const others = bounds.reduce((sum, b, o) => sum + (o === k ? 0 : b[c]), 0) / Math.max(1, page.length - 1);
                return own + pageShare * others + nearShare * (near === undefined ? 0 : bounds[near][c]);
            });
        }
    }
    return settled;
}

const best = (sums) => sums.indexOf(Math.max(...sums));
const lead = (sums) => { const s = [...sums].sort((a, b) => b - a); return s[0] - s[1]; };

function loss(findings, sums) {
    let total = 0, weight = 0;
    findings.forEach((f, i) => {
        if (f.role < 0) return;
        const p = Float64Array.from(sums[i]);
        soften(p);
        total -= f.weight * Math.log(p[f.role]);
        weight += f.weight;
    });
    return total / weight;
}

function chooseShares(findings, leanings) {
    let chosen = [0, 0], least = Infinity;
    for (let page = 0; page <= 1.2; page += 0.1)
        for (let near = 0; near <= 0.8; near += 0.1) {
            const l = loss(findings, settle(findings, leanings, [page, near]));
            if (l < least - 1e-9) { least = l; chosen = [Math.round(page * 10) / 10, Math.round(near * 10) / 10]; }
        }
    return chosen;
}

// ---- Leaving out -----------------------------------------------------------------------------------------------------

/** Judges each finding by what was learnt without its group. */
function leaveOut(findings, groupOf) {
    const groups = [...new Set(findings.map(groupOf))];
    const leanings = new Array(findings.length), acts = new Array(findings.length);
    for (const group of groups) {
        const rest = findings.filter((f) => groupOf(f) !== group);
        const roleModel = learn(roleExamples(rest), ROLES.length, PENALTIES.role, EXPECTED.role);
        const actModel = learn(actExamples(rest), ACTS.length, PENALTIES.act, EXPECTED.act);
        findings.forEach((f, i) => {
            if (groupOf(f) !== group) return;
            leanings[i] = weigh(roleModel, f.row);
            acts[i] = weigh(actModel, f.row);
        });
    }
    return { leanings, acts };
}

function figures(findings, sums, acts, of) {
    let n = 0, right = 0, an = 0, aright = 0;
    findings.forEach((f, i) => {
        if (f.role < 0 || !of(f)) return;
        n++;
        const role = best(sums[i]);
        right += role === f.role;
        if (f.act < 0) return;
        an++;
        aright += role === 0 && best(acts[i]) === f.act;
    });
    return `role ${(right / n).toFixed(3)} of ${n}, act ${(aright / an).toFixed(3)} of ${an}`;
}

function report(title, findings, { leanings, acts }, shares) {
    const sums = settle(findings, leanings, shares);
    console.log(`${title}: alone ${figures(findings, leanings, acts, () => true)}; with the page ${figures(findings, sums, acts, () => true)}`);
    if (title.includes("set")) for (const { name } of SETS) if (findings.some((f) => f.set === name)) console.log(`   ${name}: ${figures(findings, sums, acts, (f) => f.set === name)}`);
    return sums;
}

const [program, pack, ...options] = argv.slice(2);
if (program === undefined || pack === undefined) {
    console.error("usage: node tests/learn/learn.mjs FEATURES_PROGRAM PACK [--write]");
    exit(2);
}
const findings = readFindings(program);
console.log(`${findings.length} findings, ${findings.filter((f) => f.role >= 0).length} paired`);
const bySet = leaveOut(findings, (f) => f.set.replace("-2", ""));
const shares = chooseShares(findings, bySet.leanings);
console.log("shares", shares);
report("a set left out", findings, bySet, shares);
if (options.includes("--folds")) report("documents left out", findings, leaveOut(findings, (f) => f.document % FOLDS), shares);

// ---- Writing ---------------------------------------------------------------------------------------------------------

/** The share of findings judged right, as a logistic curve over the lead, in per cent at each step of the table. */
function certainties(findings, sums) {
    let [base, slope] = [0.5, 1];
    for (let round = 0; round < 3000; round++) {
        let [d0, d1, n] = [0, 0, 0];
        findings.forEach((f, i) => {
            if (f.role < 0) return;
            const x = Math.min(4, lead(sums[i]));
            const miss = 1 / (1 + Math.exp(-base - slope * x)) - (best(sums[i]) === f.role ? 1 : 0);
            d0 += miss;
            d1 += miss * x;
            n++;
        });
        base -= (0.5 * d0) / n;
        slope -= (0.5 * d1) / n;
    }
    return Array.from({ length: CERTAINTY_STEPS }, (_, i) => {
        const share = 1 / (1 + Math.exp(-base - slope * i * CERTAINTY_STEP));
        return Math.max(1, Math.min(99, Math.round(100 * share)));
    });
}

/** @param {Model} model @returns {string[]} lines of "feature": [whole thousandths] */
function linesOf(model) {
    const lines = model.features.map((name, f) => {
        const weights = Array.from(model.weights.slice(f * model.classes, (f + 1) * model.classes), (w) => Math.round(w * 1000) + 0);
        return weights.some((w) => w !== 0) ? `      ${JSON.stringify(name)}: [${weights.join(", ")}]` : "";
    });
    return lines.filter((line) => line !== "");
}

function writePack(path, findings, shares, certainty) {
    const role = learn(roleExamples(findings), ROLES.length, PENALTIES.role, EXPECTED.role);
    const act = learn(actExamples(findings), ACTS.length, PENALTIES.act, EXPECTED.act);
    const source = readFileSync(path, "utf8");
    const start = source.indexOf('  "weights": {'), end = source.indexOf('  "messages": {');
    const text = [
        '  "weights": {',
        '    "role": {',
        linesOf(role).join(",\n"),
        "    },",
        '    "act": {',
        linesOf(act).join(",\n"),
        "    },",
        `    "shares": [${shares.map((share) => Math.round(share * 1000)).join(", ")}],`,
        `    "certainty": [${certainty.join(", ")}]`,
        "  },\n",
    ].join("\n");
    writeFileSync(path, source.slice(0, start) + text + source.slice(end));
}

if (options.includes("--write")) {
    const certainty = certainties(findings, settle(findings, bySet.leanings, shares));
    console.log("certainty", certainty.join(" "));
    writePack(pack, findings, shares, certainty);
}

if (options.includes("--errors")) {
    const sums = settle(findings, bySet.leanings, shares);
    findings.forEach((f, i) => {
        if (f.role >= 0 && best(sums[i]) !== f.role)
            console.log(`ROLE ${ROLES[f.role]} got ${ROLES[best(sums[i])]} ${lead(sums[i]).toFixed(2)}: ${f.text}`);
        else if (f.act >= 0 && best(bySet.acts[i]) !== f.act) console.log(`ACT ${ACTS[f.act]} got ${ACTS[best(bySet.acts[i])]}: ${f.text}`);
    });
}

if (options.includes("--explain")) {
    const wanted = options[options.indexOf("--explain") + 1];
    for (const f of findings.filter(({ text }) => text.startsWith(wanted))) {
        const rest = findings.filter((o) => o.set.replace("-2", "") !== f.set.replace("-2", ""));
        const model = learn(roleExamples(rest), ROLES.length, PENALTIES.role, EXPECTED.role);
        const parts = f.row.names.map((name, k) => ({ name, sums: weigh(model, { names: [name], values: [f.row.values[k]] }) }));
        parts.sort((a, b) => Math.max(...b.sums.map(Math.abs)) - Math.max(...a.sums.map(Math.abs)));
        console.log(f.text, ROLES[f.role], weigh(model, f.row).map((v) => v.toFixed(2)).join(" "));
        for (const { name, sums } of parts.slice(0, 16)) console.log("    ", name, sums.map((v) => v.toFixed(2)).join(" "));
    }
}
