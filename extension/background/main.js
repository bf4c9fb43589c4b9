/* main.js: the background's listeners, and nothing else. A service worker in Chromium, an event page in Firefox: it may
 * stop after any answer, so all listeners are set at the top level, nothing keeps it alive, and what must last is in
 * storage. It does not listen for navigation, so that browsing does not wake it. */

import {
    addMenu,
    localized,
    onCommand,
    onConnect,
    onInstalled,
    onMenu,
    onPermissionChange,
    onRequest,
    onStartup,
    openPage,
    sendCard,
} from "../shared/browser.js";
import { onSettingsChange, readHeld } from "../shared/store.js";
import { check, checkTab, keepNothing, stepInTab, tabState } from "./check.js";
import { prepareEngine } from "./engine.js";
import { updateRegistration } from "./registration.js";
import { applySettings, remember } from "./settings.js";

/** @typedef {import("../shared/messages.d.ts").CheckAnswer} CheckAnswer */
/** @typedef {import("../shared/messages.d.ts").Done} Done */
/** @typedef {import("../shared/messages.d.ts").Frame} Frame */
/** @typedef {import("../shared/messages.d.ts").FromPage} FromPage */
/** @typedef {import("../shared/settings-types.d.ts").SettingName} SettingName */

const MENU_CHECK = "check-page";
const MENU_CHECK_SELECTION = "check-selection";
/** What decides which pages the scripts run in. @type {SettingName[]} */
const OF_SITES = ["always", "news", "newsWithout", "never", "packs"];
/** What decides how a checked page looks. @type {SettingName[]} */
const OF_LOOKS = ["levels", "style", "never", "rulesOff", "modelsOff", "packs", "dismissed"];

onInstalled((isNew) => {
    addMenu(MENU_CHECK, localized("command_check"), ["page", "link"]);
    addMenu(MENU_CHECK_SELECTION, localized("menu_check_selection"), ["selection"]);
    void checkNewSites();
    if (isNew) void welcome();
});

/* The policy may have changed in the meantime. */
onStartup(() => void updateRegistration());

onPermissionChange(() => void checkNewSites());

onSettingsChange((names) => {
    if (OF_SITES.some((name) => names.includes(name))) void checkNewSites();
    if (OF_LOOKS.some((name) => names.includes(name))) void applySettings(names);
});

onConnect((port) => {
    const { tab, frameId = 0, url = "" } = port.sender ?? {};
    if ((port.name !== "page" && port.name !== "check") || tab?.id === undefined) return;
    if (port.name === "check") void prepareEngine();
    const frame = { tabId: tab.id, frameId };
    port.onMessage.addListener((/** @type {FromPage} */ request) => void reply(port, frame, url, request));
});

/**
 * Answers a page, or says why not.
 * @param {chrome.runtime.Port} port @param {Frame} frame @param {string} url the page's, as the browser says
 * @param {FromPage} request
 */
async function reply(port, frame, url, request) {
    const answer = await answerTo(frame, url, request).catch((error) => ({
        type: /** @type {const} */ ("failed"),
        detail: error instanceof Error ? error.message : String(error),
    }));
    try {
        port.postMessage(answer);
        if (answer.type === "checked" && answer.findings.length > 0) await sendCard(frame);
    } catch {
        /* The page has gone in the meantime; nobody is left to tell. */
    }
}

/** @param {Frame} frame @param {string} url @param {FromPage} request @returns {Promise<CheckAnswer | Done>} */
async function answerTo(frame, url, request) {
    if (request.type === "check") return check(frame, request);
    if (request.type === "nothing") await keepNothing(frame, request);
    else await remember(request, url);
    return { type: "done" };
}

onRequest((message) => (message.type === "check-tab" ? checkTab(message.tabId, message) : tabState(message.tabId)));

onMenu((id, { id: tabId, url }) => {
    void checkTab(tabId, { anyway: false, clicked: true, selection: id === MENU_CHECK_SELECTION, url });
});

onCommand((command, tab) => {
    if (command === "check-page") void checkTab(tab.id, { anyway: false, clicked: true, url: tab.url });
    if (command === "next-finding") void step(tab, 1);
    if (command === "previous-finding") void step(tab, -1);
});

/** Goes to the next finding; on a page not yet checked, checks it first. @param {{id: number, url: string | undefined}} tab @param {1 | -1} by */
async function step({ id, url }, by) {
    if ((await stepInTab(id, by)) !== undefined) return;
    await checkTab(id, { anyway: false, clicked: true, url });
    await stepInTab(id, by);
}

/** What is open on a site that has just been allowed is checked too. */
async function checkNewSites() {
    const options = { anyway: false, clicked: false, asked: false };
    for (const { id, url } of await updateRegistration()) await checkTab(id, { ...options, url });
}

/** The first run's page, unless the organisation wants none. */
async function welcome() {
    const { policy } = await readHeld();
    if (policy.welcome !== false) await openPage("welcome/welcome.html");
}
