/* walker.js: walks the live DOM as it is shown into the stream of nodes that the core judges. It decides nothing: it
 * opens shadow roots, follows slots, says what is hidden, hands on a few attributes, and keeps the text nodes so that
 * places in the text find their way back. */

import { shadowRootOf } from "../shared/browser.js";

/** @typedef {import("../shared/messages.d.ts").PageNode} PageNode */

const OPEN = 0;
const TEXT = 1;
/** @type {PageNode} */
const CLOSE = [2];

const HANDED_ON = new Set([
    ...[
        "class",
        "id",
        "role",
        "href",
        "src",
        "itemprop",
        "itemtype",
        "hidden",
        "aria-hidden",
        "aria-label",
        "aria-level",
    ],
    ...["style", "property", "name", "content", "type", "datetime", "lang", "cite"],
]);
/** Longer values are data: URLs and the like, of no use to anybody. */
const LONGEST_VALUE = 2048;
const WITHOUT_TEXT = new Set(["style", "template", "noscript"]);
/** What is never shown and yet tells of the page. */
const NEVER_SHOWN = new Set(["head", "meta", "link", "title", "script", "base", ...WITHOUT_TEXT]);
const BLANK = /^\s*$/u;

/* Read through the prototypes: a form's own fields named "attributes" or "lastChild" would shadow the properties. */
const lastChildOf = getter(Node.prototype, "lastChild");
const previousOf = getter(Node.prototype, "previousSibling");
const nameOf = getter(Element.prototype, "localName");
const kindOf = getter(Node.prototype, "nodeType");
const { checkVisibility, getAttribute, getAttributeNames } = Element.prototype;

/** @param {object} prototype @param {string} name @returns {(node: Node) => any} */
function getter(prototype, name) {
    const { get } = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(prototype, name));
    return (node) => /** @type {() => any} */ (get).call(node);
}

/**
 * An explicit stack instead of recursion: pages nest as deep as they like. `null` on it closes an element.
 * @param {Document} page @returns {{nodes: PageNode[], texts: Text[]}} the stream, and its text nodes in order
 */
export function walkPage(page) {
    /** @type {PageNode[]} */
    const nodes = [];
    /** @type {Text[]} */
    const texts = [];
    /** @type {(Node | null)[]} */
    const pending = [page.documentElement];
    while (pending.length > 0) {
        const node = /** @type {Node | null} */ (pending.pop());
        if (node === null) {
            nodes.push(CLOSE);
        } else if (kindOf(node) === Node.TEXT_NODE) {
            nodes.push([TEXT, /** @type {Text} */ (node).data]);
            texts.push(/** @type {Text} */ (node));
        } else if (kindOf(node) === Node.ELEMENT_NODE) {
            const element = /** @type {Element} */ (node);
            const name = nameOf(element);
            pending.push(null);
            const hidden = pushChildren(element, name, pending) && !NEVER_SHOWN.has(name) && !isShown(element);
            nodes.push([OPEN, name, hidden ? 1 : 0, ...handedOn(element)]);
        }
    }
    return { nodes, texts };
}

/**
 * In reverse, so that the first child is popped first.
 * @param {Element} element
 * @param {string} name
 * @param {(Node | null)[]} pending
 * @returns {boolean} whether it holds words itself: only then does it matter whether it is shown, which is dear to ask
 */
function pushChildren(element, name, pending) {
    if (WITHOUT_TEXT.has(name)) return false;
    if (name === "script" && element.getAttribute("type")?.trim().toLowerCase() !== "application/ld+json") return false;
    let holdsWords = false;
    const assigned = element instanceof HTMLSlotElement ? element.assignedNodes() : [];
    for (let index = assigned.length - 1; index >= 0; index--)
        holdsWords = pushChild(/** @type {Node} */ (assigned[index]), pending) || holdsWords;
    if (assigned.length > 0) return holdsWords;
    for (let child = lastChildOf(shadowRootOf(element) ?? element); child !== null; child = previousOf(child))
        holdsWords = pushChild(child, pending) || holdsWords;
    return holdsWords;
}

/** @param {Node} child @param {(Node | null)[]} pending @returns {boolean} whether it is words */
function pushChild(child, pending) {
    pending.push(child);
    return kindOf(child) === Node.TEXT_NODE && !BLANK.test(/** @type {Text} */ (child).data);
}

/** By names, since each entry of `attributes` is an object made for the asking. @param {Element} element
 *  @returns {string[]} name, value, name, value, … */
function handedOn(element) {
    const found = [];
    for (const name of getAttributeNames.call(element))
        if (HANDED_ON.has(name)) found.push(name, (getAttribute.call(element, name) ?? "").slice(0, LONGEST_VALUE));
    return found;
}

/** No box of its own is not hidden: `display: contents` is shown where what is around it is. @param {Element} element */
function isShown(element) {
    /** @type {Element | null} */
    let around = element;
    while (around !== null && !checkVisibility.call(around, { visibilityProperty: true })) {
        if (getComputedStyle(around).display !== "contents") return false;
        around = elementAround(around);
    }
    return true;
}

/** As the page is laid out: into the slot, out of the shadow tree. @param {Element} element @returns {Element | null} */
function elementAround(element) {
    if (element.assignedSlot !== null) return element.assignedSlot;
    const root = element.getRootNode();
    return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
