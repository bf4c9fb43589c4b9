/* embed.mjs: writes files into a C source, each as an array of characters with a NUL at its end:
 * `node embed.mjs OUT NAME=FILE…` gives `const char NAME[]`. A string literal could not be as long. Knows nothing of what
 * the files hold. */
import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";

const [, , out = "", ...pairs] = process.argv;

/** @param {string} file @returns {string} the file's bytes as C characters, a row each for 24 */
function characters(file) {
    const bytes = [...readFileSync(file), 0].map((byte) => `'\\x${byte.toString(16).padStart(2, "0")}',`);
    const rows = [];
    for (let at = 0; at < bytes.length; at += 24) rows.push(bytes.slice(at, at + 24).join(""));
    return rows.join("\n    ");
}

const parts = pairs.map((pair) => {
    const [name = "", file = ""] = pair.split("=");
    return `const char ${name}[] = {\n    ${characters(file)}\n};\n`;
});
writeFileSync(out, `/* Made by embed.mjs. */\n#include "embedded.h"\n\n${parts.join("\n")}`);
