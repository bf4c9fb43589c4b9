/* certainty.mjs: which answer leads, by how much, and how certain that makes it. Knows sums of weights. */

/* As in core/weights.h. */
const CERTAINTY_STEPS = 17;
const CERTAINTY_STEP = 0.25;

const ROUNDS = 3000;

/** @param {number[] | undefined} sums */
export const best = (sums = []) => sums.indexOf(Math.max(...sums));

/** @param {number[] | undefined} sums by how much the best leads */
export function leadOf(sums = []) {
    const [first = 0, second = 0] = [...sums].sort((a, b) => b - a);
    return first - second;
}

/**
 * The share of findings judged right, as a logistic curve over the lead, in per cent at each step of the table.
 * @param {import("./read.mjs").Finding[]} list @param {number[][]} sums @returns {number[]}
 */
export function certainties(list, sums) {
    const points = [...list.keys()]
        .filter((i) => (list[i]?.role ?? -1) >= 0)
        .map((i) => ({ lead: Math.min(4, leadOf(sums[i])), right: best(sums[i]) === list[i]?.role ? 1 : 0 }));
    let [base, slope] = [0.5, 1];
    const shareAt = (/** @type {number} */ lead) => 1 / (1 + Math.exp(-base - slope * lead));
    for (let round = 0; round < ROUNDS; round++) {
        const misses = points.map(({ lead, right }) => ({ lead, miss: shareAt(lead) - right }));
        base -= (0.5 * misses.reduce((sum, { miss }) => sum + miss, 0)) / points.length;
        slope -= (0.5 * misses.reduce((sum, { miss, lead }) => sum + miss * lead, 0)) / points.length;
    }
    return Array.from({ length: CERTAINTY_STEPS }, (_, i) =>
        Math.max(1, Math.min(99, Math.round(100 * shareAt(i * CERTAINTY_STEP)))),
    );
}
