/* wording.js: what the card, the lists and the badge say about findings, out of _locales. Knows findings and texts, not
 * where they are shown. It states what the page does with a model's words; it never scores the page. */

import { localized } from "./browser.js";
import { LEVELS } from "./levels.js";

export { LEVELS, localized };

/** The language of our texts, a BCP 47 tag; not always that of the browser. */
export function textLanguage() {
    return localized("language");
}

/** @typedef {import("./messages.d.ts").Finding} Finding */
/** @typedef {import("./messages.d.ts").Level} Level */
/** @typedef {import("./messages.d.ts").SignalId} SignalId */
/** @typedef {import("./messages.d.ts").Counts} Counts */

/** The page's maker-… signals, in the order in which they settle what the card says. @type {SignalId[]} */
const MAKER_SIGNALS = ["maker-confirmed", "maker-denied", "maker-silent"];

/**
 * A counted text: "1 alert", "2 alerts", by the language's own plural forms.
 * @param {string} key
 * @param {number} count
 * @param {string[]} [more] further values
 */
export function counted(key, count, more = []) {
    const form = new Intl.PluralRules(textLanguage()).select(count);
    const values = [count.toLocaleString(textLanguage()), ...more];
    const text = localized(`${key}_${form}`, values);
    return text === `${key}_${form}` ? localized(`${key}_other`, values) : text;
}

/** "2 alerts, 1 notice"; what there is none of is left out. @param {Counts} counts */
export function countsLine(counts) {
    const present = LEVELS.filter((level) => counts[level] > 0);
    if (present.length === 0) return localized("count_none");
    const parts = present.map((level) => counted(`count_${level}`, counts[level]));
    return new Intl.ListFormat(textLanguage(), { type: "unit", style: "long" }).format(parts);
}

/** @param {Level} level */
export function levelName(level) {
    return localized(`level_${level}`);
}

/** The quote between the language's own marks. @param {string} quote */
export function quoted(quote) {
    return localized("quoted", [quote]);
}

/* The guideline's id of a model that the page does not name. */
export const UNNAMED = "generic";

/** @param {Finding["speaker"]} speaker @returns {[model: string, maker: string]} as they stand inside a sentence */
function namesOf({ id, name, maker }) {
    return [id === UNNAMED ? localized("the_model") : name, maker || localized("its_maker")];
}

/** "Grok is a language model made by xAI." @param {Finding} finding */
export function speakerLine({ speaker }) {
    return localized(speakerKey("speaker", speaker), namesOf(speaker));
}

/** "Grok, a language model by xAI", for lists. @param {Finding} finding */
export function speakerShort({ speaker }) {
    return localized(speakerKey("speaker_short", speaker), namesOf(speaker));
}

/** @param {string} key @param {Finding["speaker"]} speaker */
function speakerKey(key, { id, maker }) {
    if (id === UNNAMED) return maker ? `${key}_unnamed` : `${key}_unknown`;
    return maker ? `${key}_named` : `${key}_unmade`;
}

/** Who can be held to account. @param {Finding} finding */
export function answerable({ speaker }) {
    return speaker.maker || localized("answerable_unnamed");
}

/** What the page uses the words for, and what a model cannot do. @param {Finding} finding */
export function useLine({ role, act, speaker }) {
    return localized(`use_${role === "spokesperson" ? (act ?? "other") : role}`, namesOf(speaker));
}

/** For lists: "Apology", "Used as information", "Specimen". @param {Finding} finding */
export function useShort({ role, act }) {
    return localized(role === "spokesperson" ? `act_${act ?? "other"}` : `role_${role}`);
}

/**
 * One line of "what the page says": a signal that was found, or the lack of one that a reader would want.
 * @typedef {{kind: "prompt" | "maker" | "contradicted" | "caveated", found: boolean, text: string,
 *            place?: {block: number, start: number, end: number}}} PageLine
 */

/** @param {Finding} finding @returns {PageLine[]} */
export function pageLines(finding) {
    const { speaker, signals } = finding;
    const names = namesOf(speaker);
    const find = (/** @type {SignalId} */ id) => signals.find((signal) => signal.id === id);
    /** @type {PageLine[]} */
    const lines = [line("prompt", find("prompt-disclosed"), "prompt", names)];
    const makers = MAKER_SIGNALS.flatMap((id) => find(id) ?? []);
    for (const signal of makers) lines.push(line("maker", signal, "maker", names));
    if (makers.length === 0) lines.push(line("maker", undefined, "maker", names));
    for (const id of /** @type {const} */ (["contradicted", "caveated"])) {
        const signal = find(id);
        if (signal !== undefined) lines.push(line(id, signal, id, names));
    }
    return lines;
}

/**
 * @param {PageLine["kind"]} kind @param {Finding["signals"][number] | undefined} signal
 * @param {string} missing @param {string[]} names @returns {PageLine}
 */
function line(kind, signal, missing, names) {
    if (signal === undefined) return { kind, found: false, text: localized(`no_${missing}`, names) };
    const { id, block, start, end } = signal;
    return {
        kind,
        found: true,
        text: localized(`signal_${id.replaceAll("-", "_")}`, names),
        place: { block, start, end },
    };
}

/**
 * What "Copy" puts on the clipboard: the words, whose they are, and where.
 * @param {Finding} finding
 * @param {string} url
 */
export function copyText(finding, url) {
    const said = pageLines(finding).map(({ text }) => `– ${text}`);
    const lines = [
        quoted(finding.quote),
        `${levelName(finding.level)}: ${useLine(finding)}`,
        speakerLine(finding),
        ...said,
    ];
    return [...lines, linkToQuote(url, finding.quote)].join("\n");
}

/**
 * What "This is wrong" puts on the clipboard: all that whoever looks into it needs, and room for what is wrong.
 * @param {Finding} finding
 * @param {{url: string, version: string}} where
 */
export function reportText(finding, { url, version }) {
    const { level, rule, confidence, role, act, speaker, quote } = finding;
    return [
        localized("report_head", [version]),
        `${localized("report_page")} ${linkToQuote(url, quote)}`,
        `${localized("report_quote")} ${quoted(quote)}`,
        `${localized("report_marked")} ${[level, speaker.id, role, act, rule, confidence].filter(Boolean).join(", ")}`,
        localized("report_wrong"),
        "",
    ].join("\n");
}

/** A link that leads to the very words (a text fragment). @param {string} url @param {string} quote */
export function linkToQuote(url, quote) {
    const words = quote.split(/\s+/u).slice(0, 8).join(" ");
    return `${url.replace(/#.*$/su, "")}#:~:text=${encodeURIComponent(words).replaceAll("-", "%2D")}`;
}
