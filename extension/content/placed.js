/* placed.js: a check's findings in their places on the page, and whether they still stand there. Knows answers and text
 * nodes; nothing of how they are shown. */

import { isInPage } from "./dom.js";

/** @typedef {import("../shared/messages.d.ts").CheckAnswer} CheckAnswer */
/** @typedef {import("../shared/messages.d.ts").SentPiece} SentPiece */
/** @typedef {import("./places.js").Piece} Piece */
/** @typedef {import("./places.js").PlacedFinding} PlacedFinding */

/**
 * Findings with the pieces of the page's text that they, and the words about them, stand in.
 * @param {CheckAnswer} answer @param {Text[]} texts @returns {PlacedFinding[]}
 */
export function placed({ findings, places }, texts) {
    const onPage = (/** @type {SentPiece[]} */ pieces) => pieces.flatMap((piece) => pieceOnPage(piece, texts));
    return findings.map((finding, index) => ({
        finding,
        pieces: onPage(places[index]?.pieces ?? []),
        about: finding.signals.map((place, at) => {
            const { words = "", pieces = [] } = places[index]?.about[at] ?? {};
            return { place, words, pieces: onPage(pieces) };
        }),
    }));
}

/** @param {SentPiece} piece @param {Text[]} texts @returns {Piece[]} */
function pieceOnPage([text, start, end], texts) {
    const node = texts[text];
    return node === undefined ? [] : [{ node, start, end }];
}

/**
 * Remembers the words under the findings, for as long as they are the same.
 * @param {PlacedFinding[]} findings
 * @returns {() => number[]} the findings, by index, whose words are no longer where they were
 */
export function movedAmong(findings) {
    const remembered = findings.map(({ pieces }) => pieces.map((piece) => ({ piece, words: wordsOf(piece) })));
    const hasMoved = (/** @type {{piece: Piece, words: string}} */ { piece, words }) =>
        !isInPage(piece.node) || wordsOf(piece) !== words;
    return () => remembered.flatMap((pieces, index) => (pieces.some(hasMoved) ? [index] : []));
}

/** @param {Piece} piece */
function wordsOf({ node, start, end }) {
    return node.data.slice(start, end);
}

/** Whether two checks found the same in the same places. @param {PlacedFinding[]} one @param {PlacedFinding[]} other */
export function isSame(one, other) {
    return one.length === other.length && one.every((finding, index) => isSameFinding(finding, other[index]));
}

/** @param {PlacedFinding} one @param {PlacedFinding | undefined} other */
function isSameFinding(one, other) {
    if (other === undefined || tellingOf(one) !== tellingOf(other)) return false;
    return (
        one.pieces.length === other.pieces.length &&
        one.pieces.every((piece, index) => isSamePiece(piece, /** @type {Piece} */ (other.pieces[index])))
    );
}

/** @param {Piece} one @param {Piece} other */
function isSamePiece(one, other) {
    return one.node === other.node && one.start === other.start && one.end === other.end;
}

/** What a finding says; the number of its block changes when one comes before it. @param {PlacedFinding} placed */
function tellingOf({ finding }) {
    return JSON.stringify(finding, (key, value) => (key === "block" ? undefined : value));
}
