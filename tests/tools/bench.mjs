/* bench.mjs: what a check costs and what is shipped, on this machine and in this run. Absolute times mean little on a
 * shared machine, so each stands beside a yardstick of the same run: the same texts read by JSON.parse, the same pages
 * read by gzip. Medians of CPU time. Knows nothing of how a check works.
 *
 *     MOUTHPIECE_BUILD=BUILD MOUTHPIECE_SHARED=SHARED node tests/tools/bench.mjs [ROUNDS] */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";

const top = fileURLToPath(new URL("../../", import.meta.url));
const build = path.resolve(process.env.MOUTHPIECE_BUILD ?? path.join(top, "build"));
const shared = process.env.MOUTHPIECE_SHARED ?? path.join(top, "..", "shared");
const rounds = Number(process.argv[2] ?? 9);
const command = path.join(build, "mouthpiece");
/** @type {Record<string, number>} */
const figures = {};

/** @param {number[]} numbers */
function median(numbers) {
    const sorted = [...numbers].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Median milliseconds of CPU that `work` takes in this process; the first round only warms up. @param {() => void} work */
function cpuOf(work) {
    work();
    const times = Array.from({ length: rounds }, () => {
        const before = process.cpuUsage();
        work();
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
    });
    return median(times);
}

/** Median milliseconds of CPU of a child process. @param {string[]} args */
function cpuOfCommand(args) {
    const times = Array.from({ length: rounds }, () => {
        const child = spawnSync("/bin/sh", ["-c", '"$@" >/dev/null; times', "sh", command, ...args], {
            encoding: "utf8",
        });
        // The second line of `times` is what the shell's children took: user and system, as 0m0.000000s.
        const spent = (child.stdout.trim().split("\n").at(-1) ?? "").match(/(\d+)m([\d.]+)s/g) ?? [];
        return spent.reduce((sum, text) => {
            const [, minutes, seconds] = /(\d+)m([\d.]+)s/.exec(text) ?? [];
            return sum + 60_000 * Number(minutes) + 1000 * Number(seconds);
        }, 0);
    });
    return median(times);
}

/** @param {string} name @param {number} milliseconds @param {number} count @param {string} beside @param {number} yardstick */
function row(name, milliseconds, count, beside, yardstick) {
    const each = milliseconds / count;
    figures[name] = each;
    const ratio = (milliseconds / yardstick).toFixed(2);
    console.log(`${name.padEnd(44)} ${each.toFixed(3).padStart(9)} ms each   ${ratio.padStart(7)} × ${beside}`);
}

async function benchDocuments() {
    const folder = path.join(top, "tests", "gold");
    const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
    const paths = files.map((name) => path.join(folder, name));
    const lines = paths.flatMap((name) => readFileSync(name, "utf8").split("\n").filter(Boolean));
    const documents = lines.map((line) => JSON.parse(line));
    const { load } = await import(pathToFileURL(path.join(build, "mouthpiece.js")).href);
    const mouthpiece = await load();
    console.log(`\n${documents.length} documents of tests/gold, nearly all of which name a model; ${rounds} rounds`);
    const parsing = cpuOf(() => lines.forEach((line) => JSON.parse(line)));
    row("JSON.parse", parsing, lines.length, "itself", parsing);
    const checking = cpuOf(() => documents.forEach((document) => mouthpiece.check(document)));
    row("WebAssembly: check(document)", checking, lines.length, "JSON.parse", parsing);
    const starting = cpuOfCommand(["--version"]);
    const scanning = cpuOfCommand(["scan", "--input", "jsonl", ...paths]) - starting;
    row("native: mouthpiece scan --input jsonl", scanning, lines.length, "WebAssembly", checking);
}

function benchPages() {
    const folder = path.join(shared, "pages");
    if (!existsSync(folder)) {
        console.log(`\nno folder ${folder}: the saved pages are left out`);
        return;
    }
    const paths = readdirSync(folder)
        .filter((name) => name.endsWith(".html.gz"))
        .map((name) => path.join(folder, name));
    const packed = paths.map((name) => readFileSync(name));
    const bytes = packed.reduce((sum, page) => sum + gunzipSync(page).length, 0);
    console.log(
        `\n${paths.length} saved pages, ${(bytes / paths.length / 1000).toFixed(0)} KB of HTML each; ${rounds} rounds`,
    );
    const unpacking = cpuOf(() => packed.forEach((page) => gunzipSync(page)));
    row("gunzip", unpacking, paths.length, "itself", unpacking);
    const starting = cpuOfCommand(["--version"]);
    const reading = cpuOfCommand(["document", ...paths]) - starting;
    row("native: mouthpiece document", reading, paths.length, "gunzip", unpacking);
    const checking = cpuOfCommand(["scan", "--input", "html", ...paths]) - starting;
    row("native: mouthpiece scan --input html", checking, paths.length, "mouthpiece document", reading);
}

/** @param {string} name @param {Buffer} bytes */
function size(name, bytes) {
    const packed = gzipSync(bytes, { level: 9 }).length;
    figures[`${name}, bytes`] = bytes.length;
    figures[`${name}, bytes gzip`] = packed;
    console.log(
        `${name.padEnd(44)} ${(bytes.length / 1000).toFixed(1).padStart(9)} KB   gzip ${(packed / 1000).toFixed(1)} KB`,
    );
}

function benchSizes() {
    console.log("\nsizes");
    for (const name of ["mouthpiece", "mouthpiece.wasm", "mouthpiece.js", "outcome.js", "generated.js"]) {
        size(name, readFileSync(path.join(build, name)));
    }
    const packages = path.join(build, "packages");
    if (!existsSync(packages)) return;
    for (const name of readdirSync(packages).filter((file) => /\.(zip|tgz)$/.test(file))) {
        const bytes = statSync(path.join(packages, name)).size;
        figures[`${name}, bytes`] = bytes;
        console.log(`${name.padEnd(44)} ${(bytes / 1000).toFixed(1).padStart(9)} KB`);
    }
}

await benchDocuments();
benchPages();
benchSizes();
writeFileSync(path.join(build, "bench.json"), `${JSON.stringify(figures, null, 2)}\n`);
