/* rows.mjs: what the features program prints, as rows to learn from. */

/* A stem that fewer findings or documents have is chance, or one story's. */
const LEAST_FINDINGS = 25;
const LEAST_DOCUMENTS = 12;

/**
 * @typedef {{names: string[], values: number[]}} Row
 * @typedef {import("./read.mjs").Finding} Finding
 */

/** @param {Record<string, number>} features @returns {Row} */
export const rowOf = (features) => ({ names: Object.keys(features), values: Object.values(features) });

/**
 * What is told of all examples, and of those of the same kind.
 * @param {object} told @param {(name: string) => string} kindOf @returns {Row}
 */
function rowByKind(told, kindOf) {
    const all = Object.keys(told);
    const names = [...all, ...all.map((name) => `${kindOf(name)}:${name}`)];
    return { names, values: names.map(() => 1) };
}

/** What is heard of the maker: of all words, and of this sort or role of words. @param {any} finding @returns {Row} */
export const heardOf = ({ heard, sort, role }) => rowByKind(heard, (name) => (name.startsWith("said/") ? role : sort));

/** What is seen of the prompt: of all, and of those which the rules know in the same way. @param {any} finding @returns {Row} */
export const askedOf = ({ asked, told }) => rowByKind(asked, () => told);

/** What is seen of two findings: of all, and of this sort of the later. @param {any} pair @returns {Row} */
export const seenOf = ({ seen, sort }) => rowByKind(seen, () => sort);

/**
 * Without the stems that are too rare to learn of.
 * @param {Finding[]} list @param {(finding: Finding) => Row} whichOf @returns {Row[]}
 */
export function withoutRareStems(list, whichOf) {
    const findings = new Map();
    const documents = new Map();
    for (const finding of list.filter(({ role }) => role >= 0))
        for (const name of whichOf(finding).names.filter((feature) => feature.includes("/"))) {
            findings.set(name, (findings.get(name) ?? 0) + 1);
            documents.set(name, (documents.get(name) ?? new Set()).add(finding.document));
        }
    const isKept = (/** @type {string} */ name) =>
        !name.includes("/") ||
        ((findings.get(name) ?? 0) >= LEAST_FINDINGS && (documents.get(name)?.size ?? 0) >= LEAST_DOCUMENTS);
    return list.map((finding) => {
        const { names, values } = whichOf(finding);
        return { names: names.filter(isKept), values: values.filter((_, k) => isKept(names[k] ?? "")) };
    });
}
