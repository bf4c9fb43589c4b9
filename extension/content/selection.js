/* selection.js: what of the page a selection touches, in whole blocks, so that no sentence is cut; and a walk over the page
 * that keeps to such blocks. Knows ranges, blocks and the walker's stream; nothing of checks. */

import { blockAround } from "./blocks.js";
import { hostOf, isInPage, rootOf } from "./dom.js";

/** @typedef {import("../shared/messages.d.ts").PageNode} PageNode */
/** @typedef {import("./blocks.js").Tree} Tree */
/** What a walk over the page gives. @typedef {{nodes: PageNode[], texts: Text[]}} Walk */

/**
 * The blocks that hold what is selected, in shadow trees too.
 * @param {Text[]} texts the page's @returns {Tree[]}
 */
export function selectedBlocks(texts) {
    const roots = [...new Set(texts.map((text) => rootOf(text)))];
    const ranges = selectedRanges(roots.filter((root) => root instanceof ShadowRoot));
    const touched = texts.filter((text) => ranges.some((range) => holdsOf(range, text)));
    return [...new Set(touched.flatMap((text) => blockAround(text) ?? []))];
}

/**
 * The walk without the texts of all other blocks, and without elements that are of no account then.
 * @param {Tree[]} blocks @param {Walk} walk @returns {Walk}
 */
export function keptTo(blocks, { nodes, texts }) {
    const wanted = new Set(blocks);
    /** @type {Walk} */
    const kept = { nodes: [], texts: [] };
    /** Elements that are open and hold nothing so far. @type {PageNode[]} */
    let pending = [];
    let number = 0;
    for (const node of nodes) {
        if (node[0] === 0) {
            pending.push(node);
        } else if (node[0] === 1) {
            const text = /** @type {Text} */ (texts[number++]);
            const block = blockAround(text);
            if (block === null || !wanted.has(block)) continue;
            kept.nodes.push(...pending, node);
            kept.texts.push(text);
            pending = [];
        } else {
            /* Beside what is kept, an element parts words though it holds none: a line break, another block. */
            const empty = pending.pop();
            if (empty === undefined) kept.nodes.push(node);
            else if (pending.length === 0 && kept.nodes.length > 0) kept.nodes.push(empty, node);
        }
    }
    return kept;
}

/** Those of the blocks that are still in the page. @param {Tree[]} blocks */
export function stillThere(blocks) {
    return blocks.filter(isInPage);
}

/** @param {ShadowRoot[]} shadowRoots without which a selection is told only as far as the trees' hosts @returns {Range[]} */
function selectedRanges(shadowRoots) {
    const selection = getSelection();
    if (selection === null) return [];
    const composed = /** @type {any} */ (selection).getComposedRanges?.({ shadowRoots });
    const count = composed === undefined ? selection.rangeCount : composed.length;
    return Array.from({ length: count }, (_, index) => rangeOver(composed?.[index] ?? selection.getRangeAt(index)));
}

/** A range in one tree; over hosts where its ends stand in several. @param {AbstractRange} selected */
function rangeOver({ startContainer, startOffset, endContainer, endOffset }) {
    const range = new Range();
    const isInOne = rootOf(startContainer) === rootOf(endContainer);
    const [first, last] = isInOne
        ? [startContainer, endContainer]
        : [outermost(startContainer), outermost(endContainer)];
    if (first === startContainer) range.setStart(first, startOffset);
    else range.setStartBefore(first);
    if (last === endContainer) range.setEnd(last, endOffset);
    else range.setEndAfter(last);
    return range;
}

/** @param {Node} node @returns {Node} itself, or what hosts its tree in the document */
function outermost(node) {
    let out = node;
    for (let host = hostOf(out); host !== null; host = hostOf(out)) out = host;
    return out;
}

/** Whether more than white space of a text, or the host of its tree, is in the range. @param {Range} range @param {Text} text */
function holdsOf(range, text) {
    const root = rootOf(range.startContainer);
    /** @type {Node} */
    let node = text;
    for (let host = hostOf(node); rootOf(node) !== root && host !== null; host = hostOf(node)) node = host;
    if (rootOf(node) !== root || !range.intersectsNode(node)) return false;
    const from = range.startContainer === text ? range.startOffset : 0;
    const to = range.endContainer === text ? range.endOffset : text.length;
    return text.data.slice(from, to).trim() !== "";
}
