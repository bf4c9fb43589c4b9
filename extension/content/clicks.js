/* clicks.js: which finding a click is meant for. The listener is passive and never cancels anything: a mark inside a
 * link or a button leaves the click to the page, and its card is reached from the list or by the keyboard. Knows
 * marks and points; nothing of cards. */

import { rangeOf } from "./places.js";

/** @typedef {import("./marks.js").Marks} Marks */
/** @typedef {import("./places.js").Piece} Piece */
/** @typedef {import("./places.js").PlacedFinding} PlacedFinding */
/** @typedef {{x: number, y: number}} Point */

const LEFT_TO_THE_PAGE = "a[href], button, input, select, textarea, label, summary, [contenteditable]";

/**
 * @param {PlacedFinding[]} findings
 * @param {Marks} marks
 * @param {(index: number) => void} onMark
 * @param {AbortSignal} signal
 */
export function listenForClicks(findings, marks, onMark, signal) {
    const onClick = (/** @type {MouseEvent} */ event) => {
        if (!event.isTrusted || event.button !== 0 || event.defaultPrevented) return;
        if (String(getSelection()) !== "" || isLeftToThePage(event)) return;
        const index = findingAt(findings, marks, { x: event.clientX, y: event.clientY });
        if (index !== undefined) onMark(index);
    };
    addEventListener("click", onClick, { passive: true, signal });
}

/** @param {MouseEvent} event */
function isLeftToThePage(event) {
    return event.composedPath().some((target) => target instanceof Element && target.matches(LEFT_TO_THE_PAGE));
}

/**
 * The innermost finding at a point: the one with the shortest mark.
 * @param {PlacedFinding[]} findings
 * @param {Marks} marks
 * @param {Point} point
 */
function findingAt(findings, marks, point) {
    if (marks.owners.size === 0) return undefined;
    const canAsk = typeof CSS.highlights.highlightsFromPoint === "function";
    const indices = canAsk ? hitsFromPoint(marks, point) : hitsFromCaret(findings, point);
    const length = (/** @type {number} */ index) => findings[index]?.finding.quote.length ?? 0;
    return indices.sort((one, other) => length(one) - length(other))[0];
}

/** @param {Marks} marks @param {Point} point */
function hitsFromPoint({ owners, roots }, { x, y }) {
    const shadowRoots = roots.filter((root) => root instanceof ShadowRoot);
    const hits = CSS.highlights.highlightsFromPoint(x, y, { shadowRoots });
    const indices = [];
    for (let hit = 0; hit < hits.length; hit++) {
        const ranges = hits[hit]?.ranges ?? [];
        for (let index = 0; index < ranges.length; index++) indices.push(owners.get(ranges[index]));
    }
    return indices.filter((index) => index !== undefined);
}

/**
 * For browsers that cannot ask a highlight: the text under the point, if it is really under it.
 * @param {PlacedFinding[]} findings
 * @param {Point} point
 */
function hitsFromCaret(findings, point) {
    const caret = document.caretPositionFromPoint?.(point.x, point.y);
    if (!caret) return [];
    const isHit = (/** @type {Piece} */ piece) =>
        piece.node === caret.offsetNode &&
        piece.start <= caret.offset &&
        caret.offset <= piece.end &&
        covers(piece, point);
    return findings.flatMap(({ pieces }, index) => (pieces.some(isHit) ? [index] : []));
}

/** @param {Piece} piece @param {Point} point */
function covers(piece, { x, y }) {
    const rects = rangeOf(piece)?.getClientRects() ?? [];
    for (let index = 0; index < rects.length; index++) {
        const rect = rects[index];
        if (rect && rect.left <= x && x <= rect.right && rect.top <= y && y <= rect.bottom) return true;
    }
    return false;
}
