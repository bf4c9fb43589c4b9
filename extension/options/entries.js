/* entries.js: what the settings' lists have in common: that there is nothing in them, the button that takes an entry out, the
 * button that takes a file in. Knows neither settings nor storage. */

import { button, element } from "../shared/elements.js";
import { find } from "../shared/page.js";
import { localized } from "../shared/wording.js";

/** A list's items, or one that says that there are none. @param {Node[]} items @param {string} key of what says so */
export function orNone(items, key) {
    return items.length > 0 ? items : [element("li", { class: "none" }, localized(key))];
}

/** What the organisation has set cannot be removed. @param {string} name @param {boolean} isOwn @param {() => Promise<void>} onRemove */
export function removeButton(name, isOwn, onRemove) {
    if (!isOwn) return element("span", { class: "fixed" }, localized("by_policy"));
    const label = localized("remove_label", [name]);
    return button(
        { class: "plain", "aria-label": label, "data-key": `remove-${name}` },
        () => void onRemove(),
        localized("remove"),
    );
}

/**
 * A button stands for the browser's own field; the same file can be given again.
 * @param {string} press @param {string} input both by selector @param {(file: File) => Promise<void>} take
 */
export function listenForFile(press, input, take) {
    const field = /** @type {HTMLInputElement} */ (find(input));
    find(press).addEventListener("click", () => field.click());
    field.addEventListener("change", async () => {
        const [file] = field.files ?? [];
        if (file !== undefined) await take(file);
        field.value = "";
    });
}
