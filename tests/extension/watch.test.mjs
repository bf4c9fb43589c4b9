/* watch.test.mjs: how often a page that changes is looked at, in both browsers: soon after a change, and less and less often
 * where it changes without end. In a real page, for observers and idle time are the browser's. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { launch as launchFirefox } from "./firefox.mjs";
import { launch as launchChromium } from "./harness.mjs";

async function bundle() {
    const { outputFiles } = await build({
        entryPoints: [fileURLToPath(new URL("../../extension/content/watch.js", import.meta.url))],
        bundle: true,
        write: false,
        format: "iife",
        globalName: "watching",
    });
    return outputFiles[0]?.text ?? "";
}

for (const [name, launch] of /** @type {const} */ ([
    ["Chromium", launchChromium],
    ["Firefox", launchFirefox],
]))
    describe(`watching in ${name}`, () => {
        /** @type {import("puppeteer-core").Browser} */
        let browser;
        /** @type {import("puppeteer-core").Page} */
        let page;

        before(async () => {
            browser = await launch();
            page = await browser.newPage();
            await page.evaluate(`globalThis.chrome ??= {}; chrome.runtime = { id: "test" };
                Object.defineProperty(Document.prototype, "hidden", { get: () => globalThis.isUnseen === true });
                ${await bundle()}`);
        });
        after(() => browser.close());

        /**
         * Watches the page while it changes, and tells of each look how many changed trees it was about.
         * @param {number} nodes that each change adds @param {number} wanted looks
         */
        const looks = (nodes, wanted) =>
            page.evaluate(
                async (count, most) => {
                    const end = new AbortController();
                    /** @type {{at: number, trees: number}[]} */
                    const seen = [];
                    const isWorthChecking = (/** @type {unknown[]} */ trees) => {
                        seen.push({ at: performance.now(), trees: trees.length });
                        return false;
                    };
                    const watched = {
                        isWorthChecking,
                        isOutOfDate: () => false,
                        checkAgain: async () => ({ isNew: false, spent: 0 }),
                        sweep: () => {},
                        end: () => {},
                    };
                    document.body.replaceChildren();
                    const watch = new /** @type {any} */ (globalThis).watching.Watch(watched, end.signal);
                    watch.start([document.body]);
                    while (seen.length < most) {
                        const block = document.createElement("div");
                        for (let index = 0; index < count; index++) block.append(document.createElement("i"));
                        document.body.replaceChildren();
                        for (const node of [...block.children]) document.body.append(node);
                        await new Promise((resolve) => setTimeout(resolve, 20));
                    }
                    end.abort();
                    return seen.map(({ at }, index) => at - (seen[index - 1]?.at ?? at)).slice(1);
                },
                nodes,
                wanted,
            );

        test("goes on as before while little changes", async () => {
            const waits = await looks(5, 5);
            const [first = 0, last = 0] = [waits[0], waits.at(-1)];
            assert.ok(last < first * 4, `${waits}`);
        });

        test("looks when the user goes back, where an element has the name of the Navigation API", async () => {
            const other = await browser.newPage();
            /* Not the first about:blank, whose history has one entry. */
            await other.goto("data:text/html,<title>Halden</title>");
            await other.evaluate(`globalThis.chrome ??= {}; chrome.runtime = { id: "test" }; ${await bundle()}`);
            const isSeen = await other.evaluate(async () => {
                const names = /** @type {any} */ (globalThis);
                delete names.navigation;
                delete names.Navigation;
                document.body.innerHTML = "<nav id='navigation'></nav>";
                const end = new AbortController();
                const looked = new Promise((resolve) => {
                    const watch = new names.watching.Watch(
                        {
                            isWorthChecking: () => false,
                            isOutOfDate: () => void resolve(true),
                            checkAgain: async () => ({ isNew: false, spent: 0 }),
                            sweep: () => {},
                            end: () => {},
                        },
                        end.signal,
                    );
                    watch.start([document.body]);
                    watch.listen();
                });
                history.pushState(null, "");
                history.back();
                const hasLooked = await Promise.race([
                    looked,
                    new Promise((resolve) => setTimeout(resolve, 5000, false)),
                ]);
                end.abort();
                return hasLooked && names.navigation instanceof Element;
            });
            await other.close();
            assert.equal(isSeen, true);
        });

        test("does nothing while nobody looks, however much has changed, and goes on when somebody does", async () => {
            const [unseen, seen] = await page.evaluate(async () => {
                const end = new AbortController();
                let sweeps = 0;
                const watched = {
                    isWorthChecking: () => false,
                    isOutOfDate: () => false,
                    checkAgain: async () => ({ isNew: false, spent: 0 }),
                    sweep: () => void sweeps++,
                    end: () => {},
                };
                const turn = (/** @type {boolean} */ isUnseen) => {
                    Object.assign(globalThis, { isUnseen });
                    dispatchEvent(new Event("visibilitychange"));
                };
                const wait = (/** @type {number} */ time) => new Promise((resolve) => setTimeout(resolve, time));
                document.body.replaceChildren();
                const watch = new /** @type {any} */ (globalThis).watching.Watch(watched, end.signal);
                watch.start([document.body]);
                turn(true);
                for (let index = 0; index < 1000; index++) document.body.append(document.createElement("i"));
                await wait(700);
                const unseenSweeps = sweeps;
                turn(false);
                const seenSweeps = sweeps;
                end.abort();
                return [unseenSweeps, seenSweeps];
            });
            assert.equal(unseen, 0);
            assert.ok((seen ?? 0) > 0);
        });

        test("rests longer and longer while everything changes without end", async () => {
            const waits = await looks(1000, 5);
            const [first = 0, last = 0] = [waits[0], waits.at(-1)];
            assert.ok(last > 1000 && last > first * 2, `${waits}`);
        });
    });
