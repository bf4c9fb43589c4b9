/* copy.js: puts a text on the clipboard, and has the button that asked for it say so. */

import { localized } from "../shared/wording.js";

const SAID_MS = 1500;
/** What a button said before it said how copying went. @type {WeakMap<HTMLElement, string | null>} */
const labels = new WeakMap();

/** @param {string} text @param {HTMLElement} asked the button */
export async function copy(text, asked) {
    const done = await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
    );
    if (!labels.has(asked)) labels.set(asked, asked.textContent);
    asked.textContent = done ? localized("card_copied") : localized("card_copy_failed");
    setTimeout(() => {
        if (labels.has(asked)) asked.textContent = labels.get(asked) ?? "";
        labels.delete(asked);
    }, SAID_MS);
}
