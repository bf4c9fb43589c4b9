/* checklist.js: what an editor asks of each finding before a page goes out, and what the page itself already answers.
 * Plain data to plain data: knows findings and blocks, not how a list of them looks. */

import { localized, pageLines } from "../shared/wording.js";

/** @typedef {import("../shared/messages.d.ts").Finding} Finding */
/** @typedef {{kind?: string, text: string, links: {start: number, end: number, href: string}[]}} Block */
/** @typedef {"prompt" | "maker" | "answer" | "link" | "archive" | "headline"} QuestionId */
/**
 * `answer` is what the page says to it, and `found` whether that is what the editor hopes for.
 * @typedef {{id: QuestionId, text: string, answer: string, found: boolean}} Question
 */

/* Sites that keep pages as they were. */
const ARCHIVES = /(?:^|\.)(?:archive\.(?:org|today|ph|is|md|li|fo|vn)|perma\.cc|ghostarchive\.org|webcitation\.org)$/u;

/** @param {Finding} finding @param {Block[]} blocks of the document @returns {Question[]} */
export function questionsOf(finding, blocks) {
    const hosts = hostsNear(finding, blocks);
    return [prompt(finding), maker(finding), answer(finding), link(hosts), archive(hosts), headline(finding, blocks)];
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

/** @param {Finding} finding @param {Block[]} blocks @returns {Question} */
function headline(finding, blocks) {
    const isHeadline = blocks[finding.block]?.kind === "headline";
    return question(
        "headline",
        localized("ask_headline"),
        localized(isHeadline ? "headline_says" : "headline_else"),
        !isHeadline,
    );
}

/** @param {QuestionId} id @param {string} text @param {string} answered @param {boolean} found @returns {Question} */
function question(id, text, answered, found) {
    return { id, text, answer: answered, found };
}

/** @param {string[]} hosts */
function listed(hosts) {
    return [...new Set(hosts)].slice(0, 3).join(", ");
}

/**
 * Where the links in the finding's block, and in those beside it, lead.
 * @param {Finding} finding
 * @param {Block[]} blocks
 */
function hostsNear({ block }, blocks) {
    return blocks
        .slice(Math.max(block - 1, 0), block + 2)
        .flatMap(({ links }) => links)
        .flatMap(({ href }) => {
            const url = parsed(href);
            return url === null || url.host === "" ? [] : [url.host.replace(/^www\./u, "")];
        });
}

/** @param {string} href */
function parsed(href) {
    try {
        return new URL(href);
    } catch {
        return null;
    }
}
