/* regression.mjs: multinomial logistic regression, whose penalties draw each weight to what is expected of it. The same
 * examples give the same weights. Knows rows of named values; nothing of what they are of. */

const ROUNDS = 500; /* at 150 the biases, hardly penalised, were still on their way */
export const BIAS_PENALTY = 0.01;

/**
 * @typedef {import("./read.mjs").Row} Row
 * @typedef {{row: Row, answer: number, weight: number}} Example
 * @typedef {Record<string, number[]>} Table
 * @typedef {{classes: number, table: Map<string, number[]>}} Model
 */

/** @param {number[]} sums @returns {number[]} shares that add to one */
export function sharesOf(sums) {
    const most = Math.max(...sums);
    const powers = sums.map((sum) => Math.exp(sum - most));
    const total = powers.reduce((a, b) => a + b, 0);
    return powers.map((power) => power / total);
}

/** @param {Model} model @param {Row} row @returns {number[]} */
export function weigh({ classes, table }, { names, values }) {
    const sums = /** @type {number[]} */ (new Array(classes).fill(0));
    for (const [k, name] of names.entries()) {
        const weights = table.get(name);
        const value = values[k] ?? 0;
        if (weights !== undefined)
            for (let c = 0; c < classes; c++) sums[c] = (sums[c] ?? 0) + value * (weights[c] ?? 0);
    }
    return sums;
}

/**
 * Examples in rows of equal make: where each row begins, its features' numbers and values.
 * @param {Example[]} examples @param {Map<string, number>} numberOf
 */
function packed(examples, numberOf) {
    const begins = new Int32Array(examples.length + 1);
    for (const [e, { row }] of examples.entries()) begins[e + 1] = (begins[e] ?? 0) + row.names.length;
    const features = Int32Array.from(examples.flatMap(({ row }) => row.names.map((name) => numberOf.get(name) ?? 0)));
    const values = Float64Array.from(examples.flatMap(({ row }) => row.values));
    return { begins, features, values };
}

/**
 * The slope of the loss, without the penalty; one row of `classes` a feature.
 * @param {Example[]} examples @param {ReturnType<typeof packed>} rows @param {number} classes
 * @param {Float64Array} weights
 */
function slopeOf(examples, { begins, features, values }, classes, weights) {
    const slope = new Float64Array(weights.length);
    const sums = new Float64Array(classes);
    for (const [e, { answer, weight }] of examples.entries()) {
        const [first = 0, end = 0] = [begins[e], begins[e + 1]];
        sums.fill(0);
        for (let k = first; k < end; k++)
            for (let c = 0, at = /** @type {number} */ (features[k]) * classes; c < classes; c++)
                /** @type {number} */ (sums[c]) += (values[k] ?? 0) * (weights[at + c] ?? 0);
        const misses = sharesOf([...sums]).map((share, c) => weight * (share - (c === answer ? 1 : 0)));
        for (let k = first; k < end; k++)
            for (let c = 0, at = /** @type {number} */ (features[k]) * classes; c < classes; c++)
                /** @type {number} */ (slope[at + c]) += (values[k] ?? 0) * (misses[c] ?? 0);
    }
    return slope;
}

/**
 * A bound of the slope's slope, a feature: the step that is never too long.
 * @param {Example[]} examples @param {ReturnType<typeof packed>} rows @param {number} count
 */
function steepnessOf(examples, { begins, features, values }, count) {
    const steepness = new Float64Array(count);
    for (const [e, { weight, row }] of examples.entries()) {
        const total = row.values.reduce((sum, value) => sum + Math.abs(value), 0);
        for (let k = begins[e] ?? 0; k < (begins[e + 1] ?? 0); k++)
            /** @type {number} */ (steepness[features[k] ?? 0]) += (weight * Math.abs(values[k] ?? 0) * total) / 2;
    }
    return steepness;
}

/**
 * Accelerated gradient descent from what is expected. The loss is convex, so it ends where any method would.
 * @param {Example[]} examples @param {number} classes @param {(feature: string) => number} penaltyFor
 * @param {Table} expected @returns {Model}
 */
export function learn(examples, classes, penaltyFor, expected) {
    const features = [...new Set(examples.flatMap(({ row }) => row.names))].sort();
    const rows = packed(examples, new Map(features.map((name, f) => [name, f])));
    const nothing = /** @type {number[]} */ (new Array(classes).fill(0));
    const aims = Float64Array.from(features.flatMap((name) => expected[name] ?? nothing));
    const penalty = features.map(penaltyFor);
    const steps = steepnessOf(examples, rows, features.length).map((steep, f) => 1 / (steep + (penalty[f] ?? 0)));
    const weights = Float64Array.from(aims);
    const ahead = Float64Array.from(aims);
    for (let round = 0; round < ROUNDS; round++) {
        const slope = slopeOf(examples, rows, classes, ahead);
        const speed = round / (round + 3);
        for (let i = 0; i < weights.length; i++) {
            const f = Math.floor(i / classes);
            const [from = 0, before = 0] = [ahead[i], weights[i]];
            const pull = (penalty[f] ?? 0) * (from - (aims[i] ?? 0));
            const now = from - (steps[f] ?? 0) * ((slope[i] ?? 0) + pull);
            weights[i] = now;
            ahead[i] = now + speed * (now - before);
        }
    }
    const rowOf = (/** @type {number} */ f) => [...weights.slice(f * classes, (f + 1) * classes)];
    return { classes, table: new Map(features.map((name, f) => [name, rowOf(f)])) };
}

/**
 * How strongly a feature's weights are held to what is expected: one of all examples, one of a sort ("sort:feature") of them.
 * @param {{all: number, sort?: number}} penalties @returns {(feature: string) => number}
 */
export const penaltyBy =
    ({ all, sort = all }) =>
    (feature) =>
        feature === "bias" ? BIAS_PENALTY : feature.includes(":") ? sort : all;

/** By how much the second of two answers is likelier than the first. @param {number[]} sums */
export const leadOfSecond = ([first = 0, second = 0]) => second - first;

/**
 * … of a row, where some features speak for it by more than was learnt.
 * @param {Model} model @param {Row} row @param {Record<string, number>} bonuses
 */
export const leanOf = (model, row, bonuses) =>
    leadOfSecond(weigh(model, row)) + row.names.reduce((sum, name) => sum + (bonuses[name] ?? 0), 0);
