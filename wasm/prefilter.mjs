/* prefilter.mjs: one regular expression, made from the rule packs, that matches every text that could hold a finding.
 * The content script tries it on a page before it wakes anything. It may match too much, never too little: what a text
 * means is the core's to say. Knows the packs' shape, and how the core cuts words only as far as that needs. */

/* Classes of words, as packs name them, by which the core takes a page to speak of models. */
const telling = ["model", "evidence"];

/* Longer words need no boundary behind them: forms of them (chatbots, ChatGPT's) are to match too. */
const SHORT_WORD = 4;

/* Soft hyphens and joiners: the core reads through them, so a word that holds one may be any word. */
const INVISIBLE = "\\u00ad\\u200b-\\u200d\\u2060";

/** @param {string} text */
const escape = (text) => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

/**
 * Apostrophes come in three shapes; between words stands whatever is no letter.
 * @param {string} phrase
 * @returns {string} "" where the phrase has no words
 */
function sourceOfPhrase(phrase) {
    const words = phrase.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    const letters = words.join("").length;
    const behind = letters > 0 && letters <= SHORT_WORD ? "(?![a-z0-9])" : "";
    return words.map(escape).join("[\\W_]{0,40}") + behind;
}

/**
 * @param {any} pack
 * @returns {string[]} whatever in it can tell that a page speaks of a model
 */
function phrasesOf(pack) {
    const models = (pack.models ?? []).flatMap((/** @type {any} */ model) => [
        model.name,
        ...(model.names ?? []),
        ...(model.handles ?? []),
        ...(model.accounts ?? []),
    ]);
    return [...models, ...telling.flatMap((name) => pack.words?.[name] ?? [])];
}

/**
 * Drops what a shorter alternative matches already: "grok" makes "grok 4" needless.
 * @param {string[]} sources
 */
function withoutNeedless(sources) {
    /** @type {string[]} */
    const kept = [];
    for (const source of [...new Set(sources)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
        if (!kept.some((shorter) => source.startsWith(shorter))) kept.push(source);
    }
    return kept.sort();
}

/**
 * @param {any[]} packs parsed rule packs
 * @returns {string} source of a case-insensitive RegExp
 */
export function prefilterOf(packs) {
    const sources = packs
        .flatMap(phrasesOf)
        .map((phrase) => sourceOfPhrase(phrase.toLowerCase()))
        .filter(Boolean);
    if (sources.length === 0) throw new Error("the rule packs name no models");
    return `(?<![a-z0-9])(?:${withoutNeedless(sources).join("|")})|[a-z][${INVISIBLE}]+[a-z]`;
}
