/* main.js: the background's listeners, and nothing else. A service worker in Chromium, an event page in Firefox: it may
 * stop after any answer, so all listeners are set at the top level, nothing keeps it alive, and what must last is in
 * storage. It does not listen for navigation, so that browsing does not wake it. */

import {
    addPageMenu,
    askPage,
    localized,
    onCommand,
    onConnect,
    onInstalled,
    onMenu,
    onRequest,
} from "../shared/browser.js";
import { checkTab, keepNothing, serveCheck, tabState } from "./check.js";

const MENU_CHECK = "check-page";

onInstalled(() => addPageMenu(MENU_CHECK, localized("command_check")));

onConnect((port) => {
    const tabId = port.sender?.tab?.id;
    if (port.name !== "page" || tabId === undefined) return;
    port.onMessage.addListener((/** @type {import("../shared/messages.d.ts").FromPage} */ request) => {
        if (request.type === "check") void serveCheck(port, tabId, request);
        else void keepNothing(tabId, request).then(() => port.postMessage({ type: "done" }));
    });
});

onRequest((message) => (message.type === "check-tab" ? checkTab(message.tabId, message) : tabState(message.tabId)));

onMenu((_id, tabId) => void checkTab(tabId, { anyway: false, clicked: true }));

onCommand((command, tabId) => {
    if (command === "check-page") void checkTab(tabId, { anyway: false, clicked: true });
    if (command === "next-finding") void step(tabId, 1);
    if (command === "previous-finding") void step(tabId, -1);
});

/** Goes to the next finding; on a page not yet checked, checks it first. @param {number} tabId @param {1 | -1} by */
async function step(tabId, by) {
    if ((await askPage(tabId, { type: "step", by })) !== undefined) return;
    await checkTab(tabId, { anyway: false, clicked: true });
    await askPage(tabId, { type: "step", by });
}
