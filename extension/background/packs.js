/* packs.js: what the user's own rule packs add to the prefilter, so that a page is looked at for their models too. Knows
 * packs as far as that needs. */

import { prefilterOf } from "../prefilter.js";

/** @param {import("../shared/settings-types.d.ts").Pack[]} packs @returns {string} source of a RegExp; "" where nothing is added */
export function prefilterOfPacks(packs) {
    try {
        return packs.length === 0 ? "" : prefilterOf(packs.map(({ text }) => JSON.parse(text)));
    } catch {
        return ""; /* They name no model. */
    }
}
