/* cold-node.mjs: in a fresh process, the milliseconds from the module's import to the first report, and the modules'
 * memories after it.
 *
 *     node cold-node.mjs MODULE DOCUMENT.json */
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { pathToFileURL } from "node:url";

const [, , module = "", document = ""] = process.argv;
const parsed = JSON.parse(readFileSync(document, "utf8"));
/** @type {Set<WebAssembly.Memory>} */
const memories = new Set();
const { instantiate, Instance } = WebAssembly;
/** @param {any} instance */
const keep = (instance) => {
    memories.add(instance.exports.memory);
    return instance;
};
/* The module keeps its memories to itself; what it asks of the engine tells. */
Object.assign(WebAssembly, {
    async instantiate(/** @type {any} */ source, /** @type {any} */ imports) {
        const made = /** @type {any} */ (await instantiate(source, imports));
        keep(made.instance ?? made);
        return made;
    },
    Instance: class extends Instance {
        constructor(/** @type {any} */ source, /** @type {any} */ imports) {
            super(source, imports);
            keep(this);
        }
    },
});

const start = performance.now();
const { load } = await import(pathToFileURL(module).href);
const mouthpiece = await load();
const { findings } = mouthpiece.check(parsed);
const milliseconds = performance.now() - start;
const bytes = [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
console.log(JSON.stringify({ milliseconds, findings: findings.length, bytes }));
