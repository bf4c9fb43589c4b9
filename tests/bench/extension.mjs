/* extension.mjs: what the extension costs a page, in Chromium and in Firefox, beside the bars that it is held to: time of
 * the page's own thread, the first mark with a cold background, CPU of idle pages, memory, mutations under marks, sizes.
 *
 * Of the page's thread all is counted that our script does there: its being compiled and run, looking for candidates,
 * walking the page, with the styles that the browser computes for us on the way, writing and posting the message, placing
 * and registering the marks. Not counted are the wait for the background, the browser's own decoding of the answer, and
 * what it would do without us: layout and painting. Each page is loaded three times and the median taken, so that what
 * other programs take from the machine in between is not put down to us.
 * Pages are the saved ones, served from loopback without their scripts. Times on a shared machine say little; what is a
 * ratio, and what is CPU time, says more. Knows the extension only as it is built, with scripts beside it
 * that start the check and say what it took.
 *
 *     MOUTHPIECE_BUILD=BUILD MOUTHPIECE_SHARED=SHARED node tests/bench/extension.mjs [PAGES] */

import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { FirefoxReader, launch as launchFirefox } from "../extension/firefox.mjs";
import { BUILD, Reader, launch as launchChromium } from "../extension/harness.mjs";
import { quantile } from "./clock.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SHARED = process.env.MOUTHPIECE_SHARED ?? path.join(ROOT, "..", "shared");
const PAGES = Number(process.argv[2] ?? 40);
const IDLE_SECONDS = 6;
const LOADS = 3;
const FRAMES = 20;

/** @typedef {import("puppeteer-core").Browser} Browser */
/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {{outcome: string, spent: number, wall: number}} Told */

/** Before our script and after it. */
const BEGIN = `globalThis.begun = performance.now();`;
const TELL = `(async () => {
    const started = performance.now();
    const loading = started - begun;
    const told = await mouthpiece.start("");
    const wall = performance.now() - started;
    document.documentElement.dataset.bench = JSON.stringify({ ...told, spent: told.spent + loading, wall });
})();`;

/** Fifty quotes of a model, and room for changes. */
const MARKED = `<!doctype html><html lang="en"><meta property="og:type" content="article"><title>Fifty</title><body>
    <article><h1>Fifty sentences of a machine</h1>${Array.from(
        { length: 50 },
        (_, index) => `<p>“Sentence number ${index} is mine, and I deeply regret the harm that it caused,” Grok wrote on
        Tuesday, after the council of Halden had asked it about the bridge.</p>`,
    ).join("")}</article><div id="changes"></div></body></html>`;
const FRAMED = `<!doctype html><title>Frames</title>${'<iframe src="/plain"></iframe>'.repeat(FRAMES)}`;
const PLAIN =
    "<!doctype html><title>Plain</title><p>The council of Halden agreed on Tuesday to build a second bridge.</p>";

