/* places.js: from places in the document's text back to the page's texts. Knows segments and texts; nothing of what a place
 * means or how it is shown. */

/** @typedef {import("./messages.d.ts").Place} Place */
/** @typedef {import("./messages.d.ts").Segment} Segment */

/** What holds text on the page: a text node, or what stands for one. @typedef {{readonly data: string}} Source */
/** A run of one text. @template {Source} S @typedef {{node: S, start: number, end: number}} PieceOf */
/** A piece, and the number of its text. @template {Source} S @typedef {PieceOf<S> & {source: number}} NumberedPiece */

/**
 * The pieces of the page that a place covers, one a text node, in page order. A place may cross many text nodes, and
 * what stands between them on the page but not in the text (a hidden note, an advertisement) is left alone.
 * @template {Source} S
 * @param {Place} place @param {Segment[]} segments in order of block and start @param {S[]} texts the page's, in its order
 * @returns {PieceOf<S>[]}
 */
export function piecesOf({ block, start, end }, segments, texts) {
    /** @type {NumberedPiece<S>[]} */
    const pieces = [];
    for (let index = firstEndingAfter(segments, block, start); index < segments.length; index++) {
        const segment = /** @type {Segment} */ (segments[index]);
        if (segment.block !== block || segment.start >= end) break;
        const node = texts[segment.source];
        if (node === undefined) continue;
        const shift = segment.sourceStart - segment.start;
        const from = Math.max(segment.start, start) + shift;
        const to = Math.min(segment.start + segment.length, end) + shift;
        const last = pieces.at(-1);
        if (last?.node === node && from >= last.end) last.end = to;
        else pieces.push({ node, start: from, end: to, source: segment.source });
    }
    return bridged(pieces, texts);
}

/**
 * White space between two pieces is theirs: where the page breaks a line at an element's edge, the text has a space that
 * no segment stands for, and a mark would show a gap.
 * @template {Source} S
 * @param {NumberedPiece<S>[]} pieces
 * @param {S[]} texts
 */
function bridged(pieces, texts) {
    /** @type {PieceOf<S>[]} */
    const whole = [];
    pieces.forEach(({ node, start, end, source }, index) => {
        const next = pieces[index + 1];
        const isFirst = index === 0;
        const from = !isFirst && isBlank(node.data.slice(0, start)) ? 0 : start;
        const to = next !== undefined && isBlank(node.data.slice(end)) ? node.data.length : end;
        whole.push({ node, start: from, end: to });
        for (let between = source + 1; between < (next?.source ?? 0); between++) {
            const space = /** @type {S} */ (texts[between]);
            if (isBlank(space.data)) whole.push({ node: space, start: 0, end: space.data.length });
        }
    });
    return whole;
}

/** @param {string} text */
function isBlank(text) {
    return text.trim() === "";
}

/**
 * By halving: a page has thousands of segments.
 * @param {Segment[]} segments
 * @param {number} block
 * @param {number} start
 */
function firstEndingAfter(segments, block, start) {
    let low = 0;
    let high = segments.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        const segment = /** @type {Segment} */ (segments[middle]);
        const isBefore = segment.block < block || (segment.block === block && segment.start + segment.length <= start);
        if (isBefore) low = middle + 1;
        else high = middle;
    }
    return low;
}
