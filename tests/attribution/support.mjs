/* support.mjs: the shared folder's news articles as documents, and the command's reports on them. Knows the corpus's lines;
 * nothing of what is measured. */

import assert from "node:assert/strict";
import path from "node:path";
import process from "node:process";
import { lines, ROOT, run } from "../cli/support.mjs";

export const SHARED = path.resolve(process.env["MOUTHPIECE_SHARED"] ?? path.join(ROOT, "..", "shared"));

/** @typedef {{id: string, lang: string, text: string}} Article */

/**
 * An article as a document, a block for each line that holds anything, and where each block begins in the text.
 * @param {Article} article
 */
export function documentOf({ id, lang, text }) {
    const starts = [];
    const blocks = [];
    let at = 0;
    for (const line of text.split("\n")) {
        if (line.trim() !== "") {
            starts.push(at);
            blocks.push({ kind: "paragraph", text: line });
        }
        at += line.length + 1;
    }
    return { starts, document: { id, lang, blocks } };
}

/** @param {object[]} documents @param {string[]} options */
export function scan(documents, options = []) {
    const { status, stdout, stderr } = run(["scan", "--input", "jsonl", ...options, "-"], {
        input: documents.map((document) => JSON.stringify(document)).join("\n"),
    });
    assert.equal(status, 0, stderr);
    return lines(stdout);
}
