/* check.js: one check of a tab, from the user's click or shortcut, or from the script of a site that is always checked, to a
 * kept result. The content script asks over its Port; the core answers; here the two meet. Knows nothing of how marks or
 * cards look. */

import { factsOf, titleOf } from "../editor/facts.js";
import { askPage, runInFrames, runInPage, styleFrame } from "../shared/browser.js";
import { resultKey } from "../shared/result-keys.js";
import { isAmong, siteOf } from "../shared/sites.js";
import { readSettings } from "../shared/store.js";
import { countsOf, viewsOf } from "../shared/views.js";
import { showBadge } from "./badge.js";
import { engine } from "./engine.js";
import { joined } from "./frames.js";
import { markRules } from "./mark-rules.js";
import { prefilterOfPacks } from "./packs.js";
import { placesOf } from "./places.js";
import { readResult, readResults, writeResult } from "./results.js";

/** @typedef {import("../shared/messages.d.ts").CheckRequest} CheckRequest */
/** @typedef {import("../shared/messages.d.ts").CheckAnswer} CheckAnswer */
/** @typedef {import("../shared/messages.d.ts").Checked} Checked */
/** @typedef {import("../shared/messages.d.ts").Frame} Frame */
/** @typedef {import("../shared/messages.d.ts").TabState} TabState */
/** @typedef {import("../shared/messages.d.ts").View} View */
/** @typedef {import("../shared/messages.d.ts").InjectedOutcome} InjectedOutcome */

/** What is being done to results, the latest of each frame, while that goes on: pages have their answers first. @type {Map<string, Promise<unknown>>} */
const keeping = new Map();

/** What is known of the page that the tab shows now. @param {number} tabId @returns {Promise<TabState>} */
export async function tabState(tabId) {
    const live = await liveResults(tabId);
    const [first] = live;
    if (first === undefined) return { state: "unchecked" };
    return (await offState(first.result.url)) ?? joined(live);
}

/** What is kept of the documents that the tab shows now; nothing unless the top one is among them. @param {number} tabId */
async function liveResults(tabId) {
    const kept = await readResults(tabId);
    const loads = await Promise.all(kept.map(({ frame }) => askPage(frame, { type: "who" })));
    const live = kept.filter(({ result }, index) => result.load === loads[index]);
    return live[0]?.frame.frameId === 0 ? live : [];
}

/** Goes to the next finding (1) or the previous one (-1); whether there is any. @param {number} tabId @param {1 | -1} by */
export async function stepInTab(tabId, by) {
    const top = { tabId, frameId: 0 };
    const others = (await readResults(tabId)).map(({ frame }) => frame).filter(({ frameId }) => frameId !== 0);
    /** @type {boolean | undefined} */
    let answer;
    for (const frame of [top, ...others]) {
        const given = await askPage(frame, { type: "step", by });
        if (given === true) return true;
        answer ??= given;
    }
    return answer;
}

/**
 * Checks the page in a tab, or what is selected in it: the content script goes in, and asks back only where there could be
 * a finding.
 * @param {number} tabId
 * @param {{anyway: boolean, clicked: boolean, asked?: boolean, selection?: boolean, url?: string | undefined}} options
 * @returns {Promise<TabState>}
 */
export async function checkTab(tabId, { anyway, clicked, asked = true, selection = false, url }) {
    const off = await offState(url);
    if (off !== undefined) return off;
    let outcome;
    try {
        const { packs } = await readSettings();
        const options = { anyway, asked, selection, more: prefilterOfPacks(packs) };
        outcome = await runInPage(tabId, options);
        void runInFrames(tabId, options);
    } catch {
        return { state: clicked ? "not-allowed" : "needs-click" };
    }
    return await conclude(tabId, outcome);
}

/** @param {string | undefined} url @returns {Promise<TabState | undefined>} where the user has switched the site off */
async function offState(url) {
    const site = siteOf(url ?? "");
    const { never } = await readSettings();
    return site !== undefined && isAmong(site, never) ? { state: "off", site } : undefined;
}

/** @param {number} tabId @param {InjectedOutcome | undefined} outcome @returns {Promise<TabState>} */
async function conclude(tabId, outcome) {
    if (outcome === undefined) return { state: "failed", detail: "no answer from the page" };
    if (outcome.outcome === "unreadable") return { state: "cannot-run" };
    if (outcome.outcome === "failed") return { state: "failed", detail: outcome.detail };
    const top = { tabId, frameId: 0 };
    if (outcome.outcome === "answered") {
        await keeping.get(resultKey(top));
        return (await readResult(top)) ?? { state: "unchecked" };
    }
    return await keepNothing(top, outcome);
}

