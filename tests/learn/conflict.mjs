/* conflict.mjs: learns whether two findings of one model contradict each other. Knows what is seen of pairs, and what gold
 * says of them; nothing of how either is read. */
import { leftOut, setOf, signalFigures } from "./left-out.mjs";
import { SORTS } from "./read.mjs";
import { leanOf, learn, penaltyBy } from "./regression.mjs";
import { sortLines, writeTable } from "./write.mjs";

/* Of all pairs alike, of one sort of the later one’s words. */
const penaltyFor = penaltyBy({ all: 6, sort: 18 });
/* How much earlier than where it is as likely as not it is said, as with denials. */
const BONUSES = { bias: 0.75 };

/**
 * @typedef {import("./read.mjs").Found} Found
 * @typedef {import("./read.mjs").Pair} Pair
 */

/* Both of two findings that gold calls contradicted may contradict a third; to learn from them as a pair all the same served
 * better than to look for the likeliest pairs. */
/** @param {Pair[]} pairs */
function learnConflict(pairs) {
    const examples = pairs.map(({ row, both, weight }) => ({ row, answer: Number(both), weight }));
    return learn(examples, 2, penaltyFor, {});
}

/** How well contradictions are told, a set left out. @param {Found} found */
export function showConflict({ list, pairs }) {
    const judged = leftOut(pairs, setOf, learnConflict, (model, { row }) => leanOf(model, row, BONUSES) > 0);
    const ends = new Set(pairs.filter((_, i) => judged[i]).flatMap((pair) => pair.ends));
    const told = list.map((_, i) => ends.has(i));
    console.log(`contradicted, a set left out: ${signalFigures(told, list, "contradicted")}`);
}

/** @param {string} path @param {Found} found */
export const writeConflict = (path, { pairs }) =>
    writeTable(path, "conflict", sortLines(learnConflict(pairs), BONUSES, SORTS));
