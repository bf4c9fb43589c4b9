/* walker.js: walks the live DOM as it is shown into the stream of nodes that the core judges. It decides nothing: it
 * opens shadow roots, follows slots, says what is hidden, hands on a few attributes, and keeps the text nodes so that
 * places in the text find their way back. */

import {
    ELEMENT,
    TEXT,
    attributeNames,
    dataOf,
    documentElementOf,
    firstChildOf,
    getAttribute,
    isShown,
    kindOf,
    nameOf,
    nextOf,
} from "./dom.js";
import { treesIn } from "./trees.js";

/** @typedef {import("../shared/messages.d.ts").PageNode} PageNode */

/* The kinds of a PageNode. */
const OPEN = 0;
const WORDS = 1;
/** @type {PageNode} */
const CLOSE = [2];

/** Longer values are data: URLs and the like, of no use to anybody. */
const LONGEST_VALUE = 2048;

/* What is known by name; made for the first walk, as most pages are not walked. */
/** @type {Set<string>} */
let withoutText;
/** What is never shown and yet tells of the page. @type {Set<string>} */
let neverShown;
/** The attributes that the core asks for (page.h). @type {Set<string>} */
let handedOn;
/** Those of a few elements beside. @type {Map<string, Set<string>>} */
let handedOnBeside;

function makeNames() {
    withoutText = new Set(["style", "template", "noscript", "svg"]);
    neverShown = new Set(["head", "meta", "link", "title", "script", "base", ...withoutText]);
    handedOn = new Set(["class", "id", "role", "itemprop", "itemtype", "hidden", "aria-hidden", "style"]);
    handedOnBeside = new Map([
        ["a", new Set(["href"])],
        ["html", new Set(["lang"])],
        ["meta", new Set(["property", "name", "content"])],
    ]);
}

/** An element that is open: whether it is shown is dear to ask, and matters only where it holds words itself, in nothing
 *  that is known to be hidden (`shut`).
 *  @typedef {{element: Element, node: PageNode, asked: boolean, shut: boolean, next: Node | null}} OpenElement */

/**
 * An explicit stack instead of recursion: pages nest as deep as they like.
 * @param {Document} page
 * @param {import("./blocks.js").Tree[]} [trees] the page's body and the shadow trees in it: to ask each element is dear
 * @returns {{nodes: PageNode[], texts: Text[]}} the stream, and its text nodes in order
 */
export function walkPage(page, trees = treesIn(documentElementOf(page), true)) {
    if (withoutText === undefined) makeNames();
    const roots = shadowRootsOf(trees);
    /** @type {PageNode[]} */
    const nodes = [];
    /** @type {Text[]} */
    const texts = [];
    /** @type {OpenElement[]} */
    const around = [];
    /** Nodes that a slot shows, each with the one shown after it. @type {Map<Node, Node | null>} */
    const slotted = new Map();
    /** @type {OpenElement | undefined} */
    let inside;
    /** @type {Node | null} */
    let node = documentElementOf(page);
    while (node !== null || inside !== undefined) {
        if (node === null) {
            nodes.push(CLOSE);
            node = /** @type {OpenElement} */ (inside).next;
            around.pop();
            inside = around.at(-1);
            continue;
        }
        const kind = kindOf(node);
        const next = inside === undefined ? null : nextShown(node, slotted);
        if (kind === ELEMENT) {
            const element = /** @type {Element} */ (node);
            const name = nameOf(element);
            const shut = inside?.shut === true;
            inside = { element, node: opened(element, name), asked: shut || neverShown.has(name), shut, next };
            around.push(inside);
            nodes.push(inside.node);
            node = firstShown(element, name, roots, slotted);
            continue;
        }
        if (kind === TEXT) {
            const data = dataOf(node);
            nodes.push([WORDS, data]);
            texts.push(/** @type {Text} */ (node));
            if (inside?.asked === false && holdsMoreThanSpace(data)) {
                inside.asked = true;
                noteWhatHides(inside, around);
            }
        }
        node = next;
    }
    return { nodes, texts };
}

/** @param {Node} node @param {Map<Node, Node | null>} slotted @returns {Node | null} */
function nextShown(node, slotted) {
    const next = slotted.size === 0 ? undefined : slotted.get(node);
    return next === undefined ? nextOf(node) : next;
}

/** By their hosts. @param {import("./blocks.js").Tree[]} trees @returns {Map<Element, ShadowRoot>} */
function shadowRootsOf(trees) {
    return new Map(trees.flatMap((tree) => (tree instanceof ShadowRoot ? [[tree.host, tree]] : [])));
}

/**
 * @param {Element} element @param {string} name @param {Map<Element, ShadowRoot>} roots
 * @param {Map<Node, Node | null>} slotted @returns {Node | null}
 */
function firstShown(element, name, roots, slotted) {
    if (withoutText.has(name)) return null;
    if (name === "script" && getAttribute(element, "type")?.trim().toLowerCase() !== "application/ld+json") return null;
    if (name === "slot" && element instanceof HTMLSlotElement) {
        const assigned = element.assignedNodes();
        assigned.forEach((node, index) => slotted.set(node, assigned[index + 1] ?? null));
        if (assigned[0] !== undefined) return assigned[0];
    }
    return firstChildOf(roots.get(element) ?? element);
}

/** Most texts tell by their first character. @param {string} text */
function holdsMoreThanSpace(text) {
    for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        if (code > 0x20) return code < 0x80 || text.trim() !== "";
    }
    return false;
}

/** By names, since each entry of `attributes` is an object made for the asking.
 *  @param {Element} element @param {string} name @returns {PageNode} */
function opened(element, name) {
    /** @type {PageNode} */
    const node = [OPEN, name, 0];
    const beside = handedOnBeside.get(name);
    for (const attribute of attributeNames(element)) {
        if (!handedOn.has(attribute) && !beside?.has(attribute)) continue;
        const value = getAttribute(element, attribute) ?? "";
        node.push(attribute, value.length > LONGEST_VALUE ? value.slice(0, LONGEST_VALUE) : value);
    }
    return node;
}

/**
 * Marks what hides the words of an open element: itself, or an element around it, so that nothing else in there need be
 * asked: the style of what is not shown has to be computed for the asking.
 * @param {OpenElement} inside @param {OpenElement[]} around
 */
function noteWhatHides(inside, around) {
    if (isShown(inside.element, true)) return;
    let first = around.length;
    while (first > 0 && !isShown(/** @type {OpenElement} */ (around[first - 1]).element)) first--;
    /* No box of its own is not hidden: `display: contents` is shown where what is around it is. */
    while (first < around.length && hasContentsOnly(around[first]?.element)) first++;
    const hiding = around[first];
    if (hiding !== undefined) {
        hiding.node[2] = 1;
        for (const open of around.slice(first)) open.asked = open.shut = true;
    } else if (getComputedStyle(inside.element).visibility !== "visible") {
        inside.node[2] = 1;
    }
}

/** @param {Element | undefined} element */
function hasContentsOnly(element) {
    return element !== undefined && getComputedStyle(element).display === "contents";
}
