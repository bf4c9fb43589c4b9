/* harness.mjs: a real headless Chromium with the extension as built, pages served from loopback, and the questions
 * that the tests ask of both. Waits for states, never for times. Knows no single test. */

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { PNG } from "pngjs";
import puppeteer from "puppeteer-core";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const BUILD = path.resolve(process.env.MOUTHPIECE_BUILD ?? path.join(ROOT, "build"));
const ARTIFACTS = path.join(BUILD, "test-artifacts", "extension");
export const SAMPLES = path.join(ROOT, "tests", "samples");

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("puppeteer-core").Browser} Browser */

/**
 * Serves pages by their path: `pages` first, then tests/samples.
 * @param {Record<string, {body: string, csp?: string}>} pages
 */
export async function servePages(pages) {
    /** @type {string[]} */
    const requests = [];
    const server = createServer(async (request, response) => {
        const { pathname } = new URL(request.url ?? "/", "http://loopback");
        requests.push(pathname);
        const page = pages[pathname] ?? (await samplePage(pathname));
        if (page === undefined) return void response.writeHead(404).end();
        response.setHeader("content-type", contentType(pathname));
        if (page.csp !== undefined) response.setHeader("content-security-policy", page.csp);
        response.end(page.body);
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
    const address = /** @type {import("node:net").AddressInfo} */ (server.address());
    return {
        base: `http://127.0.0.1:${address.port}`,
        requests,
        close: () => new Promise((resolve) => server.close(resolve)),
    };
}

/** @param {string} pathname */
function contentType(pathname) {
    return pathname.endsWith(".pdf")
        ? "application/pdf"
        : pathname.endsWith(".txt")
          ? "text/plain"
          : "text/html; charset=utf-8";
}

/** @param {string} pathname @returns {Promise<{body: Buffer, csp?: string} | undefined>} */
async function samplePage(pathname) {
    const file = path.join(SAMPLES, path.normalize(pathname));
    if (!file.startsWith(SAMPLES) || pathname.endsWith("/")) return undefined;
    try {
        return { body: await readFile(file) };
    } catch {
        return undefined;
    }
}

export function launch() {
    return puppeteer.launch({
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
        headless: true,
        pipe: true,
        enableExtensions: true,
        args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
        defaultViewport: { width: 1000, height: 900 },
    });
}

/** One browser, one extension, and pages in it. */
export class Reader {
    /** @param {Browser} browser @param {string} id */
    constructor(browser, id) {
        this.browser = browser;
        this.id = id;
    }

    /**
     * @param {object} [options]
     * @param {boolean} [options.keepWelcome] the first run's page is closed unless it is to be looked at
     * @param {string} [options.folder] where the extension lies, if not where the build puts it
     */
    static async start({ keepWelcome = false, folder = path.join(BUILD, "extension", "chromium") } = {}) {
        const browser = await launch();
        const reader = new Reader(browser, await browser.installExtension(folder));
        const welcome = await reader.welcome();
        if (!keepWelcome) await welcome.close();
        return reader;
    }

    /** The page that the first run opens. @returns {Promise<Page>} */
    async welcome() {
        const target = await this.browser.waitForTarget((each) => each.url().endsWith("/welcome/welcome.html"));
        return /** @type {Page} */ (await target.page());
    }

    close() {
        return this.browser.close();
    }

    /** All but the first, which keeps the browser open. */
    async closePages() {
        const [, ...pages] = await this.browser.pages();
        await Promise.all(pages.map((page) => page.close()));
    }

    /** @param {string} url */
    async open(url) {
        const page = await this.browser.newPage();
        /* Nothing fades or glides, so that pictures show what is, not what is about to be. */
        await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
        await page.goto(url, { waitUntil: "load" });
        return page;
    }

    /**
     * Presses the toolbar's button over a page.
     * @param {Page} page
     * @returns {Promise<Page>} the popup, showing a result
     */
    async press(page) {
        await page.bringToFront();
        const session = await this.browser.target().createCDPSession();
        const { targetInfos } = await session.send("Target.getTargets", { filter: [{ type: "tab" }] });
        const tab = targetInfos.find(({ url }) => url === page.url());
        if (tab === undefined) throw new Error(`no tab shows ${page.url()}`);
        const popup = this.browser.waitForTarget((target) => target.url().endsWith("/popup/popup.html"));
        await session.send("Extensions.triggerAction", { id: this.id, targetId: tab.targetId });
        const view = await (await popup).asPage();
        await view.waitForSelector("main[aria-busy='false']");
        await session.detach();
        return view;
    }

    /** Presses the button and lets the popup go. @param {Page} page */
    async check(page) {
        const popup = await this.press(page);
        const state = await popup.$eval("main", (main) => main.textContent);
        await popup.close();
        await page.bringToFront();
        return state;
    }

    /** The background. @returns {Promise<import("puppeteer-core").WebWorker>} */
    async worker() {
        const target = await this.browser.waitForTarget(
            (each) => each.type() === "service_worker" && each.url().includes(this.id),
        );
        return /** @type {import("puppeteer-core").WebWorker} */ (await target.worker());
    }

    async stopWorker() {
        await (await this.worker()).close();
        const isWorker = (/** @type {import("puppeteer-core").Target} */ each) =>
            each.type() === "service_worker" && each.url().includes(this.id);
        while (this.browser.targets().some(isWorker))
            await new Promise((resolve) => this.browser.once("targetdestroyed", resolve));
    }

    removeExtension() {
        return this.browser.uninstallExtension(this.id);
    }

    /** A page of the extension's own, where its interface can be called. */
    async extensionPage(name = "panel/panel.html") {
        return this.open(`chrome-extension://${this.id}/${name}`);
    }

    /** What the toolbar's button shows over a page. @param {Page} page */
    async badge(page) {
        const worker = await this.worker();
        return worker.evaluate(
            async (title) => {
                const tabs = await chrome.tabs.query({});
                for (const { id: tabId } of tabs) {
                    const [text, words] = await Promise.all([
                        chrome.action.getBadgeText({ tabId }),
                        chrome.action.getTitle({ tabId }),
                    ]);
                    const [result] = await chrome.scripting
                        .executeScript({ target: { tabId: tabId ?? 0 }, func: () => document.title })
                        .catch(() => []);
                    if (result?.result === title) return { text, title: words };
                }
                return undefined;
            },
            await page.title(),
        );
    }

    /**
     * Chooses from the page's menu, in a tab that the user has let the extension into before: the menu itself is the
     * system's, which no driver reaches.
     * @param {string} item @param {Page} page
     */
    async menu(item, page) {
        await page.bringToFront();
        const worker = await this.worker();
        await worker.evaluate(async (menuItemId) => {
            const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
            /** @type {any} */ (chrome.contextMenus.onClicked).dispatch({ menuItemId }, tab);
        }, item);
    }

    /** Gives a shortcut's command, as the browser does. @param {string} command @param {Page} page */
    async command(command, page) {
        await page.bringToFront();
        const worker = await this.worker();
        await worker.evaluate(async (name) => {
            const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
            /** @type {any} */ (chrome.commands.onCommand).dispatch(name, tab);
        }, command);
    }
}

/**
 * What the page's own scripts can see of marks: how many ranges in each highlight.
 * @param {Page} page
 * @returns {Promise<number[]>}
 */
export function markSizes(page) {
    return page.evaluate(() =>
        [...CSS.highlights.values()].map((highlight) => highlight.size).filter((size) => size > 0),
    );
}

/**
 * The card's text, through the browser's accessibility tree: its shadow tree is closed to scripts.
 * @param {Page} page
 */
export async function cardOf(page) {
    const tree = await page.accessibility.snapshot({ interestingOnly: false });
    /** @type {any[]} */
    const pending = tree === null ? [] : [tree];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
        if (node.role === "dialog") return { name: node.name, text: textsOf(node), node };
        pending.push(...(node.children ?? []));
    }
    return undefined;
}

/** The name of what has the focus, also in a closed shadow tree. @param {Page} page @returns {Promise<string>} */
export async function focusedName(page) {
    const tree = await page.accessibility.snapshot({ interestingOnly: false });
    /** @type {any[]} */
    const pending = [tree];
    let name = "";
    for (let node = pending.pop(); node; node = pending.pop()) {
        if (node.focused && node.role !== "RootWebArea") name = node.name ?? "";
        pending.push(...(node.children ?? []));
    }
    return name;
}

/** @param {any} node @returns {string} */
function textsOf(node) {
    if (node.role === "StaticText") return node.name;
    return (node.children ?? []).map(textsOf).filter(Boolean).join(" | ");
}

/**
 * Waits until the page's host element for the card is there (or is gone).
 * @param {Page} page
 * @param {boolean} isOpen
 */
export async function cardIs(page, isOpen) {
    await page.waitForFunction(
        (open) => (document.documentElement.lastElementChild?.localName === "div") === open,
        {},
        isOpen,
    );
}

/** A point on the first occurrence of words in the page. @param {Page} page @param {string} words */
export function pointOn(page, words) {
    return page.evaluate((wanted) => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            const node = /** @type {Text} */ (texts.currentNode);
            const start = node.data.indexOf(wanted);
            if (start < 0) continue;
            const range = new Range();
            range.setStart(node, start);
            range.setEnd(node, start + wanted.length);
            node.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
            const [rect] = range.getClientRects();
            if (rect !== undefined) return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
        }
        throw new Error(`the page does not say "${wanted}"`);
    }, words);
}

