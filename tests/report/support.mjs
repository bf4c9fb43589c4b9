/* support.mjs: what the tests of places and formats share: a piece of a source file by line and column, and the words that
 * are left of it without its markup. Knows the command from outside only. */
import assert from "node:assert/strict";

/** @typedef {{start_line: number, start_column: number, end_line: number, end_column: number}} Region */

/** The region's piece of the text: lines end with a line feed, columns count UTF-16 code units from 1.
 * @param {string} text @param {Region} region */
export function cut(text, region) {
    const lines = text.split("\n");
    const from = (/** @type {number} */ line, /** @type {number} */ column) =>
        lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
    return text.slice(from(region.start_line, region.start_column), from(region.end_line, region.end_column));
}

/** The entities of the tests' pages. An unknown one fails. @type {Record<string, string>} */
const NAMES = {
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: "\u00a0",
    rsquo: "’",
    lsquo: "‘",
    rdquo: "”",
    ldquo: "“",
    mdash: "—",
    ndash: "–",
    hellip: "…",
    euro: "€",
    eacute: "é",
    egrave: "è",
    agrave: "à",
    ccedil: "ç",
    uuml: "ü",
    ouml: "ö",
    auml: "ä",
    szlig: "ß",
    laquo: "«",
    raquo: "»",
    bdquo: "„",
    sbquo: "‚",
    shy: "\u00ad",
    zwnj: "\u200c",
    thinsp: "\u2009",
};

/** @param {string} text */
export function decodeEntities(text) {
    return text.replace(/&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));/gu, (whole, decimal, hex, name) => {
        if (name !== undefined) {
            assert.ok(name in NAMES, `an entity that the test does not know: ${whole}`);
            return NAMES[name] ?? "";
        }
        return String.fromCodePoint(decimal === undefined ? parseInt(hex, 16) : Number(decimal));
    });
}

/** White space as CSS collapses it, without what cannot be seen. @param {string} text */
export function plain(text) {
    return text
        .replace(/[\u00ad\u200b\u2060\ufeff\u200e\u200f]/gu, "")
        .replace(/[ \t\r\n\f]+/gu, " ")
        .trim();
}

/** @param {string} html */
export function wordsOfHtml(html) {
    return plain(
        decodeEntities(
            html.replace(/<!--.*?-->|<\/?[a-zA-Z](?:"[^"]*"|'[^']*'|[^'">])*>/gsu, (tag) =>
                /^<(?:br|p|div|\/p|\/div)\b/iu.test(tag) ? " " : "",
            ),
        ),
    );
}
