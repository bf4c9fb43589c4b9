/* walkers.test.mjs: the two walkers give the core the same page. Every saved page is opened in a real Chromium, scripts
 * off, and its live DOM walked; the document must be the one that the command makes of the same bytes. What a page's style
 * sheets hide only a browser knows, so a page that differs is walked again without them. And what a place in the document
 * covers, in the live DOM, are the document's words. The pages lie in the shared folder; without it only a notice is left.
 * Knows the walker, the way back, the module and the command from outside. */

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
        stdin: {
            contents:
                'export * from "./walker.js"; export * from "./places.js"; export { piecesOf } from "../shared/places.js";',
            resolveDir: fileURLToPath(new URL("../../extension/content", import.meta.url)),
        },
        bundle: true,
        write: false,
        format: "iife",
        globalName: "walker",
    });
    return outputFiles[0]?.text ?? "";
}

/** @typedef {{block: number, start: number, end: number}} Place */

/** All places that a mark may take on a page, and some that none takes: quotes, findings, whole blocks, halves of blocks.
 *  @param {any} checked @returns {Place[]} */
function placesOf({ document, report }) {
    const halves = document.blocks.flatMap((/** @type {{text: string}} */ { text }, /** @type {number} */ block) => {
        const half = text.length >> 1;
        const spot = text.codePointAt(half - 1) === text.charCodeAt(half - 1) ? half : half + 1;
        return [
            { block, start: 0, end: text.length },
            { block, start: 0, end: spot },
            { block, start: spot, end: text.length },
        ];
    });
    return [...report.findings, ...(report.quotes ?? []), ...halves]
        .map(({ block, start, end }) => ({ block, start, end }))
        .filter(({ start, end }) => start < end);
}

/** White space is the page's own, what has no width the text leaves out, and a colon may join a list's term to its text.
 *  @param {string} text */
const bare = (text) => text.replaceAll(/[\s:\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, "");

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
        /** @type {string[]} */
        const astray = [];
        let places_seen = 0;
        /** Of walks, in milliseconds. A shared machine makes them longer: told, and held to nothing here. @type {number[]} */
        const times = [];

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
                /* The page is laid out before, as one is that is read. */
                const [nodes, ms] = await tab.evaluate(() => {
                    const page = /** @type {any} */ (globalThis);
                    document.documentElement.getBoundingClientRect();
                    const start = performance.now();
                    page.walked = page.walker.walkPage(document);
                    return [page.walked.nodes, performance.now() - start];
                });
                times.push(ms);
                return mouthpiece.checkPage({ url: "", nodes }, { anyway: false, allQuotes: true });
            };
            /** What the ranges of a page's places say in the live DOM. @param {Place[]} places @param {unknown[]} segments */
            const ranged = (places, segments) =>
                tab.evaluate(
                    (asked, runs) => {
                        const page = /** @type {any} */ (globalThis);
                        return asked.map((place) =>
                            page.walker
                                .piecesOf(place, runs, page.walked.texts)
                                .map((/** @type {any} */ piece) => String(page.walker.rangeOf(piece)))
                                .join(""),
                        );
                    },
                    places,
                    segments,
                );
            const note_places = async (/** @type {string} */ id, /** @type {any} */ checked) => {
                const places = placesOf(checked);
                const texts = await ranged(places, checked.segments);
                places_seen += places.length;
                places.forEach(({ block, start, end }, index) => {
                    const words = checked.document.blocks[block].text.slice(start, end);
                    if (bare(words) !== bare(texts[index] ?? "")) astray.push(`${id} ${block} ${start}-${end}`);
                });
            };
            const isSame = (/** @type {string} */ id, /** @type {string[]} */ found) =>
                JSON.stringify(found) === JSON.stringify(expected.get(id));
            for (const { id } of pages) {
                await tab.goto(`${server.base}/${encodeURIComponent(id)}`, { waitUntil: "domcontentloaded" });
                await tab.evaluate(walker);
                const checked = await walk();
                await note_places(id, checked);
                if (isSame(id, kindsAndTexts(checked.document))) continue;
                await tab.evaluate(() => {
                    for (const sheet of document.styleSheets) sheet.disabled = true;
                });
                (isSame(id, kindsAndTexts((await walk()).document)) ? hidden_by_style : different).push(id);
            }
            times.sort((a, b) => a - b);
            const time = (/** @type {number} */ share) => times[Math.floor(share * (times.length - 1))]?.toFixed(1);
            console.log(`walkers: a walk takes ${time(0.5)} ms in the middle, ${time(0.95)} ms at p95`);
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

        test("lead back: what a place covers in the live page are the document's words", () => {
            assert.ok(places_seen > 3000, `${places_seen} places`);
            assert.deepEqual(astray, []);
        });

        test("differ by style sheets on few pages only", () => {
            assert.ok(hidden_by_style.length <= 0.05 * pages.length, hidden_by_style.join(" "));
        });
    });
}