/** Takes a picture, keeps it to look at, and hands it on decoded. @param {Page} page @param {string} name */
export async function picture(page, name) {
    await mkdir(ARTIFACTS, { recursive: true });
    const bytes = await page.screenshot();
    await writeFile(path.join(ARTIFACTS, `${name}.png`), bytes);
    return PNG.sync.read(Buffer.from(bytes));
}

/** Pixels of a colour, within a few steps of it. @param {PNG} image @param {[number, number, number]} color */
export function pixelsOf(image, [red, green, blue], tolerance = 3) {
    let count = 0;
    for (let at = 0; at < image.data.length; at += 4) {
        const [r = 0, g = 0, b = 0] = image.data.subarray(at, at + 3);
        if (Math.abs(r - red) <= tolerance && Math.abs(g - green) <= tolerance && Math.abs(b - blue) <= tolerance)
            count++;
    }
    return count;
}

/**
 * The colour of a translucent one over an opaque one.
 * @param {[number, number, number]} over
 * @param {number} alpha
 * @param {[number, number, number]} under
 * @returns {[number, number, number]}
 */
export function blend(over, alpha, under) {
    const channel = (/** @type {0 | 1 | 2} */ at) => Math.round(over[at] * alpha + under[at] * (1 - alpha));
    return [channel(0), channel(1), channel(2)];
}
