/* checklist.js: what an editor asks of each finding before a page goes out, and what the page itself already answers.
 * Plain data to plain data: knows findings and facts, not how a list of them looks. */

import { localized, pageLines } from "../shared/wording.js";

/** @typedef {import("../shared/messages.d.ts").Finding} Finding */
/** @typedef {import("./facts.js").Facts} Facts */
/** @typedef {"prompt" | "maker" | "answer" | "link" | "archive" | "headline"} QuestionId */
/**
 * `answer` is what the page says to it, and `found` whether that is what the editor hopes for.
 * @typedef {{id: QuestionId, text: string, answer: string, found: boolean}} Question
 */

/* Sites that keep pages as they were. */
const ARCHIVES = /(?:^|\.)(?:archive\.(?:org|today|ph|is|md|li|fo|vn)|perma\.cc|ghostarchive\.org|webcitation\.org)$/u;

/** @param {Finding} finding @param {Facts} facts @returns {Question[]} */
export function questionsOf(finding, { inHeadline, hrefs }) {
    const hosts = hrefs.flatMap(hostOf);
    return [prompt(finding), maker(finding), answer(finding), link(hosts), archive(hosts), headline(inHeadline)];
}

/** @param {Finding} finding @returns {Question} */
function prompt(finding) {
    const line = pageLines(finding).find(({ kind }) => kind === "prompt");
    return question("prompt", localized("ask_prompt"), line?.text ?? "", line?.found ?? false);
}

/** An answer, or the lack of one, tells that the maker was asked. @param {Finding} finding @returns {Question} */
function maker(finding) {
    const line = pageLines(finding).find(({ kind }) => kind === "maker");
    return question("maker", localized("ask_maker"), line?.text ?? "", line?.found ?? false);
}

/** @param {Finding} finding @returns {Question} */
function answer(finding) {
    const ids = finding.signals.map(({ id }) => id);
    const found = ids.includes("maker-confirmed") || ids.includes("maker-denied");
    const told = found || ids.includes("maker-silent");
    return question("answer", localized("ask_answer"), localized(told ? "answer_told" : "answer_untold"), told);
}

/** @param {string[]} hosts @returns {Question} */
function link(hosts) {
    const posts = hosts.filter((host) => !ARCHIVES.test(host));
    const found = posts.length > 0;
    const text = found ? localized("links_to", [listed(posts)]) : localized("links_none");
    return question("link", localized("ask_link"), text, found);
}

/** @param {string[]} hosts @returns {Question} */
function archive(hosts) {
    const copies = hosts.filter((host) => ARCHIVES.test(host));
    const found = copies.length > 0;
    const text = found ? localized("links_to", [listed(copies)]) : localized("archive_none");
    return question("archive", localized("ask_archive"), text, found);
}

/** @param {boolean} inHeadline @returns {Question} */
function headline(inHeadline) {
    const text = localized(inHeadline ? "headline_says" : "headline_else");
    return question("headline", localized("ask_headline"), text, !inHeadline);
}

/** @param {QuestionId} id @param {string} text @param {string} answered @param {boolean} found @returns {Question} */
function question(id, text, answered, found) {
    return { id, text, answer: answered, found };
}

/** @param {string[]} hosts */
function listed(hosts) {
    return [...new Set(hosts)].slice(0, 3).join(", ");
}

/** @param {string} href @returns {string[]} */
function hostOf(href) {
    try {
        const { host } = new URL(href);
        return host === "" ? [] : [host.replace(/^www\./u, "")];
    } catch {
        return [];
    }
}
