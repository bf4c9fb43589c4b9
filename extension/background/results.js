/* results.js: what is known of each tab, frame by frame, kept in storage.session because the background may stop at any
 * moment. Knows nothing of how a page is checked. */

import {
    openTabIds,
    readSession,
    readWholeSession,
    removeSession,
    sessionKeys,
    writeSession,
} from "../shared/browser.js";
import { frameOf, resultKey } from "../shared/result-keys.js";

/** @typedef {import("../shared/messages.d.ts").TabState} TabState */
/** A document in a tab; the top one is frame 0. @typedef {import("../shared/messages.d.ts").Frame} Frame */
/** @typedef {Extract<TabState, {load: string}>} Result */
/** @typedef {{frame: Frame, result: Result}} Kept */

/** @param {Frame} frame @returns {Promise<Result | undefined>} */
export function readResult(frame) {
    return readSession(resultKey(frame));
}

/** All that is kept, the top document of a tab first. @param {number} [ofTab] only of this tab @returns {Promise<Kept[]>} */
export async function readResults(ofTab) {
    return Object.entries(await readWholeSession())
        .flatMap(([key, result]) => {
            const frame = frameOf(key);
            return frame === undefined || (ofTab ?? frame.tabId) !== frame.tabId ? [] : [{ frame, result }];
        })
        .sort((one, other) => one.frame.frameId - other.frame.frameId);
}

/**
 * Keeps a frame's result, and lets go of those of tabs that are gone: done here, so that no closing tab wakes us.
 * @param {Frame} frame @param {Result} result
 */
export async function writeResult(frame, result) {
    const open = new Set(await openTabIds());
    const isGone = (/** @type {string} */ key) => !open.has(frameOf(key)?.tabId ?? -1);
    const gone = (await sessionKeys()).filter((key) => frameOf(key) !== undefined && isGone(key));
    if (gone.length > 0) await removeSession(gone);
    await writeSession(resultKey(frame), result);
}
