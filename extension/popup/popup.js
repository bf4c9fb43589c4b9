/* popup.js: what the toolbar's button opens. The click that opens it also lets the extension read the page, so it
 * checks the page at once unless that was done already. */

import {
    activeTab,
    askBackground,
    askPage,
    onSessionChange,
    openOptions,
    openPage,
    openPanel,
} from "../shared/browser.js";
import { icon } from "../shared/elements.js";
import { find, localizePage } from "../shared/page.js";
import { isOfTab } from "../shared/result-keys.js";
import { showSiteControl } from "../shared/site-control.js";
import { siteOf } from "../shared/sites.js";
import { StateView } from "../shared/state-view.js";
import { restoreFinding, switchSiteOn } from "../shared/tab-actions.js";

/** @typedef {import("../shared/messages.d.ts").TabState} TabState */

localizePage();
const { id: tabId = -1, url } = await activeTab();
const site = siteOf(url ?? "");

const view = new StateView(find("main"), {
    async show({ frameId, index }) {
        await askPage({ tabId, frameId }, { type: "show", index });
        close();
    },
    check: (anyway) => void check(anyway),
    async switchOn() {
        await switchSiteOn(site);
        await showSite();
        await check(false);
    },
    restore: (finding) => void restoreFinding(site, finding),
});

/** @param {boolean} anyway */
async function check(anyway) {
    view.show({ state: "checking" });
    view.show(await askBackground({ type: "check-tab", tabId, anyway, clicked: true, url }));
}

/** @returns {Promise<TabState>} */
const known = () => askBackground({ type: "tab-state", tabId });

/** What is known of the page now; where that is nothing, a check. */
async function refresh() {
    const state = await known();
    if (state.state === "unchecked") await check(false);
    else view.show(state);
}

function showSite() {
    return showSiteControl(find(".site"), site, () => void refresh());
}

find("#preview").append(icon("preview"));
find("#preview").addEventListener("click", () => void openPage("preview/preview.html").then(close));
find("#options").append(icon("settings"));
find("#options").addEventListener("click", () => void openOptions().then(close));
find("#panel").append(icon("panel"));
find("#panel").addEventListener("click", () => void openPanel().then(close));
await Promise.all([refresh(), showSite()]);
/* What the settings make of the findings may change while the popup is open; a check of our own is shown by itself. */
onSessionChange((keys) => {
    if (isOfTab(keys, tabId)) void known().then((state) => void (state.state === "checked" && view.show(state)));
});
