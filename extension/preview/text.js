/* text.js: blocks out of plain text and Markdown, as far as an editor's preview needs: which lines belong together, what
 * they are, and where links lead. Plain data to plain data. The command's own reading of Markdown is in core/cli. */

/** @typedef {import("../../wasm/mouthpiece.d.ts").BlockKind} BlockKind */
/** @typedef {{kind: BlockKind, text: string, links: {start: number, end: number, href: string}[]}} Block */

const LONGEST_HEADLINE = 160;
const LOOKS_LIKE_MARKDOWN = /^#{1,6} \S|^> \S|\[[^\]\n]+\]\(https?:|^\S.*\n[=-]{3,}$/mu;

/** @param {string} text @param {string} [name] the file's @returns {Block[]} */
export function blocksOfText(text, name = "") {
    const lines = text.replace(/\r\n?/gu, "\n").replace(/^\uFEFF/u, "");
    const isMarkdown = /\.(?:md|markdown)$/iu.test(name) || (name === "" && LOOKS_LIKE_MARKDOWN.test(lines));
    return isMarkdown ? blocksOfMarkdown(lines) : blocksOfPlain(lines);
}

/** A first line that is short and ends like no sentence is a headline. @param {string} text @returns {Block[]} */
function blocksOfPlain(text) {
    const paragraphs = text.split(/\n[ \t]*\n/u).flatMap((part) => part.trim() || []);
    return paragraphs.map((part, index) => {
        const isHeadline =
            index === 0 && paragraphs.length > 1 && part.length <= LONGEST_HEADLINE && !/[\n]|[.!?:”"]$/u.test(part);
        return { kind: isHeadline ? "headline" : "paragraph", text: part.replace(/\s*\n\s*/gu, " "), links: [] };
    });
}

/** @param {string} text @returns {Block[]} */
function blocksOfMarkdown(text) {
    const body = text.replace(/^---\n[^]*?\n---\n/u, "").replace(/<!--[^]*?-->/gu, "");
    /** @type {{kind: BlockKind, lines: string[]}[]} */
    const parts = [];
    let open = false;
    for (const line of body.split("\n")) {
        const { kind, rest, joins } = lineOf(line);
        const last = parts.at(-1);
        if (rest === "") open = false;
        else if (open && last !== undefined && /^(?:=+|-{2,})$/u.test(rest)) {
            last.kind = rest.startsWith("=") ? "headline" : "subhead";
            open = false;
        } else if (open && joins && last !== undefined && (last.kind === kind || kind === "paragraph"))
            last.lines.push(rest);
        else if (!/^(?:[-*_] ?){3,}$/u.test(rest)) {
            parts.push({ kind, lines: [rest] });
            open = kind !== "headline" && kind !== "subhead";
        }
    }
    const firstHeadline = parts.findIndex(({ kind }) => kind === "headline");
    return parts.map(({ kind, lines }, index) => ({
        kind: kind === "headline" && index !== firstHeadline ? "subhead" : kind,
        ...inline(lines.join(" ")),
    }));
}

/** @param {string} line @returns {{kind: BlockKind, rest: string, joins: boolean}} */
function lineOf(line) {
    const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*$/u.exec(line);
    if (heading !== null)
        return { kind: heading[1] === "#" ? "headline" : "subhead", rest: heading[2] ?? "", joins: false };
    const quoted = /^ {0,3}>\s?(.*)$/u.exec(line);
    if (quoted !== null) return { kind: "blockquote", rest: (quoted[1] ?? "").trim(), joins: true };
    const item = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(.*)$/u.exec(line);
    if (item !== null) return { kind: "listitem", rest: (item[1] ?? "").trim(), joins: false };
    return { kind: "paragraph", rest: line.trim(), joins: true };
}

/* One piece of inline markup a match: an escape, a picture, a link, an address, emphasis. */
const INLINE =
    /\\([!-/:-@[-`{-~])|!\[[^\]]*\]\([^)\s]*[^)]*\)|\[([^\]]+)\]\(\s*<?([^)\s>]+)>?[^)]*\)|<(https?:[^>\s]+)>|(\*{1,3}|_{1,3}(?=\S)|`+)/gu;

/** @param {string} source @returns {{text: string, links: Block["links"]}} */
function inline(source) {
    /** @type {Block["links"]} */
    const links = [];
    let text = "";
    let at = 0;
    for (const match of source.matchAll(INLINE)) {
        const [whole, escaped, label, href, address, mark] = match;
        text += source.slice(at, match.index);
        at = match.index + whole.length;
        if (escaped !== undefined) text += escaped;
        else if (label !== undefined || address !== undefined) {
            const words = inline(label ?? "").text || (address ?? "");
            links.push({ start: text.length, end: text.length + words.length, href: href ?? address ?? "" });
            text += words;
        } else if (mark !== undefined && isWordInside(source, match.index, whole)) text += whole;
    }
    return { text: text + source.slice(at), links };
}

/** snake_case is no emphasis. @param {string} source @param {number} at @param {string} mark */
function isWordInside(source, at, mark) {
    const isWord = (/** @type {string | undefined} */ character) => /[\p{L}\p{N}]/u.test(character ?? "");
    return mark.startsWith("_") && isWord(source[at - 1]) && isWord(source[at + mark.length]);
}
