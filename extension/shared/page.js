/* page.js: fills an extension page's fixed texts from _locales: each element with data-text gets that text, and the
 * document its language. */

import { interfaceLanguage, localized } from "./browser.js";

export function localizePage() {
    document.documentElement.lang = interfaceLanguage();
    for (const place of document.querySelectorAll("[data-text]")) {
        place.textContent = localized(/** @type {HTMLElement} */ (place).dataset.text ?? "");
    }
    document.title = localized("name");
}

/** @param {string} selector @returns {HTMLElement} */
export function find(selector) {
    return /** @type {HTMLElement} */ (document.querySelector(selector));
}
