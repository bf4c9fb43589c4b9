/* options.js: the settings' page: its sections, drawn anew whenever a setting changes, here or elsewhere. Knows which
 * sections there are; what each shows is its own. */

import { ownVersion } from "../shared/browser.js";
import { find, localizePage } from "../shared/page.js";
import { onSettingsChange, readHeld } from "../shared/store.js";
import { localized } from "../shared/wording.js";
import { showDismissed } from "./dismissed.js";
import { listenForFiles } from "./file.js";
import { showKeyboard } from "./keyboard.js";
import { showMarks } from "./marks.js";
import { listenForPacks, showPacks } from "./packs.js";
import { showRules } from "./rules.js";
import { listenForSites, showSites } from "./sites.js";

localizePage();
find("#version").textContent = localized("version", [ownVersion()]);

let drawing = Promise.resolve();

/** One drawing after the other, so that what is drawn last is what holds. */
function show() {
    drawing = drawing.catch(() => {}).then(draw);
    return drawing;
}

async function draw() {
    const held = await readHeld();
    find(".policy").hidden = Object.keys(held.policy).length === 0;
    showMarks(held);
    showRules(held);
    showDismissed(held);
    await Promise.all([showPacks(held), showSites(held)]);
}

listenForSites(show);
listenForPacks();
listenForFiles();
onSettingsChange(() => void show());
await Promise.all([show(), showKeyboard()]);
document.body.dataset.ready = "";
