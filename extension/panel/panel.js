/* panel.js: the side panel or sidebar: the list of findings of whichever tab is in front, kept up to date. It cannot
 * let itself into a page; where the browser asks for the user's click, it says so. */

import { activeTabId, askBackground, askPage, onSessionChange, onTabChange } from "../shared/browser.js";
import { find, localizePage } from "../shared/page.js";
import { showState } from "../shared/state-view.js";

localizePage();
const place = find("main");
/** Counts refreshes: an answer that comes after the next question is not shown. */
let latest = 0;

const actions = {
    /** @param {number} index */
    async show(index) {
        const tabId = await activeTabId();
        if (tabId !== undefined) await askPage(tabId, { type: "show", index });
    },
    /** @param {boolean} anyway */
    async check(anyway) {
        showState(place, { state: "checking" }, actions);
        await showAnswer((tabId) => askBackground({ type: "check-tab", tabId, anyway, clicked: false }));
    },
};

/** @param {(tabId: number) => Promise<import("../shared/messages.d.ts").TabState>} ask */
async function showAnswer(ask) {
    const turn = ++latest;
    const tabId = await activeTabId();
    if (tabId === undefined) return;
    const state = await ask(tabId);
    if (turn === latest) showState(place, state, actions);
}

const refresh = () => showAnswer((tabId) => askBackground({ type: "tab-state", tabId }));
onTabChange(() => void refresh());
onSessionChange(() => void refresh());
await refresh();
