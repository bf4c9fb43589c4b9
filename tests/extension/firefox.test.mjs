/* firefox.test.mjs: in Firefox, what is Firefox's own: its event page that stops, its sidebar, its shortcuts, its policy for
 * the extension's pages. What happens on pages is in page.test.mjs, for both browsers. */

import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, test } from "node:test";
import { FirefoxReader } from "./firefox.mjs";
import { cardIs, picture, pointOn } from "./harness.mjs";
import { marked, marksHold } from "./marked.mjs";
import { PAGES } from "./pages.mjs";
import { withSite } from "./suite.mjs";

/** @typedef {import("./suite.mjs").Site} Site */

/** @type {FirefoxReader} */
let reader;
/** @type {Site} */
let site;

withSite(FirefoxReader, PAGES, (...made) => ([reader, site] = made));

async function openArticle() {
    const page = await reader.open(`${site.base}/article`);
    await reader.check(page);
    await marksHold(page, "regret the harm");
    return page;
}

/** Waits until the page has marks, or none. @param {import("puppeteer-core").Page} page @param {boolean} wanted */
const painted = (page, wanted) =>
    page.waitForFunction(
        (some) => [...CSS.highlights.values()].some(({ size }) => size > 0) === some,
        { polling: 50 },
        wanted,
    );

