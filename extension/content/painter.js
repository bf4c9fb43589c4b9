/* painter.js: groups of ranges, painted by the CSS Custom Highlight API, so that the page's own nodes are never touched.
 *
 * The page shares the highlight registry: the names are random for each load and say nothing. Firefox cannot iterate a
 * registry, a highlight or a style sheet list from here, so everything is kept in lists of our own. */

import { markName } from "../shared/mark-names.js";
import { rangeOf } from "./places.js";

/** @typedef {import("../shared/mark-names.js").MarkKey} MarkKey */
/** @typedef {import("./places.js").Piece} Piece */
/** What all names of marks begin with here, the rules for them, and whether the browser has those of the document.
 *  @typedef {{base: string, rules: string, isStyled: boolean}} Naming */
/** What is painted alike. @typedef {{name: string, highlight: Highlight, ranges: Set<AbstractRange>}} Group */

/** Keeps the highlights, their names, and the sheet that paints them, until the signal ends it all. */
export class Painter {
    works = typeof Highlight === "function" && CSS.highlights !== undefined;
    /** @type {(Document | ShadowRoot)[]} */
    roots = [];
    /** Those of them that have our sheet. @type {(Document | ShadowRoot)[]} */
    #adopting = [];
    /** @type {Map<MarkKey, Group>} */
    #groups = new Map();
    /** @type {CSSStyleSheet | undefined} */
    #sheet;
    #naming;

    /** @param {Naming} naming @param {AbortSignal} signal */
    constructor(naming, signal) {
        this.#naming = naming;
        signal.addEventListener("abort", () => this.#undo(), { once: true });
    }

    /**
     * Static ranges: live ones tax each change that the page makes, and lose their place where a framework writes the same
     * text anew.
     * @param {MarkKey} key @param {Piece} piece @returns {AbstractRange | null}
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

    /** @param {(key: MarkKey) => boolean} isMeant */
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
        for (const root of this.#adopting)
            if (!sheetsOf(root).includes(this.#style())) root.adoptedStyleSheets.push(this.#style());
    }

    /** Where the browser did not take the document's rules. */
    adoptDocument() {
        this.#naming = { ...this.#naming, isStyled: false };
        const root = this.roots.find((each) => each instanceof Document);
        if (root !== undefined && !this.#adopting.includes(root)) this.#share(root);
    }

    /** @param {MarkKey} key */
    #group(key) {
        const known = this.#groups.get(key);
        if (known !== undefined) return known;
        /** @type {Group} */
        const group = { name: markName(this.#naming.base, key), highlight: new Highlight(), ranges: new Set() };
        if (key.startsWith("emphasis")) group.highlight.priority = 1;
        this.#groups.set(key, group);
        CSS.highlights.set(group.name, group.highlight);
        return group;
    }

    #style() {
        if (this.#sheet === undefined) {
            this.#sheet = new CSSStyleSheet();
            this.#sheet.replaceSync(this.#naming.rules);
        }
        return this.#sheet;
    }

    /**
     * Each shadow tree needs the sheet: Firefox does not paint it by the document's rules.
     * @param {Document | ShadowRoot} root
     */
    #adopt(root) {
        this.roots.push(root);
        if (root instanceof Document && this.#naming.isStyled) return;
        this.#share(root);
    }

    /** @param {Document | ShadowRoot} root */
    #share(root) {
        this.#adopting.push(root);
        root.adoptedStyleSheets.push(this.#style());
    }

    #undo() {
        for (const { name } of this.#groups.values()) CSS.highlights.delete(name);
        for (const root of this.#adopting)
            root.adoptedStyleSheets = sheetsOf(root).filter((sheet) => sheet !== this.#sheet);
        this.#groups.clear();
    }
}

/** @param {Document | ShadowRoot} root @returns {CSSStyleSheet[]} */
function sheetsOf({ adoptedStyleSheets: list }) {
    return Array.from({ length: list.length }, (_, index) => /** @type {CSSStyleSheet} */ (list[index]));
}
