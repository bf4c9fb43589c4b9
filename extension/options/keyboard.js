/* keyboard.js: the commands that the keyboard gives, as they are set now. Browsers change them on a page of their own. */

import { allCommands, localized, openShortcutSettings } from "../shared/browser.js";
import { element } from "../shared/elements.js";
import { find } from "../shared/page.js";

export async function showKeyboard() {
    await showCommands();
    find("#change-keys").addEventListener("click", () => void openShortcutSettings());
    /* Whoever comes back from that page sees what was changed. */
    document.addEventListener("visibilitychange", () => void showCommands());
}

async function showCommands() {
    const rows = (await allCommands()).flatMap(({ name, description, shortcut }) => {
        const what = name.startsWith("_execute") ? localized("command_open") : description;
        const keys = shortcut === "" ? localized("keyboard_unset") : keysOf(shortcut);
        return [element("dt", {}, what), element("dd", {}, ...(Array.isArray(keys) ? keys : [keys]))];
    });
    find("#commands").replaceChildren(...rows);
}

/** @param {string} shortcut "Alt+Shift+K" */
function keysOf(shortcut) {
    return shortcut.split("+").map((key) => element("kbd", {}, key));
}
