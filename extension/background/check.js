/* check.js: one check of a tab, from the user's click or shortcut to a kept result. The content script asks over its
 * Port; the core answers; here the two meet. Knows nothing of how marks or cards look. */

import { askPage, runInPage, sendCard } from "../shared/browser.js";
import { showBadge } from "./badge.js";
import { engine } from "./engine.js";
import { readResult, writeResult } from "./results.js";

/** @typedef {import("../shared/messages.d.ts").CheckRequest} CheckRequest */
/** @typedef {import("../shared/messages.d.ts").CheckAnswer} CheckAnswer */
/** @typedef {import("../shared/messages.d.ts").CheckFailure} CheckFailure */
/** @typedef {import("../shared/messages.d.ts").TabState} TabState */
/** @typedef {import("../shared/messages.d.ts").InjectedOutcome} InjectedOutcome */

/** What is known of the page that the tab shows now. @param {number} tabId @returns {Promise<TabState>} */
export async function tabState(tabId) {
    const [kept, live] = await Promise.all([readResult(tabId), askPage(tabId, { type: "who" })]);
    return kept !== undefined && kept.load === live ? kept : { state: "unchecked" };
}

/**
 * Checks the page in a tab: the content script goes in, and asks back only where the page could hold a finding.
 * @param {number} tabId @param {{anyway: boolean, clicked: boolean}} options @returns {Promise<TabState>}
 */
export async function checkTab(tabId, { anyway, clicked }) {
    let outcome;
    try {
        outcome = await runInPage(tabId, { anyway });
    } catch {
        return { state: clicked ? "not-allowed" : "needs-click" };
    }
    return await conclude(tabId, outcome);
}

/** @param {number} tabId @param {InjectedOutcome | undefined} outcome @returns {Promise<TabState>} */
async function conclude(tabId, outcome) {
    if (outcome === undefined) return { state: "failed", detail: "no answer from the page" };
    if (outcome.outcome === "unreadable") return { state: "cannot-run" };
    if (outcome.outcome === "failed") return { state: "failed", detail: outcome.detail };
    if (outcome.outcome === "answered") return (await readResult(tabId)) ?? { state: "unchecked" };
    return await keepNothing(tabId, outcome);
}

/**
 * A page on which nothing could be found, or can be any more.
 * @param {number} tabId @param {{load: string, url: string}} page @returns {Promise<TabState>}
 */
export async function keepNothing(tabId, { load, url }) {
    /** @type {TabState & {load: string}} */
    const nothing = {
        state: "checked",
        load,
        url,
        at: Date.now(),
        counts: { alert: 0, notice: 0, info: 0 },
        findings: [],
    };
    await keep(tabId, nothing);
    return nothing;
}

/** Answers a content script. @param {chrome.runtime.Port} port @param {number} tabId @param {CheckRequest} request */
export async function serveCheck(port, tabId, request) {
    /** @type {CheckAnswer | CheckFailure} */
    let answer;
    try {
        answer = await check(tabId, request);
    } catch (error) {
        answer = { type: "failed", detail: error instanceof Error ? error.message : String(error) };
    }
    try {
        port.postMessage(answer);
        if (answer.type === "checked" && answer.findings.length > 0) await sendCard(tabId);
    } catch {
        /* The page has gone in the meantime; nobody is left to tell. */
    }
}

/** @param {number} tabId @param {CheckRequest} request @returns {Promise<CheckAnswer>} */
async function check(tabId, { load, anyway, url, nodes }) {
    const mouthpiece = await engine();
    const { article, document, report, segments } = mouthpiece.checkPage({ url, nodes }, { anyway });
    const { counts, findings } = report;
    await keep(
        tabId,
        article || anyway
            ? { state: "checked", load, url, at: Date.now(), counts, findings }
            : { state: "no-article", load, url },
    );
    return { type: "checked", article, texts: document.blocks.map((block) => block.text), findings, segments };
}

/** @param {number} tabId @param {Extract<TabState, {load: string}>} state */
async function keep(tabId, state) {
    await Promise.all([writeResult(tabId, state), showBadge(tabId, state)]);
}
