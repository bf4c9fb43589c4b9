/* results.js: what is known of each tab, kept in storage.session because the background may stop at any moment. Knows
 * nothing of how a page is checked. */

import { openTabIds, readSession, removeSession, sessionKeys, writeSession } from "../shared/browser.js";

/** @typedef {import("../shared/messages.d.ts").TabState} TabState */

const PREFIX = "tab:";

/** The key under which a tab's result is kept. @param {number} tabId */
export function resultKey(tabId) {
    return PREFIX + tabId;
}

/** @param {number} tabId @returns {Promise<Extract<TabState, {load: string}> | undefined>} */
export function readResult(tabId) {
    return readSession(resultKey(tabId));
}

/** All that is kept, by tab. @returns {Promise<[tabId: number, result: Extract<TabState, {load: string}>][]>} */
export async function readResults() {
    const keys = (await sessionKeys()).filter((key) => key.startsWith(PREFIX));
    const results = await Promise.all(keys.map(readSession));
    return keys.map((key, index) => [Number(key.slice(PREFIX.length)), results[index]]);
}

/**
 * Keeps a tab's result, and lets go of those of tabs that are gone: done here, so that no closing tab wakes us.
 * @param {number} tabId @param {Extract<TabState, {load: string}>} result
 */
export async function writeResult(tabId, result) {
    const open = new Set((await openTabIds()).map(resultKey));
    const gone = (await sessionKeys()).filter((key) => key.startsWith(PREFIX) && !open.has(key));
    if (gone.length > 0) await removeSession(gone);
    await writeSession(resultKey(tabId), result);
}
