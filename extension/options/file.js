/* file.js: all settings into a file, out of a file, and back to what was shipped. */

import { element } from "../shared/elements.js";
import { find } from "../shared/page.js";
import { readSettingsFile, settingsFile } from "../shared/settings.js";
import { readHeld, resetSettings, writeSettings } from "../shared/store.js";
import { localized } from "../shared/wording.js";
import { listenForFile } from "./entries.js";
import { firstFault } from "./packs.js";

const FILE_NAME = "mouthpiece-settings.json";

export function listenForFiles() {
    find("#export").addEventListener("click", () => void exportSettings());
    find("#reset").addEventListener("click", () => void reset());
    listenForFile("#take-in", "#settings-file", importSettings);
}

async function exportSettings() {
    const { own } = await readHeld();
    const url = URL.createObjectURL(new Blob([settingsFile(own)], { type: "application/json" }));
    element("a", { href: url, download: FILE_NAME }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    find("#file-status").textContent = localized("file_exported", [FILE_NAME]);
}

/** @param {File} file */
async function importSettings(file) {
    const read = readSettingsFile(await file.text());
    if ("fault" in read) {
        const key = `file_fault_${read.fault.replaceAll("-", "_")}`;
        find("#file-status").textContent = localized(key, [file.name, read.detail]);
        return;
    }
    const fault = await firstFault(read.settings.packs ?? []);
    if (fault !== undefined) {
        find("#file-status").textContent = localized("file_fault_pack", [file.name, fault]);
        return;
    }
    await writeSettings(read.settings);
    find("#file-status").textContent = localized("file_imported", [file.name]);
}

async function reset() {
    if (!confirm(localized("file_reset_sure"))) return;
    await resetSettings();
    find("#file-status").textContent = localized("file_was_reset");
}
