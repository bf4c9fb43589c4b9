/* spec.test.mjs: runs the specifications in this folder through the command, once a file, and compares every entry with
 * what it expects. Knows the command from outside only. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { spawnSync } from "node:child_process";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { entriesOf } from "./entries.mjs";

/** @typedef {import("../../wasm/mouthpiece.js").Report} Report */
/** @typedef {import("../../wasm/mouthpiece.js").Finding} Finding */
/** @typedef {import("./entries.mjs").Entry} Entry */
/** @typedef {import("./entries.mjs").FindingWanted} FindingWanted */
/** @typedef {import("./entries.mjs").QuoteWanted} QuoteWanted */

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const COMMAND = path.join(path.resolve(process.env["MOUTHPIECE_BUILD"] ?? path.join(ROOT, "build")), "mouthpiece");
const FOLDER = path.join(ROOT, "tests", "spec");

/* What failed is a sentence, not a line of this file. */
Error.stackTraceLimit = 0;

/** The reports of a file's entries, in their order. @param {Entry[]} entries @returns {Report[]} */
function reportsOf(entries) {
    const documents = entries.map(({ file, line, blocks }) => ({ id: `${file}:${line}`, lang: "en", blocks }));
    const { status, stdout, stderr, error } = spawnSync(COMMAND, ["scan", "--all-quotes", "-"], {
        input: documents.map((document) => `${JSON.stringify(document)}\n`).join(""),
        encoding: "utf8",
        maxBuffer: 1 << 28,
    });
    if (error !== undefined) throw error;
    assert.equal(status, 0, stderr);
    return stdout
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line));
}

/** A finding as an expectation that says all of it. @param {Finding} finding */
function findingLine({ form, speaker, role, act, level, signals, quote }) {
    const marks = signals.map(({ id }) => `+${id} `).join("");
    return `=> ${form} ${speaker.id} ${role}${act === undefined ? "" : `/${act}`} ${level} ${marks}«${quote}»`;
}

/** @param {NonNullable<Report["quotes"]>[number]} quote @param {Entry["blocks"]} blocks */
function quoteLine({ form, block, start, end, speaker }, blocks) {
    const words = blocks[block]?.text.slice(start, end) ?? "";
    const kind = speaker === null ? "" : `${speaker.kind} `;
    return `=> quote ${form} ${kind}«${words}» by ${speaker === null ? "nobody" : `«${speaker.text}»`}`;
}

/** What is wrong about a finding, or "". @param {FindingWanted} wanted @param {Finding | undefined} found */
function findingFault(wanted, found) {
    if (found === undefined) return `«${wanted.quote}» is not found`;
    const signals = found.signals.map(({ id }) => id);
    const parts = [
        ["quote", wanted.quote, found.quote],
        ["form", wanted.form, found.form],
        ["speaker", wanted.speaker, found.speaker.id],
        ["role", wanted.role, found.role],
        ["act", wanted.act, found.act],
        ["level", wanted.level, found.level],
    ].flatMap(([part, want, have]) =>
        want === undefined || want === have ? [] : [`${part} is «${have}», should be «${want}»`],
    );
    const missing = wanted.with.filter((signal) => !signals.includes(/** @type {any} */ (signal)));
    const extra = wanted.without.filter((signal) => signals.includes(/** @type {any} */ (signal)));
    return [
        ...parts,
        ...missing.map((signal) => `signal ${signal} is missing`),
        ...extra.map((signal) => `signal ${signal} should not be there`),
    ].join("; ");
}

/** @param {Entry} entry @param {Report} report @returns {string[]} */
function findingFaults({ findings }, report) {
    if (findings === undefined) return [];
    const faults = findings.map((wanted, i) => {
        const fault = findingFault(wanted, report.findings[i]);
        return fault === "" ? "" : `line ${wanted.line}: ${fault}`;
    });
    const extra = report.findings.slice(findings.length).map(({ quote }) => `not expected: «${quote}»`);
    return [...faults.filter(Boolean), ...extra];
}

/** @param {QuoteWanted} wanted @param {NonNullable<Report["quotes"]>[number] | undefined} found @param {Entry["blocks"]} blocks */
function quoteFault(wanted, found, blocks) {
    const words = found && blocks[found.block]?.text.slice(found.start, found.end);
    if (words !== wanted.quote) return `«${wanted.quote}» is not there, but «${words ?? "none"}»`;
    const by = found?.speaker?.text;
    const kind = found?.speaker?.kind;
    if (found?.form !== wanted.form) return `form is ${found?.form}, should be ${wanted.form}`;
    if (by !== wanted.by) return `speaker is «${by ?? "nobody"}», should be «${wanted.by ?? "nobody"}»`;
    return wanted.kind === undefined || kind === wanted.kind ? "" : `speaker is ${kind}, should be ${wanted.kind}`;
}

/** @param {Entry} entry @param {Report} report @returns {string[]} */
function quoteFaults({ quotes: wanted, blocks }, { quotes: found = [] }) {
    if (wanted === undefined) return [];
    const faults = wanted.map((quote, i) => {
        const fault = quoteFault(quote, found[i], blocks);
        return fault === "" ? "" : `line ${quote.line}: ${fault}`;
    });
    const extra = found.slice(wanted.length).map((quote) => `not expected: ${quoteLine(quote, blocks)}`);
    return [...faults.filter(Boolean), ...extra];
}

/** @param {Entry} entry @param {Report} report */
function check(entry, report) {
    const faults = [...findingFaults(entry, report), ...quoteFaults(entry, report)];
    if (faults.length === 0) return;
    const found = [
        ...(entry.findings === undefined ? [] : report.findings.map(findingLine)),
        ...(entry.quotes === undefined ? [] : (report.quotes ?? []).map((quote) => quoteLine(quote, entry.blocks))),
    ];
    const document = entry.blocks.map(({ kind, text }) => `    ${kind}: ${text}`);
    const got = found.length === 0 ? ["    nothing"] : found.map((line) => `    ${line}`);
    const lines = [`tests/spec/${entry.file}:${entry.line}`, ...document, "found:", ...got, "so:"];
    assert.fail([...lines, ...faults.map((fault) => `    ${fault}`)].join("\n"));
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith(".txt"));

test("there are specifications", () => assert.ok(files.length > 0));

for (const file of files.sort()) {
    const entries = entriesOf(readFileSync(path.join(FOLDER, file), "utf8"), file);
    const reports = reportsOf(entries);
    describe(file, () => {
        for (const [i, entry] of entries.entries())
            test(`${entry.line}: ${entry.rule}`, () => check(entry, /** @type {Report} */ (reports[i])));
    });
}
