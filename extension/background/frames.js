/* frames.js: what is known of a page that is made of several documents, as one: the top one's findings, then those of its
 * frames. Plain data to plain data. */

import { countsOf } from "../shared/views.js";

/** @typedef {import("../shared/messages.d.ts").Checked} Checked */
/** @typedef {import("./results.js").Kept} Kept */
/** @typedef {import("./results.js").Result} Result */

/** @param {Kept[]} kept of one tab, its top document's first @returns {Result} */
export function joined(kept) {
    const [first, ...others] = kept;
    const within = others.flatMap(({ frame, result }) =>
        result.state === "checked" && result.findings.length > 0 ? [{ frame, result }] : [],
    );
    const { result: top } = /** @type {Kept} */ (first);
    if (within.length === 0) return top;
    /* Where the top document is no article, a frame in it may be. */
    const parts = top.state === "checked" ? [{ frame: kept[0]?.frame, result: top }, ...within] : within;
    const findings = parts.flatMap(({ result }) => result.findings);
    const views = parts.flatMap(({ result }) => result.views);
    const passages = parts.reduce((sum, { result }) => sum + (result.passages ?? 0), 0);
    const frames = parts.flatMap(({ frame, result }) => result.findings.map(() => frame?.frameId ?? 0));
    const facts = parts.flatMap(({ result }) => result.facts ?? []);
    const notes = parts.flatMap(({ result }) => result.notes ?? []);
    const { result: lead } = /** @type {{result: Checked}} */ (parts[0]);
    const { load, url } = top;
    const joint = { findings, views, frames, passages, facts, notes };
    return { ...lead, load, url, ...joint, counts: countsOf(findings, views, ["marked"]) };
}
