/* page.js: fills an extension page's fixed texts from _locales: each element with data-text gets that text, each with
 * data-label bears it as its name, and the document gets its language and direction. */

import { localized } from "./browser.js";

export function localizePage() {
    document.documentElement.lang = localized("language");
    document.documentElement.dir = localized("direction");
    for (const place of document.querySelectorAll("[data-text]")) {
        place.textContent = localized(/** @type {HTMLElement} */ (place).dataset.text ?? "");
    }
    for (const place of document.querySelectorAll("[data-label]")) {
        const label = localized(/** @type {HTMLElement} */ (place).dataset.label ?? "");
        place.setAttribute("aria-label", label);
        place.setAttribute("title", label);
    }
    const { title } = document.documentElement.dataset;
    document.title = title === undefined ? localized("name") : localized("page_title", [localized(title)]);
}

/** @param {string} selector @returns {HTMLElement} */
export function find(selector) {
    return /** @type {HTMLElement} */ (document.querySelector(selector));
}
