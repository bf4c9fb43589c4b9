/* dom.js: the page's tree, read through the prototypes: fields of a form that are named "parentNode" or "attributes", or an image named
 * "body", would otherwise stand in the place of the DOM's own properties. */

/**
 * Looked up when it is first asked: most pages need few, and each has to be shown to us by the browser.
 * @param {"Node" | "Element" | "Document"} kind @param {string} name @returns {(node: Node) => any}
 */
function getter(kind, name) {
    /** @type {(() => any) | undefined} */
    let get;
    return (node) => {
        get ??= Object.getOwnPropertyDescriptor(globalThis[kind].prototype, name)?.get;
        return /** @type {() => any} */ (get).call(node);
    };
}

/** @type {(node: Node) => Node | null} */
export const parentOf = getter("Node", "parentNode");
/** @type {(node: Node) => boolean} */
export const isInPage = getter("Node", "isConnected");
/** @type {(node: Node) => Node | null} */
export const firstChildOf = getter("Node", "firstChild");
/** @type {(node: Node) => Node | null} */
export const nextOf = getter("Node", "nextSibling");
/** @type {(node: Node) => number} */
export const kindOf = getter("Node", "nodeType");
/** @type {(element: Node) => string} */
export const nameOf = getter("Element", "localName");

/** @param {Node} node @returns {Node} the document or the shadow tree that it is in */
export function rootOf(node) {
    return Node.prototype.getRootNode.call(node);
}

/** @param {Node} node @returns {Element | null} what hosts the shadow tree that it is in */
export function hostOf(node) {
    const root = rootOf(node);
    return root instanceof ShadowRoot ? root.host : null;
}

const documentElementOf = getter("Document", "documentElement");
const bodyOf = getter("Document", "body");
const hiddenOf = getter("Document", "hidden");
const contentTypeOf = getter("Document", "contentType");

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
    return Document.prototype.createTreeWalker.call(document, tree, what);
}

/** What a selector chooses in a tree. @param {Element | ShadowRoot} tree @param {string} selector @returns {NodeListOf<Element>} */
export function allIn(tree, selector) {
    const { querySelectorAll } = (tree instanceof Element ? Element : DocumentFragment).prototype;
    return querySelectorAll.call(tree, selector);
}

/** @param {Element} element @param {string} name @returns {string | null} */
export function getAttribute(element, name) {
    return Element.prototype.getAttribute.call(element, name);
}

/** @param {Element} element @returns {string[]} */
export function attributeNames(element) {
    return Element.prototype.getAttributeNames.call(element);
}

const AS_SEEN = { visibilityProperty: true };

/** @param {Element} element @param {boolean} [asSeen] whether it is to be seen, too, where it takes its place */
export function isShown(element, asSeen = false) {
    return Element.prototype.checkVisibility.call(element, asSeen ? AS_SEEN : {});
}

/** The nearest element around a tree, or the tree itself, that a selector chooses. @param {Element | ShadowRoot} tree @param {string} selector @returns {Element | null} */
export function nearest(tree, selector) {
    return tree instanceof Element ? Element.prototype.closest.call(tree, selector) : null;
}
