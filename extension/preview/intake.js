/* intake.js: what is pasted, dropped or opened, as blocks. Knows files and clipboards; nothing of the draft. */

import { blocksOfFragment, decoded, nodesOf } from "./page.js";
import { blocksOfText } from "./text.js";

/** @typedef {import("./messages.d.ts").DraftBlock} DraftBlock */
/** @typedef {(url: string, nodes: import("../../wasm/mouthpiece.d.ts").PageNode[]) => Promise<{blocks: DraftBlock[]}>} PageReader */

/* What an editor's program puts beside the text when it copies a whole document. */
const RICH = /<(?:p|h[1-6]|blockquote|li|article|div|a)\b/iu;

/** @param {File} file @param {PageReader} read @returns {Promise<DraftBlock[]>} */
export async function blocksOfFile(file, read) {
    const text = decoded(await file.arrayBuffer());
    const isPage = /\.x?html?$/iu.test(file.name) || file.type === "text/html" || /^\s*<(?:!doctype|html)/iu.test(text);
    return isPage ? await blocksOfHtml(text, read) : blocksOfText(text, file.name);
}

/** @param {DataTransfer} data @returns {DraftBlock[]} */
export function blocksOfTransfer(data) {
    const [html, text] = [data.getData("text/html"), data.getData("text/plain")];
    const rich = RICH.test(html) ? blocksOfFragment(html) : [];
    /* Some programs hand over a plain text as HTML with a line break for each paragraph: then the plain text has more. */
    const plain = blocksOfText(text);
    return rich.length >= plain.length || rich.some(({ kind }) => kind === "headline") ? rich : plain;
}

/** @param {string} html @param {PageReader} read */
async function blocksOfHtml(html, read) {
    const { blocks } = await read("", nodesOf(html));
    return blocks.length > 0 ? blocks : blocksOfFragment(html);
}
