/* trees.js: the trees that a page's text is in: the one that is asked about, and the shadow trees in it, closed ones too.
 * Knows the tree; nothing of its text. */

import { shadowRootOf } from "../shared/browser.js";
import { ELEMENT, allIn, getAttribute, kindOf, nameOf, parentOf } from "./dom.js";

/** @typedef {import("./blocks.js").Tree} Tree */

/* The elements of HTML that may have a shadow tree: those that hold anything, and those of text. */
const HOLDERS = "div,span,section,article,aside,header,footer,main,nav";
const PLAIN_HOSTS = `${HOLDERS},p,h1,h2,h3,h4,h5,h6,blockquote,body`;
/* To pass by what cannot, the frequent ones first: a browser tries them in this order. */
const RARE =
    `:not(a,${HOLDERS},li,p,img,script,ul,path,br,td,tr,svg,strong,em,i,b,button,input,use,g,meta,link,option,h3,h2,` +
    "figure,source,picture,label,table,tbody,style,noscript,iframe,time,form,h4,small,figcaption,hr,rect,h1," +
    "polygon)";

/* To ask for a tree is dear, most of all in Chromium, where the question whether there is a closed one goes through the extension's
 * interface. Pages keep shadow trees in elements of their own, in empty ones, around everything, or around what they give to
 * slots; they are not looked for among thousands of paragraphs unless the user has asked for the check. */
const LIKELY_HOSTS = `:empty:is(${HOLDERS},p),:is(:scope,:host)>:is(${HOLDERS}),:is(${PLAIN_HOSTS})>[slot]`;
const MOST_LIKELY = 100;

/**
 * A tree and the shadow trees in it.
 * @param {Tree} top @param {boolean} thorough leaves no element out, whatever that takes @returns {Tree[]}
 */
export function treesIn(top, thorough) {
    /** @type {Set<Tree>} */
    const trees = new Set([top]);
    const add = (/** @type {Node | null} */ host) => {
        const root = host !== null && kindOf(host) === ELEMENT ? shadowRootOf(/** @type {Element} */ (host)) : null;
        if (root !== null) trees.add(root);
    };
    add(top);
    /* Grows as it is walked. */
    for (const tree of trees) {
        each(allIn(tree, RARE), (element) => void (nameOf(element).includes("-") && add(element)));
        if (thorough) each(allIn(tree, PLAIN_HOSTS), add);
        else each(allIn(tree, LIKELY_HOSTS), (found) => add(likelyHost(found)), MOST_LIKELY);
    }
    return [...trees];
}

/** @param {Element} found @returns {Node | null} */
function likelyHost(found) {
    return getAttribute(found, "slot") === null ? found : parentOf(found);
}

/** By numbers, as Firefox lets no script of an extension go through the browser's lists. @param {NodeListOf<Element>} list @param {(element: Element) => void} take */
function each(list, take, most = list.length) {
    for (let index = 0; index < Math.min(most, list.length); index++) take(/** @type {Element} */ (list[index]));
}
