/* mouthpiece.js: the core for browsers and Node. Loads mouthpiece.wasm, carries documents and pages into its memory as
 * bytes and tables of words (binding.h has their layout), and reports out of it. Knows memory and the core's calls;
 * nothing of what a finding is.
 *
 * Text never crosses as JSON: encoding a table costs a tenth of it. The instance outlives every error that the core
 * returns; should it ever trap, the next call makes a new one. */
import { MouthpieceError } from "./error.js";
import { Gate } from "./gate.js";
import { BlockKind, NodeKind, Outcome, Request, Status, prefilter, version } from "./generated.js";
import { readDocument, readFaults, readSegments } from "./outcome.js";
import { compile } from "./source.js";

export { MouthpieceError, compile };

/** @typedef {import("./mouthpiece.d.ts").Document} Document */
/** @typedef {import("./mouthpiece.d.ts").PageOptions} PageOptions */
/** @typedef {import("./mouthpiece.d.ts").ErrorStatus} ErrorStatus */
/** @typedef {{memory: WebAssembly.Memory, _initialize?: () => void}} Exports */
/** @typedef {Record<string, (...parameters: number[]) => number>} Calls */

const WORD_BYTES = 4;
const MAX_WORD = 0xffffffff;
const MAX_OFFSET = 4e9;

/* Longer texts go to the encoder at once; for shorter ones its call costs more than the text. */
const SHORT_TEXT = 24;

/* Room is reserved for ASCII, so little is missing where it ends; and memory, once grown, never shrinks. */
const GROWTH = 1.125;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** @type {Map<number, ErrorStatus>} */
const statusNames = new Map([
    [Status.ERROR_MEMORY, "memory"],
    [Status.ERROR_INPUT, "input"],
    [Status.ERROR_LIMIT, "limit"],
    [Status.ERROR_RULES, "rules"],
]);

/** @type {Map<string, number>} */
const kindNumbers = new Map(Object.entries(BlockKind).map(([name, number]) => [name.toLowerCase(), number]));

/* ---- One instance's memory --------------------------------------------------------------------------------------- */

/** An instance of the core, its memory, and the engine in it. */
class Core {
    #bytes = new Uint8Array(0);
    #words = new Uint32Array(0);
    /** Address of the binding, which begins with the outcome's words. */
    #binding = 0;

    /** True while a call is inside the core: an exception that comes out then has left it in the middle of things. */
    inside = false;

    /** @param {WebAssembly.Instance} instance @param {string[]} packs */
    constructor(instance, packs) {
        /** @type {Exports} */
        this.exports = /** @type {any} */ (instance.exports);
        this.exports._initialize?.();
        const input = new Input(this);
        try {
            for (const pack of packs) input.text(pack);
            this.#binding = input.send((table, _words, texts, bytes) =>
                this.call("mp_binding_new", table, packs.length, texts, bytes),
            );
        } finally {
            input.free();
        }
        if (this.#binding === 0) throw new MouthpieceError("out of memory", "memory");
        this.#throwError();
    }

