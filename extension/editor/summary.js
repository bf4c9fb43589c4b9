/* summary.js: what an editor copies into a ticket: the findings, what the page says about each, and what was ticked. Plain
 * text that reads well as Markdown too. */

import { countsLine, levelName, localized, pageLines, quoted, speakerShort, useShort } from "../shared/wording.js";

/** @typedef {import("../shared/messages.d.ts").Finding} Finding */
/** @typedef {import("../shared/messages.d.ts").Counts} Counts */
/** @typedef {import("./checklist.js").Question} Question */
/** @typedef {import("../../wasm/mouthpiece.d.ts").Note} Note */
/** @typedef {{finding: Finding, questions: Question[], ticked: Set<string>}} Item */

/**
 * @param {{title: string, url?: string, counts: Counts, items: Item[], notes: Note[]}} what
 * @returns {string}
 */
export function summaryOf({ title, url = "", counts, items, notes }) {
    const head = [title && `# ${title}`, url, countsLine(counts)].filter(Boolean);
    const parts = items.map((item, index) => itemText(item, index + 1));
    const noted = notes.map(({ words, message }) => `- ${quoted(words)}: ${message}`);
    if (noted.length > 0) parts.push([`## ${localized("notes_title")}`, ...noted].join("\n"));
    return `${[head.join("\n"), ...parts].join("\n\n")}\n`;
}

/** @param {Item} item @param {number} number */
function itemText({ finding, questions, ticked }, number) {
    return [
        `## ${number}. ${levelName(finding.level)}: ${useShort(finding)}`,
        quoted(finding.quote),
        speakerShort(finding),
        ...pageLines(finding).map(({ text }) => `- ${text}`),
        ...questions.map(({ id, text }) => `- [${ticked.has(id) ? "x" : " "}] ${text}`),
        ...finding.rewordings
            .filter(({ replaces }) => replaces === null)
            .map(({ text }) => `${localized("rewordings_title")}: ${text}`),
    ].join("\n");
}
