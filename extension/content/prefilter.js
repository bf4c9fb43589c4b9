/* prefilter.js: the one question asked of every page, cheap enough for every page: could it hold a finding at all?
 * The expression comes out of the rule pack when the extension is built; it knows more than it should say no to,
 * never less. It reads text and link addresses (words may be credited to a company and linked to its bot), and knows
 * no blocks. */

import { shadowRootOf } from "../shared/browser.js";
import { nameOf, parentOf, walkerOver } from "./dom.js";

/* Set by build.mjs. */
const shipped = new RegExp(MOUTHPIECE_PREFILTER, "iu");
/** What the user's own packs add. @type {RegExp | undefined} */
let own;

/** What holds text of its own: shadow trees are no part of the text around them. @typedef {Element | ShadowRoot} Tree */

/** @param {string} more source of a further expression, "" for none */
export function addToPrefilter(more) {
    own = more === "" ? undefined : new RegExp(more, "iu");
}

/** @param {Tree[]} trees */
export function couldHoldFinding(trees) {
    return trees.some(isCandidate);
}

/** The block that a node is in, or is: words go on over inline elements. @param {Node} node @returns {Tree | null} */
export function blockAround(node) {
    /** @type {Node | null} */
    let around = node;
    while (around !== null && !isBlock(around)) around = parentOf(around);
    return /** @type {Tree | null} */ (around);
}

/* The elements that part words, as the core has them; all others are inline. */
const PARTING = new Set(
    (
        "address amp-ad amp-sidebar article aside audio blockquote body br button canvas caption center datalist dd " +
        "details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html " +
        "iframe input legend li main map menu nav object ol optgroup option p pre search section select summary svg " +
        "table tbody td textarea tfoot th thead tr ul video"
    ).split(" "),
);

/* The walker does not read these either. */
const UNREAD = new Set(["style", "noscript"]);
const { getAttribute } = Element.prototype;

/** @param {Node} node */
function isBlock(node) {
    return node instanceof ShadowRoot || (node instanceof Element && PARTING.has(nameOf(node)));
}

/** @param {Tree} tree */
function isCandidate(tree) {
    const [text, addresses] = [textOf(tree), addressesIn(tree)];
    return [shipped, own].some((each) => each?.test(text) || each?.test(addresses));
}

/**
 * Text as the core reads it: joined inside a block, apart between blocks. textContent would join them ("HaldenGrok
 * said"), and innerText leaves out what is not laid out yet.
 * @param {Tree} tree
 */
function textOf(tree) {
    const nodes = walkerOver(tree, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    let text = "";
    /** @type {Node | null} the block around the latest text */
    let block = null;
    for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
        if (node.nodeType !== Node.TEXT_NODE) {
            if (PARTING.has(nameOf(node))) block = null;
            continue;
        }
        const parent = /** @type {Node} */ (parentOf(node));
        if (isUnread(parent)) continue;
        const around = blockAround(parent);
        if (around !== block) text += "\n";
        block = around;
        text += /** @type {Text} */ (node).data;
    }
    return text;
}

/** Scripts, often long ones, that name a model to themselves; but what describes the page to search engines is read.
 *  @param {Node} parent of a text */
function isUnread(parent) {
    if (!(parent instanceof Element)) return false;
    const name = nameOf(parent);
    if (name !== "script") return UNREAD.has(name);
    return !/ld\+json/iu.test(getAttribute.call(parent, "type") ?? "");
}

/** @param {Tree} tree */
function addressesIn(tree) {
    const links = tree.querySelectorAll("a[href]");
    let addresses = "";
    for (let index = 0; index < links.length; index++) addresses += `${links[index]?.getAttribute("href")}\n`;
    return addresses;
}

/* The elements that may have a shadow tree, beside those with a name of their own. To ask each costs more than to read it. */
const HOSTS = new Set(
    "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" "),
);

/** @param {string} name */
function isHost(name) {
    return HOSTS.has(name) || name.includes("-");
}

/** A tree and the shadow trees in it, closed ones too. @param {Tree} top @returns {Tree[]} */
export function treesIn(top) {
    /** @type {Tree[]} */
    const trees = [top];
    /* Grows as it is walked. */
    for (const tree of trees) {
        const elements = walkerOver(tree, NodeFilter.SHOW_ELEMENT);
        for (let node = elements.currentNode; node !== null; node = /** @type {Node} */ (elements.nextNode())) {
            const root = node instanceof Element && isHost(nameOf(node)) ? shadowRootOf(node) : null;
            if (root !== null) trees.push(root);
        }
    }
    return trees;
}
