/* preview-worker.test.mjs: the preview's worker where its files cannot be read at first: it says so, tries again with what
 * comes next, and has lost nothing of the draft meanwhile. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { BUILD } from "./harness.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The worker's own world: one listener, its answers, and files that can be missing. @type {any} */
const world = globalThis;
/** @type {(event: {data: any}) => void} */
let hear = () => {};
/** @type {((answer: any) => void)[]} */
const waiting = [];
let isMissing = true;
world.addEventListener = (/** @type {string} */ _type, /** @type {typeof hear} */ listener) => (hear = listener);
world.postMessage = (/** @type {any} */ answer) => waiting.shift()?.(answer);
world.fetch = async (/** @type {URL} */ url) => {
    if (isMissing) throw new TypeError("Failed to fetch");
    const bytes = await readFile(path.join(BUILD, path.basename(url.pathname)));
    return new Response(bytes, { headers: { "content-type": "application/wasm" } });
};

/** @param {object} message @returns {Promise<any>} */
function ask(message) {
    return new Promise((resolve) => {
        waiting.push(resolve);
        hear({ data: message });
    });
}

test("a core that could not be loaded is asked for again, with the whole draft", async () => {
    const { outputFiles } = await build({
        entryPoints: [path.join(root, "extension", "preview", "worker.js")],
        bundle: true,
        write: false,
        format: "esm",
        platform: "node",
        define: { "import.meta.url": JSON.stringify("https://preview.test/preview/worker.js") },
        plugins: [
            {
                name: "built",
                setup({ onResolve }) {
                    onResolve({ filter: /\/mouthpiece\.js$/ }, () => ({ path: path.join(BUILD, "mouthpiece.js") }));
                    onResolve({ filter: /\/draft\.js$/ }, () => ({ path: path.join(BUILD, "draft", "draft.js") }));
                },
            },
        ],
    });
    await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? "")}`);
    const headline = { kind: "headline", text: "Grok apologises for the posts", links: [] };
    const words = { kind: "paragraph", text: "“I deeply regret the harm that I caused,” Grok wrote.", links: [] };
    const failed = await ask({ type: "check", from: 0, removed: 0, added: [words] });
    assert.deepEqual([failed.type, failed.of], ["failed", "check"]);
    assert.match(failed.detail, /Failed to fetch/u);
    isMissing = false;
    const { type, report } = await ask({ type: "check", from: 0, removed: 0, added: [headline] });
    assert.equal(type, "checked");
    assert.deepEqual(
        report.findings.map((/** @type {any} */ { block }) => block),
        [0, 1],
    );
});
