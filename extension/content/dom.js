/* dom.js: the page's tree, read through the prototypes: fields of a form that are named "parentNode" or "attributes", or an image named
 * "body", would otherwise stand in the place of the DOM's own properties. */

/* What a node is, as the DOM numbers it. Not asked of the page: in Firefox each look at the page's `Node` takes as long as
 * to read three nodes. */
export const ELEMENT = 1;
export const TEXT = 3;
export const FRAGMENT = 11;

/**
 * A property or a method of the DOM. Looked up when it is first asked, and once: most pages need few, and each has to be shown
 * to us by the browser.
 * @param {"Node" | "Element" | "CharacterData" | "Document" | "DocumentFragment"} kind @param {string} name
 * @returns {(node: Node, ...values: any[]) => any} takes two values at most
 */
function own(kind, name) {
    /** @type {((...values: any[]) => any) | undefined} */
    let found;
    return (node, one, two) => {
        if (found === undefined) {
            const property = Object.getOwnPropertyDescriptor(globalThis[kind].prototype, name);
            found = property?.get ?? property?.value;
        }
        return /** @type {NonNullable<typeof found>} */ (found).call(node, one, two);
    };
}

/** @type {(node: Node) => Node | null} */
export const parentOf = own("Node", "parentNode");
/** @type {(node: Node) => boolean} */
export const isInPage = own("Node", "isConnected");
/** @type {(node: Node) => Node | null} */
export const firstChildOf = own("Node", "firstChild");
/** @type {(node: Node) => Node | null} */
export const nextOf = own("Node", "nextSibling");
/** @type {(node: Node) => number} */
export const kindOf = own("Node", "nodeType");
/** The document or the shadow tree that it is in. @type {(node: Node) => Node} */
export const rootOf = own("Node", "getRootNode");
/** @type {(text: Node) => string} */
export const dataOf = own("CharacterData", "data");
/** @type {(element: Node) => string} */
export const nameOf = own("Element", "localName");
/** @type {(element: Element, name: string) => string | null} */
export const getAttribute = own("Element", "getAttribute");
/** @type {(element: Element) => string[]} */
export const attributeNames = own("Element", "getAttributeNames");

/** @param {Node} node @returns {Element | null} what hosts the shadow tree that it is in */
export function hostOf(node) {
    const root = rootOf(node);
    return root instanceof ShadowRoot ? root.host : null;
}

export const documentElementOf = own("Document", "documentElement");
const bodyOf = own("Document", "body");
const hiddenOf = own("Document", "hidden");
const contentTypeOf = own("Document", "contentType");
const createTreeWalker = own("Document", "createTreeWalker");

/** @returns {Element | null} what holds the page's text */
export function pageBody() {
    return bodyOf(document) ?? documentElementOf(document);
}

/** Whether nobody looks at the page. @returns {boolean} */
export function isPageHidden() {
    return hiddenOf(document);
}

/** @returns {string} */
export function pageType() {
    return contentTypeOf(document);
}

/** @param {Node} tree @param {number} what a sum of NodeFilter's SHOW_ numbers @returns {TreeWalker} */
export function walkerOver(tree, what) {
    return createTreeWalker(document, tree, what);
}

const inElement = own("Element", "querySelectorAll");
const inFragment = own("DocumentFragment", "querySelectorAll");
const closest = own("Element", "closest");

/** What a selector chooses in a tree. @param {Element | ShadowRoot} tree @param {string} selector @returns {NodeListOf<Element>} */
export function allIn(tree, selector) {
    return (kindOf(tree) === ELEMENT ? inElement : inFragment)(tree, selector);
}

/** The nearest element around a tree, or the tree itself, that a selector chooses. @param {Element | ShadowRoot} tree @param {string} selector @returns {Element | null} */
export function nearest(tree, selector) {
    return kindOf(tree) === ELEMENT ? closest(tree, selector) : null;
}

const checkVisibility = own("Element", "checkVisibility");
const AS_SEEN = { visibilityProperty: true };

/** @param {Element} element @param {boolean} [asSeen] whether it is to be seen, too, where it takes its place @returns {boolean} */
export function isShown(element, asSeen = false) {
    return checkVisibility(element, asSeen ? AS_SEEN : {});
}
