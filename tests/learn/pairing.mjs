/* pairing.mjs: which gold finding each of the detector's is. Knows where either stands; nothing of what is learnt. */

/** Where gold's words stand. @param {any} document @param {any} gold @returns {[number, number]} */
export function placeOf(document, gold) {
    const text = document.blocks[gold.block].text;
    let start = -1;
    for (let i = 0; i < (gold.occurrence ?? 1); i++) start = text.indexOf(gold.quote, start + 1);
    return [start, start + gold.quote.length];
}

/**
 * How much of the longer one two findings share; 0 where that is too little for a pair.
 * @param {any} document @param {any} gold @param {any} found
 */
function sharedBy(document, gold, found) {
    const [start, end] = placeOf(document, gold);
    const shared = Math.min(end, found.end) - Math.max(start, found.start);
    const [shorter = 0, longer = 1] = [end - start, found.end - found.start].sort((a, b) => a - b);
    const loose = gold.form === "indirect" || found.form === "indirect";
    const enough = gold.block === found.block && shared > 0 && shared >= (loose ? shorter / 3 : longer / 2);
    return enough ? shared / longer : 0;
}

/**
 * Pairs gold with what was found, the best overlaps first.
 * @param {any} document @param {any[]} found @returns {Map<number, any>} gold, by the number of the found
 */
export function pairsOf(document, found) {
    const overlaps = document.findings
        .flatMap((/** @type {any} */ gold, /** @type {number} */ g) =>
            found.map((finding, f) => ({ g, f, share: sharedBy(document, gold, finding) })),
        )
        .filter((/** @type {{share: number}} */ { share }) => share > 0)
        .sort((/** @type {any} */ a, /** @type {any} */ b) => b.share - a.share || a.g - b.g || a.f - b.f);
    const pairs = new Map();
    const taken = new Set();
    for (const { g, f } of overlaps) {
        if (taken.has(g) || pairs.has(f)) continue;
        taken.add(g);
        pairs.set(f, document.findings[g]);
    }
    return pairs;
}
