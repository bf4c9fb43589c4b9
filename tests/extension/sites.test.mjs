/* sites.test.mjs: sites that are checked as they load: what the browser is asked for, what is registered, what off costs.
 * Chromium's own question cannot be answered in a test (Firefox's is, in firefox.test.mjs), so the manifest asks for the
 * tests' site from the start, and the browser's page of extensions, where a user can do the same, withholds it and lets
 * it in. */

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { BUILD, Reader, cardIs, markSizes, picture, pointOn, servePages } from "./harness.mjs";
import { PAGES } from "./pages.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

/** @type {{site: string, name: string}[]} */
const NEWS = JSON.parse(await readFile(new URL("../../extension/sites/news.json", import.meta.url), "utf8"));
const HERE = "*://127.0.0.1/*";

/** @type {Reader} */
let reader;
/** @type {Awaited<ReturnType<typeof servePages>>} */
let site;

before(async () => {
    [reader, site] = await Promise.all([
        Reader.start({ folder: await askingFor(HERE, "*://*.localhost/*") }),
        servePages(PAGES),
    ]);
    await setAccess("ON_CLICK");
});
afterEach(async () => {
    await setAccess("ON_CLICK");
    await (await reader.extensionPage()).evaluate(() => chrome.storage.local.clear());
    await reader.closePages();
});
after(async () => {
    await reader.close();
    await site.close();
});

/** A copy of the extension that asks for a site at installation. @param {...string} patterns @returns {Promise<string>} */
async function askingFor(...patterns) {
    const folder = await mkdtemp(path.join(tmpdir(), "mouthpiece-"));
    await cp(path.join(BUILD, "extension", "chromium"), folder, { recursive: true });
    const file = path.join(folder, "manifest.json");
    const manifest = JSON.parse(await readFile(file, "utf8"));
    await writeFile(file, JSON.stringify({ ...manifest, host_permissions: patterns }));
    return folder;
}

/** As the user can on the browser's own page. @param {"ON_CLICK" | "ON_ALL_SITES"} hostAccess */
async function setAccess(hostAccess) {
    const page = await reader.browser.newPage();
    await page.goto("chrome://extensions/");
    await page.evaluate(
        (extensionId, access) =>
            /** @type {any} */ (chrome).developerPrivate.updateExtensionConfiguration({
                extensionId,
                hostAccess: access,
            }),
        reader.id,
        hostAccess,
    );
    await page.close();
}

/** What is registered, when it is as wanted. @param {(matches: string[]) => boolean} isRight */
async function registered(isRight) {
    const page = await reader.extensionPage();
    const read = () =>
        page.evaluate(async () => {
            const scripts = await chrome.scripting.getRegisteredContentScripts();
            return { matches: scripts.flatMap(({ matches = [] }) => matches), scripts };
        });
    let found = await read();
    for (let tries = 0; tries < 100 && !isRight(found.matches); tries++) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        found = await read();
    }
    assert.ok(isRight(found.matches), JSON.stringify(found));
    await page.close();
    return found;
}

/** Waits for marks on a page that nobody has asked about. @param {Page} page */
async function isMarked(page) {
    /* The page may be behind another, where no frames are drawn. */
    await page.waitForFunction(() => [...CSS.highlights.values()].some(({ size }) => size > 0), { polling: 50 });
}

/** Records what the browser is asked for, and answers for the user. @param {Page} page @param {boolean} answer */
async function answerRequests(page, answer) {
    await page.evaluate((isAllowed) => {
        const seen = /** @type {any} */ (window);
        seen.asked = [];
        chrome.permissions.request = /** @type {any} */ (
            async (/** @type {any} */ { origins }) => {
                seen.asked.push({ origins, isActive: navigator.userActivation.isActive });
                return isAllowed;
            }
        );
    }, answer);
}

/** @param {Page} page @returns {Promise<{origins: string[], isActive: boolean}[]>} */
const asked = (page) => page.evaluate(() => /** @type {any} */ (window).asked);

