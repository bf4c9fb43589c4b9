/* facts.js: what an editor's card needs of the text around a finding, so that the text itself need not be kept. Plain data to
 * plain data. */

/** @typedef {import("../shared/messages.d.ts").Finding} Finding */
/** @typedef {import("../shared/messages.d.ts").Facts} Facts */
/** @typedef {{kind?: string, text: string | Uint8Array, links?: {href: string}[]}} Block */

/** @param {Finding} finding @param {Block[]} blocks of its document @returns {Facts} */
export function factsOf({ block, rewordings }, blocks) {
    const near = blocks.slice(Math.max(block - 1, 0), block + 2);
    return {
        inHeadline: blocks[block]?.kind === "headline",
        hrefs: near.flatMap(({ links = [] }) => links.map(({ href }) => href)),
        originals: rewordings.map(({ replaces }) => {
            const text = replaces === null ? "" : (blocks[replaces.block]?.text ?? "");
            return typeof text === "string" ? text.slice(replaces?.start, replaces?.end) : "";
        }),
    };
}

/** @param {Block[]} blocks @returns {string} the headline */
export function titleOf(blocks) {
    const text = blocks.find(({ kind }) => kind === "headline")?.text ?? "";
    return typeof text === "string" ? text : "";
}
