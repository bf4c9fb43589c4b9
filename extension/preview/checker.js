/* checker.js: sends the draft to the worker as it changes: only the blocks that did, and only the latest draft while the
 * worker is busy. Knows blocks and reports; nothing of elements. */

/** @typedef {import("./draft.js").Reading} Reading */
/** @typedef {import("./messages.d.ts").FromWorker} FromWorker */
/** @typedef {import("./messages.d.ts").ToWorker} ToWorker */
/** @typedef {import("./messages.d.ts").DraftBlock} DraftBlock */
/** @typedef {import("../../wasm/mouthpiece.d.ts").PageNode} PageNode */
/** @typedef {import("../../wasm/mouthpiece.d.ts").Report} Report */

export class Checker {
    #worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
    #onReport;
    #onFailure;
    /** @type {Reading[]} */
    #sent = [];
    /** @type {Reading[] | undefined} */
    #waiting;
    #busy = false;
    /** @type {{resolve: (blocks: DraftBlock[]) => void, reject: (fault: Error) => void}[]} */
    #readers = [];

    /**
     * @param {(report: Report, blocks: Reading[], milliseconds: number) => void} onReport
     * @param {(detail: string) => void} onFailure
     */
    constructor(onReport, onFailure) {
        this.#onReport = onReport;
        this.#onFailure = onFailure;
        this.#worker.addEventListener("message", ({ data }) => this.#take(data));
        this.#worker.addEventListener("error", ({ message }) => onFailure(message));
    }

    /** @param {Reading[]} blocks as the draft gives them: an unchanged block is the object of the last time */
    check(blocks) {
        if (this.#busy) {
            this.#waiting = blocks;
            return;
        }
        const { from, removed, added } = changeBetween(this.#sent, blocks);
        this.#sent = blocks;
        this.#busy = true;
        const plain = added.map(({ kind, text, links }) => ({ kind, text, links }));
        this.#worker.postMessage({ type: "check", from, removed, added: plain });
    }

    /** The article of a page. @param {PageNode[]} nodes */
    readPage(nodes) {
        return this.#read({ type: "read", nodes });
    }

    /** The blocks of a text that is no page. @param {string} text @param {boolean} isMarkdown */
    readText(text, isMarkdown) {
        return this.#read({ type: "read", text, isMarkdown });
    }

    /** Answers come in the order of the questions. @param {ToWorker} question @returns {Promise<DraftBlock[]>} */
    #read(question) {
        return new Promise((resolve, reject) => {
            this.#readers.push({ resolve, reject });
            this.#worker.postMessage(question);
        });
    }

    /** @param {FromWorker} message */
    #take(message) {
        if (message.type === "read") return this.#readers.shift()?.resolve(message.blocks);
        if (message.type === "failed" && message.of === "read")
            return this.#readers.shift()?.reject(new Error(message.detail));
        if (message.type === "failed") this.#onFailure(message.detail);
        this.#busy = false;
        const waiting = this.#waiting;
        this.#waiting = undefined;
        if (waiting !== undefined) this.check(waiting);
        else if (message.type === "checked") this.#onReport(message.report, this.#sent, message.milliseconds);
    }
}

/**
 * What is between the beginning and the end that two lists have in common.
 * @param {Reading[]} before
 * @param {Reading[]} after
 */
export function changeBetween(before, after) {
    const most = Math.min(before.length, after.length);
    let from = 0;
    while (from < most && before[from] === after[from]) from++;
    let same = 0;
    while (same < most - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
    return { from, removed: before.length - from - same, added: after.slice(from, after.length - same) };
}
