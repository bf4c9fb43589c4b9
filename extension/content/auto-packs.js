/* auto-packs.js: what auto.js is, for users with rule packs of their own: those add to the prefilter, and that has to be
 * read first. Users without any do not pay for it. */

import { readLocal } from "../shared/browser.js";

/** @param {import("./world.d.ts").World} world */
async function start({ mouthpiece }) {
    const { prefilter } = await readLocal(["prefilter"]);
    const more = typeof prefilter === "string" ? prefilter : "";
    await mouthpiece?.start(more);
}

void start(/** @type {import("./world.d.ts").World} */ (globalThis));
