/* store.js: the settings in the browser's storage: read, changed one at a time, watched. Each has a key of its own, so that
 * two surfaces which change two settings do not undo each other. Knows storage; what a setting means is settings.js's. */

import { onLocalChange, readLocal, readManaged, removeLocal, writeLocal } from "./browser.js";
import { SETTING_NAMES, heldSettings } from "./settings.js";

/** @typedef {import("./settings-types.d.ts").Settings} Settings */
/** @typedef {import("./settings-types.d.ts").SettingName} SettingName */

/** What holds now, and where it comes from. */
export async function readHeld() {
    const [stored, managed] = await Promise.all([readLocal(), readManaged()]);
    return heldSettings(stored, managed);
}

/** @returns {Promise<Settings>} */
export async function readSettings() {
    return (await readHeld()).settings;
}

/** @param {Partial<Settings>} settings the user's own, as many as are to change */
export async function writeSettings(settings) {
    await writeLocal(settings);
}

/* Changes wait for each other, or the later would start from what was before the earlier. */
let latest = Promise.resolve();

/**
 * Changes one of the user's own settings.
 * @template {SettingName} Name
 * @param {Name} name
 * @param {(before: Settings[Name]) => Settings[Name]} change
 */
export function changeSetting(name, change) {
    const changed = latest.then(async () => {
        const { own } = await readHeld();
        await writeLocal({ [name]: change(own[name]) });
    });
    latest = changed.catch(() => {});
    return changed;
}

/** The shipped choices again. */
export function resetSettings() {
    return removeLocal(SETTING_NAMES);
}

/** @param {(names: SettingName[]) => void} listener */
export function onSettingsChange(listener) {
    onLocalChange((keys) => {
        const names = SETTING_NAMES.filter((name) => keys.includes(name));
        if (names.length > 0) listener(names);
    });
}
