/* prefilter.mjs: one regular expression, made from the rule packs, that matches every text that could hold a finding.
 * The content script tries it on a page before it wakes anything. It may match too much, never too little: what a text
 * means is the core's to say. Knows the packs' shape, and how the core cuts words only as far as that needs. */

/* Classes of words, as packs name them, by which the core takes a page to speak of models (token.c); and two that do so
 * together: assistant, helper. */
const telling = ["model", "evidence", "bot"];
const together = ["model-loose", "person"];

/* Longer words need no boundary behind them: forms of them (chatbots, ChatGPT's) are to match too. */
const SHORT_WORD = 4;

/* So short that pages hold them within other words: said, both, magenta, derniers. */
const SHORTEST_WORD = 5;

/* Not [\W_]: browsers take milliseconds to make that class ignore case, on every page, and this one none. */
const BETWEEN_WORDS = "[^a-z0-9]+";
const AFTER_SHORT_WORD = "(?![a-z0-9])";
/* Where the last alternative begins, of the shortest words: joinedPrefilters() takes the source apart there. */
const SHORTEST = "|\\b";
const NOTHING = "(?!)";

/* Soft hyphens and joiners: the core reads through them, so a word that holds one may be any word. */
const IN_A_WORD = "[\\u00ad\\u200b-\\u200d\\u2060]+\\b";

/** A sigma's lower case depends on what follows it. @param {string} text */
const escape = (text) => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&").replace(/[σς]/g, "[σς]");

/**
 * A phrase's words; between words stands whatever is no letter and no digit.
 * @param {string} phrase
 */
const wordsOf = (phrase) => phrase.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** @param {string[]} words */
const isShort = (words) => words.join("").length <= SHORT_WORD;

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
    const wordsOfClass = (/** @type {string} */ name) => {
        const list = pack.words?.[name] ?? [];
        return /** @type {string[]} */ (Array.isArray(list) ? list : (list.phrases ?? []));
    };
    const [loose = new Set(), person = new Set()] = together.map((name) => new Set(wordsOfClass(name)));
    const helpers = [...loose].filter((word) => person.has(word));
    return [...models, ...telling.flatMap(wordsOfClass), ...helpers];
}

/**
 * Whether every text that holds `phrase` holds `part`: "x.com/grok" holds "grok", "chatbots" holds "chatbot".
 * @param {string[]} phrase
 * @param {string[]} part
 */
function holds(phrase, part) {
    return phrase.some((_, first) =>
        part.every((word, index) => {
            const other = phrase[first + index] ?? "";
            const mayGoOn = index === part.length - 1 && !isShort(part);
            return mayGoOn ? other.startsWith(word) : other === word;
        }),
    );
}

/**
 * Drops the phrases that a shorter one makes needless.
 * @param {string[][]} phrases
 */
function withoutNeedless(phrases) {
    const length = (/** @type {string[]} */ words) => words.join(" ").length;
    /** @type {string[][]} */
    const kept = [];
    for (const phrase of [...phrases].sort((a, b) => length(a) - length(b))) {
        if (phrase.length > 0 && !kept.some((shorter) => holds(phrase, shorter))) kept.push(phrase);
    }
    return kept;
}

/**
 * What a phrase's alternative consists of: characters, and what stands between and behind words.
 * @param {string[]} words
 */
function partsOf(words) {
    const parts = words.flatMap((word, index) => [...(index > 0 ? [BETWEEN_WORDS] : []), ...[...word].map(escape)]);
    return isShort(words) ? [...parts, AFTER_SHORT_WORD] : parts;
}

/** @typedef {Map<string, Tree>} Tree */

/* Around the many words that may follow one ("virtual tutor"): nothing to the browser, and left out where joined text is asked. */
const CUT = "(?:)";
const MOST_BRANCHES = 8;

/**
 * Alternatives with a common beginning share it, which makes the expression three times as fast.
 * @param {string[][]} alternatives
 */
function treeOf(alternatives) {
    /** @type {Tree} */
    const tree = new Map();
    for (const parts of alternatives) {
        let branch = tree;
        for (const part of parts) {
            const next = branch.get(part) ?? new Map();
            branch.set(part, next);
            branch = next;
        }
    }
    return tree;
}

