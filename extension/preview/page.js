/* page.js: an HTML page that is not shown, as the stream of nodes that the core reads articles out of. The page is parsed
 * into a document of its own: nothing in it runs or loads, and nothing of it goes into ours but text. */

import { readBlocks } from "./blocks.js";

/** @typedef {import("../../wasm/mouthpiece.d.ts").PageNode} PageNode */

const SKIPPED = new Set(["STYLE", "TEMPLATE", "NOSCRIPT", "SVG", "IFRAME", "OBJECT", "EMBED", "CANVAS"]);
const LONGEST_VALUE = 4096;

/** @param {string} html @returns {PageNode[]} */
export function nodesOf(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    /** @type {PageNode[]} */
    const nodes = [];
    /** @type {Node | null} */
    let node = page.documentElement;
    while (node !== null) {
        const child = open(node, nodes);
        if (child !== null) {
            node = child;
            continue;
        }
        /** @type {Node | null} */
        let done = node;
        while (done !== null) {
            if (done instanceof Element) nodes.push([2]);
            if (done.nextSibling !== null) break;
            done = done.parentNode === page ? null : done.parentNode;
        }
        node = done?.nextSibling ?? null;
    }
    return nodes;
}

/** @param {Node} node @param {PageNode[]} nodes @returns {Node | null} its first child that is walked */
function open(node, nodes) {
    if (node instanceof Text) nodes.push([1, node.data]);
    if (!(node instanceof Element)) return null;
    const attributes = node
        .getAttributeNames()
        .flatMap((name) => [name, (node.getAttribute(name) ?? "").slice(0, LONGEST_VALUE)]);
    nodes.push([0, node.localName, 0, ...attributes]);
    const isData = node.localName === "script" && node.getAttribute("type") === "application/ld+json";
    return SKIPPED.has(node.nodeName.toUpperCase()) || (node.localName === "script" && !isData)
        ? null
        : node.firstChild;
}

/**
 * A piece of a page, all of it: whoever copied it chose.
 * @param {string} html
 * @returns {import("./messages.d.ts").DraftBlock[]}
 */
export function blocksOfFragment(html) {
    const { body } = new DOMParser().parseFromString(html, "text/html");
    return readBlocks(body, true).map(({ kind, text, links }) => ({ kind, text, links }));
}

/**
 * A file's text, in the encoding that it begins with, declares, or is.
 * @param {ArrayBuffer} bytes
 */
export function decoded(bytes) {
    const head = new TextDecoder("latin1").decode(bytes.slice(0, 4096));
    const declared = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1];
    for (const label of [head.startsWith("\xfe\xff") ? "utf-16be" : "utf-8", declared ?? "utf-8"]) {
        try {
            return new TextDecoder(label, { fatal: true }).decode(bytes);
        } catch {
            /* The next one. */
        }
    }
    return new TextDecoder("windows-1252").decode(bytes);
}
