/* marks.js: paints findings where they stand, by the CSS Custom Highlight API, so that the page's own nodes are never
 * touched. Knows pieces and levels; nothing of clicks, cards or messages.
 *
 * The page shares the highlight registry: the names are random for each load and say nothing. Firefox cannot iterate a
 * registry, a highlight or a style sheet list from here, so everything is kept in arrays of our own. */

import { rangeOf } from "./places.js";

/** @typedef {import("../shared/messages.d.ts").Level} Level */
/** @typedef {import("../shared/messages.d.ts").Look} Look */
/** @typedef {import("../shared/settings-types.d.ts").MarkStyle} MarkStyle */
/** @typedef {import("./places.js").Piece} Piece */
/** @typedef {import("./places.js").PlacedFinding} PlacedFinding */
/** The tone of the text that is marked. @typedef {"dark" | "light"} Tone */
/**
 * @typedef {object} Marks
 * @property {Map<AbstractRange, number>} owners  which finding a painted range belongs to, by its index
 * @property {(Document | ShadowRoot)[]} roots  the trees that have marks
 * @property {(pieces: Piece[]) => void} emphasize  shows more strongly what the card speaks of; none ends it
 * @property {(index: number) => Tone} tone
 * @property {(index: number) => void} remove  a finding's mark, when its words have gone from under it
 * @property {() => boolean} isWhole  no mark was removed
 * @property {(index: number) => boolean} isMarked  by the settings, whether or not its words are still on the page
 * @property {(look: Look) => void} repaint  after a change of the settings
 */

/* Told apart by the line's shape as well as by colour. The first colours are for dark text, the second for light. */
/** @type {Record<Level, {line: string, dark: [string, string], light: [string, string]}>} */
const LOOK = {
    alert: {
        line: "solid 2px",
        dark: ["rgb(255 166 77 / .36)", "#b45309"],
        light: ["rgb(251 146 60 / .34)", "#fdba74"],
    },
    notice: {
        line: "dashed 2px",
        dark: ["rgb(250 214 84 / .34)", "#8a6a00"],
        light: ["rgb(234 190 60 / .26)", "#facc15"],
    },
    info: {
        line: "dotted 2px",
        dark: ["rgb(120 150 200 / .16)", "#4a6387"],
        light: ["rgb(148 178 224 / .18)", "#a9c1e6"],
    },
};
const EMPHASIS = { dark: "rgb(255 150 40 / .5)", light: "rgb(251 146 60 / .55)" };

/** @param {PlacedFinding[]} findings @param {Look} first @param {AbortSignal} signal @returns {Marks} */
export function showMarks(findings, first, signal) {
    const painter = new Painter(signal);
    /** @type {Set<number>} */
    const gone = new Set();
    /** @type {Map<AbstractRange, number>} */
    const owners = new Map();
    const tones = findings.map(({ pieces }) => toneOf(pieces));
    let look = first;
    const isMarked = (/** @type {number} */ index) => look.views[index] === "marked";
    const paint = () => {
        painter.clearMarks();
        owners.clear();
        findings.forEach(({ finding, pieces }, index) => {
            if (!isMarked(index) || gone.has(index) || look.style === "none") return;
            for (const piece of pieces) {
                const range = painter.add(`${finding.level}-${tones[index]}-${look.style}`, piece);
                if (range !== null) owners.set(range, index);
            }
        });
    };
    paint();
    return {
        owners,
        roots: painter.roots,
        emphasize(pieces) {
            painter.clear("emphasis-dark");
            painter.clear("emphasis-light");
            for (const piece of pieces) painter.add(`emphasis-${toneOf([piece])}`, piece);
        },
        tone: (index) => tones[index] ?? "dark",
        remove(index) {
            gone.add(index);
            for (const [range, owner] of owners) {
                if (owner !== index) continue;
                painter.remove(range);
                owners.delete(range);
            }
        },
        isWhole: () => gone.size === 0,
        isMarked,
        repaint(next) {
            look = next;
            if (!signal.aborted) paint();
        },
    };
}

/** Keeps the highlights, their names, and the sheet that paints them, until the signal ends it all. */
class Painter {
    works = typeof Highlight === "function" && CSS.highlights !== undefined;
    /** @type {(Document | ShadowRoot)[]} */
    roots = [];
    /** @type {Map<string, {name: string, highlight: Highlight}>} */
    #groups = new Map();
    #base = "x" + Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join("");
    /** @type {CSSStyleSheet | undefined} */
    #sheet;

    /** @param {AbortSignal} signal */
    constructor(signal) {
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
        this.#group(key).add(kept);
        return kept;
    }

    /** @param {AbstractRange} range */
    remove(range) {
        for (const { highlight } of this.#groups.values()) highlight.delete(range);
    }

    /** @param {string} key */
    clear(key) {
        this.#groups.get(key)?.highlight.clear();
    }

    clearMarks() {
        for (const [key, { highlight }] of this.#groups) if (!key.startsWith("emphasis")) highlight.clear();
    }

    /** @param {string} key */
    #group(key) {
        const known = this.#groups.get(key);
        if (known !== undefined) return known.highlight;
        const group = { name: this.#base + this.#groups.size, highlight: new Highlight() };
        if (key.startsWith("emphasis")) group.highlight.priority = 1;
        this.#groups.set(key, group);
        this.#style().insertRule(`@media screen { ${ruleOf(group.name, key)} }`);
        CSS.highlights.set(group.name, group.highlight);
        return group.highlight;
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
        for (const root of this.roots) {
            const others = [];
            for (let index = 0; index < root.adoptedStyleSheets.length; index++) {
                const sheet = root.adoptedStyleSheets[index];
                if (sheet !== undefined && sheet !== this.#sheet) others.push(sheet);
            }
            root.adoptedStyleSheets = others;
        }
        this.#groups.clear();
    }
}

/**
 * On screens only: Chromium would print highlights.
 * @param {string} name
 * @param {string} key "alert-dark-full", "emphasis-light"
 */
function ruleOf(name, key) {
    const [what, tone, style] = /** @type {[Level | "emphasis", Tone, MarkStyle]} */ (key.split("-"));
    const target = `::highlight(${name})`;
    const forced = `@media (forced-colors: active) { ${target} { background-color: Mark; color: MarkText } }`;
    if (what === "emphasis") return `${target} { background-color: ${EMPHASIS[tone]} } ${forced}`;
    const {
        line,
        [tone]: [background, ink],
    } = LOOK[what];
    if (style === "line") return `${target} { text-decoration: underline ${line} ${ink} }`;
    return `${target} { background-color: ${background}; text-decoration: underline ${line} ${ink} } ${forced}`;
}

/**
 * Whether the text itself is dark or light tells what it stands on, whatever the page's theme.
 * @param {Piece[]} pieces
 * @returns {Tone}
 */
function toneOf(pieces) {
    const parent = pieces[0]?.node.parentElement;
    if (!parent) return "dark";
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(parent).color.match(/[\d.]+/gu) ?? []).map(Number);
    return 0.299 * red + 0.587 * green + 0.114 * blue > 140 ? "light" : "dark";
}
