/* worker.js: the core in a thread of its own, so that nobody who types waits for it. Keeps the draft's blocks; what comes
 * in is what changed in them. The core judges a text as a whole: what one paragraph says can settle another's finding. */

import { draftReader } from "../draft.js";
import { load } from "../mouthpiece.js";

/** @typedef {import("./messages.d.ts").ToWorker} ToWorker */
/** @typedef {import("./messages.d.ts").FromWorker} FromWorker */
/** @typedef {import("./messages.d.ts").DraftBlock} DraftBlock */

/** A failed load is forgotten, so that what comes next tries again. @type {ReturnType<typeof load> | undefined} */
let loading;
/** Only some drafts are texts. @type {Promise<ReturnType<typeof draftReader>> | undefined} */
let loadingReader;
/** @type {DraftBlock[]} */
let blocks = [];

function core() {
    loading ??= load(new URL("../mouthpiece.wasm", import.meta.url));
    loading.catch(() => (loading = undefined));
    return loading;
}

async function readText(/** @type {string} */ text, /** @type {boolean} */ isMarkdown) {
    const compiled = () => fetch(new URL("../draft.wasm", import.meta.url)).then((file) => file.arrayBuffer());
    loadingReader ??= compiled().then(async (bytes) => draftReader(await WebAssembly.compile(bytes)));
    loadingReader.catch(() => (loadingReader = undefined));
    const { blocks: found } = (await loadingReader)(text, isMarkdown);
    return found.map(({ kind, text: words, links = [] }) => ({ kind, text: words, links }));
}

/** @param {ToWorker} message @returns {Promise<FromWorker>} */
async function answer(message) {
    if ("text" in message) return { type: "read", blocks: await readText(message.text, message.isMarkdown) };
    /* Kept whether or not it can be checked now: the next message tells only what has changed since. */
    if (message.type === "check") blocks = blocks.toSpliced(message.from, message.removed, ...message.added);
    const mouthpiece = await core();
    const begun = performance.now();
    if (message.type === "read") {
        const { document } = mouthpiece.checkPage({ url: "", nodes: message.nodes }, { anyway: true });
        return { type: "read", blocks: document.blocks };
    }
    const report = mouthpiece.check({ blocks }, { notes: true });
    return { type: "checked", report, milliseconds: performance.now() - begun };
}

/* While nobody has typed yet. Who asks hears of a failure. */
core().catch(() => {});

/* One after the other: the page tells answers apart by their order, and a text waits for another module than a page. */
let latest = Promise.resolve();

addEventListener("message", ({ data }) => {
    latest = latest
        .then(() => answer(data))
        .then(
            (message) => postMessage(message),
            (error) => postMessage({ type: "failed", of: data.type, detail: String(error) }),
        );
});
