/* source.js: modules from wherever they lie: addresses, files, responses, bytes. Knows nothing of what is in them. */
import { MouthpieceError } from "./error.js";

/** @param {Response} response @returns {Promise<WebAssembly.Module>} */
async function compileResponse(response) {
    if (!response.ok) throw new MouthpieceError(`cannot load the core: HTTP status ${response.status}`, "input");
    const type = response.headers.get("content-type") ?? "";
    if (type.startsWith("application/wasm")) return WebAssembly.compileStreaming(response);
    return WebAssembly.compile(await response.arrayBuffer());
}

/**
 * A file in Node, whose fetch knows no files.
 * @param {URL} url
 * @returns {Promise<WebAssembly.Module>}
 */
async function compileFile(url) {
    const { readFile } = await import("node:fs/promises");
    return WebAssembly.compile(await readFile(url));
}

/**
 * Addresses come first: Node takes longer to bring up Response than to compile the core.
 * @param {import("./mouthpiece.d.ts").Source} given
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compile(given) {
    const source = await given;
    if (typeof source === "string" || source instanceof URL) {
        const url = new URL(source, import.meta.url);
        return url.protocol === "file:" ? compileFile(url) : compileResponse(await fetch(url));
    }
    if (source instanceof WebAssembly.Module) return source;
    if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
    return compileResponse(source);
}
