/* intake.js: what is pasted, dropped or opened, as blocks. Knows files and clipboards; nothing of the draft. How pages and
 * texts are read is the core's. */

import { blocksOfFragment, decoded, nodesOf } from "./page.js";

/** @typedef {import("./messages.d.ts").DraftBlock} DraftBlock */
/** @typedef {import("./checker.js").Checker} Checker */
/** What reads: the core, in its worker. @typedef {Pick<Checker, "readPage" | "readText">} Reader */

/* What an editor's program puts beside the text when it copies a whole document. */
const RICH = /<(?:p|h[1-6]|blockquote|li|article|div|a)\b/iu;
/* What is pasted has no name that would tell. */
const LOOKS_LIKE_MARKDOWN = /^#{1,6} \S|^> \S|\[[^\]\n]+\]\(https?:|^\S.*\n[=-]{3,}$/mu;

/** @param {File} file @param {Reader} reader @returns {Promise<DraftBlock[]>} */
export async function blocksOfFile(file, reader) {
    const text = decoded(await file.arrayBuffer());
    const isPage = /\.x?html?$/iu.test(file.name) || file.type === "text/html" || /^\s*<(?:!doctype|html)/iu.test(text);
    return isPage ? blocksOfHtml(text, reader) : reader.readText(text, /\.(?:md|markdown)$/iu.test(file.name));
}

/** @param {DataTransfer} data @param {Reader} reader @returns {Promise<DraftBlock[]>} */
export async function blocksOfTransfer(data, reader) {
    /* Before anything is waited for: the clipboard is open only now. */
    const [html, text] = [data.getData("text/html"), data.getData("text/plain")];
    const rich = RICH.test(html) ? blocksOfFragment(html) : [];
    /* Some programs hand over a plain text as HTML with a line break for each paragraph: then the plain text has more. */
    const plain = await reader.readText(text, LOOKS_LIKE_MARKDOWN.test(text));
    return rich.length >= plain.length || rich.some(({ kind }) => kind === "headline") ? rich : plain;
}

/** @param {string} html @param {Reader} reader */
async function blocksOfHtml(html, reader) {
    const blocks = await reader.readPage(nodesOf(html));
    return blocks.length > 0 ? blocks : blocksOfFragment(html);
}