describe("a site that is always checked", () => {
    test("is marked as it loads, without a click, and no more when that ends", async () => {
        await setAccess("ON_ALL_SITES");
        const page = await reader.open(`${site.base}/article`);
        const popup = await reader.press(page);
        await answerRequests(popup, true);
        await popup.click(".choices button:nth-child(2)");
        await popup.waitForSelector(".choices button:nth-child(2)[aria-pressed='true']");
        assert.deepEqual(await asked(popup), [{ origins: ["*://127.0.0.1/*"], isActive: true }]);
        await picture(popup, "popup-always");
        await popup.close();
        const { scripts } = await registered((matches) => matches.length === 1);
        assert.deepEqual([scripts[0]?.js, scripts[0]?.matches], [["content.js", "auto.js"], ["*://127.0.0.1/*"]]);

        const other = await reader.open(`${site.base}/dark`);
        await isMarked(other);
        assert.match((await reader.badge(other))?.text ?? "", /^\d$/u);
        const { x, y } = await pointOn(other, "regret the harm");
        await other.mouse.click(x, y);
        await cardIs(other, true);

        const again = await reader.press(other);
        await again.click(".choices button:nth-child(1)");
        await again.waitForSelector(".choices button:nth-child(1)[aria-pressed='true']");
        await again.close();
        await registered((matches) => matches.length === 0);
    });

    test("is checked at once where it is open, when the browser lets us in", async () => {
        const page = await reader.open(`${site.base}/article`);
        const options = await reader.extensionPage("options/options.html");
        await options.waitForSelector("body[data-ready]");
        await answerRequests(options, false);
        await options.type("#site", "http://127.0.0.1/somewhere");
        await options.click("#add-site button");
        await options.waitForFunction(() => document.querySelector("#site-status")?.textContent !== "");
        assert.match((await options.$eval("#site-status", (each) => each.textContent)) ?? "", /does not allow it yet/u);
        await options.waitForSelector("[data-key='allow-127.0.0.1']");
        await picture(options, "options-not-allowed");
        await registered((matches) => matches.length === 0);
        await setAccess("ON_ALL_SITES");
        await isMarked(page);
        await options.waitForSelector("[data-key='allow-127.0.0.1']", { hidden: true });
        await options.click("[data-key='remove-127.0.0.1']");
        await registered((matches) => matches.length === 0);
    });

    test("is not said to be always checked where the browser does not let us in", async () => {
        await (await reader.extensionPage()).evaluate(() => chrome.storage.local.set({ always: ["127.0.0.1"] }));
        const page = await reader.open(`${site.base}/article`);
        const popup = await reader.press(page);
        await popup.waitForSelector(".choices button:nth-child(1)[aria-pressed='true']");
        assert.equal(
            await popup.$eval(".site .withheld", (each) => each.textContent),
            "Not allowed by the browser yet.",
        );
        /* A press asks once more. */
        await answerRequests(popup, false);
        await popup.click(".choices button:nth-child(2)");
        await popup.waitForFunction(() => /** @type {any} */ (window).asked.length === 1);
        await picture(popup, "popup-withheld");
        await popup.close();
        await setAccess("ON_ALL_SITES");
        const again = await reader.press(page);
        await again.waitForSelector(".choices button:nth-child(2)[aria-pressed='true']");
        assert.equal(await again.$(".site .withheld"), null);
        await again.close();
    });

    test("costs a page without a candidate no message: the background sleeps on", async () => {
        await setAccess("ON_ALL_SITES");
        await (await reader.extensionPage()).evaluate(() => chrome.storage.local.set({ always: ["127.0.0.1"] }));
        await registered((matches) => matches.length === 1);
        await reader.closePages();
        await reader.stopWorker();
        const page = await reader.open(`${site.base}/clean`);
        await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 300))));
        const workers = reader.browser.targets().filter((each) => each.type() === "service_worker");
        assert.deepEqual(
            workers.map((each) => each.url()),
            [],
        );
        assert.deepEqual(await markSizes(page), []);
        await reader.extensionPage();
        await reader.worker();
    });

    test("leaves open pages alone whose part of it is switched off", async () => {
        await setAccess("ON_ALL_SITES");
        const at = (/** @type {string} */ host) => `${site.base.replace("127.0.0.1", host)}/article`;
        const quiet = await reader.open(at("quiet.localhost"));
        const page = await reader.open(at("localhost"));
        const own = await reader.extensionPage();
        await own.evaluate(() => chrome.storage.local.set({ never: ["quiet.localhost"] }));
        await own.evaluate(() => chrome.storage.local.set({ always: ["localhost"] }));
        await isMarked(page);
        const answers = await own.evaluate(async () => {
            const tabs = await chrome.tabs.query({ url: "*://*.localhost/*" });
            const who = (/** @type {number} */ id) =>
                chrome.tabs.sendMessage(id, { type: "who" }).catch(() => "nobody");
            return Object.fromEntries(
                await Promise.all(tabs.map(async ({ id = 0, url = "" }) => [new URL(url).hostname, await who(id)])),
            );
        });
        assert.equal(answers["quiet.localhost"], "nobody");
        assert.notEqual(answers.localhost, "nobody");
        await quiet.close();
    });

    test("is what a site can be typed as, and nothing else", async () => {
        const options = await reader.extensionPage("options/options.html");
        await options.waitForSelector("body[data-ready]");
        await answerRequests(options, false);
        await options.type("#site", "no site");
        await options.keyboard.press("Enter");
        await options.waitForSelector("#site[aria-invalid]");
        assert.match((await options.$eval("#site-status", (each) => each.textContent)) ?? "", /“no site” is no site/u);
        assert.deepEqual(await asked(options), []);
    });
});

