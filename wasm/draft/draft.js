/* draft.js: loads draft.wasm, which reads plain text and Markdown as the command does. Knows the module's memory; nothing of
 * how a text is read. */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const imports = { env: { emscripten_notify_memory_growth: () => {} } };

/**
 * @param {WebAssembly.Module} module
 * @returns {ReturnType<typeof import("./draft.d.ts").draftReader>}
 */
export function draftReader(module) {
    const { exports } = new WebAssembly.Instance(module, imports);
    const { memory, malloc, free, mp_draft_read: read, _initialize: initialize } = /** @type {any} */ (exports);
    initialize?.();

    return (text, isMarkdown) => {
        const bytes = encoder.encode(text);
        const at = malloc(Math.max(bytes.length, 1));
        if (at === 0) throw new Error("out of memory");
        new Uint8Array(memory.buffer).set(bytes, at >>> 0);
        const json = read(at, bytes.length, isMarkdown ? 1 : 0) >>> 0;
        free(at);
        if (json === 0) throw new Error("out of memory");
        const left = new Uint8Array(memory.buffer, json);
        const document = JSON.parse(decoder.decode(left.subarray(0, left.indexOf(0))));
        free(json);
        return document;
    };
}
