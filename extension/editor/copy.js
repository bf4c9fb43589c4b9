/* copy.js: puts a text on the clipboard, and has the button that asked for it say so. */

import { localized } from "../shared/wording.js";

const SAID_MS = 1500;

/** @param {string} text @param {HTMLElement} asked the button */
export async function copy(text, asked) {
    const label = asked.textContent;
    const done = await navigator.clipboard.writeText(text).then(
        () => "card_copied",
        () => "card_copy_failed",
    );
    asked.textContent = done === "card_copied" ? localized("card_copied") : localized("card_copy_failed");
    setTimeout(() => (asked.textContent = label), SAID_MS);
}
