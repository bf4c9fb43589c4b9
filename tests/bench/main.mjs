/* main.mjs: measures, prints the figures beside floors, goals and peers, writes them as JSON and as a picture, and says
 * what moved since an earlier run. Times on a shared machine are only worth their ratios: compare runs of one hour, and
 * the peers beside them.
 *
 *     MOUTHPIECE_BUILD=BUILD MOUTHPIECE_SHARED=SHARED node tests/bench/main.mjs [--rounds N] [--compare OLD.json] */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { chart, figure } from "./chart.mjs";
import { GOALS, verdict } from "./goals.mjs";
import { measure } from "./measure.mjs";

const top = fileURLToPath(new URL("../../", import.meta.url));
const MARKS = { goal: "goal", floor: "floor", short: "SHORT" };

/** @typedef {{machine: Record<string, string | number>, figures: Record<string, number>, peers: Record<string, number>}} Run */

/** @param {string[]} command the first line of what it prints */
function firstLine(command) {
    try {
        const [program = "", ...rest] = command;
        return (
            execFileSync(program, rest, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).split("\n")[0] ?? ""
        );
    } catch {
        return "none";
    }
}

function machine() {
    return {
        processor: os.cpus()[0]?.model ?? "unknown",
        cores: os.cpus().length,
        load: Number((os.loadavg()[0] ?? 0).toFixed(1)),
        node: process.version,
        compiler: firstLine(["cc", "--version"]),
        emscripten: firstLine(["emcc", "--version"]),
        revision: firstLine(["git", "-C", top, "rev-parse", "--short", "HEAD"]),
    };
}

/** @param {Run} run @param {Run | null} old */
function print({ figures, peers }, old) {
    console.log(`\n${"".padEnd(56)}${"now".padStart(12)}${"floor".padStart(9)}${"goal".padStart(9)}`);
    for (const goal of GOALS) {
        const value = figures[goal.id];
        if (value === undefined) continue;
        const before = old?.figures[goal.id];
        const moved = before === undefined ? "" : `   ${(value / before).toFixed(2)} × ${figure(before)} before`;
        const peer = goal.beside === undefined ? undefined : peers[goal.beside];
        const beside = peer === undefined ? "" : `   ${(value / peer).toFixed(2)} × ${goal.beside}`;
        const name = `${goal.id.padEnd(5)} ${goal.what}`.padEnd(54);
        const numbers = `${figure(value).padStart(9)} ${goal.unit.padEnd(8)}${figure(goal.floor).padStart(5)}${figure(goal.goal).padStart(9)}`;
        console.log(`${name}${numbers}   ${MARKS[verdict(goal, value)].padEnd(5)}${beside}${moved}`);
    }
    console.log("\npeers on the same texts (MB/s; Readability on linkedom: pages/s)");
    for (const [name, value] of Object.entries(peers))
        console.log(`      ${name.padEnd(48)}${figure(value).padStart(9)}`);
}

const { values } = parseArgs({ options: { rounds: { type: "string", default: "7" }, compare: { type: "string" } } });
const build = path.resolve(process.env.MOUTHPIECE_BUILD ?? path.join(top, "build"));
const shared = process.env.MOUTHPIECE_SHARED ?? path.join(top, "..", "shared");
/** @type {Run | null} */
const old = values.compare === undefined ? null : JSON.parse(readFileSync(values.compare, "utf8"));
const measured = await measure({ build, shared, rounds: Number(values.rounds), tell: (line) => console.error(line) });
/** @type {Run} */
const run = { machine: machine(), ...measured };
print(run, old);
writeFileSync(path.join(build, "bench.json"), `${JSON.stringify(run, null, 4)}\n`);
writeFileSync(path.join(build, "bench.svg"), chart(run.figures));
console.log(
    `\n${path.join(build, "bench.json")} and bench.svg; --compare FILE shows what moved since an earlier bench.json`,
);
