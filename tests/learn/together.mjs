/* together.mjs: a page's findings judged together, as core/judgement_role.c has it. Knows how each leans by itself. */
import { sharesOf } from "./regression.mjs";

const STRONGEST_LEANING = 3;
const FARTHEST = 64; /* findings */

/** @typedef {import("./read.mjs").Finding} Finding */

/** @param {number[]} leaning */
function bounded(leaning) {
    const middle = leaning.reduce((a, b) => a + b, 0) / leaning.length;
    return leaning.map((sum) => Math.max(-STRONGEST_LEANING, Math.min(STRONGEST_LEANING, sum - middle)));
}

/** @param {Finding[]} page @param {number} i @returns {number} -1 where no other is of the same model */
function nearestOf(page, i) {
    const near = [i - 1, i + 1].filter((k) => page[k] !== undefined && page[k].speaker === page[i]?.speaker);
    return near.find((k) => page[k]?.block === page[i]?.block) ?? near[0] ?? -1;
}

/** @param {Finding[]} list @param {number[][]} leanings @param {number[]} shares @returns {number[][]} */
export function settle(list, leanings, [pageShare = 0, nearShare = 0]) {
    return list.map((finding, i) => {
        const numbers = [...list.keys()]
            .slice(Math.max(0, i - FARTHEST), i + FARTHEST + 1)
            .filter((k) => list[k]?.document === finding.document);
        const page = numbers.map((k) => /** @type {Finding} */ (list[k]));
        const bounds = numbers.map((k) => bounded(leanings[k] ?? []));
        const self = numbers.indexOf(i);
        const near = bounds[nearestOf(page, self)];
        return (leanings[i] ?? []).map((own, c) => {
            const others = bounds.reduce((sum, leaning, k) => sum + (k === self ? 0 : (leaning[c] ?? 0)), 0);
            return own + (pageShare * others) / Math.max(1, bounds.length - 1) + nearShare * (near?.[c] ?? 0);
        });
    });
}

/** The shares of the page and of the nearest that serve best; bounded, for a page may hold two stories. @param {Finding[]} list @param {number[][]} leanings */
export function bestShares(list, leanings) {
    const candidates = [0, 0.1, 0.2, 0.3].flatMap((page) => [0, 0.1, 0.2].map((near) => [page, near]));
    const losses = candidates.map((shares) =>
        settle(list, leanings, shares).reduce((loss, sums, i) => {
            const { role, weight } = /** @type {Finding} */ (list[i]);
            return role < 0 ? loss : loss - weight * Math.log(sharesOf(sums)[role] ?? 1);
        }, 0),
    );
    return candidates[losses.indexOf(Math.min(...losses))] ?? [0, 0];
}
