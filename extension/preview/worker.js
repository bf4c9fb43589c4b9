/* worker.js: the core in a thread of its own, so that nobody who types waits for it. Keeps the draft's blocks; what comes
 * in is what changed in them. The core judges a text as a whole: what one paragraph says can settle another's finding. */

import { load } from "../mouthpiece.js";

/** @typedef {import("./messages.d.ts").ToWorker} ToWorker */
/** @typedef {import("./messages.d.ts").FromWorker} FromWorker */
/** @typedef {import("./messages.d.ts").DraftBlock} DraftBlock */

const loading = load(new URL("../mouthpiece.wasm", import.meta.url));
/** @type {DraftBlock[]} */
let blocks = [];

/** @param {ToWorker} message @returns {Promise<FromWorker>} */
async function answer(message) {
    const mouthpiece = await loading;
    const begun = performance.now();
    if (message.type === "read") {
        const { document } = mouthpiece.checkPage({ url: message.url, nodes: message.nodes }, { anyway: true });
        return { type: "read", blocks: document.blocks };
    }
    blocks = blocks.toSpliced(message.from, message.removed, ...message.added);
    const report = mouthpiece.check({ blocks }, { notes: true });
    return { type: "checked", report, milliseconds: performance.now() - begun };
}

addEventListener("message", ({ data }) => {
    answer(data).then(
        (message) => postMessage(message),
        (error) => postMessage({ type: "failed", of: data.type, detail: String(error) }),
    );
});