/**
 * A page on which nothing could be found, or can be any more.
 * @param {Frame} frame @param {{load: string, url: string, selection: boolean}} page @returns {Promise<TabState>}
 */
export async function keepNothing(frame, page) {
    /** @type {Checked} */
    const nothing = { ...checked(page), counts: { alert: 0, notice: 0, info: 0 }, findings: [], views: [] };
    await keep(frame, nothing);
    return nothing;
}

/** @param {{load: string, url: string, selection: boolean}} page */
function checked({ load, url, selection }) {
    return {
        ...{ state: /** @type {const} */ ("checked"), load, url, at: Date.now() },
        ...(selection && { selection: /** @type {const} */ (true) }),
    };
}

/** The check that a content script asks for. @param {Frame} frame @param {CheckRequest} request @returns {Promise<CheckAnswer>} */
export async function check(frame, request) {
    const { load, anyway, selection, url, nodes, style } = request;
    const settings = await readSettings();
    const { core, packsFault } = await engine(settings.packs);
    const result = core.checkPage({ url, nodes }, { anyway, chosen: selection, notes: true });
    const { findings } = result.report;
    const views = viewsOf(findings, url, settings);
    const rules = findings.length > 0 && style !== undefined ? rulesFor(frame, style) : undefined;
    const isJudged = result.article || anyway || selection;
    keepSoon(
        frame,
        isJudged && result.report.read !== false
            ? { ...checked(request), ...told(result, views), ...(packsFault !== undefined && { packsFault }) }
            : { state: isJudged ? "unread" : "no-article", load, url },
    );
    return {
        type: "checked",
        findings,
        places: placesOf(result, nodes),
        look: { views, style: settings.style },
        rules,
    };
}

/** What of a check is kept. @param {import("../mouthpiece.js").PageResult} result @param {View[]} views */
function told({ document: { blocks }, report: { findings, notes = [] } }, views) {
    return {
        counts: countsOf(findings, views, ["marked"]),
        findings,
        views,
        passages: blocks.length,
        facts: findings.map((finding) => factsOf(finding, blocks)),
        notes,
        title: titleOf(blocks),
    };
}

/**
 * The rules for a document's marks, which the browser takes beside the answer: nothing waits for it.
 * @param {Frame} frame @param {string} base
 */
function rulesFor(frame, base) {
    const rules = /^x[a-z0-9]+$/u.test(base) ? markRules(base) : "";
    void styleFrame(frame, rules).then((isTaken) => isTaken || askPage(frame, { type: "unstyled" }));
    return rules;
}

/** Counts anew what a tab shows; where it has gone on to another page, the badge is that page's. @param {number} tabId */
export async function refreshBadge(tabId) {
    const live = await liveResults(tabId);
    if (live.length > 0) await showBadge(tabId, joined(live));
}

/** Keeps a result while the page has its answer already. @param {Frame} frame @param {Extract<TabState, {load: string}>} state */
function keepSoon(frame, state) {
    keep(frame, state).catch((error) => console.error("the result was not kept:", error));
}

/** Keeps a frame's result, in its turn. @param {Frame} frame @param {Extract<TabState, {load: string}>} state */
function keep(frame, state) {
    return inTurn(frame, () => write(frame, state));
}

/**
 * Looks at a frame's kept result anew, in its turn: the result of a check that ends meanwhile is not lost.
 * @param {Frame} frame @param {(result: Checked) => Checked} review
 * @returns {Promise<Checked | undefined>} what is kept now, where anything was
 */
export function reviewKept(frame, review) {
    return inTurn(frame, async () => {
        const result = await readResult(frame);
        if (result?.state !== "checked") return undefined;
        const reviewed = review(result);
        await writeResult(frame, reviewed);
        return reviewed;
    });
}

/**
 * What is done to a frame's result, one after the other.
 * @template Done
 * @param {Frame} frame @param {() => Promise<Done>} work @returns {Promise<Done>}
 */
function inTurn(frame, work) {
    const key = resultKey(frame);
    const before = keeping.get(key) ?? Promise.resolve();
    const done = before
        .catch(() => {})
        .then(work)
        .finally(() => void (keeping.get(key) === done && keeping.delete(key)));
    keeping.set(key, done);
    return done;
}

/** @param {Frame} frame @param {Extract<TabState, {load: string}>} state */
async function write(frame, state) {
    await writeResult(frame, state);
    const { tabId, frameId } = frame;
    const isAlone = frameId === 0 && (await readResults(tabId)).length === 1;
    const live = isAlone ? [] : await liveResults(tabId);
    await showBadge(tabId, live.length === 0 ? state : joined(live));
}
