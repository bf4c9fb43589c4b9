/* quick.test.mjs: the bars for time: from start to the end of a short file's output, and all saved pages in one call. Taken
 * so that a busy machine does not decide: the quickest of many starts, and the processor's time. Knows the command from
 * outside only. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { test } from "node:test";

import { ROOT, run, scratch } from "./support.mjs";

const { file } = scratch();
const PAGES = path.join(path.resolve(process.env["MOUTHPIECE_SHARED"] ?? path.join(ROOT, "..", "shared")), "pages");

/** What bash measures of a command, in milliseconds. @param {string} format of TIMEFORMAT @param {string} line @param {number} turns */
function timed(format, line, turns) {
    const script = `TIMEFORMAT="${format}"; for turn in $(seq ${turns}); do time ${line} > /dev/null; done`;
    const { stderr } = spawnSync("bash", ["-c", script, run.command], { encoding: "utf8" });
    const times = stderr
        .trim()
        .split("\n")
        .map((each) => each.split(" ").reduce((sum, part) => sum + Number(part) * 1000, 0));
    assert.equal(times.length, turns, stderr);
    return Math.min(...times);
}

test("a short file is checked, output and all, within 10 ms of the start", () => {
    const name = file("a.txt", "Grok apologises for posts\n\n“We are fixing it urgently,” the chatbot said.\n");
    const quickest = timed("%3R", `"$0" check --no-config ${name}`, 40);
    console.log(`start to end, one short file: ${quickest.toFixed(0)} ms (bar 10)`);
    assert.ok(quickest <= 10, `${quickest} ms`);
});

if (!existsSync(PAGES)) {
    console.error(`NOTICE: ${PAGES} is not there: the saved pages were not timed`);
    test("without the shared folder nothing is claimed about many pages", () => assert.equal(existsSync(PAGES), false));
} else
    test("150 saved pages in one call cost two cores less than a second", () => {
        const pages = readdirSync(PAGES).filter((each) => each.endsWith(".html.gz"));
        assert.ok(pages.length >= 150);
        const spent = timed("%3U %3S", `"$0" check --no-config --jobs 1 ${PAGES}/*.html.gz`, 3);
        console.log(`${pages.length} pages in one call: ${spent.toFixed(0)} ms of one processor (bar 2 x 1,000)`);
        assert.ok(spent <= 2000, `${spent} ms`);
    });
