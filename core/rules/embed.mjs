/* embed.mjs: writes the rule packs into the C file that shipped.h declares, without white space and without the
 * examples, which are for `mouthpiece rules check` and the tests. Knows nothing else of what a pack says.
 *
 *     node core/rules/embed.mjs OUT/shipped.c PACK… */
import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { argv } from "node:process";

const LEFT_OUT = new Set(["$schema", "comment", "examples", "counterexamples"]);
const BYTES_A_LINE = 32;

/**
 * @param {string} path
 * @returns {Promise<Buffer>}
 */
async function minified(path) {
    const source = await readFile(path, "utf8");
    try {
        const pack = JSON.parse(source, (key, value) => (LEFT_OUT.has(key) ? undefined : value));
        return Buffer.from(JSON.stringify(pack));
    } catch (error) {
        throw new Error(`${path}: not JSON: ${/** @type {Error} */ (error).message}`);
    }
}

/**
 * @param {string} path
 * @param {Buffer} bytes
 * @param {number} number
 */
function arrayOf(path, bytes, number) {
    const lines = [];
    for (let at = 0; at < bytes.length; at += BYTES_A_LINE) {
        lines.push(`    ${[...bytes.subarray(at, at + BYTES_A_LINE)].join(", ")},`);
    }
    return `/* ${basename(path)} */\nstatic const unsigned char pack_${number}[] = {\n${lines.join("\n")}\n};\n`;
}

const [out, ...paths] = argv.slice(2);
if (out === undefined) throw new Error("usage: node core/rules/embed.mjs OUT/shipped.c PACK…");
paths.sort();
const packs = await Promise.all(paths.map(minified));
const entries = packs.map((_, i) => `    {(const char *)pack_${i}, sizeof pack_${i}},`);
await writeFile(
    out,
    [
        "/* shipped.c: written by core/rules/embed.mjs from the packs in core/rules; not to be edited. */",
        '#include "rules/shipped.h"\n',
        ...packs.map((bytes, i) => arrayOf(paths[i] ?? "", bytes, i)),
        `const mp_text mp_shipped_packs[] = {\n${entries.length > 0 ? entries.join("\n") : "    {0, 0},"}\n};`,
        `const size_t mp_shipped_pack_count = ${packs.length};\n`,
    ].join("\n"),
);
