/* embed.mjs: writes the rule packs into C: into the file that shipped.h declares, without white space and without the
 * examples; or with --whole, letter for letter, for the command, whose `rules check` runs the examples. Knows nothing else
 * of what a pack says.
 *
 *     node core/rules/embed.mjs [--whole] OUT/shipped.c PACK… */
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

/** The file of shipped.h. @param {string[]} paths */
async function shipped(paths) {
    const packs = await Promise.all(paths.map(minified));
    const entries = packs.map((_, i) => `    {(const char *)pack_${i}, sizeof pack_${i}},`);
    return [
        "/* shipped.c: written by core/rules/embed.mjs from the packs in core/rules; not to be edited. */",
        '#include "rules/shipped.h"\n',
        ...packs.map((bytes, i) => arrayOf(paths[i] ?? "", bytes, i)),
        `const mp_text mp_shipped_packs[] = {\n${entries.length > 0 ? entries.join("\n") : "    {0, 0},"}\n};`,
        `const size_t mp_shipped_pack_count = ${packs.length};\n`,
    ];
}

/** The file of cli/packs_whole.h. @param {string[]} paths */
async function whole(paths) {
    const packs = await Promise.all(paths.map((path) => readFile(path)));
    const entries = packs.map(
        (_, i) => `    {"core/rules/${basename(paths[i] ?? "")}", {(const char *)pack_${i}, sizeof pack_${i}}},`,
    );
    return [
        "/* packs_whole.c: written by core/rules/embed.mjs from the packs in core/rules; not to be edited. */",
        '#include "cli/packs_whole.h"\n',
        ...packs.map((bytes, i) => arrayOf(paths[i] ?? "", bytes, i)),
        `const mp_whole_pack mp_whole_packs[] = {\n${entries.length > 0 ? entries.join("\n") : "    {0, {0, 0}},"}\n};`,
        `const size_t mp_whole_pack_count = ${packs.length};\n`,
    ];
}

const words = argv.slice(2);
const isWhole = words[0] === "--whole";
const [out, ...paths] = isWhole ? words.slice(1) : words;
if (out === undefined) throw new Error("usage: node core/rules/embed.mjs [--whole] OUT/shipped.c PACK…");
paths.sort();
await writeFile(out, (await (isWhole ? whole : shipped)(paths)).join("\n"));
