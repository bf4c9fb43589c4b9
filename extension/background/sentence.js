/* sentence.js: the sentence around a place, for a reader who is shown why the page is said to say something: the bare
 * words that told ("did not answer") are too few. Knows text and places only. */

/** @typedef {import("../shared/messages.d.ts").Place} Place */

/** Made when it is first needed, and once: that takes as long as a hundred sentences. @type {Intl.Segmenter | undefined} */
let segmenter;

/**
 * From the start of the first sentence that the place touches to the end of the last.
 * @param {string} text the block's
 * @param {Place} place
 * @returns {Place}
 */
export function sentenceAround(text, { block, start, end }) {
    let from = start;
    let to = end;
    segmenter ??= new Intl.Segmenter("en", { granularity: "sentence" });
    for (const { index, segment } of segmenter.segment(text)) {
        const after = index + segment.length;
        if (index <= start && start < after) from = index;
        if (index < end && end <= after) to = index + segment.trimEnd().length;
    }
    return { block, start: from, end: Math.max(to, end) };
}
