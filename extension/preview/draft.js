/* draft.js: the draft: an editable element whose children are a document's blocks, read and written as data. What has not
 * changed since it was last read is not read again. Knows elements and texts; nothing of findings. */

import { readBlocks } from "./blocks.js";

/** @typedef {import("./blocks.js").BlockKind} BlockKind */
/** @typedef {import("./blocks.js").Link} Link */
/** @typedef {import("./blocks.js").Reading} Reading */
/** @typedef {{block: number, start: number, end: number}} Place */

/** @type {Partial<Record<BlockKind, string>>} */
const ELEMENT_OF_KIND = { headline: "h1", subhead: "h2", blockquote: "blockquote", embed: "blockquote" };
export class Draft {
    #place;
    #observer;
    /** @type {WeakMap<Node, Reading[]>} */
    #known = new WeakMap();
    /** @type {Reading[]} */
    #blocks = [];

    /** @param {HTMLElement} place @param {() => void} onChange */
    constructor(place, onChange) {
        this.#place = place;
        this.#observer = new MutationObserver((records) => {
            this.#forget(records);
            onChange();
        });
        this.#observer.observe(place, { childList: true, characterData: true, subtree: true });
    }

    /** The blocks as they are now. What did not change is the very object of the last time. @returns {Reading[]} */
    read() {
        this.#forget(this.#observer.takeRecords());
        this.#blocks = [...this.#place.childNodes].flatMap((child) => {
            const known = this.#known.get(child) ?? readBlocks(child, false);
            this.#known.set(child, known);
            return known;
        });
        return this.#blocks;
    }

    /** @param {{kind?: BlockKind, text: string, links?: Link[]}[]} blocks */
    fill(blocks) {
        this.#place.replaceChildren(...blocks.map(elementOf));
    }

    get isEmpty() {
        return (this.#place.textContent ?? "").trim() === "";
    }

    /** The range of a place in blocks that were read. @param {Reading | undefined} block @param {Place} place @returns {Range | null} */
    rangeOf(block, { start, end }) {
        if (block === undefined) return null;
        const [from, to] = [pointAt(block, start, false), pointAt(block, end, true)];
        if (from === null || to === null) return null;
        const range = new Range();
        range.setStart(from.node, from.offset);
        range.setEnd(to.node, to.offset);
        return range;
    }

    /** Where a point of the element stands in the blocks last read. @param {Node} node @param {number} offset */
    placeOf(node, offset) {
        for (const [block, { pieces }] of this.#blocks.entries()) {
            const piece = pieces.find((each) => each.node === node);
            if (piece !== undefined) return { block, at: piece.start + offset };
        }
        return null;
    }

    /** @param {MutationRecord[]} records */
    #forget(records) {
        for (const { target } of records) {
            /** @type {Node | null} */
            let node = target;
            while (node !== null && node.parentNode !== this.#place) node = node.parentNode;
            if (node !== null) this.#known.delete(node);
        }
    }
}

/** @param {Reading} block @param {number} at @param {boolean} isEnd */
function pointAt({ pieces, text }, at, isEnd) {
    if (at > text.length) return null;
    for (const [index, { node, start }] of pieces.entries()) {
        const end = start + node.length;
        const isLast = index === pieces.length - 1;
        if (at < end || (at === end && (isEnd || isLast))) return { node, offset: Math.max(at - start, 0) };
    }
    return null;
}

/* ---- From blocks to elements ------------------------------------------------------------------------------------- */

/** @param {{kind?: BlockKind, text: string, links?: Link[]}} block */
function elementOf({ kind = "paragraph", text, links = [] }) {
    const made = document.createElement(ELEMENT_OF_KIND[kind] ?? "p");
    made.dataset.kind = kind;
    let at = 0;
    for (const { start, end, href } of links.toSorted((one, other) => one.start - other.start)) {
        if (start < at || end <= start || end > text.length || !/^https?:/iu.test(href)) continue;
        made.append(text.slice(at, start));
        const link = document.createElement("span");
        link.dataset.href = href;
        link.title = href;
        link.append(text.slice(start, end));
        made.append(link);
        at = end;
    }
    made.append(text.slice(at));
    if (text === "") made.append(document.createElement("br"));
    return made;
}
