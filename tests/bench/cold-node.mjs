/* cold-node.mjs: in a fresh process, the milliseconds from the module's import to the first report, and the module's
 * memory after it.
 *
 *     node cold-node.mjs MODULE DOCUMENT.json */
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { pathToFileURL } from "node:url";

const [, , module = "", document = ""] = process.argv;
const parsed = JSON.parse(readFileSync(document, "utf8"));
/** @type {WebAssembly.Memory | undefined} */
let memory;
const instantiate = WebAssembly.instantiate;
/* The module keeps its memory to itself; what it asks of the engine tells. */
Object.assign(WebAssembly, {
    async instantiate(/** @type {any} */ source, /** @type {any} */ imports) {
        const made = /** @type {any} */ (await instantiate(source, imports));
        memory = (made.instance ?? made).exports.memory;
        return made;
    },
});

const start = performance.now();
const { load } = await import(pathToFileURL(module).href);
const mouthpiece = await load();
const { findings } = mouthpiece.check(parsed);
const milliseconds = performance.now() - start;
console.log(JSON.stringify({ milliseconds, findings: findings.length, bytes: memory?.buffer.byteLength ?? NaN }));
