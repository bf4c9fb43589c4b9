/* result-keys.js: under which key of storage.session the result of each document in a tab is kept: what keeps results, and
 * what shows them, meet here. Plain data to plain data. */

/** @typedef {import("./messages.d.ts").Frame} Frame */

const KEY = /^tab:(\d+)(?::(\d+))?$/u;

/** @param {Frame} frame */
export function resultKey({ tabId, frameId }) {
    return frameId === 0 ? `tab:${tabId}` : `tab:${tabId}:${frameId}`;
}

/** @param {string} key @returns {Frame | undefined} */
export function frameOf(key) {
    const [, tabId, frameId = "0"] = KEY.exec(key) ?? [];
    return tabId === undefined ? undefined : { tabId: Number(tabId), frameId: Number(frameId) };
}

/** Whether a result of the tab is among what has changed. @param {string[]} keys @param {number | undefined} tabId */
export function isOfTab(keys, tabId) {
    return keys.some((key) => frameOf(key)?.tabId === tabId);
}
