/* outcome.js: reads what a call has left in the core's memory: a page's document, its segments, a pack's faults. Knows the
 * tables of binding.h; nothing of how memory is kept or calls are made. */
import { BlockKind, Outcome } from "./generated.js";

/** @typedef {import("./mouthpiece.d.ts").PageDocument} PageDocument */
/**
 * The memory, as the last call left it.
 * @typedef {object} Memory
 * @property {(index: number) => number} word
 * @property {(field: number) => number} outcome
 * @property {(at: number, length: number) => string} string
 */

const WORD_BYTES = 4;
const SEGMENT_WORDS = 5;

/** @type {Map<number, string>} */
const kindNames = new Map(Object.entries(BlockKind).map(([name, number]) => [number, name.toLowerCase()]));

/**
 * @param {Memory} memory
 * @param {string} url
 * @returns {PageDocument}
 */
export function readDocument(memory, url) {
    let at = memory.outcome(Outcome.BLOCKS) / WORD_BYTES;
    const next = () => memory.word(at++);
    const readText = () => memory.string(next(), next());
    const readLink = () => ({ start: next(), end: next(), href: readText() });
    const readBlock = () => {
        const kind = /** @type {any} */ (kindNames.get(next()));
        const text = readText();
        return { kind, text, links: Array.from({ length: next() }, readLink) };
    };
    const lang = memory.string(memory.outcome(Outcome.LANG), memory.outcome(Outcome.LANG_BYTES));
    const blocks = Array.from({ length: memory.outcome(Outcome.BLOCK_COUNT) }, readBlock);
    return { url, ...(lang && { lang }), blocks };
}

/** @param {Memory} memory */
export function readSegments(memory) {
    const first = memory.outcome(Outcome.SEGMENTS) / WORD_BYTES;
    return Array.from({ length: memory.outcome(Outcome.SEGMENT_COUNT) }, (_, index) => {
        const at = first + index * SEGMENT_WORDS;
        return {
            block: memory.word(at),
            start: memory.word(at + 1),
            length: memory.word(at + 2),
            source: memory.word(at + 3),
            sourceStart: memory.word(at + 4),
        };
    });
}

/** @param {Memory} memory @returns {import("./mouthpiece.d.ts").PackFault[]} */
export function readFaults(memory) {
    let at = memory.outcome(Outcome.FAULTS) / WORD_BYTES;
    const next = () => memory.word(at++);
    const readText = () => memory.string(next(), next());
    const readFault = () => ({
        line: next(),
        column: next(),
        message: readText(),
        path: readText(),
        rule: readText(),
        example: readText(),
    });
    return Array.from({ length: memory.outcome(Outcome.FAULT_COUNT) }, readFault);
}
