/* blocks.js: elements as the blocks of a document: what kind each is, its text, its links, and the text nodes that it came
 * from. Knows elements and texts; nothing of findings. */

/** @typedef {import("../../wasm/mouthpiece.d.ts").BlockKind} BlockKind */
/** @typedef {{start: number, end: number, href: string}} Link */
/** A run of text nodes that make a block, and where in its text each begins. @typedef {{node: Text, start: number}} Piece */
/** @typedef {{kind: BlockKind, text: string, links: Link[], pieces: Piece[]}} Reading */

/** @type {Record<string, BlockKind>} */
const KIND_OF_ELEMENT = {
    H1: "headline",
    H2: "subhead",
    H3: "subhead",
    BLOCKQUOTE: "blockquote",
    LI: "listitem",
    FIGCAPTION: "caption",
};
const BLOCKS = new Set(["P", "DIV", "H1", "H2", "H3", "H4", "H5", "H6", "BLOCKQUOTE", "UL", "OL", "LI", "FIGCAPTION"]);
/** @type {Set<string>} */
const KINDS = new Set([
    "headline",
    "dek",
    "subhead",
    "paragraph",
    "blockquote",
    "embed",
    "listitem",
    "caption",
    "byline",
]);

const WITHOUT_TEXT = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "TITLE", "TEXTAREA", "SELECT", "BUTTON"]);

/**
 * The blocks of an element. In a draft every space counts; elsewhere runs of white space are one space.
 * @param {Node} node usually a block of the draft, but editing leaves others behind
 * @param {boolean} collapse
 * @returns {Reading[]}
 */
export function readBlocks(node, collapse) {
    /** @type {Reading[]} */
    const readings = [];
    const reader = new BlockReader((reading) => readings.push(reading), collapse);
    reader.walk(node, "paragraph");
    reader.close();
    return readings;
}

class BlockReader {
    #emit;
    #collapse;
    /** @type {Reading | undefined} */
    #open;

    /** @param {(reading: Reading) => void} emit @param {boolean} collapse */
    constructor(emit, collapse) {
        this.#emit = emit;
        this.#collapse = collapse;
    }

    /** Parsers nest elements no deeper than 512. @param {Node} node @param {BlockKind} kind */
    walk(node, kind) {
        if (node instanceof Text) return this.#add(node, kind);
        if (!(node instanceof HTMLElement) || WITHOUT_TEXT.has(node.nodeName)) return;
        if (node.nodeName === "BR") return this.#break();
        const isBlock = BLOCKS.has(node.nodeName);
        const inner = isBlock ? kindOf(node, kind) : kind;
        if (isBlock) this.close();
        const from = this.#open?.text.length ?? 0;
        for (const child of node.childNodes) this.walk(child, inner);
        const href = node.dataset.href ?? node.getAttribute("href") ?? undefined;
        if (href !== undefined && this.#open !== undefined)
            this.#open.links.push({ start: from, end: this.#open.text.length, href });
        if (isBlock) this.close();
    }

    close() {
        const open = this.#open;
        this.#open = undefined;
        if (open === undefined || open.text.trim() === "") return;
        if (this.#collapse) open.text = open.text.trimEnd();
        this.#emit(open);
    }

    /** @param {Text} node @param {BlockKind} kind */
    #add(node, kind) {
        this.#open ??= { kind, text: "", links: [], pieces: [] };
        this.#open.pieces.push({ node, start: this.#open.text.length });
        /* Browsers put no-break spaces where one types two, or one at an end. */
        const text = node.data.replaceAll("\u00a0", " ");
        this.#open.text += this.#collapse ? collapsed(text, this.#open.text) : text;
    }

    #break() {
        if (this.#open !== undefined) this.#open.text += "\n";
    }
}

/** @param {string} text @param {string} before */
function collapsed(text, before) {
    const words = text.replace(/\s+/gu, " ");
    return before === "" || /\s$/u.test(before) ? words.trimStart() : words;
}

/** @param {HTMLElement} element @param {BlockKind} around @returns {BlockKind} */
function kindOf({ dataset, nodeName }, around) {
    if (dataset.kind !== undefined && KINDS.has(dataset.kind)) return /** @type {BlockKind} */ (dataset.kind);
    return KIND_OF_ELEMENT[nodeName] ?? (nodeName === "DIV" || nodeName === "P" ? around : "paragraph");
}