/**
 * No cut within a cut: what is split at the marks would keep the pieces between two of them.
 * @param {Tree} tree @param {boolean} [isCut] an outer one leaves this out already
 * @returns {string}
 */
function sourceOf(tree, isCut = false) {
    const sources = [...tree].map(([part, rest]) => {
        const cuts = !isCut && part === BETWEEN_WORDS && rest.size > MOST_BRANCHES;
        const source = part + sourceOf(rest, isCut || cuts);
        return cuts ? CUT + source + CUT : source;
    });
    return sources.length > 1 ? `(?:${sources.join("|")})` : sources.join("");
}

/**
 * @param {any[]} packs parsed rule packs
 * @returns {string} source of a RegExp for text in lower case, or of a case-insensitive one
 */
export function prefilterOf(packs) {
    const phrases = withoutNeedless(packs.flatMap(phrasesOf).map(wordsOf));
    if (phrases.length === 0) throw new Error("the rule packs name no models");
    const isLatin = (/** @type {string[]} */ words) => /^[a-z0-9]/.test(words[0] ?? "");
    const isShortest = (/** @type {string[]} */ words) => words.join("").length <= SHORTEST_WORD;
    const made = (/** @type {string[][]} */ chosen) => sourceOf(treeOf(chosen.map(partsOf).sort()));
    const latin = phrases.filter(isLatin);
    const long = made(latin.filter((words) => !isShortest(words))) || NOTHING;
    const other = made(phrases.filter((words) => !isLatin(words)));
    const shortest = made(latin.filter(isShortest)) || NOTHING;
    /* What \b takes for a boundary is one of the core's, and more, but only before an ASCII letter or digit. */
    return [`\\b${long}`, other, `\\b${IN_A_WORD}`].filter(Boolean).join("|") + SHORTEST + shortest;
}

/* Where a word of a few letters may begin and end in "HaldenGrok", "OpenAIThe" and "AI2 hours": between blocks that were joined
 * words part where a capital or a number begins. */
const BEFORE_SHORTEST = "(?:^|[^A-Za-z0-9]|[a-z0-9](?=[A-Z])|[A-Z](?=[A-Z][a-z])|[A-Za-z](?=[0-9]))";
const AFTER_SHORT_IN_JOINED = "(?-i:(?![a-z]|(?<=[A-Z])[A-Z](?![a-z])))";

/**
 * The same question of a text whose blocks were joined with nothing between them: they say yes where prefilterOf's would
 * say yes to the blocks, and to more, "promptly" or "virtual tour", with less to compile. `long` is asked of the text in
 * lower case, `short` of the text as it stands: a word of a few letters is seen unless it meets its neighbour in the same case.
 * @param {string} prefilter from prefilterOf()
 */
export function joinedPrefilters(prefilter) {
    const at = prefilter.lastIndexOf(SHORTEST);
    const [long, short] = [prefilter.slice("\\b".length, at), prefilter.slice(at + SHORTEST.length)];
    const uncut = long.split(CUT).filter((_, index) => index % 2 === 0);
    return {
        long: inJoined(uncut.join("").replaceAll(AFTER_SHORT_WORD, "")),
        short: `${BEFORE_SHORTEST}(?i:${inJoined(short).replaceAll(AFTER_SHORT_WORD, AFTER_SHORT_IN_JOINED)})`,
    };
}

/** Words of a phrase may have been joined, too, over a line's end. @param {string} source */
function inJoined(source) {
    return source.replaceAll(BETWEEN_WORDS, "[^a-z0-9]*");
}

/* What no word holds stands for what stands between and behind words, a hundred times: pages are sent a kilobyte less. */
const BETWEEN = " ";
const BEHIND = "_";

/** @param {string} prefilter from prefilterOf() @returns {string} the same, shorter, and no source of a RegExp */
export function packedPrefilter(prefilter) {
    return prefilter.replaceAll(BETWEEN_WORDS, BETWEEN).replaceAll(AFTER_SHORT_WORD, BEHIND);
}

/** @param {string} packed from packedPrefilter(), or what never was */
export function unpackedPrefilter(packed) {
    return packed.replaceAll(BETWEEN, BETWEEN_WORDS).replaceAll(BEHIND, AFTER_SHORT_WORD);
}
