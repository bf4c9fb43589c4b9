/* afternoon.mjs: the script that somebody writes in an afternoon: names, quotation marks, and a verb of saying beside a
 * name near a quote, as V8's regular expressions. The yardstick that the core is held to. Knows the pack's names and
 * verbs, and nothing else of it. */
import { readFileSync } from "node:fs";

const pack = JSON.parse(readFileSync(new URL("../../core/rules/en.json", import.meta.url), "utf8"));

/** @param {string[]} words */
function anyOf(words) {
    const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
    return escaped.sort((a, b) => b.length - a.length).join("|");
}

const names = anyOf([...pack.models.flatMap((/** @type {any} */ { names: all }) => all), "the chatbot"]);
const verbs = anyOf(pack.cues.flatMap((/** @type {any} */ { forms }) => forms).slice(0, 390));
const named = new RegExp(`(?<!\\w)(?:${names})(?!\\w)`);
const said = new RegExp(
    `(?<!\\w)(?:(?:${names})(?: \\w+){0,3} (?:${verbs})|(?:${verbs})(?: \\w+){0,3} (?:${names}))(?!\\w)`,
    "g",
);
const quoted = /[“"]([^“”"\n]{2,2000})[”"]/g;

/** How many quotes stand near a model that says something. @param {string} text a paragraph a line */
export function check(text) {
    let found = 0;
    for (const paragraph of text.split("\n")) {
        if (!named.test(paragraph)) continue;
        const quotes = [...paragraph.matchAll(quoted)];
        const claims = [...paragraph.matchAll(said)];
        for (const quote of quotes)
            for (const claim of claims) if (Math.abs(quote.index - claim.index) < quote[0].length + 120) found++;
    }
    return found;
}
