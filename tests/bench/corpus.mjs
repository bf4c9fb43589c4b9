/* corpus.mjs: texts for the benchmark, made from templates, the same on every machine: ordinary news, and the same news
 * with a model for a subject every eighty words or so, which is the worst that a page can be. Knows nothing of what is
 * measured on them. */

/** @typedef {{id: string, lang: "en", blocks: {kind: string, text: string}[]}} Document */

const PLACES = [
    "Harwick",
    "Tolland",
    "Port Ness",
    "Marley",
    "Greystow",
    "Lund",
    "Easterby",
    "Kilmore",
    "Vance",
    "Ashdown",
];
const PEOPLE = ["Mara Quill", "Tom Ashby", "Nadia Rehman", "Peter Lowe", "Ines Duarte", "Ruth Kemp", "Owen Hale"];
const OFFICES = [
    "the council",
    "the port authority",
    "the water board",
    "the county",
    "the harbour trust",
    "the ministry",
];
const THINGS = ["bridge", "ferry", "school", "reservoir", "bus lane", "market hall", "footpath", "budget", "sea wall"];
const MODELS = ["Grok", "ChatGPT", "Gemini", "Copilot", "the chatbot", "Claude"];

/* {who} says something; the rest only tells. */
const SAYING = [
    "“We expect the {thing} in {place} to stay closed until {month},” {who} said on {day}.",
    "{who} said that the {thing} in {place} had cost more than {number} million, and that nobody had been told.",
    "“It’s not what was promised,” said {who}. “The {thing} was meant to open {number} months ago.”",
    "Asked about the {thing}, {who} replied that the figures for {place} were “a first draft”.",
    "{who} apologised for the delay to the {thing} in {place}, which affects about {number},000 people.",
    "“The {thing} is safe,” {who} told reporters in {place}, “and it was inspected in {month}.”",
];
const TELLING = [
    "Work on the {thing} began in {month}, after {number} years of argument about who should pay for it.",
    "The {thing} carries about {number},000 people a week between {place} and {place}, most of them on weekdays.",
    "A report published in {month} put the cost at {number}.4 million, a third more than {office} had planned.",
    "In {place}, traders along the old road say that they lost {number} per cent of their custom last winter.",
    "The weather has not helped: {place} had rain on {number} days in {month}, and the river rose twice.",
    "A petition with {number},216 names was handed in on {day}, and will be debated before the end of {month}.",
    "Other towns have been there before: {place} closed its {thing} in 2019 and has not opened it since.",
];
const MONTHS = ["January", "March", "April", "June", "September", "November"];
const DAYS = ["Monday", "Tuesday", "Thursday", "Friday", "Sunday"];

/** A generator of numbers from 0 to 1 that gives the same ones on every machine. @param {number} seed */
function numbers(seed) {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
}

/** @template T @param {() => number} random @param {readonly T[]} list @returns {T} */
function pick(random, list) {
    return /** @type {T} */ (list[Math.floor(random() * list.length)]);
}

/** @param {() => number} random @param {string} template @param {string} who */
function filled(random, template, who) {
    const text = template.replace(/\{(\w+)\}/g, (_, slot) => {
        if (slot === "who") return who;
        if (slot === "thing") return pick(random, THINGS);
        if (slot === "place") return pick(random, PLACES);
        if (slot === "office") return pick(random, OFFICES);
        if (slot === "month") return pick(random, MONTHS);
        if (slot === "day") return pick(random, DAYS);
        return String(2 + Math.floor(random() * 97));
    });
    return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * A paragraph of three to five sentences. Where models speak, they do in two sentences of five, one name in eighty words.
 * @param {() => number} random
 * @param {boolean} dense
 */
function paragraph(random, dense) {
    const sentences = Array.from({ length: 3 + Math.floor(random() * 3) }, () => {
        if (random() < 0.6) return filled(random, pick(random, TELLING), "");
        const speaker = pick(random, dense ? MODELS : [...PEOPLE, ...OFFICES]);
        return filled(random, pick(random, SAYING), speaker);
    });
    return sentences.join(" ");
}

/**
 * A document of about so many bytes.
 * @param {{seed: number, bytes: number, dense: boolean}} wanted
 * @returns {Document}
 */
export function article({ seed, bytes, dense }) {
    const random = numbers(seed);
    const blocks = [{ kind: "headline", text: filled(random, "{place} {thing} to stay closed until {month}", "") }];
    for (let length = 0; length < bytes;) {
        const text = paragraph(random, dense);
        blocks.push({ kind: "paragraph", text });
        length += Buffer.byteLength(text);
    }
    return { id: `${dense ? "dense" : "ordinary"}-${seed}`, lang: "en", blocks };
}

/** So many documents, between two and nine kilobytes each. @param {{count: number, dense: boolean}} wanted */
export function articles({ count, dense }) {
    return Array.from({ length: count }, (_, i) => article({ seed: i + 1, bytes: 2000 + ((i * 997) % 7000), dense }));
}

/** One block of about so many bytes. @param {{bytes: number, dense: boolean}} wanted @returns {Document} */
export function endless({ bytes, dense }) {
    const { id, lang, blocks } = article({ seed: 7, bytes, dense });
    return {
        id: `endless-${id}`,
        lang,
        blocks: [{ kind: "paragraph", text: blocks.map(({ text }) => text).join(" ") }],
    };
}

/** Text that means harm: nothing but the thing itself, about so many bytes of it. @param {string} thing @param {number} bytes */
export function repeated(thing, bytes) {
    const text = `Grok said so. ${thing.repeat(Math.ceil(bytes / Buffer.byteLength(thing)))}`;
    return { id: "repeated", lang: "en", blocks: [{ kind: "paragraph", text }] };
}

/** The bytes of a document's text. @param {{blocks: {text: string}[]}} document */
export function bytesOf({ blocks }) {
    return blocks.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
}
