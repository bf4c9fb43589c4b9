/* seeds.mjs: writes the inputs that fuzzing starts from: documents, texts, pages and rule packs that the tests have
 * anyway. Knows nothing of the fuzz targets.
 *
 *     node tests/tools/seeds.mjs FOLDER */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("../../", import.meta.url));
const DOCUMENTS_A_SET = 30;

const folder = argv[2];
if (folder === undefined) throw new Error("usage: node tests/tools/seeds.mjs FOLDER");

/** @param {string} path @param {string} ending @returns {string[]} the files of that ending */
function filesIn(path, ending) {
    return readdirSync(join(top, path))
        .filter((name) => name.endsWith(ending))
        .sort()
        .map((name) => join(top, path, name));
}

/** @param {string} path @returns {string[]} a set's first documents, a line each */
function documentsOf(path) {
    return readFileSync(path, "utf8").split("\n").filter(Boolean).slice(0, DOCUMENTS_A_SET);
}

const documents = filesIn("tests/gold", ".jsonl").flatMap(documentsOf);
const seeds = [
    // A target's first byte picks its options; a space picks none and is no harm to JSON.
    ...documents.map((line) => ` ${line}`),
    ...documents.map(
        (line) =>
            ` ${JSON.parse(line)
                .blocks.map((/** @type {{text: string}} */ block) => block.text)
                .join("\n")}`,
    ),
    ...filesIn("tests/samples", ".html").map((path) => readFileSync(path, "utf8")),
    ...filesIn("core/rules", ".json").map((path) => readFileSync(path, "utf8")),
];
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
seeds.forEach((seed, i) => writeFileSync(join(folder, `seed-${String(i).padStart(4, "0")}`), seed));