describe("Firefox", () => {
    test("opens the card at a click, after the background was stopped", async () => {
        const page = await openArticle();
        const html = await page.evaluate(() => document.documentElement.outerHTML);
        assert.equal(await reader.stopWorker(), "stopped");
        const { x, y } = await pointOn(page, "regret the harm");
        await page.mouse.click(x, y);
        await cardIs(page, true);
        const card = await reader.card(page);
        assert.match(card, /Grok is a language model made by xAI/u);
        assert.match(card, /I deeply\s+regret the harm/u);
        assert.match(card, /unvetted source material/u);
        await picture(page, "Firefox-card");
        await page.keyboard.press("Escape");
        await cardIs(page, false);
        assert.equal(await page.evaluate(() => document.documentElement.outerHTML), html);
    });

    test("goes through the findings by the shortcuts and the arrow keys", async () => {
        const page = await openArticle();
        await reader.command("next-finding", page);
        await cardIs(page, true);
        assert.match(await reader.card(page), /1 of \d/u);
        await page.keyboard.press("ArrowRight");
        assert.match(await reader.card(page), /2 of \d/u);
        await page.keyboard.press("ArrowLeft");
        assert.match(await reader.card(page), /1 of \d/u);
    });

    test("checks a page by the shortcut alone", async () => {
        const page = await reader.open(`${site.base}/article`);
        await reader.command("check-page", page);
        await marksHold(page, "regret the harm");
    });

    test("keeps what the toolbar's button says, also when the background stops", async () => {
        const page = await openArticle();
        const first = await reader.badge(page);
        assert.match(first.title, /^Mouthpiece: \d/u);
        await reader.stopWorker();
        assert.match(await reader.check(page), /^\d+ alerts?/u);
        assert.deepEqual(await reader.badge(page), first);
    });

    test("lists the findings of the page in front in its sidebar", async () => {
        await openArticle();
        assert.match(await reader.sidebar(), /I deeply\s+regret the harm/u);
    });

    test("holds what is chosen on the settings' page at once, and gives it up with a reset", async () => {
        const page = await openArticle();
        const options = await reader.extensionPage("options/options.html");
        const press = (/** @type {string} */ selector) =>
            options.$eval(selector, (found) => /** @type {HTMLElement} */ (found).click());
        await press("[data-key='modelsOff-grok']");
        await marksHold(page, "regret the harm", false);
        await marksHold(page, "nine towns");
        await press("[data-key='none']");
        await painted(page, false);
        await press("[data-key='line']");
        await painted(page, true);
        options.once("dialog", (dialog) => void dialog.accept());
        await press("#reset");
        await options.waitForSelector("[data-key='full']:checked");
        await marksHold(page, "regret the harm");
    });

    test("takes in a rule pack from a file, and says where one is wrong", async () => {
        const page = await reader.open(`${site.base}/news/town-hall-sorry-for-the-bins`);
        assert.match(await reader.check(page), /^Checked: nothing found/u);
        const options = await reader.extensionPage("options/options.html");
        const folder = await mkdtemp(path.join(tmpdir(), "mouthpiece-"));
        const give = async (/** @type {string} */ name, /** @type {string} */ text) => {
            await writeFile(path.join(folder, name), text);
            const field = /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (
                await options.$("#pack-file")
            );
            await field.uploadFile(path.join(folder, name));
        };
        await give("broken.json", '{"id": "house", "version": "1",\n "models": [{"id": "x",,}]}');
        await options.waitForSelector("#pack-status .faults");
        assert.match(
            (await options.$eval("#pack-status .faults", (faults) => faults.textContent)) ?? "",
            /^broken\.json:2:25 /u,
        );
        const names = [{ id: "haldy", name: "Haldy", maker: "town-hall", names: ["Haldy"] }];
        const makers = [{ id: "town-hall", name: "Town Hall" }];
        await give("house.json", JSON.stringify({ id: "house", version: "1", makers, models: names }));
        await painted(page, true);
        await options.$eval("[data-key='remove-house.json']", (found) => /** @type {HTMLElement} */ (found).click());
        await painted(page, false);
    });

    test("previews a draft: reads a file, follows what is typed, puts a wording in and takes it back", async () => {
        const page = await reader.extensionPage("preview/preview.html");
        const folder = await mkdtemp(path.join(tmpdir(), "mouthpiece-"));
        const file = path.join(folder, "draft.md");
        await writeFile(
            file,
            "---\ntitle: Grok apologises to Halden\n---\n\n“We are *deeply* sorry,” Grok said &ndash; twice.\n",
        );
        const field = /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (await page.$("#file"));
        await field.uploadFile(file);
        const listed = (/** @type {string} */ words) =>
            page.waitForFunction(
                (wanted) => document.querySelector("#findings")?.textContent?.includes(wanted),
                { polling: 50 },
                words,
            );
        const draft = () => page.$$eval("#draft > *", (all) => all.map((each) => each.textContent));
        await listed("We are deeply sorry");
        const before = ["Grok apologises to Halden", "“We are deeply sorry,” Grok said – twice."];
        assert.deepEqual(await draft(), before);
        const count = await page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
        assert.ok(count >= 2, `${count} marks`);
        await page.$$eval("#findings details", (all) => all.forEach((each) => (each.open = true)));
        await page.$eval("#findings .use-wording", (found) => /** @type {HTMLElement} */ (found).click());
        await page.waitForSelector("#told button");
        assert.notDeepEqual(await draft(), before);
        await page.$eval("#told button", (found) => /** @type {HTMLElement} */ (found).click());
        assert.deepEqual(await draft(), before);
        await page.click("#draft > p:last-of-type");
        await page.keyboard.press("End");
        await page.keyboard.type(" “Never again,” it said.");
        await listed("Never again");
        await picture(page, "Firefox-preview");
    });

    test("lets neither the background nor the sidebar reach the network", async () => {
        await openArticle();
        await reader.sidebar();
        assert.equal(await reader.request("sidebar", `${site.base}/reached-from-sidebar`), "blocked");
        assert.equal(await reader.request("background", `${site.base}/reached-from-background`), "blocked");
        assert.deepEqual(
            site.requests.filter((each) => each.startsWith("/reached")),
            [],
        );
    });

    for (const isAllowed of [false, true])
        test(`asks the user for a site, and ${isAllowed ? "is let in" : "takes no for an answer"}`, async () => {
            const page = await reader.open(`${site.base}/article`);
            await reader.press(page);
            await reader.pressInPopup(".site button", 1);
            assert.match(await reader.answerQuestion(isAllowed), /127\.0\.0\.1/u);
            const options = await reader.extensionPage("options/options.html");
            await options.waitForFunction(
                async (wanted) => {
                    const { browser } = /** @type {any} */ (globalThis);
                    const scripts = await browser.scripting.getRegisteredContentScripts();
                    const { always = [] } = await browser.storage.local.get("always");
                    return JSON.stringify([scripts.length, always]) === wanted;
                },
                { polling: 100 },
                JSON.stringify(isAllowed ? [1, ["127.0.0.1"]] : [0, []]),
            );
            await options.close();
            await reader.closePopup();
            await page.bringToFront();
            await page.reload();
            if (isAllowed) await marksHold(page, "regret the harm");
            else await new Promise((resolve) => setTimeout(resolve, 1000));
            assert.equal((await marked(page)).length > 0, isAllowed);
        });

    test("checks a site as its pages load, where the user has chosen so and the browser lets it in", async () => {
        await reader.allow("*://127.0.0.1/*");
        await reader.choose({ always: ["127.0.0.1"] });
        const page = await reader.open(`${site.base}/article`);
        await marksHold(page, "regret the harm");
        await reader.choose({ never: ["127.0.0.1"] });
        await page.waitForFunction(() => [...CSS.highlights.values()].every(({ size }) => size === 0), { polling: 50 });
        await reader.choose({ always: [], never: [] });
    });
});
