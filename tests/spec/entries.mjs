/* entries.mjs: reads the specifications, prose that runs: what each file's head explains. Knows the notation; runs
 * nothing. */

/** @typedef {{start: number, end: number, href: string}} Link */
/** @typedef {{kind: string, text: string, links?: Link[]}} Block */
/** @typedef {{line: number, form: string, speaker: string, role?: string, act?: string, level?: string, with: string[],
 *     without: string[], quote: string}} FindingWanted */
/** @typedef {{line: number, form: string, kind?: string, quote: string, by?: string}} QuoteWanted */
/** @typedef {{file: string, line: number, rule: string, blocks: Block[], findings?: FindingWanted[],
 *     quotes?: QuoteWanted[]}} Entry */

const KINDS = new Map([
    ["#", "headline"],
    ["##", "subhead"],
    [":", "dek"],
    [">", "blockquote"],
    ["@", "embed"],
    ["-", "listitem"],
    ["^", "caption"],
    ["~", "byline"],
]);
const FORMS = ["direct", "block", "indirect"];
const ROLES = ["spokesperson", "source", "sample"];
const ACTS = ["apology", "admission", "denial", "promise", "defiance", "explanation", "other"];
const LEVELS = ["alert", "notice", "info"];
const SIGNALS = ["prompt-disclosed", "maker-confirmed", "maker-denied", "maker-silent", "contradicted", "caveated"];
const SPEAKER_KINDS = ["person", "organisation", "model", "unknown"];

/** A block in the notation: its kind's mark, its text, links as [words](address). @param {string} line @returns {Block} */
export function blockOf(line) {
    const [, mark = "", marked = ""] = /^(?:(#|##|[:>@^~-]) )?(.*)$/.exec(line) ?? [];
    /** @type {Link[]} */
    const links = [];
    let text = "";
    let last = 0;
    for (const link of marked.matchAll(/\[([^\]]*)\]\((https?:[^)\s]*)\)/g)) {
        const [whole, words = "", href = ""] = link;
        text += marked.slice(last, link.index);
        links.push({ start: text.length, end: text.length + words.length, href });
        text += words;
        last = link.index + whole.length;
    }
    text += marked.slice(last);
    return { kind: KINDS.get(mark) ?? "paragraph", text, ...(links.length > 0 && { links }) };
}

/** @param {string} words @param {FindingWanted} finding @param {(message: string) => never} fail */
function readDetails(words, finding, fail) {
    for (const word of words.split(/\s+/).filter(Boolean)) {
        const [role = "", act] = word.split("/");
        if (LEVELS.includes(word)) finding.level = word;
        else if (ROLES.includes(role) && (act === undefined || ACTS.includes(act))) {
            finding.role = role;
            if (act !== undefined) finding.act = act;
        } else if (word.startsWith("+") && SIGNALS.includes(word.slice(1))) finding.with.push(word.slice(1));
        else if (word.startsWith("-") && SIGNALS.includes(word.slice(1))) finding.without.push(word.slice(1));
        else fail(`“${word}” is no role, act, level or signal`);
    }
}

/** @param {Entry} entry @param {string} words @param {number} line */
function readExpectation(entry, words, line) {
    /** @type {(message: string) => never} */
    const fail = (message) => {
        throw new Error(`${entry.file}:${line}: ${message}`);
    };
    const quote = /^quote (\w+)(?: (\w+))? «(.*)» by (?:nobody|«(.*)»)$/.exec(words);
    const finding = /^(\w+) ([a-z0-9-]+)( .*)? «(.*)»$/.exec(words);
    if (words === "no finding") entry.findings ??= [];
    else if (words === "no quote") entry.quotes ??= [];
    else if (quote !== null) {
        const [, form = "", kind, text = "", by] = quote;
        if (!FORMS.includes(form)) fail(`“${form}” is no form`);
        if (kind !== undefined && !SPEAKER_KINDS.includes(kind)) fail(`“${kind}” is no kind of speaker`);
        (entry.quotes ??= []).push({ line, form, quote: text, ...(kind && { kind }), ...(by && { by }) });
    } else if (finding !== null) {
        const [, form = "", speaker = "", details = "", text = ""] = finding;
        if (!FORMS.includes(form)) fail(`“${form}” is no form`);
        /** @type {FindingWanted} */
        const wanted = { line, form, speaker, with: [], without: [], quote: text };
        readDetails(details, wanted, fail);
        (entry.findings ??= []).push(wanted);
    } else fail(`cannot be read: => ${words}`);
}

/** The entries of one file. @param {string} text @param {string} file @returns {Entry[]} */
export function entriesOf(text, file) {
    /** @type {Entry[]} */
    const entries = [];
    /** @type {Entry | undefined} */
    let entry;
    /** @param {number} line */
    const close = (line) => {
        if (entry === undefined) return;
        if (entry.findings === undefined && entry.quotes === undefined)
            throw new Error(`${file}:${line}: the entry of line ${entry.line} expects nothing`);
        if (entry.blocks.length === 0)
            throw new Error(`${file}:${line}: the entry of line ${entry.line} has no document`);
        entries.push(entry);
        entry = undefined;
    };
    const isDone = () => entry?.findings !== undefined || entry?.quotes !== undefined;
    for (const [index, written] of text.split("\n").entries()) {
        const line = index + 1;
        const words = written.trim();
        if (words === "" || /^%( |$)/.test(written)) continue;
        if (words.startsWith("=> ")) {
            if (entry === undefined) throw new Error(`${file}:${line}: an expectation without an entry`);
            readExpectation(entry, words.slice("=> ".length).trim(), line);
        } else if (written.startsWith("    ")) {
            if (entry === undefined || isDone()) throw new Error(`${file}:${line}: a block without its rule in prose`);
            entry.blocks.push(blockOf(words));
        } else {
            if (isDone()) close(line);
            if (entry !== undefined && entry.blocks.length > 0)
                throw new Error(`${file}:${line}: prose inside a document: indent it by four spaces`);
            entry ??= { file, line, rule: "", blocks: [] };
            entry.rule = `${entry.rule} ${words}`.trim();
        }
    }
    close(text.split("\n").length);
    return entries;
}
