/* trusted.mjs: learns whether a quote that the detector gives to a model is right there. Knows rows of features and what
 * gold says of each; nothing of how they are read. */
import { learn, weigh } from "./regression.mjs";

/* A page whose errors have been mended by rules tells nothing of where rules err: sets count that were read as these weights
 * were learnt, and the others for what is right. Words in marks are left to the model where that is
 * somewhat likelier than not; clauses unless they are likelier none of its; and on a page of a few sentences, a draft, rules
 * err less. Chosen, like the penalty, by leaving sets out. */
const PENALTY = 6;
const BIAS_PENALTY = 0.01;
const FRESH_COUNTS = 3;
/** @type {Record<string, number>} */
const BONUSES = { bias: -0.35, "form-indirect": 0.45, "short-page": 0.6 };

/**
 * @typedef {import("./read.mjs").Quote} Quote
 * @typedef {import("./regression.mjs").Model} Model
 */

/** @param {Quote[]} list @returns {Model} */
function learnTrust(list) {
    const examples = list.map(({ row, answer, fresh }) => ({ row, answer, weight: fresh ? FRESH_COUNTS : 1 }));
    return learn(examples, 2, (feature) => (feature === "bias" ? BIAS_PENALTY : PENALTY), {});
}

/** By how much it is likelier the model's than not. @param {Model} model @param {Quote} quote */
function lean(model, { row }) {
    const [others = 0, models = 0] = weigh(model, row);
    const bonuses = row.names.reduce((sum, name) => sum + (BONUSES[name] ?? 0), 0);
    return models - others + bonuses;
}

/** How many would be taken from a model, and how many of them rightly, a fresh set left out. @param {Quote[]} list */
export function showTrust(list) {
    const fresh = list.filter((quote) => quote.fresh);
    let [taken, right] = [0, 0];
    for (const left of new Set(fresh.map(({ set }) => set))) {
        const model = learnTrust(list.filter(({ set }) => set !== left));
        const found = fresh.filter((quote) => quote.set === left && lean(model, quote) < 0);
        taken += found.length;
        right += found.filter(({ answer }) => answer === 0).length;
    }
    const wrong = fresh.filter(({ answer }) => answer === 0).length;
    console.log(
        `quotes taken from a model, a set left out: ${taken}, ${right} of them rightly, of ${wrong} in ${fresh.length}`,
    );
}

/** The weights as lines of the pack, in thousandths. @param {Quote[]} list @param {string} indent */
export function trustLines(list, indent) {
    return [...learnTrust(list).table]
        .map(([name, [others = 0, models = 0]]) => ({
            name,
            weight: Math.round((models - others + (BONUSES[name] ?? 0)) * 1000) + 0,
        }))
        .filter(({ weight }) => weight !== 0)
        .map(({ name, weight }) => `${indent}${JSON.stringify(name)}: ${weight}`)
        .join(",\n");
}
