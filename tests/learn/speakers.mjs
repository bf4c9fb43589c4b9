/* speakers.mjs: learns whether a quote that the detector's rules give to nobody, or to somebody else, is a model's. Knows
 * rows of features and what gold says of each; nothing of how they are read. */
import { learn, weigh } from "./regression.mjs";

/* Five of a hundred such quotes are a model's. A quote is given to the model where that is somewhat likelier than not: a
 * false mark costs a reader's trust. Chosen, like the penalty, by leaving sets out. */
const PENALTY = 2;
const BIAS_PENALTY = 0.01;
const BONUS = -0.2;

/**
 * @typedef {import("./read.mjs").Quote} Quote
 * @typedef {import("./regression.mjs").Model} Model
 */

/** @param {Quote[]} list @returns {Model} */
function learnSpeakers(list) {
    const examples = list.map(({ row, answer, weight }) => ({ row, answer, weight }));
    return learn(examples, 2, (feature) => (feature === "bias" ? BIAS_PENALTY : PENALTY), {});
}

/** By how much it is likelier a model's than not. @param {Model} model @param {Quote} quote */
function lean(model, { row }) {
    const [others = 0, models = 0] = weigh(model, row);
    return models - others + BONUS;
}

/** How many would be given to a model, and how many of them rightly, a set left out. @param {Quote[]} list */
export function showSpeakers(list) {
    const sets = [...new Set(list.map(({ set }) => set))];
    let [given, right] = [0, 0];
    for (const left of sets) {
        const model = learnSpeakers(list.filter(({ set }) => set !== left));
        const found = list.filter((quote) => quote.set === left && lean(model, quote) > 0);
        given += found.length;
        right += found.filter(({ answer }) => answer === 1).length;
    }
    const missed = list.filter(({ answer }) => answer === 1).length;
    console.log(
        `quotes given to a model, a set left out: ${given}, ${right} of them rightly, of ${missed} in ${list.length}`,
    );
}

/** The weights as lines of the pack, in thousandths. @param {Quote[]} list @param {string} indent */
export function speakerLines(list, indent) {
    return [...learnSpeakers(list).table]
        .map(([name, [others = 0, models = 0]]) => ({
            name,
            weight: Math.round((models - others + (name === "bias" ? BONUS : 0)) * 1000) + 0,
        }))
        .filter(({ weight }) => weight !== 0)
        .map(({ name, weight }) => `${indent}${JSON.stringify(name)}: ${weight}`)
        .join(",\n");
}
