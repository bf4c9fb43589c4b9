/* prefilter.js: the one question asked of every page, cheap enough for every page: could it hold a finding at all?
 * The expression comes out of the rule pack when the extension is built; it knows more than it should say no to,
 * never less. It reads text and link addresses (words may be credited to a company and linked to its bot), and knows
 * no blocks. */

import { shadowRootOf } from "../shared/browser.js";

/* Set by build.mjs. */
const candidate = new RegExp(MOUTHPIECE_PREFILTER, "iu");

/** @param {Document} page */
export function couldHoldFinding(page) {
    return page.body !== null && (isCandidate(page.body) || shadowRootsIn(page.body).some(isCandidate));
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

/** @param {Element | ShadowRoot} tree */
function isCandidate(tree) {
    return candidate.test(textOf(tree)) || candidate.test(addressesIn(tree));
}

/**
 * Text as the core reads it: joined inside a block, apart between blocks. textContent would join them ("HaldenGrok
 * said"), and innerText leaves out what is not laid out yet.
 * @param {Element | ShadowRoot} tree
 */
function textOf(tree) {
    const nodes = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    let text = "";
    /** @type {Node | null} the block around the latest text */
    let block = null;
    for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
        if (node.nodeType !== Node.TEXT_NODE) {
            if (PARTING.has(/** @type {Element} */ (node).localName)) block = null;
            continue;
        }
        let around = node.parentNode;
        while (around !== null && !PARTING.has(/** @type {Element} */ (around).localName)) around = around.parentNode;
        if (around !== block) text += "\n";
        block = around;
        text += /** @type {Text} */ (node).data;
    }
    return text;
}

/** @param {Element | ShadowRoot} tree */
function addressesIn(tree) {
    const links = tree.querySelectorAll("a[href]");
    let addresses = "";
    for (let index = 0; index < links.length; index++) addresses += `${links[index]?.getAttribute("href")}\n`;
    return addresses;
}

/** Shadow trees, which textContent leaves out. @param {Element} top */
function shadowRootsIn(top) {
    /** @type {ShadowRoot[]} */
    const roots = [];
    /** @type {(Element | ShadowRoot)[]} */
    const trees = [top];
    for (let tree = trees.pop(); tree !== undefined; tree = trees.pop()) {
        const elements = document.createTreeWalker(tree, NodeFilter.SHOW_ELEMENT);
        for (let node = elements.nextNode(); node !== null; node = elements.nextNode()) {
            const root = shadowRootOf(/** @type {Element} */ (node));
            if (root === null) continue;
            roots.push(root);
            trees.push(root);
        }
    }
    return roots;
}
