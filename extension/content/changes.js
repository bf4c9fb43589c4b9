/* changes.js: notes which parts of the page have changed since it was last looked at. The observer's callback only takes
 * notes, and never more than a bounded number: a page that changes more than that has changed as a whole, and since a
 * record of each change more than doubles its price, it is not observed any further until it is looked at. Knows nodes;
 * nothing of findings, and not when to look. */

import { blockAround } from "./blocks.js";
import { isInPage } from "./dom.js";

const MOST_NOTES = 400;
/** Attributes that show text which was there all the time. Classes and styles change with every move of the mouse. */
const REVEALING = ["hidden", "open"];

/** What has changed: the blocks, or all of the page. @typedef {{all: boolean, blocks: (Element | ShadowRoot)[]}} Changed */

export class Changes {
    /** @type {Set<Node>} */
    #nodes = new Set();
    #all = false;
    #observer;
    /** @type {Set<Node>} */
    #roots = new Set();
    /** Enough has changed. */
    isPaused = false;

    /** @param {() => void} onChange called at each change @param {AbortSignal} signal */
    constructor(onChange, signal) {
        this.#observer = new MutationObserver((records) => {
            this.#note(records);
            onChange();
        });
        signal.addEventListener("abort", () => this.#observer.disconnect());
    }

    /** A document or a shadow tree; again and again is fine. @param {Node} root */
    observe(root) {
        if (this.#roots.has(root)) return;
        this.#roots.add(root);
        if (!this.isPaused) this.#start(root);
    }

    /** @param {Node} root */
    #start(root) {
        this.#observer.observe(root, {
            childList: true,
            characterData: true,
            subtree: true,
            attributeFilter: REVEALING,
        });
    }

    #resume() {
        this.isPaused = false;
        for (const root of this.#roots) this.#start(root);
    }

    /** What has changed since the last time. @returns {Changed} */
    take() {
        this.#note(this.#observer.takeRecords());
        /** @type {Set<Element | ShadowRoot>} */
        const blocks = new Set();
        for (const node of this.#nodes) {
            const block = isInPage(node) ? blockAround(node) : null;
            if (block !== null) blocks.add(block);
        }
        const all = this.#all;
        this.#nodes.clear();
        this.#all = false;
        for (const root of this.#roots) if (!isInPage(root)) this.#roots.delete(root);
        if (this.isPaused) this.#resume();
        return { all, blocks: [...blocks] };
    }

    /** @param {MutationRecord[]} records */
    #note(records) {
        if (this.#all || records.length + this.#nodes.size > MOST_NOTES) return this.#noteAll(records.length > 0);
        for (const { type, target, addedNodes } of records) {
            if (type !== "childList") this.#nodes.add(target);
            if (addedNodes.length > MOST_NOTES) return this.#noteAll(true);
            for (let index = 0; index < addedNodes.length; index++)
                this.#nodes.add(/** @type {Node} */ (addedNodes[index]));
        }
    }

    /** @param {boolean} isChanged */
    #noteAll(isChanged) {
        if (!isChanged) return;
        this.#all = true;
        this.#nodes.clear();
        this.#observer.disconnect();
        this.isPaused = true;
    }
}
