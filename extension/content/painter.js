/* painter.js: groups of ranges, painted by the CSS Custom Highlight API, so that the page's own nodes are never touched.
 *
 * The page shares the highlight registry: the names are random for each load and say nothing. Firefox cannot iterate a
 * registry, a highlight or a style sheet list from here, so everything is kept in lists of our own. */

import { rangeOf } from "./places.js";

/** @typedef {import("./places.js").Piece} Piece */
/** What is painted alike. @typedef {{name: string, highlight: Highlight, ranges: Set<AbstractRange>}} Group */

/** Keeps the highlights, their names, and the sheet that paints them, until the signal ends it all. */
export class Painter {
    works = typeof Highlight === "function" && CSS.highlights !== undefined;
    /** @type {(Document | ShadowRoot)[]} */
    roots = [];
    /** @type {Map<string, Group>} */
    #groups = new Map();
    #base = "x" + Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join("");
    /** @type {CSSStyleSheet | undefined} */
    #sheet;
    #ruleOf;

    /** @param {(name: string, key: string) => string} ruleOf how a group of marks looks @param {AbortSignal} signal */
    constructor(ruleOf, signal) {
        this.#ruleOf = ruleOf;
        signal.addEventListener("abort", () => this.#undo(), { once: true });
    }

    /**
     * Static ranges: live ones tax each change that the page makes, and lose their place where a framework writes the same
     * text anew.
     * @param {string} key @param {Piece} piece @returns {AbstractRange | null}
     */
    add(key, piece) {
        const range = this.works ? rangeOf(piece) : null;
        if (range === null) return null;
        const root = piece.node.getRootNode();
        if ((root instanceof Document || root instanceof ShadowRoot) && !this.roots.includes(root)) this.#adopt(root);
        const kept = new StaticRange(range);
        const { ranges, highlight } = this.#group(key);
        ranges.add(kept);
        highlight.add(kept);
        return kept;
    }

    /** @param {AbstractRange} range */
    remove(range) {
        for (const { ranges, highlight } of this.#groups.values()) if (ranges.delete(range)) highlight.delete(range);
    }

    /** @param {(key: string) => boolean} isMeant */
    clear(isMeant) {
        for (const [key, { ranges, highlight }] of this.#groups) {
            if (!isMeant(key)) continue;
            ranges.clear();
            highlight.clear();
        }
    }

    /** What the page has taken away or added: it shares the registry, and may set its list of sheets anew. */
    restore() {
        for (const { name, ranges, highlight } of this.#groups.values()) {
            if (highlight.size !== ranges.size) {
                highlight.clear();
                for (const range of ranges) highlight.add(range);
            }
            if (!CSS.highlights.has(name)) CSS.highlights.set(name, highlight);
        }
        for (const root of this.roots)
            if (!sheetsOf(root).includes(this.#style())) root.adoptedStyleSheets.push(this.#style());
    }

    /** @param {string} key */
    #group(key) {
        const known = this.#groups.get(key);
        if (known !== undefined) return known;
        /** @type {Group} */
        const group = { name: this.#base + this.#groups.size, highlight: new Highlight(), ranges: new Set() };
        if (key.startsWith("emphasis")) group.highlight.priority = 1;
        this.#groups.set(key, group);
        this.#style().insertRule(`@media screen { ${this.#ruleOf(group.name, key)} }`);
        CSS.highlights.set(group.name, group.highlight);
        return group;
    }

    #style() {
        this.#sheet ??= new CSSStyleSheet();
        return this.#sheet;
    }

    /**
     * Each tree needs the sheet: Firefox does not paint a shadow tree by the document's rules.
     * @param {Document | ShadowRoot} root
     */
    #adopt(root) {
        this.roots.push(root);
        root.adoptedStyleSheets.push(this.#style());
    }

    #undo() {
        for (const { name } of this.#groups.values()) CSS.highlights.delete(name);
        for (const root of this.roots)
            root.adoptedStyleSheets = sheetsOf(root).filter((sheet) => sheet !== this.#sheet);
        this.#groups.clear();
    }
}

/** @param {Document | ShadowRoot} root @returns {CSSStyleSheet[]} */
function sheetsOf({ adoptedStyleSheets: list }) {
    return Array.from({ length: list.length }, (_, index) => /** @type {CSSStyleSheet} */ (list[index]));
}
