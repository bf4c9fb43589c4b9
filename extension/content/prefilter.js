/* prefilter.js: the one question asked of every page, cheap enough for every page: could it hold a finding at all?
 * The expression comes out of the rule pack when the extension is built; it knows more than it should say no to,
 * never less. It reads text and link addresses (words may be credited to a company and linked to its bot).
 *
 * Most pages are done with the browser's own text of them, whose blocks are joined without a space. In there a name of a
 * few letters ("bot") is seen unless it meets its neighbour in the same case; where any other name may hide in a longer
 * word, the text is read again, block by block. */

import { joinedPrefilter, unpackedPrefilter } from "../../wasm/prefilter.mjs";
import { addressesIn, joinedText, partedText } from "./text.js";

/** @typedef {import("./blocks.js").Tree} Tree */
/** What a pack asks: of text that is parted where blocks end, and of text that is not. @typedef {{parted: RegExp, joined: RegExp}} Question */

/* Where a name may begin in "HaldenGrok", "OpenAIThe" and "AI2 hours". */
const SEAM = /[a-z0-9](?=[A-Z])|[A-Z](?=[A-Z][a-z])|[A-Za-z]{2}(?=[0-9])/gu;

/* Set by build.mjs. */
const shipped = questionOf(unpackedPrefilter(MOUTHPIECE_PREFILTER));
let questions = [shipped];

/** @param {string} source @returns {Question} */
function questionOf(source) {
    return { parted: new RegExp(source), joined: new RegExp(joinedPrefilter(source)) };
}

/** What the user's own packs ask. @param {string} more source of a further expression, "" for none */
export function addToPrefilter(more) {
    questions = more === "" ? [shipped] : [shipped, questionOf(more)];
}

/** @param {Tree[]} trees */
export function couldHoldFinding(trees) {
    return trees.some(isCandidate);
}

/**
 * What the question of joined text says no to, that of parted text does too: most pages are asked nothing else.
 * @param {Tree} tree
 */
function isCandidate(tree) {
    const text = joinedText(tree);
    const read = `${text}\n${addressesIn(tree)}`;
    const isIn = isAsked("joined", read);
    if (isIn && isAsked("parted", read)) return true;
    const mayHide = (isIn && isAsked("joined", text)) || isAsked("joined", text.replace(SEAM, "$&\n"));
    return mayHide && isAsked("parted", partedText(tree));
}

/** @param {keyof Question} of @param {string} text */
function isAsked(of, text) {
    const lower = text.toLowerCase();
    return questions.some((question) => question[of].test(lower));
}
