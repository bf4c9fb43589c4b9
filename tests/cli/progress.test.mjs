/* progress.test.mjs: a long run tells on a terminal how far it has come, and takes the line away; nowhere else. Knows the
 * command from outside only. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";

import { run, scratch } from "./support.mjs";

const { file, folder } = scratch();
const name = file("a.txt", "It rained all day, the mayor said.");
/* The second file keeps the run waiting. */
const line = `${run.command} check --no-config --jobs 1 ${name} <(sleep 1; echo It rained.) ${name}`;

test("on a terminal", () => {
    const words = ["-qec", `bash -c 'TERM=xterm ${line} > /dev/null'`, "/dev/null"];
    const { stdout } = spawnSync("script", words, { cwd: folder, encoding: "utf8" });
    assert.equal(stdout, "\r2 of 3 files checked\u001b[K\r\u001b[K");
});

test("not where standard error is no terminal", () => {
    const { stdout, stderr } = spawnSync("bash", ["-c", line], { cwd: folder, encoding: "utf8" });
    assert.equal(stderr, "");
    assert.match(stdout, /in 3 documents\n$/u);
});
