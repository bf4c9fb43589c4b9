/* pack-places.js: where a fault of a rule pack stands, as an editor counts it: the core counts bytes of UTF-8, editors count
 * UTF-16 code units. Plain data to text. */

/**
 * "house.json:2:25", columns from 1.
 * @param {import("../shared/settings-types.d.ts").Pack} pack @param {{line: number, column: number}} fault
 */
export function placeInPack({ name, text }, { line, column }) {
    const words = text.split("\n")[line - 1] ?? "";
    const before = new TextEncoder().encode(words).subarray(0, Math.max(0, column - 1));
    return `${name}:${line}:${new TextDecoder("utf-8", { ignoreBOM: true }).decode(before).length + 1}`;
}
