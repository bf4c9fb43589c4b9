/* speakers.mjs: learns whether a quote that the detector's rules give to nobody, or to somebody else, is a model's. Knows
 * rows of features and what gold says of each; nothing of how they are read. */
import { foundFigures, leftOut, setOf } from "./left-out.mjs";
import { leanOf, learn, penaltyBy } from "./regression.mjs";
import { leadLines, writeTable } from "./write.mjs";

/* Five of a hundred such quotes are a model's. A quote is given to the model where that is likelier than not: a
 * false mark costs a reader's trust. Chosen, like the penalty, by leaving sets out. A block quote
 * beside a model’s words may be anybody’s, and sets have few of those. */
const penaltyFor = penaltyBy({ all: 4 });
const BONUSES = { "form-block": -0.6 };

/** @typedef {import("./read.mjs").Found} Found */

/** @param {import("./read.mjs").Quote[]} quotes */
const learnSpeakers = (quotes) => learn(quotes, 2, penaltyFor, {});

/** How many would be given to a model, and how many of them rightly, a set left out. @param {Found} found */
export function showSpeakers({ quotes }) {
    const given = leftOut(quotes, setOf, learnSpeakers, (model, { row }) => leanOf(model, row, BONUSES) > 0);
    console.log(`quotes given to a model, a set left out: ${foundFigures(quotes, given, 1)}`);
}

/** @param {string} path @param {Found} found */
export const writeSpeakers = (path, { quotes }) =>
    writeTable(path, "speaker", leadLines(learnSpeakers(quotes), BONUSES));
