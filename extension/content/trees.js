/* trees.js: the trees that a page's text is in: the one that is asked about, and the shadow trees in it, closed ones too.
 * Knows the tree; nothing of its text. */

import { shadowRootOf } from "../shared/browser.js";
import { allIn, nameOf } from "./dom.js";

/** @typedef {import("./blocks.js").Tree} Tree */

/* The elements of HTML that may have a shadow tree. */
const PLAIN_HOSTS = "div,span,p,section,article,header,footer,nav,main,aside,h1,h2,h3,h4,h5,h6,blockquote,body";
/* To pass by what cannot, the frequent ones first: a browser tries them in this order. */
const NO_HOSTS =
    "a,div,li,span,p,img,script,ul,path,br,td,tr,svg,strong,em,i,b,button,input,use,g,meta,link,option,h3,h2,figure," +
    "section,source,picture,label,table,tbody,style,noscript,iframe,time,form,article,header,h4,small,figcaption,nav,hr," +
    "title,symbol,aside,code,rect,h1,polygon,stop,footer,defs,circle,h5,th,ol";

/* To ask for a closed tree is dear in Chromium, a few thousandths of a millisecond. Pages keep shadow trees in elements of
 * their own, which are all asked, or in empty ones, or around everything; they are not looked for among thousands of
 * paragraphs unless the user has asked for the check. */
const MOST_ASKED = 40;
const MOST_SEEN = 1000;

/**
 * A tree and the shadow trees in it.
 * @param {Tree} top @param {boolean} thorough leaves no element out, whatever that takes @returns {Tree[]}
 */
export function treesIn(top, thorough) {
    /** @type {Tree[]} */
    const trees = [top];
    const own = shadowRootAt(top);
    if (own !== null) trees.push(own);
    /* Grows as it is walked. */
    for (const tree of trees) trees.push(...ofNamedHosts(tree), ...ofPlainHosts(tree, thorough));
    return trees;
}

/** @param {Tree} node */
function shadowRootAt(node) {
    return node instanceof Element ? shadowRootOf(node) : null;
}

/** Of elements with a name of the page's own: "x-card". @param {Tree} tree @returns {ShadowRoot[]} */
function ofNamedHosts(tree) {
    const rare = allIn(tree, `:not(:is(${NO_HOSTS}))`);
    const roots = [];
    for (let index = 0; index < rare.length; index++) {
        const element = /** @type {Element} */ (rare[index]);
        const root = nameOf(element).includes("-") ? shadowRootOf(element) : null;
        if (root !== null) roots.push(root);
    }
    return roots;
}

/**
 * Asked directly: none of them is a form, whose fields could stand in for the properties.
 * @param {Tree} tree @param {boolean} thorough @returns {ShadowRoot[]}
 */
function ofPlainHosts(tree, thorough) {
    const hosts = allIn(tree, PLAIN_HOSTS);
    const most = thorough ? hosts.length : Math.min(hosts.length, MOST_SEEN);
    const roots = [];
    let empty = 0;
    for (let index = 0; index < most; index++) {
        const host = /** @type {Element} */ (hosts[index]);
        let root = host.shadowRoot;
        const isEmpty = index >= MOST_ASKED && empty < MOST_ASKED && !host.hasChildNodes();
        if (isEmpty) empty++;
        const isAsked = thorough || index < MOST_ASKED || isEmpty;
        if (root === null && isAsked) root = shadowRootOf(host);
        if (root !== null) roots.push(root);
    }
    return roots;
}
