/* names.mjs: learns whether a name that stands alone is a model's. Knows rows of features and what gold says of each;
 * nothing of how they are read. */
import { EXPECTED } from "./expected.mjs";
import { foundFigures, leftOut, setOf } from "./left-out.mjs";
import { leanOf, learn, penaltyBy } from "./regression.mjs";
import { leadLines, writeTable } from "./write.mjs";

/* As with speakers; but a false one takes all that its bearer says, and whoever “it” is besides: four of five are left.
 * Where the page names a model of the list, more is lost by a false one: that model’s words go astray too. */
const penaltyFor = penaltyBy({ all: 8 });
const BONUSES = { bias: -2.3, "page-named": -1 };

/**
 * @typedef {import("./read.mjs").Found} Found
 * @typedef {import("./read.mjs").Name} Name
 */

/** @param {Name[]} names */
const learnNames = (names) => learn(names, 2, penaltyFor, EXPECTED.name);

/** @param {Name} name @param {boolean} found */
const errorOf = ({ known, text, row }, found) =>
    `${found ? "FALSE" : known ? "known" : "MISSED"} ${text}: ${row.names.join(" ")}`;

/** How many names would be taken for a model's, a set left out. @param {Found} found @param {boolean} errors */
export function showNames({ names }, errors) {
    const found = leftOut(names, setOf, learnNames, (model, { row }) => leanOf(model, row, BONUSES) > 0);
    const isModels = (/** @type {Name} */ { answer }) => answer === 1;
    if (errors)
        for (const [i, name] of names.entries())
            if (found[i] !== isModels(name)) console.log(errorOf(name, found[i] ?? false));
    const unknown = names.filter(({ known }) => !known);
    const news = names.filter(({ known }, i) => !known && found[i]);
    const right = news.filter(isModels).length;
    console.log(
        `names taken for a model's, a set left out: ${foundFigures(names, found, 1)}; ` +
            `of ${unknown.filter(isModels).length} that the rules do not know ${right}, ${news.length - right} wrongly`,
    );
}

/** @param {string} path @param {Found} found */
export const writeNames = (path, { names }) => writeTable(path, "name", leadLines(learnNames(names), BONUSES));
