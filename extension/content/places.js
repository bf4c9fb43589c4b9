/* places.js: a finding's places on the page, as runs of its text nodes. Knows text nodes; nothing of how they are shown. */

/** @typedef {import("../shared/messages.d.ts").Finding} Finding */
/** @typedef {import("../shared/messages.d.ts").Place} Place */

/** A run of one text node. @typedef {import("../shared/places.js").PieceOf<Text>} Piece */
/**
 * A sentence of the page about a finding; `place` is the signal's.
 * @typedef {{place: Place, words: string, pieces: Piece[]}} About
 */
/** @typedef {{finding: Finding, pieces: Piece[], about: About[]}} PlacedFinding */

/** A live range over a piece, or null where the page has changed the text in the meantime. @param {Piece} piece */
export function rangeOf({ node, start, end }) {
    if (!node.isConnected || end > node.length) return null;
    const range = new Range();
    range.setStart(node, start);
    range.setEnd(node, end);
    return range;
}
