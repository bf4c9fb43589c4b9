/* index.js: the npm package: one call for each thing that a newsroom's program wants. Loads the core, and the command for
 * what only it can do (read HTML, write reports), when they are first needed. Works in Node and in browsers. */
import { runOn } from "../command/host.js";
import { memorySystem } from "../command/memory.js";
import { MouthpieceError, compile, load } from "../mouthpiece.js";

export { Mouthpiece, MouthpieceError, load } from "../mouthpiece.js";

/** @typedef {import("./index.d.ts").HtmlOptions} HtmlOptions */
/** @typedef {import("./index.d.ts").HtmlResult} HtmlResult */
/** @typedef {import("./index.d.ts").RunResult} RunResult */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** @type {Promise<import("../mouthpiece.d.ts").Mouthpiece> | undefined} */
let core;
/** @type {Promise<WebAssembly.Module> | undefined} */
let command;

/* What failed to load is forgotten, so that the next call tries again. */

function loadedCore() {
    core ??= load().catch((error) => {
        core = undefined;
        throw error;
    });
    return core;
}

function loadedCommand() {
    command ??= compile(new URL("../command.wasm", import.meta.url)).catch((error) => {
        command = undefined;
        throw error;
    });
    return command;
}

/**
 * @param {import("../mouthpiece.d.ts").Document} document
 * @param {import("../mouthpiece.d.ts").CheckOptions} [options]
 */
export async function check(document, options) {
    return (await loadedCore()).check(document, options);
}

/**
 * @param {string[]} words
 * @param {string | Uint8Array} [input]
 * @returns {Promise<RunResult>}
 */
export async function run(words, input = "") {
    const bytes = typeof input === "string" ? encoder.encode(input) : input;
    const { system, output, problems } = memorySystem(["mouthpiece", ...words], bytes);
    const status = runOn(await loadedCommand(), system);
    return { status, output: decoder.decode(output()), problems: decoder.decode(problems()) };
}

/* The command's own exit statuses: nothing found, something found. */
const FOUND = 1;

/**
 * @param {string[]} words
 * @param {string | Uint8Array} input
 */
async function runWell(words, input) {
    const { status, output, problems } = await run(words, input);
    if (status > FOUND) throw new MouthpieceError(problems.trim().replace(/^-:\d+: /u, ""), "input");
    return output;
}

/**
 * Bytes are what a server or a file gave, in whatever encoding they say; text says UTF-8 before anything else.
 * @param {string | Uint8Array} html
 */
function inputOf(html) {
    return typeof html === "string" ? `\uFEFF${html}` : html;
}

/**
 * @param {string | Uint8Array} html
 * @param {HtmlOptions} [options]
 * @returns {Promise<HtmlResult>}
 */
export async function checkHtml(html, { url = "", anyway = false, ...options } = {}) {
    const words = ["document", "--input", "html", ...(anyway ? ["--anyway"] : []), "-"];
    const { article = true, lang, blocks } = JSON.parse(await runWell(words, inputOf(html)));
    const document = { url, ...(lang && { lang }), blocks };
    return { article, document, report: await check(document, options) };
}

/**
 * @param {string | Uint8Array} html
 * @param {import("./index.d.ts").RenderOptions} [options]
 */
export async function renderHtml(html, { name = "page.html", anyway = false, notes = false } = {}) {
    const asked = [...(anyway ? ["--anyway"] : []), ...(notes ? ["--notes"] : [])];
    const words = ["check", "--format", "html", "--fail-on", "never", "--input", "html", "--stdin-name", name];
    return runWell([...words, ...asked, "-"], inputOf(html));
}
