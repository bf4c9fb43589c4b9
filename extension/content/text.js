/* text.js: the text of a tree for the prefilter: quickly, as the browser joins it, or exactly, parted where blocks end. Both
 * leave out what nobody reads. Knows the tree; nothing of what is sought in the text. */

import { blockAround, isBlock } from "./blocks.js";
import { allIn, firstChildOf, getAttribute, nearest, nextOf, parentOf, walkerOver } from "./dom.js";

/** @typedef {import("./blocks.js").Tree} Tree */

/* Scripts, often long ones, name a model to themselves; but what describes the page to search engines is read. */
const UNREAD = "script:not([type*='ld+json' i]),style,noscript";

/**
 * Text as it stands in the tree, blocks joined ("HaldenGrok said"): made by the browser at once, a hundred times as fast as
 * any walk. innerText would part them, and lay out the page for it, and leave out what is not shown yet.
 * @param {Tree} tree
 */
export function joinedText(tree) {
    const unread = allIn(tree, UNREAD);
    const range = new Range();
    range.selectNodeContents(tree);
    const end = range.endOffset;
    let text = "";
    for (let index = 0; index < unread.length; index++) {
        const element = /** @type {Element} */ (unread[index]);
        range.setEndBefore(element);
        text += range.toString();
        range.setStartAfter(element);
    }
    range.setEnd(tree, end);
    return text + range.toString();
}

/**
 * Text as the core reads it: joined inside a block, apart between blocks, as far as that makes words.
 * @param {Tree} tree
 */
export function partedText(tree) {
    const unread = unreadTexts(tree);
    const nodes = walkerOver(tree, NodeFilter.SHOW_TEXT);
    let text = "";
    let skipped = 0;
    /** @type {Text | null} */
    let before = null;
    for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
        if (node === unread[skipped]) {
            skipped++;
            continue;
        }
        const { data } = /** @type {Text} */ (node);
        if (data === "") continue;
        if (before !== null && isInWord(before.data, data) && isParted(before, node)) text += "\n";
        text += data;
        before = /** @type {Text} */ (node);
    }
    return text;
}

/** What scripts and the like hold, in the tree's order. @param {Tree} tree @returns {Node[]} */
function unreadTexts(tree) {
    const elements = allIn(tree, UNREAD);
    const texts = [];
    for (let index = 0; index < elements.length; index++) {
        let node = firstChildOf(/** @type {Element} */ (elements[index]));
        for (; node !== null; node = nextOf(node)) texts.push(node);
    }
    return texts;
}

/** Whether it matters to words if two texts are joined. @param {string} one @param {string} other */
function isInWord(one, other) {
    return isWordCode(one.charCodeAt(one.length - 1)) && isWordCode(other.charCodeAt(0));
}

/** What \w is, and whatever may be a letter of another script. @param {number} code */
function isWordCode(code) {
    return (
        code > 127 || (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58) || code === 95
    );
}

/** Whether a block begins or ends between two texts that follow each other. @param {Node} one @param {Node} other */
function isParted(one, other) {
    if (nextOf(one) === other) return false;
    const block = blockAround(parentOf(one));
    if (block === null || block !== blockAround(parentOf(other))) return true;
    const between = walkerOver(block, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    between.currentNode = one;
    for (let node = between.nextNode(); node !== null && node !== other; node = between.nextNode())
        if (isBlock(node)) return true;
    return false;
}

/** Where the tree's links lead, and the link that it is in. @param {Tree} tree */
export function addressesIn(tree) {
    const links = allIn(tree, "a[href]");
    const around = nearest(tree, "a[href]");
    let addresses = around === null ? "" : `${getAttribute(around, "href")}\n`;
    for (let index = 0; index < links.length; index++)
        addresses += `${getAttribute(/** @type {Element} */ (links[index]), "href")}\n`;
    return addresses;
}
