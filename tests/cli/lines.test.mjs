/* lines.test.mjs: one large file of JSON Lines on many threads: the same bytes out, in the input's order, each fault told
 * at its line, in memory that does not grow with the file. Knows the command from outside only. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";

import { ALERT, CLEAN, lines, run, scratch } from "./support.mjs";

const { file } = scratch();
const COUNT = 3000;
const documents = Array.from({ length: COUNT }, (_, index) => ({
    ...(index % 3 === 0 ? ALERT : CLEAN),
    id: `document ${index}`,
}));
const text = documents.map((document) => `${JSON.stringify(document)}\n`).join("");
const name = file("many.jsonl", text);

/**
 * Scans a file, and watches the process: what each of its threads has worked, in ticks of the clock, and its memory's peak.
 * @param {string} larger @returns {Promise<{status: number, ticks: number[], peak: number}>}
 */
async function watched(larger) {
    const child = spawn(run.command, ["scan", "--jobs", "2", larger], { stdio: ["ignore", "ignore", "inherit"] });
    /** @type {Map<string, number>} */
    const ticks = new Map();
    let peak = 0;
    const timer = setInterval(() => {
        try {
            const folder = `/proc/${child.pid}`;
            for (const task of readdirSync(`${folder}/task`)) {
                const [, after = ""] = readFileSync(`${folder}/task/${task}/stat`, "utf8").split(") ");
                const fields = after.split(" ").map(Number);
                ticks.set(task, (fields[11] ?? 0) + (fields[12] ?? 0));
            }
            const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync(`${folder}/status`, "utf8")) ?? [];
            peak = Math.max(peak, Number(kilobytes ?? 0));
        } catch {
            /* It has ended. */
        }
    }, 5);
    const status = await new Promise((resolve) => child.on("exit", resolve));
    clearInterval(timer);
    return { status, ticks: [...ticks.values()], peak };
}

describe("one file of JSON Lines", () => {
    for (const format of ["json", "text", "sarif", "html", "junit"])
        test(`gives the same ${format} on any number of threads`, () => {
            const [one, four] = ["1", "4"].map((jobs) =>
                run(["check", "--no-config", "--jobs", jobs, "--format", format, name]),
            );
            assert.deepEqual(four, one);
            assert.equal(one?.status, 1);
        });
    test("keeps its order, plain, packed and from standard input", () => {
        const wanted = documents.map(({ id }) => id);
        const packed = file("many.jsonl.gz", gzipSync(text));
        for (const outcome of [run(["scan", name]), run(["scan", packed]), run(["scan", "-"], { input: text })])
            assert.deepEqual(
                lines(outcome.stdout).map(({ id }) => id),
                wanted,
            );
    });
    test("has each fault told at its line, and the rest checked", () => {
        const faulty = text.split("\n");
        for (const line of [2, 700, 2999]) faulty[line - 1] = "{no JSON";
        const { status, stdout, stderr } = run(["scan", "--jobs", "4", "-"], { input: faulty.join("\n") });
        assert.equal(status, 2);
        assert.equal(stderr, "-:2: not valid JSON\n-:700: not valid JSON\n-:2999: not valid JSON\n");
        assert.equal(lines(stdout).length, COUNT - 3);
    });
    test("is worked on by all threads, in memory that does not grow with it", async () => {
        const larger = await watched(file("larger.jsonl", text.repeat(10)));
        const large = await watched(file("large.jsonl", text.repeat(40)));
        assert.deepEqual([larger.status, large.status], [0, 0]);
        const all = large.ticks.reduce((sum, each) => sum + each, 0);
        console.log(
            `one file, two threads: ${large.ticks.join(" + ")} ticks; peak ${larger.peak} KB, of four times as much ${large.peak} KB`,
        );
        assert.equal(large.ticks.length, 2);
        assert.ok(Math.min(...large.ticks) > all / 4, `of ${all} ticks: ${large.ticks.join(", ")}`);
        assert.ok(large.peak < larger.peak + 16 * 1024, `${larger.peak} KB, then ${large.peak} KB`);
    });
});
