/* start.test.mjs: what a page without a candidate is spared when the built script starts in it, in both browsers: the
 * extension's interface, which Firefox makes for a page only when it is touched, random names, and every listener but the one
 * for changes. The script runs in the page's own world here, where all of that can be counted. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { launch as launchFirefox } from "./firefox.mjs";
import { BUILD, launch as launchChromium } from "./harness.mjs";

for (const [name, launch] of /** @type {const} */ ([
    ["Chromium", launchChromium],
    ["Firefox", launchFirefox],
]))
    describe(`the script's start in ${name}`, () => {
        /** @type {import("puppeteer-core").Browser} */
        let browser;
        let script = "";

        before(async () => {
            [browser, script] = await Promise.all([
                launch(),
                readFile(path.join(BUILD, "extension", name.toLowerCase(), "content.js"), "utf8"),
            ]);
        });
        after(() => browser.close());

        /** Starts the script in a new page and counts what it touches. @param {string} body */
        const started = async (body) => {
            const page = await browser.newPage();
            await page.setContent(`<!doctype html><html lang="en"><body>${body}</body></html>`);
            const counts = await page.evaluate(async (source) => {
                const counted = { interface: 0, random: 0, listeners: /** @type {string[]} */ ([]) };
                const port = { onMessage: { addListener() {} }, onDisconnect: { addListener() {} }, postMessage() {} };
                const runtime = { id: "test", connect: () => port, onMessage: { addListener() {} } };
                const api = { get: () => (counted.interface++, { runtime }), configurable: true };
                Object.defineProperty(globalThis, "browser", api);
                /* As scripts of extensions have it in Firefox. */
                Object.defineProperty(Element.prototype, "openOrClosedShadowRoot", {
                    get: () => null,
                    configurable: true,
                });
                const random = Crypto.prototype.getRandomValues;
                /** @type {any} */ (Crypto.prototype).getRandomValues =
                    /** @this {Crypto} @param {any} array */ function (array) {
                        counted.random++;
                        return random.call(this, array);
                    };
                const listen = EventTarget.prototype.addEventListener;
                EventTarget.prototype.addEventListener = function (/** @type {any[]} */ ...how) {
                    if (this === globalThis || this === /** @type {any} */ (globalThis).navigation)
                        counted.listeners.push(how[0]);
                    return Reflect.apply(listen, this, how);
                };
                globalThis.addEventListener = EventTarget.prototype.addEventListener;
                new Function(source)();
                /* Where there is a candidate, the answer does not come. */
                const looked = /** @type {any} */ (globalThis).mouthpiece.start("");
                const { outcome = "waiting" } = await Promise.race([
                    looked,
                    new Promise((then) => setTimeout(then, 100, {})),
                ]);
                const first = structuredClone(counted);
                document.body.append("The bridge of Halden");
                while (counted.listeners.length === 0) await new Promise((then) => setTimeout(then));
                return { outcome, first, later: counted.listeners };
            }, script);
            await page.close();
            return counts;
        };

        test("touches nothing but the text where that holds no candidate, and listens from the first change on", async () => {
            const { outcome, first, later } = await started("<h1>Halden</h1><p>The mayor said so.</p><div></div>");
            assert.equal(outcome, "no-candidate");
            assert.deepEqual(first, { interface: 0, random: 0, listeners: [] });
            assert.ok(later.includes("visibilitychange") && later.includes("pageshow"), later.join());
        });

        test("asks the background where there is a candidate", async () => {
            const { outcome, first } = await started("<h1>Halden</h1><p>Grok said so.</p>");
            assert.equal(outcome, "waiting");
            assert.equal(first.interface, 1);
            assert.ok(first.random > 0 && first.listeners.includes("visibilitychange"));
        });
    });
