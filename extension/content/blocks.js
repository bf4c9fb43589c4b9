/* blocks.js: where the page's words end, as far as the page's tree tells: which elements part words, and which block a
 * node is in. Knows the tree; nothing of what is asked of its text. */

import { ELEMENT, FRAGMENT, kindOf, nameOf, parentOf } from "./dom.js";

/** What holds text of its own: shadow trees are no part of the text around them. @typedef {Element | ShadowRoot} Tree */

/* The elements that part words, as the core has them; all others are inline. */
const PARTING =
    "address amp-ad amp-sidebar article aside audio blockquote body br button canvas caption center datalist dd " +
    "details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html " +
    "iframe input legend li main map menu nav object ol optgroup option p pre search section select summary svg " +
    "table tbody td textarea tfoot th thead tr ul video";
/** Made when it is first asked, for most pages are not. @type {Set<string> | undefined} */
let parting;

/** Whether a node is a block: an element that parts words, or a shadow tree. @param {Node} node */
export function isBlock(node) {
    const kind = kindOf(node);
    parting ??= new Set(PARTING.split(" "));
    return kind === ELEMENT ? parting.has(nameOf(node)) : kind === FRAGMENT;
}

/** The block that a node is in, or is: words go on over inline elements. @param {Node | null} node @returns {Tree | null} */
export function blockAround(node) {
    let around = node;
    while (around !== null && !isBlock(around)) around = parentOf(around);
    return /** @type {Tree | null} */ (around);
}
