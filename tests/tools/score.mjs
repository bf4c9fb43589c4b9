/* score.mjs: scores the command against the gold documents of tests/gold with the data folder's score.py, prints the
 * figures, and compares them with the bars of tests/gold/bars.json. Knows nothing of how findings are made.
 *
 *     node tests/tools/score.mjs BUILD SHARED COUNTS
 *
 * COUNTS is a file that gets "PASSED FAILED". The figures go to descriptor 8 where it is open, else to stdout. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync, writeSync } from "node:fs";
import { basename, join } from "node:path";
import { argv, exit } from "node:process";
import { fileURLToPath } from "node:url";

const gold = fileURLToPath(new URL("../gold/", import.meta.url));
const [build, shared, counts] = /** @type {[string, string, string]} */ (argv.slice(2));
const scorer = join(shared, "eval", "score.py");
const WHOLE_OUTPUT = 1 << 30;

/** @param {string} line */
function show(line) {
    try {
        writeSync(8, `${line}\n`);
    } catch {
        console.log(line);
    }
}

/**
 * The command's reports on a gold file, as a file.
 * @param {string} path
 */
function predict(path) {
    const predicted = join(build, "scores", basename(path));
    mkdirSync(join(build, "scores"), { recursive: true });
    const reports = execFileSync(join(build, "mouthpiece"), ["scan", "--input", "jsonl", path], {
        maxBuffer: WHOLE_OUTPUT,
    });
    writeFileSync(predicted, reports);
    return predicted;
}

/**
 * @param {any} figures what score.py prints
 * @param {string} path keys, joined by dots
 * @returns {number | undefined}
 */
function figureOf(figures, path) {
    return path.split(".").reduce((value, key) => value?.[key], figures);
}

/** @param {string} name @param {any} figures */
function summary(name, figures) {
    const matched = figures["on matched"];
    const percent = (/** @type {number} */ share) => (100 * share).toFixed(1);
    return [
        `${name}: detection F1 ${percent(figures.detection.f1)}`,
        `(P ${percent(figures.detection.precision)}, R ${percent(figures.detection.recall)})`,
        ...["speaker", "form", "role", "act", "level"].map((key) => `${key} ${percent(matched[key])}`),
        `signals F1 ${percent(figures.signals.f1)}`,
        `alert F1 ${percent(figures.alert.f1)}`,
        `silent pages disturbed ${figures["of these with a false finding"]}/${figures["documents without findings"]}`,
    ].join("  ");
}

/**
 * @param {string} name
 * @param {any} figures
 * @param {Record<string, number>} bars
 */
function failuresOf(name, figures, bars) {
    return Object.entries(bars).filter(([path, bar]) => {
        const figure = figureOf(figures, path);
        const reached = figure !== undefined && figure >= bar;
        if (!reached) console.log(`${name}: ${path} is ${figure}, below ${bar}`);
        return !reached;
    }).length;
}

/** @type {Record<string, Record<string, number>>} */
const bars = JSON.parse(readFileSync(join(gold, "bars.json"), "utf8"));
const sets = readdirSync(gold).filter((name) => name.endsWith(".jsonl"));
let passed = 0;
let failed = 0;
for (const set of sets.sort()) {
    const name = basename(set, ".jsonl");
    const predicted = predict(join(gold, set));
    if (!existsSync(scorer)) {
        show(`${name}: NOT SCORED, there is no ${scorer}`);
        continue;
    }
    const figures = JSON.parse(
        execFileSync("python3", [scorer, "score", join(gold, set), predicted, "--json"], { encoding: "utf8" }),
    );
    show(summary(name, figures));
    const below = failuresOf(name, figures, bars[name] ?? {}) + (figures["not predicted"] > 0 ? 1 : 0);
    if (figures["not predicted"] > 0) console.log(`${name}: ${figures["not predicted"]} documents got no report`);
    failed += below;
    passed += Object.keys(bars[name] ?? {}).length + 1 - below;
}
for (const name of Object.keys(bars)) {
    if (sets.includes(`${name}.jsonl`)) continue;
    console.log(`bars.json has bars for ${name}, which tests/gold has not`);
    failed += 1;
}
writeFileSync(counts, `${passed} ${failed}\n`);
exit(failed > 0 ? 1 : 0);
