/* dom.js: the page's tree, read through the prototypes: fields of a form that are named "parentNode" or "attributes", or an image named
 * "body", would otherwise stand in the place of the DOM's own properties. */

/** @param {object} prototype @param {string} name @returns {(node: Node) => any} */
function getter(prototype, name) {
    const { get } = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(prototype, name));
    return (node) => /** @type {() => any} */ (get).call(node);
}

/** @type {(node: Node) => Node | null} */
export const parentOf = getter(Node.prototype, "parentNode");
/** @type {(node: Node) => boolean} */
export const isInPage = getter(Node.prototype, "isConnected");
/** @type {(node: Node) => Node | null} */
export const firstChildOf = getter(Node.prototype, "firstChild");
/** @type {(node: Node) => Node | null} */
export const nextOf = getter(Node.prototype, "nextSibling");
/** @type {(node: Node) => number} */
export const kindOf = getter(Node.prototype, "nodeType");
/** @type {(element: Node) => string} */
export const nameOf = getter(Element.prototype, "localName");

const { getRootNode } = Node.prototype;

/** @param {Node} node @returns {Node} the document or the shadow tree that it is in */
export function rootOf(node) {
    return getRootNode.call(node);
}

/** @param {Node} node @returns {Element | null} what hosts the shadow tree that it is in */
export function hostOf(node) {
    const root = rootOf(node);
    return root instanceof ShadowRoot ? root.host : null;
}

const documentElementOf = getter(Document.prototype, "documentElement");
const bodyOf = getter(Document.prototype, "body");
const hiddenOf = getter(Document.prototype, "hidden");
const contentTypeOf = getter(Document.prototype, "contentType");
const { createTreeWalker } = Document.prototype;
const ofElement = Element.prototype;
const ofFragment = DocumentFragment.prototype;

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
    return createTreeWalker.call(document, tree, what);
}

/** What a selector chooses in a tree. @param {Element | ShadowRoot} tree @param {string} selector @returns {NodeListOf<Element>} */
export function allIn(tree, selector) {
    const { querySelectorAll } = tree instanceof Element ? ofElement : ofFragment;
    return querySelectorAll.call(tree, selector);
}

/** @param {Element} element @param {string} name @returns {string | null} */
export function getAttribute(element, name) {
    return ofElement.getAttribute.call(element, name);
}

/** The nearest element around a tree, or the tree itself, that a selector chooses. @param {Element | ShadowRoot} tree @param {string} selector @returns {Element | null} */
export function nearest(tree, selector) {
    return tree instanceof Element ? ofElement.closest.call(tree, selector) : null;
}
