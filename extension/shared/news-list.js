/* news-list.js: the shipped list of news sites, each of which may be left out. Used by the first run's page and the
 * options; knows neither storage nor permissions. */

import { element } from "./elements.js";
import { textLanguage } from "./wording.js";

/** @typedef {{site: string, name: string}} NewsSite */

/**
 * @param {NewsSite[]} list
 * @param {string[]} without sites that are left out
 * @param {(without: string[]) => void} onChange
 */
export function newsList(list, without, onChange) {
    const out = new Set(without);
    const items = [...list]
        .sort((one, other) => one.name.localeCompare(other.name, textLanguage()))
        .map(({ site, name }) => {
            const box = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox", value: site }));
            box.checked = !out.has(site);
            box.addEventListener("change", () => {
                if (box.checked) out.delete(site);
                else out.add(site);
                onChange([...out]);
            });
            return element("li", {}, element("label", {}, box, element("span", {}, name), element("small", {}, site)));
        });
    return element("ul", { class: "news-list" }, ...items);
}
