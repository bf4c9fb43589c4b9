/* speakers.mjs: learns whether a quote that the detector's rules give to nobody, or to somebody else, is a model's. Knows
 * rows of features and what gold says of each; nothing of how they are read. */
import { readFileSync } from "node:fs";

import { learn, weigh } from "./regression.mjs";

/* Five of a hundred such quotes are a model's. A quote is given to the model where that is somewhat likelier than not: a
 * false mark costs a reader's trust. Chosen, like the penalty, by leaving sets out. */
const PENALTY = 2;
const BIAS_PENALTY = 0.01;
const BONUS = -0.2;
/* Names, likewise; but a false one takes all that its bearer says, and whoever “it” is besides: four of five are left. */
const NAME_PENALTY = 8;
const NAME_BONUS = -2.3;
/* … and where the page names a model of the list, more is lost by a false one: that model’s words go astray too. */
const NAMED_BONUS = -1;

/** @type {{name: Record<string, number[]>}} */
const EXPECTED = JSON.parse(readFileSync(new URL("expected.json", import.meta.url), "utf8"));

/**
 * @typedef {import("./read.mjs").Quote} Quote
 * @typedef {import("./read.mjs").Name} Name
 * @typedef {import("./regression.mjs").Model} Model
 */

/** @param {Quote[]} list @param {number} penalty @param {Record<string, number[]>} expected @returns {Model} */
function learnTwo(list, penalty, expected) {
    const examples = list.map(({ row, answer, weight }) => ({ row, answer, weight }));
    return learn(examples, 2, (feature) => (feature === "bias" ? BIAS_PENALTY : penalty), expected);
}

/** @param {Quote[]} list @returns {Model} */
const learnSpeakers = (list) => learnTwo(list, PENALTY, {});
/** @param {Quote[]} list @returns {Model} */
function learnNames(list) {
    const model = learnTwo(list, NAME_PENALTY, EXPECTED.name);
    const named = model.table.get("page-named");
    if (named !== undefined) named[1] = (named[1] ?? 0) + NAMED_BONUS;
    return model;
}

/** By how much it is likelier a model's than not. @param {Model} model @param {Quote} quote @param {number} bonus */
function lean(model, { row }, bonus = BONUS) {
    const [others = 0, models = 0] = weigh(model, row);
    return models - others + bonus;
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

/** How many names would be taken for a model's, a set left out. @param {Name[]} list @param {boolean} errors */
export function showNames(list, errors) {
    let [given, right, news, wrong] = [0, 0, 0, 0];
    for (const left of new Set(list.map(({ set }) => set))) {
        const model = learnNames(list.filter(({ set }) => set !== left));
        for (const name of list.filter(({ set }) => set === left)) {
            const found = lean(model, name, NAME_BONUS) > 0;
            given += Number(found);
            right += Number(found && name.answer === 1);
            news += Number(found && name.answer === 1 && !name.known);
            wrong += Number(found && name.answer === 0 && !name.known);
            if (errors && found !== (name.answer === 1))
                console.log(
                    `${found ? "FALSE" : name.known ? "known" : "MISSED"} ${name.text}: ${name.row.names.join(" ")}`,
                );
        }
    }
    const models = list.filter(({ answer }) => answer === 1);
    const unknown = models.filter(({ known }) => !known).length;
    console.log(
        `names taken for a model's, a set left out: ${given}, ${right} of them rightly, of ${models.length} in ${list.length}; ` +
            `of ${unknown} that the rules do not know ${news}, ${wrong} wrongly`,
    );
}

/** The weights of two answers as lines of the pack, in thousandths. @param {Model} model @param {number} bonus @param {string} indent */
function linesOf({ table }, bonus, indent) {
    return [...table]
        .map(([name, [others = 0, models = 0]]) => ({
            name,
            weight: Math.round((models - others + (name === "bias" ? bonus : 0)) * 1000) + 0,
        }))
        .filter(({ weight }) => weight !== 0)
        .map(({ name, weight }) => `${indent}${JSON.stringify(name)}: ${weight}`)
        .join(",\n");
}

/** @param {Quote[]} list @param {string} indent */
export const speakerLines = (list, indent) => linesOf(learnSpeakers(list), BONUS, indent);
/** @param {Name[]} list @param {string} indent */
export const nameLines = (list, indent) => linesOf(learnNames(list), NAME_BONUS, indent);
