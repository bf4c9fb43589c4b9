/* prefilter.js: the one question asked of every page, cheap enough for every page: could it hold a finding at all?
 * The expression comes out of the rule pack when the extension is built; it knows more than it should say no to,
 * never less. It reads text and link addresses (words may be credited to a company and linked to its bot).
 *
 * Most pages are done with the browser's own text of them, whose blocks are joined without a space; only where a name may be
 * in there is the text read again, block by block. Links' addresses tell of a model only where the page's words do (token.c
 * reads words alone), so that of a whole page they are not asked: of a part that has changed they are, for its words may be
 * credited to a company and linked to its bot. */

import { joinedPrefilters, unpackedPrefilter } from "../../wasm/prefilter.mjs";
import { addressesIn, joinedText, partedText } from "./text.js";

/** @typedef {import("./blocks.js").Tree} Tree */
/** What a pack asks: of joined text in lower case, of joined text as it stands, and of text that is parted where blocks end.
 *  @typedef {{long: RegExp, short: RegExp, parted: () => RegExp}} Question */

/** What the shipped pack asks, and the user's own. @type {Question[]} */
let questions = [];

/** @param {string} source @returns {Question} */
function questionOf(source) {
    const { long, short } = joinedPrefilters(source);
    /** Few pages come to it. @type {RegExp | undefined} */
    let parted;
    return { long: new RegExp(long), short: new RegExp(short), parted: () => (parted ??= new RegExp(source)) };
}

/** What the user's own packs ask. @param {string} more source of a further expression, "" for none */
export function addToPrefilter(more) {
    /* Set by build.mjs. */
    questions = [questions[0] ?? questionOf(unpackedPrefilter(MOUTHPIECE_PREFILTER))];
    if (more !== "") questions.push(questionOf(more));
}

/** Of a whole page's trees. @param {Tree[]} trees */
export function couldHoldFinding(trees) {
    return trees.some((tree) => isCandidate(tree, joinedText(tree)));
}

/** Of parts of a page. @param {Tree[]} trees */
export function couldAddFinding(trees) {
    return trees.some((tree) => isCandidate(tree, `${joinedText(tree)}\n${addressesIn(tree)}`));
}

/** @param {Tree} tree @param {string} read */
function isCandidate(tree, read) {
    const lower = read.toLowerCase();
    if (!questions.some(({ long, short }) => long.test(lower) || short.test(read))) return false;
    const isAsked = (/** @type {string} */ text) => questions.some(({ parted }) => parted().test(text));
    return isAsked(lower) || isAsked(partedText(tree).toLowerCase());
}