    /** The memory as bytes; growing it detaches older views. */
    get bytes() {
        if (this.#bytes.buffer !== this.exports.memory.buffer) this.#bytes = new Uint8Array(this.exports.memory.buffer);
        return this.#bytes;
    }

    /** The memory as 32-bit words. */
    get words() {
        if (this.#words.buffer !== this.exports.memory.buffer)
            this.#words = new Uint32Array(this.exports.memory.buffer);
        return this.#words;
    }

    /** @param {number} index of the word in memory */
    word(index) {
        return this.words[index] ?? 0;
    }

    /**
     * @param {string} name
     * @param {number[]} parameters
     * @returns {number} addresses and sizes above 2 GiB come out of the memory negative
     */
    call(name, ...parameters) {
        const call = /** @type {Calls} */ (/** @type {unknown} */ (this.exports))[name];
        if (call === undefined) throw new Error(`the core has no ${name}`);
        this.inside = true;
        const result = call(...parameters);
        this.inside = false;
        return result >>> 0;
    }

    /**
     * @param {number} at where the memory stands now, 0 where it is new
     * @param {number} size
     * @returns {number} its address
     */
    reallocate(at, size) {
        if (size > MAX_WORD) throw new MouthpieceError("the document is larger than memory", "limit");
        const address = this.call("realloc", at, size);
        if (address === 0) throw new MouthpieceError("out of memory", "memory");
        return address;
    }

    /** @param {number} at */
    free(at) {
        if (at !== 0) this.call("free", at);
    }

    /** @param {number} field of Outcome */
    outcome(field) {
        return this.word(this.#binding / WORD_BYTES + field);
    }

    /** @param {number} at @param {number} length */
    string(at, length) {
        return decoder.decode(this.bytes.subarray(at, at + length));
    }

    /** Throws the outcome's error, if it holds one. */
    #throwError() {
        const status = this.outcome(Outcome.STATUS);
        if (status === Status.OK) return;
        const message = this.string(this.outcome(Outcome.MESSAGE), this.outcome(Outcome.MESSAGE_BYTES));
        const block = this.outcome(Outcome.BLOCK);
        throw new MouthpieceError(message, statusNames.get(status) ?? "internal", block === MAX_WORD ? null : block);
    }

    /**
     * Hands an input to a call of the binding and reads what it leaves.
     * @template T
     * @param {string} name
     * @param {PageOptions & {ascii?: boolean}} options
     * @param {(input: Input) => void} write
     * @param {() => T} read
     * @returns {T}
     */
    request(name, { allQuotes = false, notes = false, anyway = false, chosen = false, ascii = false }, write, read) {
        const input = new Input(this);
        const requests =
            (allQuotes ? Request.ALL_QUOTES : 0) +
            (notes ? Request.NOTES : 0) +
            (anyway ? Request.ANYWAY : 0) +
            (chosen ? Request.CHOSEN : 0) +
            (ascii ? Request.ASCII : 0);
        try {
            write(input);
            input.send((...where) => this.call(name, this.#binding, ...where, requests));
            this.#throwError();
            return read();
        } finally {
            input.free();
            if (!this.inside) this.call("mp_binding_clear", this.#binding);
        }
    }

    /** The JSON of the report that the last call left. */
    reportJson() {
        return this.string(this.outcome(Outcome.REPORT), this.outcome(Outcome.REPORT_BYTES));
    }
}

/** What one call takes in: texts, one after the other, and a table of words that says what they are. */
class Input {
    #core;
    #texts = 0;
    #capacity = 0;
    #length = 0;
    #table = 0;

    /**
     * The table, until it is sent.
     * @type {number[]}
     */
    words = [];

    /** @param {Core} core */
    constructor(core) {
        this.#core = core;
    }

    /**
     * Makes room for more bytes of text.
     * @param {number} more
     */
    reserve(more) {
        const needed = this.#length + more;
        if (needed <= this.#capacity) return;
        const capacity = Math.max(needed, Math.ceil(this.#capacity * GROWTH));
        this.#texts = this.#core.reallocate(this.#texts, capacity);
        this.#capacity = capacity;
    }

    /**
     * Adds a text, and its length in bytes to the table.
     * @param {string | Uint8Array} text
     */
    text(text) {
        this.words.push(this.append(text));
    }

    /**
     * Adds a text.
     * @param {string | Uint8Array} text
     * @returns {number} its length in bytes
     */
    append(text) {
        const before = this.#length;
        this.reserve(text.length);
        if (typeof text !== "string") {
            this.#core.bytes.set(text, this.#texts + this.#length);
            this.#length += text.length;
        } else if (!this.#appendShort(text)) {
            this.#appendLong(text);
        }
        return this.#length - before;
    }

    /** @param {string} text @returns {boolean} false where the text is not short, or not ASCII */
    #appendShort(text) {
        if (text.length > SHORT_TEXT) return false;
        const bytes = this.#core.bytes;
        const at = this.#texts + this.#length;
        for (let i = 0; i < text.length; i++) {
            const unit = text.charCodeAt(i);
            if (unit > 0x7f) return false;
            bytes[at + i] = unit;
        }
        this.#length += text.length;
        return true;
    }

    /**
     * Lone surrogates become U+FFFD, one unit each, so offsets stay. The room reserved, a byte a unit, is what most
     * texts need; where it ends, three bytes a unit are always enough for the rest.
     * @param {string} text
     */
    #appendLong(text) {
        for (let rest = text; rest !== ""; this.reserve(rest.length * 3)) {
            const room = this.#core.bytes.subarray(this.#texts + this.#length, this.#texts + this.#capacity);
            const { read, written } = encoder.encodeInto(rest, room);
            this.#length += written;
            rest = rest.slice(read);
        }
    }

    /**
     * @param {(table: number, words: number, texts: number, bytes: number) => number} call
     * @returns {number} what the call returns
     */
    send(call) {
        this.#table = this.#core.reallocate(0, Math.max(this.words.length, 1) * WORD_BYTES);
        this.#core.words.set(this.words, this.#table / WORD_BYTES);
        return call(this.#table, this.words.length, this.#texts, this.#length);
    }

    /** Leaves an instance that has trapped alone: it is given up whole. */
    free() {
        if (this.#core.inside) return;
        this.#core.free(this.#table);
        this.#core.free(this.#texts);
    }
}

/* ---- Documents and pages in -------------------------------------------------------------------------------------- */

/* What is refused, and in which words, is what json_document.c refuses; so is what is passed over. */

/**
 * @param {string} message
 * @param {number | null} [block]
 * @returns {never}
 */
function refuse(message, block = null) {
    throw new MouthpieceError(message, "input", block);
}

/** @param {unknown} value @returns {string} empty where the value is no string */
const stringOf = (value) => (typeof value === "string" ? value : "");

/** @param {unknown} value */
const isOffset = (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAX_OFFSET;

/**
 * @param {Input} input
 * @param {any} link
 * @param {number} index of the block
 */
function writeLink(input, link, index) {
    const { start, end, href } = link ?? {};
    if (!isOffset(start) || !isOffset(end)) refuse("a link has no whole start and end", index);
    input.words.push(start, end);
    input.text(stringOf(href));
}

/**
 * @param {Input} input
 * @param {any} block
 * @param {number} index
 * @returns {number} how many links it has
 */
function writeBlock(input, block, index) {
    if (block === null || typeof block !== "object") refuse("a block is no object", index);
    const { kind = "paragraph", text } = block;
    const links = block.links ?? [];
    const number = kindNumbers.get(kind);
    if (typeof text !== "string" && !(text instanceof Uint8Array)) refuse("a block has no text", index);
    if (number === undefined) refuse("a block's kind is none of the guideline's", index);
    if (!Array.isArray(links)) refuse("links is no array", index);
    input.words.push(/** @type {number} */ (number));
    input.text(text);
    input.words.push(links.length);
    for (const link of links) writeLink(input, link, index);
    return links.length;
}

/** @param {Input} input @param {Document} document */
function writeDocument(input, document) {
    const { id, url, lang, blocks } = document ?? {};
    if (!Array.isArray(blocks)) refuse('a document has an array "blocks"');
    input.reserve(blocks.reduce((total, block) => total + (block?.text?.length || 0), 256));
    for (const text of [id, url, lang]) input.text(stringOf(text));
    input.words.push(blocks.length);
    const linkCount = input.words.push(0) - 1;
    let links = 0;
    for (const [index, block] of blocks.entries()) links += writeBlock(input, block, index);
    input.words[linkCount] = links;
}

/**
 * @param {Input} input
 * @param {any[]} node [0, name, hidden, attribute's name, its value, …]
 * @returns {number} how many attributes it has
 */
function writeElement(input, node) {
    const attributes = (node.length - 3) / 2;
    if (!Number.isInteger(attributes) || attributes < 0) refuse("an element's attributes are no pairs");
    input.words.push(NodeKind.OPEN, node[2] ? 1 : 0);
    input.text(stringOf(node[1]));
    input.words.push(attributes);
    for (let i = 3; i < node.length; i++) input.text(stringOf(node[i]));
    return attributes;
}

/**
 * @param {Input} input
 * @param {any} node
 * @returns {number} how many attributes it has
 */
function writeNode(input, node) {
    switch (Array.isArray(node) && node[0]) {
        case NodeKind.OPEN:
            return writeElement(input, node);
        case NodeKind.TEXT:
            input.words.push(NodeKind.TEXT);
            input.text(stringOf(node[1]));
            return 0;
        case NodeKind.CLOSE:
            input.words.push(NodeKind.CLOSE);
            return 0;
        default:
            return refuse("a node is of no known kind");
    }
}

/**
 * @param {Input} input
 * @param {string} url
 * @param {any[]} nodes
 */
function writePage(input, url, nodes) {
    input.reserve(nodes.reduce((total, node) => total + 16 + (node?.[1]?.length || 0), url.length * 3));
    input.text(url);
    input.words.push(nodes.length);
    const attributeCount = input.words.push(0) - 1;
    let attributes = 0;
    for (const node of nodes) attributes += writeNode(input, node);
    input.words[attributeCount] = attributes;
}

/* ---- The module's own interface ---------------------------------------------------------------------------------- */

const imports = {
    env: {
        /* Views are refreshed where they are used. */
        emscripten_notify_memory_growth: () => {},
    },
};

export class Mouthpiece {
    /** @type {Core | null} */
    #core;
    #module;
    #packs;
    #gate;
    #rules = "";

    /**
     * @param {() => WebAssembly.Module} module
     * @param {WebAssembly.Instance | null} instance where there is one already
     * @param {string[]} packs
     * @param {Gate | null} gate
     */
    constructor(module, instance, packs, gate) {
        this.#module = module;
        this.#packs = packs;
        this.#gate = gate;
        this.#core = instance && new Core(instance, packs);
    }

    get version() {
        return version;
    }

    get prefilter() {
        return prefilter;
    }

    get rules() {
        this.#rules ||= this.check({ lang: "en", blocks: [] }).rules;
        return this.#rules;
    }

    /** @param {Document} document @param {import("./mouthpiece.d.ts").CheckOptions} [options] */
    check(document, options) {
        return JSON.parse(this.#report(document, options, true));
    }

    /**
     * @param {Document} document
     * @param {import("./mouthpiece.d.ts").CheckOptions} [options]
     * @returns {string}
     */
    checkJson(document, options) {
        return this.#report(document, options, false);
    }

    /**
     * @param {Document} document
     * @param {import("./mouthpiece.d.ts").CheckOptions | undefined} options
     * @param {boolean} ascii only to be parsed
     * @returns {string} its JSON
     */
    #report(document, { allQuotes, notes } = {}, ascii) {
        const nothing = allQuotes || notes ? null : (this.#gate?.nothingIn(document) ?? null);
        if (nothing !== null) return nothing;
        return this.#run((core) =>
            core.request(
                "mp_binding_check",
                { allQuotes, notes, ascii },
                (input) => writeDocument(input, document),
                () => core.reportJson(),
            ),
        );
    }

    /**
     * @param {import("./mouthpiece.d.ts").Page} page
     * @param {PageOptions} [options]
     * @returns {import("./mouthpiece.d.ts").PageResult}
     */
    checkPage(page, options = {}) {
        const { nodes } = page ?? {};
        const url = stringOf(page?.url);
        if (!Array.isArray(nodes)) refuse('a page has an array "nodes"');
        return this.#run((core) =>
            core.request(
                "mp_binding_check_page",
                { ...options, ascii: true },
                (input) => writePage(input, url, nodes),
                () => ({
                    article: core.outcome(Outcome.ARTICLE) !== 0,
                    document: readDocument(core, url),
                    report: JSON.parse(core.reportJson()),
                    segments: readSegments(core),
                }),
            ),
        );
    }

    /**
     * @param {string} pack
     * @param {string[]} [others]
     * @returns {import("./mouthpiece.d.ts").PackReport}
     */
    checkPack(pack, others = []) {
        return this.#run((core) =>
            core.request(
                "mp_binding_check_pack",
                {},
                (input) => [pack, ...others].forEach((each) => input.text(each)),
                () => ({
                    rules: core.outcome(Outcome.RULE_COUNT),
                    examples: core.outcome(Outcome.EXAMPLE_COUNT),
                    counterexamples: core.outcome(Outcome.COUNTEREXAMPLE_COUNT),
                    faults: readFaults(core),
                }),
            ),
        );
    }

    /**
     * Runs work on the core. An instance that has trapped is given up; the next document gets a new one.
     * @template T
     * @param {(core: Core) => T} work
     * @returns {T}
     */
    #run(work) {
        this.#core ??= new Core(new WebAssembly.Instance(this.#module(), imports), this.#packs);
        const core = this.#core;
        try {
            return work(core);
        } catch (error) {
            if (!core.inside) throw error;
            this.#core = null;
            throw new MouthpieceError("the core stopped", "internal", null, { cause: error });
        }
    }
}

/**
 * The gate first, which answers for most texts; the core is read and compiled for the first document that it lets through.
 * In Node alone: there the file can be read at once, and no page stands still while a megabyte is compiled.
 * @returns {Promise<Mouthpiece>}
 */
async function loadBehindGate() {
    const { readFileSync } = await import("node:fs");
    const compiled = (/** @type {URL} */ file) => new WebAssembly.Module(readFileSync(file));
    const gate = new WebAssembly.Instance(compiled(new URL("./gate.wasm", import.meta.url)), imports);
    /** @type {WebAssembly.Module | undefined} */
    let core;
    const module = () => (core ??= compiled(new URL("./mouthpiece.wasm", import.meta.url)));
    return new Mouthpiece(module, null, [], new Gate(gate));
}

/**
 * @param {import("./mouthpiece.d.ts").Source} [source]
 * @param {import("./mouthpiece.d.ts").LoadOptions} [options]
 */
export async function load(source, { packs = [] } = {}) {
    if (source === undefined && packs.length === 0 && import.meta.url.startsWith("file:")) return loadBehindGate();
    const module = await compile(source ?? new URL("./mouthpiece.wasm", import.meta.url));
    return new Mouthpiece(() => module, await WebAssembly.instantiate(module, imports), [...packs], null);
}
