/* places.js: where a check's findings, and the sentences about them, stand among the texts of a page: made here, so that the
 * page need neither be sent the whole document back nor search it. Plain data to plain data. */

import { piecesOf } from "../shared/places.js";

/** @typedef {import("../shared/messages.d.ts").FindingPlaces} FindingPlaces */
/** @typedef {import("../shared/messages.d.ts").PageNode} PageNode */
/** @typedef {import("../shared/messages.d.ts").Place} Place */
/** @typedef {import("../mouthpiece.js").PageResult} PageResult */

const TEXT = 1;

/** One a finding. @param {PageResult} result @param {PageNode[]} nodes the page's @returns {FindingPlaces[]} */
export function placesOf({ document: { blocks }, report: { findings }, segments }, nodes) {
    if (findings.length === 0) return [];
    const texts = nodes
        .filter((node) => node[0] === TEXT)
        .map(([, data], source) => ({ data: /** @type {string} */ (data), source }));
    /** @type {(place: Place) => FindingPlaces["pieces"]} */
    const pieces = (place) => piecesOf(place, segments, texts).map(({ node, start, end }) => [node.source, start, end]);
    return findings.map((finding) => ({
        pieces: pieces(finding),
        about: finding.signals.map(({ sentence }) => {
            const words = blocks[sentence.block]?.text.slice(sentence.start, sentence.end) ?? "";
            return { words, pieces: pieces(sentence) };
        }),
    }));
}
