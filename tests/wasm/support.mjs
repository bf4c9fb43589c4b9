/* support.mjs: what the tests of the module share: the build under test, the command beside it, the gold documents. */
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { env } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

/** @typedef {import("../../wasm/mouthpiece.js").Document} Document */
/** @typedef {import("../../wasm/mouthpiece.js").Report} Report */
/** @typedef {import("../../wasm/mouthpiece.js").Mouthpiece} Mouthpiece */

const top = new URL("../../", import.meta.url);
const WHOLE_OUTPUT = 1 << 30;

/** The folder of what was built. */
export const build = env.MOUTHPIECE_BUILD ? pathToFileURL(`${env.MOUTHPIECE_BUILD}/`) : new URL("build/", top);

/** @type {typeof import("../../wasm/mouthpiece.js")} */
export const { load, MouthpieceError } = await import(new URL("mouthpiece.js", build).href);

/** @type {typeof import("../../wasm/generated.js")} */
export const generated = await import(new URL("generated.js", build).href);

/** @param {string} name of a file in the build */
export const readBuilt = (name) => readFileSync(new URL(name, build));

/**
 * The command's output, whatever its status says of the findings.
 * @param {string[]} parameters
 * @param {string | Uint8Array} input
 */
export function command(parameters, input) {
    const program = fileURLToPath(new URL("mouthpiece", build));
    const { status, stdout, stderr, error } = spawnSync(program, parameters, { input, maxBuffer: WHOLE_OUTPUT });
    if (error !== undefined || status === null || status > 1) throw error ?? new Error(`status ${status}: ${stderr}`);
    return stdout.toString();
}

/**
 * The command's reports, a line each.
 * @param {Document[]} documents
 * @param {string[]} [parameters]
 */
export function scan(documents, parameters = []) {
    const input = documents.map((document) => `${JSON.stringify(document)}\n`).join("");
    return command(["scan", "--input", "jsonl", ...parameters, "-"], input)
        .trimEnd()
        .split("\n");
}

/** @returns {Document[]} every document of every gold file in the repository */
export function goldDocuments() {
    const folder = new URL("tests/gold/", top);
    const files = readdirSync(folder)
        .filter((name) => name.endsWith(".jsonl"))
        .sort();
    return files.flatMap((name) => {
        const lines = readFileSync(new URL(name, folder), "utf8").split("\n").filter(Boolean);
        return lines.map((line) => JSON.parse(line));
    });
}

/** @param {string} text @returns {Document} */
export const paragraph = (text) => ({ id: "one", lang: "en", blocks: [{ kind: "paragraph", text }] });

/**
 * Every place that a report names, with the text it should be, where the report says.
 * @param {Report} report
 * @returns {{block: number, start: number, end: number, text?: string}[]}
 */
export function placesOf(report) {
    const findings = report.findings.flatMap((finding) => [
        { ...finding, text: finding.quote },
        ...[
            finding.cue,
            finding.speaker.mention,
            ...finding.signals,
            ...finding.signals.map(({ sentence }) => sentence),
        ].filter((place) => place !== null),
    ]);
    const quotes = (report.quotes ?? []).flatMap((quote) => [quote, quote.cue, quote.speaker]);
    return [...findings, ...quotes.filter((place) => place !== null)];
}
