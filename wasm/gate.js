/* gate.js: answers for documents that name no model, from gate.wasm alone, in the core's very words. Whatever it cannot be
 * sure of it leaves to the core. Knows a document's shape, and that of a report without findings. */
import { BlockKind, label, version } from "./generated.js";

const encoder = new TextEncoder();

const kinds = new Set(Object.keys(BlockKind).map((name) => name.toLowerCase()));

/* Far below what the core takes. */
const MOST_BLOCKS = 1000;

/* What stands in JSON as it is. */
const PLAIN = /^[ !#-[\]-~]*$/u;

/** @param {any} block */
function isPlain(block) {
    if (block === null || typeof block !== "object" || typeof block.text !== "string") return false;
    const { kind = "paragraph", links } = block;
    return kinds.has(kind) && (links === undefined || (Array.isArray(links) && links.length === 0));
}

export class Gate {
    #opens;
    #room;

    /** @param {WebAssembly.Instance} instance of gate.wasm */
    constructor(instance) {
        const { exports } = /** @type {{exports: any}} */ (/** @type {unknown} */ (instance));
        exports._initialize?.();
        this.#opens = exports.mp_gate_opens;
        this.#room = new Uint8Array(exports.memory.buffer, exports.mp_gate_room(), exports.mp_gate_room_bytes());
    }

    /** Whether the text may name a model, or is too long. @param {string} text */
    #mayName(text) {
        const { read, written } = encoder.encodeInto(text, this.#room);
        return read < text.length || this.#opens(written) !== 0;
    }

    /**
     * The report, as JSON, of a document that says its language and names no model.
     * @param {any} document
     * @returns {string | null} null where the core is to look
     */
    nothingIn(document) {
        const { id = "", lang, blocks } = document ?? {};
        if (typeof id !== "string" || typeof lang !== "string" || lang === "" || !Array.isArray(blocks)) return null;
        if (blocks.length > MOST_BLOCKS) return null;
        if (!PLAIN.test(id) || !PLAIN.test(lang) || ![...blocks].every(isPlain)) return null;
        const texts = blocks.map(({ text }) => text);
        /* One text is sooner read than many; where it is too long, or all together say more than each, each is. */
        if (this.#mayName(texts.join("\n")) && texts.some((text) => this.#mayName(text))) return null;
        return `{"id":"${id}","lang":"${lang}","version":"${version}","rules":"${label}","counts":{"alert":0,"notice":0,"info":0},"findings":[]}`;
    }
}
