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

/** @param {Element | ShadowRoot} tree */
function isCandidate(tree) {
    return candidate.test(tree.textContent ?? "") || candidate.test(addressesIn(tree));
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
