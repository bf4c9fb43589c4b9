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
    readLocal,
    writeLocal,
} from "../shared/browser.js";
import { icon } from "../shared/elements.js";
import { find, localizePage } from "../shared/page.js";
import { isOfTab } from "../shared/result-keys.js";
import { showSiteControl } from "../shared/site-control.js";
import { siteOf } from "../shared/sites.js";
import { StateView, placeOf } from "../shared/state-view.js";
import { onSettingsChange } from "../shared/store.js";
import { restoreFinding, switchSiteOn } from "../shared/tab-actions.js";

import { EditorView } from "./editor-view.js";

/** @typedef {import("../shared/messages.d.ts").TabState} TabState */

localizePage();
/** Counts refreshes: an answer that comes after the next question is not shown. */
let latest = 0;
/** The site of the page in front, where that may be known. @type {string | undefined} */
let site;

/** @param {{frameId: number, index: number}} where */
async function showInPage({ frameId, index }) {
    const { id } = await activeTab();
    if (id !== undefined) await askPage({ tabId: id, frameId }, { type: "show", index });
}

const view = new StateView(find("main"), {
    show: (where) => void showInPage(where),
    check: (anyway) => void check(anyway),
    async switchOn() {
        await switchSiteOn(site);
        await check(false);
    },
    restore: (finding) => void restoreFinding(site, finding),
});

/* The editor's view stands for the list where there is a list; whether it does is kept. */
let forEditors = (await readLocal(["editorView"])).editorView === true;
/** @type {TabState} */
let current = { state: "checking" };
const editorView = new EditorView(find(".editor"), (index) => void showInPage(placeOf(current, index)));

/** @param {TabState} state @returns {state is import("../shared/messages.d.ts").Checked} */
function isList(state) {
    return state.state === "checked" && (state.findings.length > 0 || (state.notes ?? []).length > 0);
}

/** @param {TabState} state */
function showState(state) {
    current = state;
    const isForEditors = forEditors && isList(state);
    find("main").toggleAttribute("hidden", isForEditors);
    find(".editor").toggleAttribute("hidden", !isForEditors);
    find("#editor").setAttribute("aria-pressed", String(forEditors));
    if (forEditors && isList(state)) void editorView.show(state);
    else view.show(state);
}

/** What an editor looks at is checked, whether or not it looks like an article: a draft need not. @param {boolean} asked */
async function check(asked) {
    const anyway = asked || forEditors;
    showState({ state: "checking" });
    await showAnswer((tabId, url) => askBackground({ type: "check-tab", tabId, anyway, clicked: false, url }));
}

/** @param {(tabId: number, url: string | undefined) => Promise<TabState>} ask */
async function showAnswer(ask) {
    const turn = ++latest;
    const { id, url } = await activeTab();
    if (id === undefined) return;
    const state = await ask(id, url);
    if (turn !== latest) return;
    showState(state);
    site = siteOf(url ?? ("url" in state ? state.url : ""));
    await showSiteControl(find(".site"), site, () => void refresh());
}

const refresh = () => showAnswer((tabId) => askBackground({ type: "tab-state", tabId }));
find("#editor").append(icon("checklist"));
find("#editor").addEventListener("click", () => {
    forEditors = !forEditors;
    void writeLocal({ editorView: forEditors });
    if (forEditors && !isList(current)) void check(true);
    else showState(current);
});
find("#preview").append(icon("preview"));
find("#preview").addEventListener("click", () => void openPage("preview/preview.html"));
find("#options").append(icon("settings"));
find("#options").addEventListener("click", () => void openOptions());
onTabChange(() => void refresh());
onSessionChange((keys) => void activeTab().then(({ id }) => (isOfTab(keys, id) ? refresh() : undefined)));
onSettingsChange(() => void refresh());
await refresh();