describe("a site that is never checked", () => {
    test("loses its marks at once, is excluded from what is registered, and has a way back", async () => {
        await setAccess("ON_ALL_SITES");
        await (
            await reader.extensionPage()
        ).evaluate(() => chrome.storage.local.set({ always: ["127.0.0.1", "x.example"] }));
        await registered((matches) => matches.length === 1);
        const page = await reader.open(`${site.base}/article`);
        await isMarked(page);
        const popup = await reader.press(page);
        await popup.click(".choices button:nth-child(3)");
        await popup.waitForSelector(".choices button:nth-child(3)[aria-pressed='true']");
        await page.waitForFunction(() => [...CSS.highlights.values()].every(({ size }) => size === 0), { polling: 50 });
        await popup.waitForFunction(() => document.querySelector("main h2")?.textContent === "Switched off here");
        assert.equal((await reader.badge(page))?.text, "");
        await popup.click("[data-key='main']");
        await isMarked(page);
        await popup.close();
    });
});

describe("the first run's page", () => {
    test("opens once, and offers the choices", async () => {
        const other = await Reader.start({ keepWelcome: true });
        const page = await other.welcome();
        await page.waitForFunction(() => document.querySelector("#news")?.textContent !== "");
        await page.setViewport({ width: 1000, height: 1150 });
        await picture(page, "welcome");
        const text = await page.$eval("main", (main) => main.innerText);
        assert.match(text, /It sends nothing anywhere/u);
        assert.match(text, /Press the Mouthpiece button in the toolbar, or Alt\+Shift\+K/u);
        assert.match(text, new RegExp(`On ${NEWS.length} news sites`, "u"));
        await other.close();
    });

    test("asks for exactly the sites of the list, but those that were taken out", async () => {
        const page = await reader.extensionPage("welcome/welcome.html");
        await page.waitForSelector("#list input");
        await answerRequests(page, true);
        await page.click("summary");
        await page.click("input[value='bbc.com']");
        await page.waitForFunction(
            (count) => document.querySelector("#news-more")?.textContent?.includes(count),
            {},
            String(NEWS.length - 1),
        );
        await page.click("#news");
        await page.waitForFunction(() => document.querySelector("#news-status")?.textContent !== "");
        const wanted = NEWS.map(({ site: host }) => `*://*.${host}/*`).filter(
            (pattern) => pattern !== "*://*.bbc.com/*",
        );
        const [request] = await asked(page);
        assert.deepEqual([...(request?.origins ?? [])].sort(), wanted.sort());
        assert.equal(request?.isActive, true);
        const { news, newsWithout } = await page.evaluate(() => chrome.storage.local.get());
        assert.deepEqual({ news, newsWithout }, { news: true, newsWithout: ["bbc.com"] });
    });

    test("changes nothing where the user refuses", async () => {
        const page = await reader.extensionPage("welcome/welcome.html");
        await page.waitForSelector("#list input");
        await answerRequests(page, false);
        await page.click("#news");
        await page.waitForFunction(() => document.querySelector("#news-status")?.textContent !== "");
        assert.match((await page.$eval("#news-status", (each) => each.textContent)) ?? "", /^Nothing has changed/u);
        assert.deepEqual(await page.evaluate(() => chrome.storage.local.get()), {});
    });
});

test("the list of news sites: each a site, once, with a name", () => {
    const sites = NEWS.map(({ site: host }) => host);
    assert.equal(new Set(sites).size, sites.length);
    for (const { site: host, name } of NEWS) {
        assert.match(host, /^(?!www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u);
        assert.notEqual(name, "");
    }
});
