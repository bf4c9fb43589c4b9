/* sets.mjs: the documents that are learnt from, and how much each counts. Knows gold files and specifications; nothing of
 * what a detector makes of them. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { entriesOf } from "../spec/entries.mjs";

/**
 * @typedef {{name: string, every: number, counts: number, fresh?: boolean}} GoldSet the first of `every` documents is read;
 *   counts for so many; fresh where the rules had not seen it when trust was learnt
 */

/** @param {string} letters @returns {GoldSet[]} */
const trainingSets = (letters) =>
    letters.split(" ").map((letter) => ({ name: `train-${letter}`, every: 1, counts: 1 }));

/* dev-en is half for learning (the first document, the third …), half for measuring; it is nearest to what pages are
 * like, and counts for three. */
/** @type {GoldSet[]} */
export const SETS = [
    ...trainingSets("a b c d e f g h i j k m n o p q s t u v x y"),
    { name: "held-a", every: 1, counts: 1 },
    { name: "held-b", every: 1, counts: 1 },
    ...trainingSets("ba bb bc bd"),
    ...trainingSets("ca cb cc da db").map((set) => ({ ...set, fresh: true })),
    { name: "dev-en", every: 2, counts: 3 },
    { name: "dev-en-2", every: 2, counts: 3 },
];

/* What the specifications expect is right by definition; of who says what, they teach as a set does. */
/** @type {GoldSet} */
export const SPEC = { name: "spec", every: 1, counts: 1 };

/** @param {GoldSet} set @returns {any[]} */
export function documentsOf({ name, every }) {
    const path = fileURLToPath(new URL(`../gold/${name}.jsonl`, import.meta.url));
    const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
    return lines
        .filter((line) => line.trim() !== "")
        .filter((_, i) => i % every === 0)
        .map((line) => JSON.parse(line));
}

/** The findings that an entry expects, each in the first block that has its words. @param {any} entry @returns {any[]} */
const wantedOf = ({ blocks, findings }) =>
    findings
        .map((/** @type {any} */ wanted) => ({
            ...wanted,
            block: blocks.findIndex((/** @type {any} */ { text }) => text.includes(wanted.quote)),
        }))
        .filter((/** @type {any} */ { block }) => block >= 0);

/** The specifications as documents. @returns {any[]} */
export function specified() {
    const folder = new URL("../spec/", import.meta.url);
    return readdirSync(folder)
        .filter((file) => file.endsWith(".txt"))
        .flatMap((file) => entriesOf(readFileSync(new URL(file, folder), "utf8"), file))
        .filter(({ findings }) => findings !== undefined)
        .map((entry) => ({
            id: `${entry.file}:${entry.line}`,
            lang: "en",
            blocks: entry.blocks,
            findings: wantedOf(entry),
        }));
}
