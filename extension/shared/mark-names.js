/* mark-names.js: the names of the highlights that marks are painted in, a name for all that looks alike. Plain data. */

import { LEVELS } from "./levels.js";

/** @typedef {import("./messages.d.ts").Level} Level */
/** @typedef {import("./settings-types.d.ts").MarkStyle} MarkStyle */
/** The tone of the text that is marked. @typedef {"dark" | "light"} Tone */
/** What is painted alike. @typedef {`${Level}-${Tone}-${MarkStyle}` | `emphasis-${Tone}`} MarkKey */

/** Made when marks are, for most pages have none. @returns {MarkKey[]} */
export function markKeys() {
    return /** @type {const} */ (["dark", "light"]).flatMap((tone) => [
        ...LEVELS.flatMap((level) => /** @type {const} */ ([`${level}-${tone}-full`, `${level}-${tone}-line`])),
        /** @type {const} */ (`emphasis-${tone}`),
    ]);
}

/** A name that says nothing to the page. @param {string} base random letters @param {MarkKey} key */
export function markName(base, key) {
    return base + markKeys().indexOf(key);
}
