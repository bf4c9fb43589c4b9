/* card-main.js: brings the card, and the clicks that open it, to a page that has findings. Comes after main.js, into
 * the same isolated world. */

import { cardOpener } from "./card.js";

const { mouthpiece } = /** @type {import("./world.d.ts").World} */ (globalThis);
if (mouthpiece !== undefined && mouthpiece.cardOpener === undefined) {
    mouthpiece.cardOpener = cardOpener;
    mouthpiece.makeCard();
}
