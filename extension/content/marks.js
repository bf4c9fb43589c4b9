/* marks.js: which findings are marked where they stand, on light and on dark, and while the card speaks of them. Knows
 * pieces and levels; nothing of clicks, cards or messages. */

import { Painter } from "./painter.js";

/** @typedef {import("../shared/messages.d.ts").Level} Level */
/** @typedef {import("../shared/messages.d.ts").Look} Look */
/** @typedef {import("./places.js").Piece} Piece */
/** @typedef {import("./places.js").PlacedFinding} PlacedFinding */
/** @typedef {import("../shared/mark-names.js").Tone} Tone */
/** @typedef {import("./painter.js").Naming} Naming */
/**
 * @typedef {object} Marks
 * @property {Map<AbstractRange, number>} owners  which finding a painted range belongs to, by its index
 * @property {(Document | ShadowRoot)[]} roots  the trees that have marks
 * @property {(pieces: Piece[]) => void} emphasize  shows more strongly what the card speaks of; none ends it
 * @property {(index: number) => Tone} tone
 * @property {(index: number) => void} remove  a finding's mark, when its words have gone from under it
 * @property {() => boolean} isWhole  no mark was removed
 * @property {(index: number) => boolean} isMarked  by the settings, whether or not its words are still on the page
 * @property {() => void} restore  what the page has taken away
 * @property {() => void} adopt  the browser has no rules for the document's marks after all
 * @property {(look: Look) => void} repaint  after a change of the settings
 */

/**
 * @param {PlacedFinding[]} findings @param {Look} first @param {Naming} naming @param {AbortSignal} signal
 * @returns {Marks}
 */
export function showMarks(findings, first, naming, signal) {
    const painter = new Painter(naming, signal);
    /** @type {Set<number>} */
    const gone = new Set();
    /** @type {Map<AbstractRange, number>} */
    const owners = new Map();
    const tones = findings.map(({ pieces }) => toneOf(pieces));
    let look = first;
    const isMarked = (/** @type {number} */ index) => look.views[index] === "marked";
    const paint = () => {
        painter.clear((key) => !key.startsWith("emphasis"));
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
            painter.clear((key) => key.startsWith("emphasis"));
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
        restore: () => void (signal.aborted || painter.restore()),
        adopt: () => void (signal.aborted || painter.adoptDocument()),
        repaint(next) {
            look = next;
            if (!signal.aborted) paint();
        },
    };
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