/** The saved pages, every so many of them, and three of ours. */
async function serve() {
    const folder = path.join(SHARED, "pages");
    const index = path.join(folder, "pages.jsonl");
    /** @type {{file: string, encoding: string}[]} */
    const all = existsSync(index)
        ? readFileSync(index, "utf8")
              .split("\n")
              .filter(Boolean)
              .map((line) => JSON.parse(line))
        : [];
    const chosen = all.filter((_, at) => at % Math.max(1, Math.floor(all.length / PAGES)) === 0);
    const own = new Map(Object.entries({ "/marked": MARKED, "/frames": FRAMED, "/plain": PLAIN }));
    const server = createServer((request, response) => {
        const { pathname } = new URL(request.url ?? "/", "http://loopback");
        const page = chosen[Number(pathname.slice(1))];
        const text = own.get(pathname);
        if (page === undefined && text === undefined) return void response.writeHead(404).end();
        response.setHeader("content-type", `text/html; charset=${page?.encoding ?? "utf-8"}`);
        response.setHeader(
            "content-security-policy",
            "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'",
        );
        response.end(page === undefined ? text : gunzipSync(readFileSync(path.join(folder, page.file))));
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    return { base: `http://127.0.0.1:${port}`, count: chosen.length, close: () => server.close() };
}

/** The extension as built, let into loopback, with the script that starts and tells. @param {string} browser */
function prepared(browser) {
    const folder = mkdtempSync(path.join(tmpdir(), "mouthpiece-bench-"));
    cpSync(path.join(BUILD, "extension", browser), folder, { recursive: true });
    const manifest = JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8"));
    const matches = ["http://127.0.0.1/*"];
    const scripts = { matches, js: ["begin.js", "content.js", "tell.js"], run_at: "document_idle", all_frames: true };
    writeFileSync(
        path.join(folder, "manifest.json"),
        JSON.stringify({ ...manifest, host_permissions: matches, content_scripts: [scripts] }),
    );
    writeFileSync(path.join(folder, "begin.js"), BEGIN);
    writeFileSync(path.join(folder, "tell.js"), TELL);
    return folder;
}

/** An extension that does nothing: what its process takes, every extension's does. */
function idleExtension() {
    const folder = mkdtempSync(path.join(tmpdir(), "mouthpiece-bench-"));
    const background = { scripts: ["nothing.js"], service_worker: "nothing.js" };
    const gecko = { id: "nothing@mouthpiece.invalid" };
    const manifest = { manifest_version: 3, name: "Nothing", version: "1", background };
    writeFileSync(
        path.join(folder, "manifest.json"),
        JSON.stringify({ ...manifest, browser_specific_settings: { gecko } }),
    );
    writeFileSync(path.join(folder, "nothing.js"), "");
    return folder;
}

/** Megabytes of the process of an extension that does nothing. @param {Browser} browser */
async function leastMemory(browser) {
    const folder = idleExtension();
    await browser.installExtension(folder);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const least = memoryOf(browser);
    rmSync(folder, { recursive: true, force: true });
    return least ?? NaN;
}

/** Waits for the script's word. @param {Page} page @returns {Promise<Told>} */
async function told(page) {
    const handle = await page.waitForFunction(() => document.documentElement.dataset.bench, { timeout: 60_000 });
    return JSON.parse(/** @type {string} */ (await handle.jsonValue()));
}

/** What a page takes, in the middle of some loads. @param {Page} page @param {string} address @returns {Promise<Told>} */
async function toldOfSome(page, address) {
    const all = [];
    for (let load = 0; load < LOADS; load++) {
        await page.goto(address, { waitUntil: "load" });
        all.push(await told(page));
    }
    const [first] = all;
    return {
        .../** @type {Told} */ (first),
        spent: quantile(
            all.map(({ spent }) => spent),
            0.5,
        ),
    };
}

/** The processes of a browser. @param {Browser} browser @returns {number[]} */
function processes(browser) {
    /** @type {Map<number, number[]>} */
    const children = new Map();
    for (const name of readdirSync("/proc")) {
        if (!/^\d+$/u.test(name)) continue;
        const parent = statOf(Number(name))?.[1];
        if (parent !== undefined) children.set(Number(parent), [...(children.get(Number(parent)) ?? []), Number(name)]);
    }
    const found = [browser.process()?.pid ?? 0];
    for (const pid of found) found.push(...(children.get(pid) ?? []));
    return found;
}

/** What follows the name in /proc/PID/stat. @param {number} pid */
function statOf(pid) {
    try {
        return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ");
    } catch {
        return undefined;
    }
}

/** Seconds of CPU of a browser so far. @param {Browser} browser */
function cpuOf(browser) {
    return processes(browser).reduce((sum, pid) => {
        const stat = statOf(pid);
        return sum + (Number(stat?.[11] ?? 0) + Number(stat?.[12] ?? 0)) / 100;
    }, 0);
}

/** Percent of a core that twenty frames take while nothing happens. @param {Browser} browser @param {string} base */
async function idle(browser, base) {
    const page = await browser.newPage();
    await page.goto(`${base}/frames`, { waitUntil: "load" });
    await new Promise((resolve) => setTimeout(resolve, 4000));
    const before = cpuOf(browser);
    await new Promise((resolve) => setTimeout(resolve, IDLE_SECONDS * 1000));
    const spent = cpuOf(browser) - before;
    await page.close();
    return (100 * spent) / IDLE_SECONDS;
}

/** Megabytes that only the extension's process has. @param {Browser} browser */
function memoryOf(browser) {
    const own = processes(browser).filter((pid) => {
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
        return (
            command.includes("--extension-process") ||
            /\0extension\0|WebExtensions/u.test(command + readFileSync(`/proc/${pid}/comm`, "utf8"))
        );
    });
    return own.map((pid) => {
        const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
        return Number(/Private_Dirty:\s+(\d+)/u.exec(rollup)?.[1] ?? NaN) / 1024;
    })[0];
}

/** The first run's page is none of a reader's days. @param {Reader | FirefoxReader} reader */
async function closeWelcome(reader) {
    if (reader instanceof Reader) return void (await (await reader.welcome()).close());
    await reader.inBrowser(async () => {
        const { gBrowser } = /** @type {any} */ (globalThis);
        const isWelcome = (/** @type {any} */ tab) => tab.linkedBrowser.currentURI.schemeIs("moz-extension");
        while (!gBrowser.tabs.some(isWelcome)) await new Promise((resolve) => setTimeout(resolve, 50));
        for (const tab of gBrowser.tabs.filter(isWelcome)) gBrowser.removeTab(tab);
    });
}

/** Milliseconds of 4,000 changes and a layout, in the page's own script. @param {Page} page */
function mutate(page) {
    return page.evaluate(() => {
        const place = /** @type {HTMLElement} */ (document.querySelector("#changes"));
        const started = performance.now();
        for (let index = 0; index < 2000; index++) {
            place.append(document.createElement("i"));
            if (index % 2) place.firstElementChild?.remove();
            else place.lastElementChild?.append("x");
        }
        place.replaceChildren();
        void place.offsetHeight;
        return performance.now() - started;
    });
}

/** How much longer changes take under marks, in turn, in one browser. @param {Page} marked @param {Page} bare of a site that is left alone */
async function mutations(marked, bare) {
    const times = { marked: /** @type {number[]} */ ([]), bare: /** @type {number[]} */ ([]) };
    for (let round = 0; round < 15; round++)
        for (const [name, page] of /** @type {const} */ ([
            ["marked", marked],
            ["bare", bare],
        ])) {
            await page.bringToFront();
            times[name].push(await mutate(page));
        }
    return quantile(times.marked, 0.5) / quantile(times.bare, 0.5);
}

/** @param {string} name @param {boolean} isChromium @param {Awaited<ReturnType<typeof serve>>} site */
async function measure(name, isChromium, site) {
    const launch = isChromium ? launchChromium : launchFirefox;
    const bare = await launch();
    const still = await idle(bare, site.base);
    const least = await leastMemory(bare);
    await bare.close();

    const folder = prepared(name.toLowerCase());
    const browser = await launch();
    const id = await browser.installExtension(folder);
    const reader = isChromium ? new Reader(browser, id) : new FirefoxReader(browser);
    await closeWelcome(reader);
    await reader.stopWorker();
    const page = await browser.newPage();
    await page.goto(`${site.base}/marked`);
    await told(page);
    const scanned = memoryOf(browser);
    const alone = await browser.newPage();
    await alone.goto(`${site.base.replace("127.0.0.1", "localhost")}/marked`);
    const slower = await mutations(page, alone);
    await alone.close();
    await page.bringToFront();

    /** @type {Told[]} */
    const all = [];
    for (let index = 0; index < site.count; index++) all.push(await toldOfSome(page, `${site.base}/${index}`));
    const memory = memoryOf(browser);
    const cold = [];
    for (let round = 0; round < 5; round++) {
        await page.goto(`${site.base}/plain`);
        await reader.stopWorker();
        await page.goto(`${site.base}/marked`);
        cold.push((await told(page)).wall);
    }
    await page.close();
    const moving = await idle(browser, site.base);
    await browser.close();
    rmSync(folder, { recursive: true, force: true });

    const spent = (/** @type {string} */ outcome) =>
        all.filter((each) => each.outcome === outcome).map((each) => each.spent);
    const [clean, asked] = [spent("no-candidate"), spent("answered")];
    return [
        row(`${name}: page thread, ${clean.length} pages without a candidate, p95`, quantile(clean, 0.95), "ms", 2),
        row(`${name}: page thread, ${asked.length} pages with a candidate, median`, quantile(asked, 0.5), "ms", 10),
        row(`${name}: page thread, pages with a candidate, p95`, quantile(asked, 0.95), "ms", 30),
        row(`${name}: first marks, background cold, median of 5`, quantile(cold, 0.5), "ms", 150),
        row(
            `${name}: idle, ${FRAMES} frames, beside ${still.toFixed(2)} % without extension`,
            moving - still,
            "% CPU",
            0.5,
        ),
        row(`${name}: process after a scan, beside ${least.toFixed(1)} MB of an empty one`, scanned ?? NaN, "MB", 15),
        row(`${name}: process after ${all.length * LOADS} pages, without a rest`, memory ?? NaN, "MB", 15),
        row(`${name}: 4,000 changes, 50 marks, against none`, slower, "×", 1.3),
    ];
}

/** @typedef {{what: string, value: number, unit: string, bar: number}} Row */
/** @param {string} what @param {number} value @param {string} unit @param {number} bar @returns {Row} */
function row(what, value, unit, bar) {
    return { what, value, unit, bar };
}

/** What is shipped. */
function sizes() {
    const kilobytes = (/** @type {number} */ bytes) => bytes / 1000;
    const file = (/** @type {string} */ name) => path.join(BUILD, "extension", "chromium", name);
    const rows = [
        row(
            "core .wasm, gzip",
            kilobytes(gzipSync(readFileSync(file("mouthpiece.wasm")), { level: 9 }).length),
            "KB",
            140,
        ),
        row("content script", kilobytes(statSync(file("content.js")).size), "KB", 20.48),
    ];
    const packages = path.join(BUILD, "packages");
    const archives = existsSync(packages) ? readdirSync(packages).filter((name) => name.endsWith(".zip")) : [];
    return [
        ...rows,
        ...archives.map((name) => row(name, kilobytes(statSync(path.join(packages, name)).size), "KB", 1000)),
    ];
}

const site = await serve();
const rows = sizes();
for (const [name, isChromium] of /** @type {const} */ ([
    ["Chromium", true],
    ["Firefox", false],
]))
    rows.push(...(await measure(name, isChromium, site)));
site.close();
console.log(`\n${"the extension".padEnd(72)}${"now".padStart(9)}       ${"bar".padStart(7)}`);
for (const { what, value, unit, bar } of rows)
    console.log(
        `${what.padEnd(72)}${value.toFixed(2).padStart(9)} ${unit.padEnd(6)}${bar.toFixed(1).padStart(7)}   ${value <= bar ? "holds" : "MISSED"}`,
    );
writeFileSync(path.join(BUILD, "bench-extension.json"), `${JSON.stringify(rows, null, 4)}\n`);
