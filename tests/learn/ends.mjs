/* ends.mjs: learns where reported clauses end. Of each clause that gold has, every place at which it might have ended, and
 * did not, is an example, and the one at which it did. Knows rows of features and what gold says of each; nothing of how they
 * are read. */
import { EXPECTED } from "./expected.mjs";
import { leftOut, setOf } from "./left-out.mjs";
import { leadOfSecond, learn, penaltyBy, weigh } from "./regression.mjs";
import { leadLines, writeTable } from "./write.mjs";

/* Chosen by leaving sets out. */
const penaltyFor = penaltyBy({ all: 2 });

/* As attribution_clause_end.c has it. */
const ALIKE_COUNTS = 4;
const SAME_COUNTS = 3;
const TIMES_UNLIKELIER = 4;

/**
 * @typedef {import("./read.mjs").Found} Found
 * @typedef {import("./read.mjs").Clause} Clause
 * @typedef {import("./regression.mjs").Model} Model
 */

/** @param {Clause[]} clauses */
function learnEnds(clauses) {
    const examples = clauses.flatMap(({ places, right, weight }) =>
        places
            .slice(0, Math.min(right + 1, places.length - 1))
            .map(({ row }, i) => ({ row, answer: Number(i === right), weight })),
    );
    return learn(examples, 2, penaltyFor, EXPECTED.end);
}

/** How likely the clause ends at each place. @param {Model} model @param {Clause} clause */
function sharesOfPlaces(model, { places }) {
    let left = 1;
    return places.map(({ row }, i) => {
        const share = i === places.length - 1 ? left : left / (1 + Math.exp(-leadOfSecond(weigh(model, row))));
        left -= share;
        return share;
    });
}

/** @param {number} start @param {number} end @param {number} other */
function areAlike(start, end, other) {
    const [shorter = 0, longer = 0] = [end - start, other - start].sort((a, b) => a - b);
    return shorter * 2 >= longer;
}

/** The number of the place that the core would take. @param {Model} model @param {Clause} clause */
function placeTaken(model, clause) {
    const shares = sharesOfPlaces(model, clause);
    const { places, start } = clause;
    const least = Math.max(...shares) / TIMES_UNLIKELIER;
    const worths = places.map(({ end }, i) => {
        const alike = shares.filter((_, k) => areAlike(start, end, places[k]?.end ?? 0));
        const share = shares[i] ?? 0;
        return share < least ? 0 : share * SAME_COUNTS + ALIKE_COUNTS * alike.reduce((sum, other) => sum + other, 0);
    });
    return worths.indexOf(Math.max(...worths));
}

/** How many clauses would end right, and how many be less than half right, a set left out. @param {Found} found @param {boolean} errors */
export function showEnds({ clauses }, errors) {
    const taken = leftOut(clauses, setOf, learnEnds, placeTaken);
    const endOf = (/** @type {Clause} */ { places }, /** @type {number} */ place) => places[place]?.end ?? 0;
    const isWrong = (/** @type {Clause} */ clause, /** @type {number} */ i) =>
        !areAlike(clause.start, endOf(clause, clause.right), endOf(clause, taken[i] ?? 0));
    const wrong = clauses.filter(isWrong);
    const right = clauses.filter((clause, i) => taken[i] === clause.right);
    if (errors) for (const { text } of wrong) console.log(text);
    console.log(`clauses' ends, a set left out: ${right.length} right, ${wrong.length} far off, of ${clauses.length}`);
}

/** @param {string} path @param {Found} found */
export const writeEnds = (path, { clauses }) => writeTable(path, "end", leadLines(learnEnds(clauses), {}));
