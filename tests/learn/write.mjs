/* write.mjs: puts tables of weights into a rule pack. Knows the layout of the pack's "weights"; nothing of how weights are
 * learnt. */
import { readFileSync, writeFileSync } from "node:fs";

import { leadOfSecond } from "./regression.mjs";

/**
 * @typedef {[name: string, weights: number | number[]]} Line
 * @typedef {import("./regression.mjs").Model} Model
 */

/* Before these stands what is of whole features, in them what is of the beginnings of words. */
const STEMS = '    "stems": {\n';

/** @param {number} weight */
export const inThousandths = (weight) => Math.round(weight * 1000) + 0;

/** Lines of "feature": [weights], or of its only one. @param {Iterable<Line>} lines @param {string} indent */
const textOf = (lines, indent) =>
    [...lines]
        .map(([name, weights]) => ({
            name,
            rounded: Array.isArray(weights) ? weights.map(inThousandths) : inThousandths(weights),
        }))
        .filter(({ rounded }) => [rounded].flat().some((weight) => weight !== 0))
        .map(
            ({ name, rounded }) => `${indent}${JSON.stringify(name)}: ${JSON.stringify(rounded).replaceAll(",", ", ")}`,
        )
        .join(",\n");

/**
 * Puts an object of lines in the place of the one of that name, else where `added` puts it.
 * @param {string} source @param {string} indent @param {string} name @param {Iterable<Line>} lines
 * @param {(text: string) => string} added what stands instead of STEMS
 */
function withObject(source, indent, name, lines, added) {
    const text = `${indent}${JSON.stringify(name)}: {\n${textOf(lines, `${indent}  `)}\n${indent}}`;
    const start = source.indexOf(`\n${indent}${JSON.stringify(name)}: {`) + 1;
    if (start === 0) return source.replace(STEMS, () => added(`${text},\n`));
    const end = source.indexOf(`\n${indent}}`, start) + `\n${indent}}`.length;
    return source.slice(0, start) + text + source.slice(end);
}

/** @param {string} weights @param {string} name @param {Iterable<Line>} lines */
export const withTable = (weights, name, lines) => withObject(weights, "    ", name, lines, (text) => text + STEMS);

/** @param {string} weights @param {string} zone where the stems stand @param {Iterable<Line>} lines */
export const withStems = (weights, zone, lines) => withObject(weights, "      ", zone, lines, (text) => STEMS + text);

/** @param {string} path @param {(weights: string) => string} change */
export function changeWeights(path, change) {
    const source = readFileSync(path, "utf8");
    const start = source.indexOf('\n  "weights": {');
    writeFileSync(path, source.slice(0, start) + change(source.slice(start)));
}

/** @param {string} path @param {string} name @param {Iterable<Line>} lines */
export const writeTable = (path, name, lines) => changeWeights(path, (weights) => withTable(weights, name, lines));

/** By how much a feature speaks for the second of two answers. @param {Model} model @param {string} name */
export const leadIn = ({ table }, name) => leadOfSecond(table.get(name) ?? []);

/**
 * By how much each feature does, and some by more than was learnt.
 * @param {Model} model @param {Record<string, number>} bonuses @returns {Line[]}
 */
export const leadLines = (model, bonuses) =>
    [...model.table.keys()].map((name) => [name, leadIn(model, name) + (bonuses[name] ?? 0)]);

/**
 * … of examples of each sort.
 * @param {Model} model @param {Record<string, number>} bonuses @param {string[]} sorts @returns {Line[]}
 */
export const sortLines = (model, bonuses, sorts) =>
    [...model.table.keys()]
        .filter((name) => !name.includes(":") && !name.includes("/"))
        .map((name) => [
            name,
            sorts.map((sort) => leadIn(model, name) + leadIn(model, `${sort}:${name}`) + (bonuses[name] ?? 0)),
        ]);
