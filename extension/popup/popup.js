/* popup.js: what the toolbar's button opens. The click that opens it also lets the extension read the page, so it
 * checks the page at once unless that was done already. */

import { activeTabId, askBackground, askPage, openPanel } from "../shared/browser.js";
import { find, localizePage } from "../shared/page.js";
import { showState } from "../shared/state-view.js";

/** @typedef {import("../shared/messages.d.ts").TabState} TabState */

localizePage();
const tabId = (await activeTabId()) ?? -1;
const place = find("main");

const actions = {
    /** @param {number} index */
    async show(index) {
        await askPage(tabId, { type: "show", index });
        close();
    },
    /** @param {boolean} anyway */
    async check(anyway) {
        showState(place, { state: "checking" }, actions);
        showState(place, await askBackground({ type: "check-tab", tabId, anyway, clicked: true }), actions);
    },
};

find("button.panel").addEventListener("click", () => void openPanel().then(close));

/** @type {TabState} */
const known = await askBackground({ type: "tab-state", tabId });
if (known.state === "unchecked") await actions.check(false);
else showState(place, known, actions);
