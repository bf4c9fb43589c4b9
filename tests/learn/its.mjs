/* its.mjs: learns whether “it” stands for a model. Knows rows of features and what gold says of the words that “it” is given;
 * nothing of how they are read. */
import { EXPECTED } from "./expected.mjs";
import { leftOut, setOf } from "./left-out.mjs";
import { leanOf, learn, penaltyBy } from "./regression.mjs";
import { leadLines, writeTable } from "./write.mjs";

/* The sets quote models more than pages do: a model is left where that is clearly likelier. Chosen, like the penalty, by
 * leaving sets out. */
const penaltyFor = penaltyBy({ all: 6 });
const BONUSES = { bias: -0.4 };

/**
 * @typedef {import("./read.mjs").Found} Found
 * @typedef {import("./read.mjs").Quote} Quote
 */

/** @param {Quote[]} its */
const learnIts = (its) => learn(its, 2, penaltyFor, EXPECTED.it);

/** How many would be taken for a model wrongly, and how many not though they are one, a set left out. @param {Found} found */
export function showIts({ its }) {
    const taken = leftOut(its, setOf, learnIts, (model, { row }) => leanOf(model, row, BONUSES) > 0);
    const count = (/** @type {number} */ answer) =>
        its.filter((it, i) => it.answer === answer && taken[i] !== (answer === 1)).length;
    console.log(`“it”, a set left out: ${count(0)} models wrongly, ${count(1)} missed, of ${its.length}`);
}

/** @param {string} path @param {Found} found */
export const writeIts = (path, { its }) => writeTable(path, "it", leadLines(learnIts(its), BONUSES));
