/* denied.mjs: learns whether the maker disowns the words. Knows what is heard of the maker about each finding, and what
 * gold says of it; nothing of how either is read. */
import { EXPECTED } from "./expected.mjs";
import { leftOut, setOf, signalFigures } from "./left-out.mjs";
import { ROLES, SORTS } from "./read.mjs";
import { leanOf, learn, penaltyBy } from "./regression.mjs";
import { changeWeights, leadIn, sortLines, withStems, withTable } from "./write.mjs";

/* Of all words alike, of one sort or role of words; of what the maker says, likewise. */
const heardPenalty = penaltyBy({ all: 8, sort: 16 });
const saidPenalty = penaltyBy({ all: 30, sort: 200 });
/* Of ten words that may be disowned three are: where it is as likely as not that they are, more is won than lost by
 * saying so somewhat earlier. Chosen by leaving sets out. */
const BONUSES = { bias: 0.6 };

/* What of the maker must be heard about the words, as core/judgement_maker_feature.c has it. */
const SPOKEN_OF = ["denial", "negation", "fault", "disowned", "shares-one"];

/**
 * @typedef {import("./read.mjs").Found} Found
 * @typedef {import("./read.mjs").Finding} Finding
 * @typedef {import("./regression.mjs").Model} Model
 */

/** @param {Finding[]} list @returns {Model} */
function learnDenied(list) {
    const examples = list
        .filter(({ denied }) => denied >= 0)
        .map(({ heard, denied, weight }) => ({ row: heard, answer: denied, weight }));
    const penaltyFor = (/** @type {string} */ name) => (name.includes("/") ? saidPenalty : heardPenalty)(name);
    return learn(examples, 2, penaltyFor, EXPECTED.denied);
}

/** @param {Model} model @param {Finding} finding */
const isDenied = (model, { heard }) =>
    SPOKEN_OF.some((name) => heard.names.includes(name)) &&
    leanOf(model, heard, BONUSES) > 0 &&
    !heard.names.includes("ruled-confirmed");

/** How well denials are told, a set left out: by weights, and by rules alone. @param {Found} found */
export function showDenied({ list }) {
    const told = leftOut(list, setOf, learnDenied, isDenied);
    const ruled = list.map(({ heard }) => heard.names.includes("ruled-denied"));
    const figures = (/** @type {(finding: Finding) => boolean} */ isOf) => {
        const of = (/** @type {boolean[]} */ all) =>
            signalFigures(
                all.filter((_, i) => isOf(/** @type {Finding} */ (list[i]))),
                list.filter(isOf),
                "denied",
            );
        return `${of(told)}; by rules: ${of(ruled)}`;
    };
    console.log(`denied, a set left out: ${figures(() => true)}`);
    for (const name of new Set(list.map(({ set }) => set)))
        console.log(`    ${name}: ${figures(({ set }) => set === name)}`);
}

/** The beginnings of what the maker says, each with its weight of each role. @param {Model} model @returns {import("./write.mjs").Line[]} */
const saidLines = (model) =>
    [...model.table.keys()]
        .filter((name) => name.startsWith("said/"))
        .map((name) => [
            name.slice("said/".length),
            ROLES.map((role) => leadIn(model, name) + leadIn(model, `${role}:${name}`)),
        ]);

/** @param {string} path @param {Found} found */
export function writeDenied(path, { list }) {
    const model = learnDenied(list);
    changeWeights(path, (weights) =>
        withStems(withTable(weights, "denied", sortLines(model, BONUSES, SORTS)), "said", saidLines(model)),
    );
}
