/* changes.js: notes which parts of the page have changed since it was last looked at. The observer's callback only takes
 * notes, and never more than a bounded number: a page that changes more than that has changed as a whole. Knows nodes;
 * nothing of findings, and not when to look. */

import { isInPage } from "./dom.js";
import { blockAround } from "./prefilter.js";

const MOST_NOTES = 400;
/** Attributes that show text which was there all the time. Classes and styles change with every move of the mouse. */
const REVEALING = ["hidden", "open"];

/** What has changed: the blocks, or all of the page. @typedef {{all: boolean, blocks: (Element | ShadowRoot)[]}} Changed */

export class Changes {
    /** @type {Set<Node>} */
    #nodes = new Set();
    #all = false;
    #observer;
    /** @type {WeakSet<Node>} */
    #observed = new WeakSet();

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
        if (this.#observed.has(root)) return;
        this.#observed.add(root);
        this.#observer.observe(root, {
            childList: true,
            characterData: true,
            subtree: true,
            attributeFilter: REVEALING,
        });
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
        this.#all ||= isChanged;
        this.#nodes.clear();
    }
}
