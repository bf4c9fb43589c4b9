/* endless.test.mjs: one sentence without an end, in every construction that the core knows. Work grows in line with the
 * text: each input here takes a second or two, and took minutes whenever a step looked at the whole sentence for each of
 * its words. The bound only tells the one from the other; it is far from both. Nor are findings written
 * over and over. Knows the command from outside. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { describe, test } from "node:test";
import { ROOT } from "./support.mjs";

const COMMAND = path.join(path.resolve(process.env["MOUTHPIECE_BUILD"] ?? path.join(ROOT, "build")), "mouthpiece");
const REPETITIONS = 40_000;
const BOUND_MS = 60_000;
const MOST_TIMES_AS_LONG = 50; /* findings repeat their words, but no page shall make them repeat each other’s */

const CONSTRUCTIONS = [
    "“I am sorry,” Grok wrote, adding that ",
    "Grok said that it said that ",
    "The bot told users that ",
    "when asked, Grok ",
    "declined to comment, ",
    "the statement said, ",
    "asked Grok why “it” ",
    "It said, “No,” and “yes,” and ",
    "“‘“ ",
    "the chatbot Binny, ",
    "according to Grok, ",
    "as Grok put it, ",
    "who which that Grok’s ",
    "it was a mistake by xAI and ",
    "Q: A: Grok: ",
    "Grok said “",
    "She said that Grok said ",
];

describe("one sentence without an end", () => {
    for (const construction of CONSTRUCTIONS)
        test(construction.trim(), () => {
            const text = `Grok is a chatbot. ${construction.repeat(REPETITIONS)}`;
            const { status, signal, stdout, stderr, error } = spawnSync(COMMAND, ["scan", "-"], {
                input: JSON.stringify({ id: "endless", lang: "en", blocks: [{ kind: "paragraph", text }] }),
                timeout: BOUND_MS,
                encoding: "utf8",
                maxBuffer: 8 * MOST_TIMES_AS_LONG * text.length,
            });
            assert.notEqual(/** @type {NodeJS.ErrnoException | undefined} */ (error)?.code, "ENOBUFS", "a flood");
            assert.equal(signal, null, "did not end");
            assert.equal(status, 0, stderr);
            assert.ok(stdout.length < text.length * MOST_TIMES_AS_LONG, `${stdout.length / text.length} times`);
        });
});
