/* walkers.test.mjs: the two walkers give the core the same page. Every saved page is opened in a real Chromium, scripts
 * off, and its live DOM walked; the document must be the one that the command makes of the same bytes. What a page's style
 * sheets hide only a browser knows, so a page that differs is walked again without them. The pages lie in the shared
 * folder; without it only a notice is left. Knows the walker, the module and the command from outside. */

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import process from "node:process";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { build } from "esbuild";
import { lines, ROOT, run } from "../cli/support.mjs";
import { BUILD, launch } from "../extension/harness.mjs";

const PAGES = path.join(path.resolve(process.env["MOUTHPIECE_SHARED"] ?? path.join(ROOT, "..", "shared")), "pages");
const LEAST_SHARE_SAME = 0.99;

/** @typedef {{id: string, file: string, encoding: string}} SavedPage */

/** Serves each page's bytes, and nothing else. @param {SavedPage[]} pages */
async function serve(pages) {
    const by_path = new Map(pages.map((page) => [`/${page.id}`, page]));
    const server = createServer((request, response) => {
        const page = by_path.get(decodeURIComponent(request.url ?? ""));
        if (page === undefined) return void response.writeHead(404).end();
        response.setHeader("content-type", `text/html; charset=${page.encoding}`);
        response.end(gunzipSync(readFileSync(path.join(PAGES, page.file))));
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    return { base: `http://127.0.0.1:${port}`, close: () => server.close() };
}

async function bundledWalker() {
    const { outputFiles } = await build({
        entryPoints: [fileURLToPath(new URL("../../extension/content/walker.js", import.meta.url))],
        bundle: true,
        write: false,
        format: "iife",
        globalName: "walker",
    });
    return outputFiles[0]?.text ?? "";
}

/** @param {{blocks: {kind: string, text: string}[]}} document */
const kindsAndTexts = ({ blocks }) => blocks.map(({ kind, text }) => `${kind}: ${text}`);

if (!existsSync(path.join(PAGES, "pages.jsonl"))) {
    console.error(`NOTICE: ${PAGES} is not there: the comparison of the walkers was left out`);
    test("without the shared folder nothing is claimed about the walkers", () =>
        assert.equal(existsSync(PAGES), false));
} else {
    describe("both walkers", () => {
        /** @type {SavedPage[]} */
        const pages = lines(readFileSync(path.join(PAGES, "pages.jsonl"), "utf8"));
        /** @type {import("puppeteer-core").Browser} */
        let browser;
        /** @type {Awaited<ReturnType<typeof serve>>} */
        let server;
        /** @type {string[]} */
        const hidden_by_style = [];
        /** @type {string[]} */
        const different = [];

        before(async () => {
            const walker = await bundledWalker();
            const { load } = await import(pathToFileURL(path.join(BUILD, "mouthpiece.js")).href);
            const mouthpiece = await load();
            const files = new Map(pages.map(({ id, file }) => [path.join(PAGES, file), id]));
            const { stdout } = run(["document", ...files.keys()]);
            const expected = new Map(lines(stdout).map((line) => [String(files.get(line.id)), kindsAndTexts(line)]));
            server = await serve(pages);
            browser = await launch();
            const tab = await browser.newPage();
            await tab.setJavaScriptEnabled(false);
            /* Nothing but the page itself: what it asks of others would only be waited for. */
            await tab.setRequestInterception(true);
            tab.on("request", (request) =>
                request.isNavigationRequest() && request.url().startsWith(server.base)
                    ? request.continue()
                    : request.abort(),
            );

            const walk = async () => {
                const nodes = await tab.evaluate(() => /** @type {any} */ (globalThis).walker.walkPage(document).nodes);
                return kindsAndTexts(mouthpiece.checkPage({ url: "", nodes }, { anyway: false }).document);
            };
            const isSame = (/** @type {string} */ id, /** @type {string[]} */ found) =>
                JSON.stringify(found) === JSON.stringify(expected.get(id));
            for (const { id } of pages) {
                await tab.goto(`${server.base}/${encodeURIComponent(id)}`, { waitUntil: "domcontentloaded" });
                await tab.evaluate(walker);
                if (isSame(id, await walk())) continue;
                await tab.evaluate(() => {
                    for (const sheet of document.styleSheets) sheet.disabled = true;
                });
                (isSame(id, await walk()) ? hidden_by_style : different).push(id);
            }
            console.log(
                `walkers: ${pages.length} pages, ${hidden_by_style.length} differ by what style sheets hide ` +
                    `(${hidden_by_style.join(" ")}), ${different.length} otherwise (${different.join(" ")})`,
            );
        });
        after(async () => {
            await browser.close();
            server.close();
        });

        test("give the same kinds and texts", () => {
            assert.ok(1 - different.length / pages.length >= LEAST_SHARE_SAME, different.join(" "));
        });

        test("differ by style sheets on few pages only", () => {
            assert.ok(hidden_by_style.length <= 0.05 * pages.length, hidden_by_style.join(" "));
        });
    });
}
