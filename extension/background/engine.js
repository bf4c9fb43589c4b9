/* engine.js: the core, loaded when it is first needed and kept for as long as the background lives. Knows neither tabs
 * nor messages. */

import { MouthpieceError, compile, load } from "../mouthpiece.js";
import { readBytes } from "../shared/browser.js";

/** @typedef {import("../shared/settings-types.d.ts").Pack} Pack */
/** The core, and why it came without the user's packs. @typedef {{core: import("../mouthpiece.js").Mouthpiece, packsFault?: string}} Engine */

/** @type {{key: string, loading: Promise<Engine>} | undefined} */
let kept;
/** The compiled core. @type {Promise<WebAssembly.Module> | undefined} */
let compiling;

/**
 * Compiles the core, if that has not been done: a check is about to come, and what it asks for takes as long to read. It is
 * read whole first: to be compiled while it is read costs Chromium a megabyte more, for as long as the background lives.
 */
export function prepareEngine() {
    compiling ??= readBytes("mouthpiece.wasm").then(compile);
    compiling.catch(() => (compiling = undefined));
    return compiling;
}

/**
 * The core with the user's packs, ready to check. A failed load is forgotten, so that the next page tries again.
 * @param {Pack[]} packs
 * @returns {Promise<Engine>}
 */
export function engine(packs) {
    const key = JSON.stringify(packs);
    if (kept?.key === key) return kept.loading;
    const loading = loadWith(packs);
    kept = { key, loading };
    loading.catch(() => {
        if (kept?.loading === loading) kept = undefined;
    });
    return loading;
}

/**
 * Packs were checked when they came, but newer shipped rules may not bear them: pages are checked all the same.
 * @param {Pack[]} packs
 * @returns {Promise<Engine>}
 */
async function loadWith(packs) {
    const compiled = await prepareEngine();
    try {
        return { core: await load(compiled, { packs: packs.map(({ text }) => text) }) };
    } catch (error) {
        if (packs.length === 0 || !(error instanceof MouthpieceError) || error.status !== "rules") throw error;
        return { core: await load(compiled), packsFault: error.message };
    }
}
