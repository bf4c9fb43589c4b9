/* embed.mjs: writes the rule packs, letter for letter, into the C file that cli/packs_whole.h declares, for the command,
 * whose `rules check` runs their examples. Knows nothing of what a pack says.
 *
 *     node core/rules/embed.mjs OUT/packs_whole.c PACK… */
import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { argv } from "node:process";

const BYTES_A_LINE = 32;

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

const [out, ...paths] = argv.slice(2);
if (out === undefined) throw new Error("usage: node core/rules/embed.mjs OUT/packs_whole.c PACK…");
paths.sort();
await writeFile(out, (await whole(paths)).join("\n"));
