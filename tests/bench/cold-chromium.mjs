/* cold-chromium.mjs: in fresh pages of a headless Chromium, the milliseconds from the module's import, fetch included, to
 * the first report. Knows the browser and a server on the loopback; nothing of the bars. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import process from "node:process";
import puppeteer from "puppeteer-core";

import { chromiumPath } from "../tools/browser.mjs";
import { median } from "./clock.mjs";

const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };

/** Serves the build, isolated, so that clocks are fine. @param {string} build */
function serve(build) {
    const server = createServer(({ url = "/" }, response) => {
        const name = path.basename(new URL(url, "http://localhost").pathname) || "index.html";
        const type = TYPES[/** @type {keyof typeof TYPES} */ (path.extname(name))] ?? "text/plain";
        response.setHeader("Content-Type", type);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
        response.setHeader("Cache-Control", "no-store");
        const page = name === "index.html" ? "<!doctype html><title>bench</title>" : null;
        try {
            response.end(page ?? readFileSync(path.join(build, name)));
        } catch {
            response.writeHead(404).end();
        }
    });
    return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/**
 * Median milliseconds for each document.
 * @param {string} build
 * @param {number} rounds
 * @param {object[]} documents
 * @returns {Promise<number[]>}
 */
export async function coldInChromium(build, rounds, documents) {
    const server = await serve(build);
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const browser = await puppeteer.launch({ executablePath: chromiumPath(), headless: true, pipe: true, args });
    const medians = [];
    try {
        for (const document of documents) {
            const times = [];
            for (let round = 0; round < rounds; round++) {
                const page = await browser.newPage();
                await page.goto(`http://127.0.0.1:${port}/`);
                times.push(
                    await page.evaluate(async (checked) => {
                        const start = performance.now();
                        const { load } = await import(/** @type {string} */ ("/mouthpiece.js"));
                        (await load()).check(checked);
                        return performance.now() - start;
                    }, document),
                );
                await page.close();
            }
            medians.push(median(times));
        }
    } finally {
        await browser.close();
        server.close();
    }
    return medians;
}
