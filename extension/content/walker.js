/* walker.js: walks the live DOM as it is shown into the stream of nodes that the core judges. It decides nothing: it
 * opens shadow roots, follows slots, says what is hidden, hands on a few attributes, and keeps the text nodes so that
 * places in the text find their way back. */

import { shadowRootOf } from "../shared/browser.js";

/** @typedef {import("../shared/messages.d.ts").PageNode} PageNode */
/** @typedef {0 | 1 | 2} Hidden  shown, hidden itself (what it holds may be shown), or gone with all it holds */

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
const NEVER_SHOWN = new Set(["head", "meta", "link", "title", "script", "base", ...WITHOUT_TEXT]);

/* Read through the prototypes: a form's own fields named "attributes" or "lastChild" would shadow the properties. */
const lastChildOf = getter(Node.prototype, "lastChild");
const previousOf = getter(Node.prototype, "previousSibling");
const attributesOf = getter(Element.prototype, "attributes");
const nameOf = getter(Element.prototype, "localName");
const kindOf = getter(Node.prototype, "nodeType");
const { checkVisibility } = Element.prototype;

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
    /** @type {Hidden[]} */
    const around = [0];
    while (pending.length > 0) {
        const node = /** @type {Node | null} */ (pending.pop());
        const outer = /** @type {Hidden} */ (around.pop());
        if (node === null) {
            nodes.push(CLOSE);
        } else if (kindOf(node) === Node.TEXT_NODE) {
            nodes.push([TEXT, /** @type {Text} */ (node).data]);
            texts.push(/** @type {Text} */ (node));
        } else if (kindOf(node) === Node.ELEMENT_NODE) {
            const element = /** @type {Element} */ (node);
            const name = nameOf(element);
            const hidden = hiddenState(element, name, outer);
            nodes.push([OPEN, name, hidden === 0 ? 0 : 1, ...handedOn(element)]);
            pending.push(null);
            around.push(hidden);
            pushChildren(element, name, hidden, pending, around);
        }
    }
    return { nodes, texts };
}

/**
 * In reverse, so that the first child is popped first.
 * @param {Element} element
 * @param {string} name
 * @param {Hidden} hidden
 * @param {(Node | null)[]} pending
 * @param {Hidden[]} around
 */
function pushChildren(element, name, hidden, pending, around) {
    if (WITHOUT_TEXT.has(name)) return;
    if (name === "script" && element.getAttribute("type")?.trim().toLowerCase() !== "application/ld+json") return;
    const assigned = element instanceof HTMLSlotElement ? element.assignedNodes() : [];
    for (let index = assigned.length - 1; index >= 0; index--) {
        pending.push(/** @type {Node} */ (assigned[index]));
        around.push(hidden);
    }
    if (assigned.length > 0) return;
    for (let child = lastChildOf(shadowRootOf(element) ?? element); child !== null; child = previousOf(child)) {
        pending.push(child);
        around.push(hidden);
    }
}

/** @param {Element} element @returns {string[]} name, value, name, value, … */
function handedOn(element) {
    const found = [];
    const attributes = attributesOf(element);
    for (let index = 0; index < attributes.length; index++) {
        const { name, value } = attributes[index];
        if (HANDED_ON.has(name)) found.push(name, value.slice(0, LONGEST_VALUE));
    }
    return found;
}

/** @param {Element} element @param {string} name @param {Hidden} outer @returns {Hidden} */
function hiddenState(element, name, outer) {
    if (outer === 2) return 2;
    if (NEVER_SHOWN.has(name) || checkVisibility.call(element, { visibilityProperty: true })) return 0;
    /* No box of its own is not hidden: display: contents lets through what it holds. */
    const { display } = getComputedStyle(element);
    if (display === "contents") return outer;
    return display === "none" ? 2 : 1;
}
