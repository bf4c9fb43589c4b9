/* samples.test.mjs: the sample pages through the command, against the findings that a careful annotator would make.
 * Knows the command from outside only. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

/** @typedef {import("../../wasm/mouthpiece.js").Finding} Finding */
/** @typedef {Pick<Finding, "quote" | "form" | "role" | "act" | "level"> & {kind: string, speaker: string, signals: string[]}} Expected */

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const COMMAND = path.join(path.resolve(process.env.MOUTHPIECE_BUILD ?? path.join(ROOT, "build")), "mouthpiece");
const SAMPLES = path.join(ROOT, "tests", "samples");
/* Raised as the detector gets better, never lowered. */
const DETECTION_BAR = 0.85;
const LEVEL_BAR = 0.8;

/** Runs the command and reads the one JSON object that it prints. @param {string[]} words */
function ask(...words) {
    return JSON.parse(execFileSync(COMMAND, words, { encoding: "utf8" }));
}

/** The command's findings in the words of the expected ones. @param {string} file @returns {Expected[]} */
function found(file) {
    /** @type {import("../../wasm/mouthpiece.js").Report} */
    const report = ask("check", "--format", "json", "--fail-on", "never", file);
    /** @type {{blocks: {kind: string}[]}} */
    const { blocks } = ask("document", file);
    return report.findings.map(({ block, quote, form, speaker, role, act, signals, level }) => ({
        kind: blocks[block]?.kind ?? "none",
        quote,
        form,
        speaker: speaker.id,
        role,
        ...(act === undefined ? {} : { act }),
        signals: signals.map(({ id }) => id),
        level,
    }));
}

/** @param {Expected} finding where it stands and what it is */
const place = ({ kind, form, quote }) => `${kind}, ${form}: ${quote}`;

/** @param {string} name @returns {{name: string, expected: Expected[], findings: Expected[]}} */
function compared(name) {
    const { findings: expected } = JSON.parse(readFileSync(path.join(SAMPLES, `${name}.expected.json`), "utf8"));
    return { name, expected, findings: found(path.join(SAMPLES, `${name}.html`)) };
}

/** Every difference in a line of its own. @param {ReturnType<typeof compared>} page @returns {string[]} */
function differences({ name, expected, findings }) {
    const places = new Set(expected.map(place));
    const extra = findings.filter((each) => !places.has(place(each)));
    const wrong = expected.map((wanted) => {
        const got = findings.find((each) => place(each) === place(wanted));
        if (got === undefined) return `missing: ${place(wanted)}`;
        const parts = /** @type {const} */ (["speaker", "role", "act", "signals", "level"])
            .filter((part) => String(got[part]) !== String(wanted[part]))
            .map((part) => `${part} [${got[part]}], should be [${wanted[part]}]`);
        return parts.length === 0 ? "" : `${place(wanted)}: ${parts.join("; ")}`;
    });
    return [...wrong.filter(Boolean), ...extra.map((each) => `not expected: ${place(each)}`)].map(
        (each) => `${name}: ${each}`,
    );
}

const pages = readdirSync(SAMPLES)
    .filter((file) => file.endsWith(".html"))
    .map((file) => compared(file.slice(0, -".html".length)));

describe("the sample pages", () => {
    for (const { name, expected, findings } of pages) {
        /** @param {Expected[]} list what most people read */
        const headlines = (list) =>
            list.filter(({ kind }) => kind === "headline").map((each) => `${each.level}: ${place(each)}`);
        test(`${name}: the headline's findings and their levels`, () => {
            assert.deepEqual(headlines(findings), headlines(expected));
        });
        if (expected.length > 0) continue;
        test(`${name}: nothing, though it names models`, () => assert.deepEqual(findings.map(place), []));
    }

    test("all findings of all pages, as far as the detector has come", (context) => {
        for (const each of pages.flatMap(differences)) context.diagnostic(each);
        const wanted = pages.flatMap(({ name, expected }) => expected.map((each) => ({ name, each })));
        const matched = wanted.flatMap(({ name, each }) => {
            const got = pages.find((page) => page.name === name)?.findings.find((one) => place(one) === place(each));
            return got === undefined ? [] : [{ got, each }];
        });
        const count = pages.reduce((sum, { findings }) => sum + findings.length, 0);
        const detection = (2 * matched.length) / (count + wanted.length);
        const level = matched.filter(({ got, each }) => got.level === each.level).length / matched.length;
        context.diagnostic(`detection F1 ${detection.toFixed(3)}, level ${level.toFixed(3)}`);
        assert.ok(detection >= DETECTION_BAR, `detection F1 ${detection.toFixed(3)}`);
        assert.ok(level >= LEVEL_BAR, `level ${level.toFixed(3)}`);
    });

    test("no alert stands where a careful reader would see none", () => {
        const extra = pages.flatMap(({ name, expected, findings }) => {
            const places = new Set(expected.map(place));
            return findings
                .filter((each) => each.level === "alert" && !places.has(place(each)))
                .map((each) => `${name}: ${place(each)}`);
        });
        assert.deepEqual(extra, []);
    });

    test("are there", () => assert.ok(pages.length >= 6));
});
