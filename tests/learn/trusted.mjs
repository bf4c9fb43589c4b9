/* trusted.mjs: learns whether a quote that the detector gives to a model is right there. Knows rows of features and what
 * gold says of each; nothing of how they are read. */
import { foundFigures, leftOut, setOf } from "./left-out.mjs";
import { leanOf, learn, penaltyBy } from "./regression.mjs";
import { leadLines, writeTable } from "./write.mjs";

/* A page whose errors have been mended by rules tells nothing of where rules err: sets count that were read as these
 * weights were learnt, and the others for what is right. Words in marks are left to the model where that is somewhat
 * likelier than not; clauses unless they are likelier none of its; and on a page of a few sentences, a draft, rules err
 * less. Chosen, like the penalty, by leaving sets out. */
const penaltyFor = penaltyBy({ all: 6 });
const FRESH_COUNTS = 3;
const BONUSES = { bias: -0.35, "form-indirect": 0.45, "short-page": 0.6 };

/**
 * @typedef {import("./read.mjs").Found} Found
 * @typedef {import("./read.mjs").Quote} Quote
 */

/** @param {Quote[]} given */
function learnTrust(given) {
    const examples = given.map(({ row, answer, fresh }) => ({ row, answer, weight: fresh ? FRESH_COUNTS : 1 }));
    return learn(examples, 2, penaltyFor, {});
}

/** How many would be taken from a model, and how many of them rightly, a fresh set left out. @param {Found} found */
export function showTrust({ given }) {
    const [fresh, seen] = [given.filter((quote) => quote.fresh), given.filter((quote) => !quote.fresh)];
    const learnWithSeen = (/** @type {Quote[]} */ rest) => learnTrust([...seen, ...rest]);
    const taken = leftOut(fresh, setOf, learnWithSeen, (model, { row }) => leanOf(model, row, BONUSES) < 0);
    console.log(`quotes taken from a model, a set left out: ${foundFigures(fresh, taken, 0)}`);
}

/** @param {string} path @param {Found} found */
export const writeTrust = (path, { given }) => writeTable(path, "trust", leadLines(learnTrust(given), BONUSES));
