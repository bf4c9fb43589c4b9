/* panel.js: the side panel or sidebar: the list of findings of whichever tab is in front, kept up to date. It cannot
 * let itself into a page; where the browser asks for the user's click, it says so. */

import {
    activeTab,
    askBackground,
    askPage,
    onSessionChange,
    onTabChange,
    openOptions,
    openPage,
} from "../shared/browser.js";
import { icon } from "../shared/elements.js";
import { find, localizePage } from "../shared/page.js";
import { showSiteControl } from "../shared/site-control.js";
import { siteOf } from "../shared/sites.js";
import { StateView } from "../shared/state-view.js";
import { onSettingsChange } from "../shared/store.js";
import { restoreFinding, switchSiteOn } from "../shared/tab-actions.js";

/** @typedef {import("../shared/messages.d.ts").TabState} TabState */

localizePage();
/** Counts refreshes: an answer that comes after the next question is not shown. */
let latest = 0;
/** The site of the page in front, where that may be known. @type {string | undefined} */
let site;

const view = new StateView(find("main"), {
    async show({ frameId, index }) {
        const { id } = await activeTab();
        if (id !== undefined) await askPage({ tabId: id, frameId }, { type: "show", index });
    },
    check: (anyway) => void check(anyway),
    async switchOn() {
        await switchSiteOn(site);
        await check(false);
    },
    restore: (finding) => void restoreFinding(site, finding),
});

/** @param {boolean} anyway */
async function check(anyway) {
    view.show({ state: "checking" });
    await showAnswer((tabId, url) => askBackground({ type: "check-tab", tabId, anyway, clicked: false, url }));
}

/** @param {(tabId: number, url: string | undefined) => Promise<TabState>} ask */
async function showAnswer(ask) {
    const turn = ++latest;
    const { id, url } = await activeTab();
    if (id === undefined) return;
    const state = await ask(id, url);
    if (turn !== latest) return;
    view.show(state);
    site = siteOf(url ?? ("url" in state ? state.url : ""));
    await showSiteControl(find(".site"), site, () => void refresh());
}

const refresh = () => showAnswer((tabId) => askBackground({ type: "tab-state", tabId }));
find("#preview").append(icon("preview"));
find("#preview").addEventListener("click", () => void openPage("preview/preview.html"));
find("#options").append(icon("settings"));
find("#options").addEventListener("click", () => void openOptions());
onTabChange(() => void refresh());
onSessionChange(() => void refresh());
onSettingsChange(() => void refresh());
await refresh();
