/* views.js: what the settings make of a finding: marked in the page, in the list only, dismissed, or not shown. Plain data
 * to plain data; knows neither storage nor surfaces. */

import { LEVELS } from "./levels.js";
import { isAmong, siteOf } from "./sites.js";

/** @typedef {import("./messages.d.ts").Finding} Finding */
/** @typedef {import("./messages.d.ts").Counts} Counts */
/** @typedef {import("./messages.d.ts").View} View */
/** @typedef {import("./settings-types.d.ts").Dismissal} Dismissal */
/** @typedef {import("./settings-types.d.ts").Settings} Settings */

/* What is kept of a dismissal, and how many are: fewer than settings.js takes for a list at all. */
const MOST_LETTERS = 1000;
const MOST_DISMISSED = 4000;

/**
 * @param {Finding[]} findings
 * @param {string} url the page's
 * @param {Settings} settings
 * @returns {View[]}
 */
export function viewsOf(findings, url, settings) {
    const site = siteOf(url);
    const isOff = isAmong(site, settings.never);
    const dismissed = new Set(settings.dismissed.filter((each) => each.site === site).map(keyOf));
    return findings.map((finding) => {
        const { rule, speaker, level, quote } = finding;
        if (isOff || settings.rulesOff.includes(rule) || settings.modelsOff.includes(speaker.id)) return "off";
        if (dismissed.has(keyOf({ quote, speaker: speaker.id }))) return "dismissed";
        return settings.levels.includes(level) ? "marked" : "listed";
    });
}

/** How many findings of each level are in one of these views. @param {Finding[]} findings @param {View[]} views @param {View[]} wanted */
export function countsOf(findings, views, wanted) {
    const shown = findings.filter((_, index) => wanted.includes(/** @type {View} */ (views[index])));
    const pairs = LEVELS.map((level) => [level, shown.filter((finding) => finding.level === level).length]);
    return /** @type {Counts} */ (Object.fromEntries(pairs));
}

/** The same words, however they are set: an outlet's update may change quotes and spaces. @param {{quote: string, speaker: string}} words */
function keyOf({ quote, speaker }) {
    const words = quote.slice(0, MOST_LETTERS).toLowerCase();
    return `${speaker}\n${words.match(/[\p{L}\p{N}]+/gu)?.join(" ") ?? words}`;
}

/**
 * The remembered dismissals with one more, the latest first; beyond a bound the oldest go.
 * @param {Dismissal[]} dismissed
 * @param {Dismissal} more
 */
export function withDismissal(dismissed, more) {
    const cut = { ...more, quote: more.quote.slice(0, MOST_LETTERS) };
    return [cut, ...withoutDismissal(dismissed, cut)].slice(0, MOST_DISMISSED);
}

/** @param {Dismissal[]} dismissed @param {{site: string, quote: string, speaker: string}} which */
export function withoutDismissal(dismissed, which) {
    return dismissed.filter((each) => each.site !== which.site || keyOf(each) !== keyOf(which));
}
