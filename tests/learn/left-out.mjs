/* left-out.mjs: how well what is learnt serves what it was not learnt from. Knows nothing of what is learnt. */

/** Both sets of one hand are left out together. @param {{set: string}} of */
export const setOf = ({ set }) => set.replace("-en-2", "-en");

/**
 * Judges each of a list by what was learnt without its group.
 * @template T, M, J
 * @param {T[]} list @param {(one: T) => unknown} groupOf @param {(rest: T[]) => M} learnIt
 * @param {(model: M, one: T) => J} judge @returns {J[]}
 */
export function leftOut(list, groupOf, learnIt, judge) {
    /** @type {J[]} */
    const judged = new Array(list.length);
    for (const group of new Set(list.map(groupOf))) {
        const model = learnIt(list.filter((one) => groupOf(one) !== group));
        for (const [i, one] of list.entries()) if (groupOf(one) === group) judged[i] = judge(model, one);
    }
    return judged;
}

/**
 * How well a signal is told.
 * @param {boolean[]} found @param {import("./read.mjs").Finding[]} list @param {"denied" | "contradicted" | "prompted"} what
 */
export function signalFigures(found, list, what) {
    const count = (/** @type {boolean} */ answer, /** @type {number} */ gold) =>
        list.filter((finding, i) => finding[what] === gold && found[i] === answer).length;
    const [right, wrong, missed] = [count(true, 1), count(true, 0), count(false, 1)];
    return `F1 ${((2 * right) / Math.max(1, 2 * right + wrong + missed)).toFixed(3)} of ${right + missed}`;
}

/**
 * How many quotes or names are found to have an answer, and how many of those rightly.
 * @param {{answer: number}[]} list @param {boolean[]} found @param {number} sought
 */
export function foundFigures(list, found, sought) {
    const given = list.filter((_, i) => found[i]);
    const rightly = (/** @type {{answer: number}[]} */ some) => some.filter(({ answer }) => answer === sought).length;
    return `${given.length}, ${rightly(given)} of them rightly, of ${rightly(list)} in ${list.length}`;
}
