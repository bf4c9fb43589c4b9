/* background.test.mjs: the background's checks against a browser that is a stand-in: the order in which results are kept,
 * and what pages are told of who asked. */

import assert from "node:assert/strict";
import path from "node:path";
import { beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { BUILD } from "./harness.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** @type {Record<string, any>} */
const session = {};
/** @type {any[]} what was run in pages, with which arguments */
let injected = [];
/** How long the browser takes to tell its tabs, once each. @type {number[]} */
let delays = [];

const area = (/** @type {Record<string, any>} */ kept) => ({
    get: async (/** @type {string | null} */ key) => (key === null ? { ...kept } : { [key]: kept[key] }),
    set: async (/** @type {Record<string, any>} */ values) => void Object.assign(kept, values),
    remove: async () => {},
});

Object.assign(globalThis, {
    chrome: {
        runtime: { id: "test", getURL: (/** @type {string} */ of) => `chrome-extension://test/${of}` },
        i18n: { getMessage: () => "" },
        storage: { session: area(session), local: area({}), managed: area({}) },
        tabs: {
            query: async () => {
                await new Promise((resolve) => setTimeout(resolve, delays.shift() ?? 0));
                return [{ id: 1 }];
            },
            sendMessage: async () => undefined,
        },
        action: {
            setBadgeText: async () => {},
            setBadgeBackgroundColor: async () => {},
            setBadgeTextColor: async () => {},
            setTitle: async () => {},
        },
        scripting: {
            executeScript: async (/** @type {any} */ asked) => (injected.push(asked), [{ result: undefined }]),
        },
    },
});

const { outputFiles } = await build({
    entryPoints: [path.join(root, "extension", "background", "check.js")],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    plugins: [
        {
            name: "built",
            setup({ onResolve }) {
                onResolve({ filter: /\/mouthpiece\.js$/ }, () => ({ path: path.join(BUILD, "mouthpiece.js") }));
                onResolve({ filter: /\/prefilter\.js$/ }, () => ({ path: path.join(root, "wasm", "prefilter.mjs") }));
            },
        },
    ],
});
/** @type {typeof import("../../extension/background/check.js")} */
const { checkTab, keepNothing, reviewKept } = await import(
    `data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? "")}`
);

beforeEach(() => {
    injected = [];
    delays = [];
});

test("the latest result is what is kept, though the one before takes longer", async () => {
    const url = "https://halden.example/";
    delays = [100, 0];
    await Promise.all(
        ["first", "last"].map((load) => keepNothing({ tabId: 1, frameId: 0 }, { load, url, selection: false })),
    );
    assert.equal(session["tab:1"].load, "last");
});

test("a change of the settings looks at each result in its turn: a check that ends meanwhile is not undone by it", async () => {
    const frame = { tabId: 1, frameId: 0 };
    const page = (/** @type {string} */ load) => ({ load, url: "https://halden.example/", selection: false });
    const review = (/** @type {string} */ title) => reviewKept(frame, (result) => ({ ...result, title }));
    /* Each waits for the browser to tell its tabs before it writes: the reviews longest. */
    delays = [50, 100, 0, 100];
    const [, reviewed, , again] = await Promise.all([
        keepNothing(frame, page("first")),
        review("looked at"),
        keepNothing(frame, page("second")),
        review("looked at again"),
    ]);
    assert.deepEqual([reviewed?.load, again?.load], ["first", "second"]);
    assert.deepEqual([session["tab:1"].load, session["tab:1"].title], ["second", "looked at again"]);
    delays = [0, 100, 0];
    await Promise.all([keepNothing(frame, page("third")), review("late"), keepNothing(frame, page("last"))]);
    assert.deepEqual([session["tab:1"].load, session["tab:1"].title], ["last", undefined]);
});

test("whoever presses a button has asked, in the panel too, where the click lets nobody in", async () => {
    await checkTab(1, { anyway: false, clicked: false });
    await checkTab(1, { anyway: false, clicked: false, asked: false });
    const asked = injected.filter(({ target, args }) => args && !target.allFrames).map(({ args }) => args[0].asked);
    assert.deepEqual(asked, [true, false]);
});
