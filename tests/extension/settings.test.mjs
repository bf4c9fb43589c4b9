/* settings.test.mjs: what the user chooses holds, at once, in pages that are open: on the settings' page, in the popup, on
 * the card. */

import assert from "node:assert/strict";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { Reader, cardIs, cardOf, focusedName, markSizes, picture, pointOn, servePages } from "./harness.mjs";
import { PAGES } from "./pages.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

/** @type {Reader} */
let reader;
/** @type {Awaited<ReturnType<typeof servePages>>} */
let site;
/** @type {string} */
let folder;

before(async () => {
    [reader, site] = await Promise.all([Reader.start(), servePages(PAGES)]);
    folder = await mkdtemp(path.join(tmpdir(), "mouthpiece-"));
});
afterEach(async () => {
    await (await reader.extensionPage()).evaluate(() => chrome.storage.local.clear());
    await reader.closePages();
});
after(async () => {
    await reader.close();
    await site.close();
});

const sum = (/** @type {number[]} */ numbers) => numbers.reduce((total, each) => total + each, 0);

/** The settings' page, drawn. */
async function openOptions() {
    const page = await reader.extensionPage("options/options.html");
    await page.waitForSelector("body[data-ready]");
    return page;
}

/** Waits until the page's marks are as many as wanted. @param {Page} page @param {(count: number) => boolean} isRight */
async function marksAre(page, isRight) {
    const deadline = Date.now() + 5000;
    let count = sum(await markSizes(page));
    while (!isRight(count) && Date.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        count = sum(await markSizes(page));
    }
    assert.ok(isRight(count), `there are ${count} marks`);
    return count;
}

/** Presses something, wherever it stands: another page may be in front. Finds and presses it in one step, since the page
 * draws itself anew after each change. @param {Page} page @param {string} selector */
const press = (page, selector) =>
    page.evaluate((wanted) => {
        const found = document.querySelector(wanted);
        if (!(found instanceof HTMLElement)) throw new Error(`there is no ${wanted}`);
        found.click();
    }, selector);

/** @param {Page} page @param {string} name of a button in the card */
async function pressInCard(page, name) {
    for (let presses = 0; presses < 30; presses++) {
        await page.keyboard.press("Tab");
        if ((await focusedName(page)) === name) return page.keyboard.press("Enter");
    }
    throw new Error(`nothing in the card is called ${name}`);
}

/** @param {Page} page @param {string} words */
async function openCard(page, words) {
    const { x, y } = await pointOn(page, words);
    await page.mouse.click(x, y);
    await cardIs(page, true);
}

/** Waits for a text in the card. @param {Page} page @param {RegExp} text */
async function cardSays(page, text) {
    for (let tries = 0; tries < 100; tries++) {
        if (text.test((await cardOf(page))?.text ?? "")) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
    assert.match((await cardOf(page))?.text ?? "", text);
}

/** Gives a file to a field. @param {Page} page @param {string} field @param {string} name @param {string} text */
async function giveFile(page, field, name, text) {
    const file = path.join(folder, name);
    await writeFile(file, text);
    const input = /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (await page.$(field));
    await input.uploadFile(file);
}

describe("the levels and the style of marks", () => {
    test("hold at once in an open page, and for the badge", async () => {
        const page = await reader.open(`${site.base}/article`);
        await reader.check(page);
        const all = await marksAre(page, (count) => count > 0);
        const options = await openOptions();
        await press(options, "[data-key='alert']");
        await page.bringToFront();
        const notices = await marksAre(page, (count) => count > 0 && count < all);
        assert.match((await reader.badge(page))?.title ?? "", /: \d notices?$/u);
        await press(options, "[data-key='none']");
        await marksAre(page, (count) => count === 0);
        assert.match((await reader.badge(page))?.title ?? "", /: \d notices?$/u, "counted, though not painted");
        await press(options, "[data-key='line']");
        await marksAre(page, (count) => count === notices);
    });

    test("leave what is not marked in the list, out of sight until it is asked for", async () => {
        const page = await reader.open(`${site.base}/article`);
        await press(await openOptions(), "[data-key='alert']");
        const popup = await reader.press(page);
        const levels = () => popup.$$eval("li .level", (every) => every.map((each) => each.textContent));
        assert.ok((await levels()).every((level) => level === "Notice"));
        assert.equal(await popup.$eval("[data-key='alert']", (chip) => chip.getAttribute("aria-pressed")), "false");
        await popup.click("[data-key='alert']");
        assert.ok((await levels()).includes("Alert"));
        await popup.close();
    });

    test("are painted as a line alone where that is wanted", async () => {
        const page = await reader.open(`${site.base}/article`);
        await press(await openOptions(), "[data-key='line']");
        await reader.check(page);
        await picture(page, "article-lines");
        const backgrounds = await page.evaluate(() =>
            [...CSS.highlights.keys()].map(
                (name) => getComputedStyle(document.body, `::highlight(${name})`).backgroundColor,
            ),
        );
        assert.ok(backgrounds.length > 0);
        assert.ok(
            backgrounds.every((color) => color === "rgba(0, 0, 0, 0)"),
            String(backgrounds),
        );
    });
});

describe("models and rules that are switched off", () => {
    test("are neither marked nor listed, and the popup says so", async () => {
        const page = await reader.open(`${site.base}/article`);
        await reader.check(page);
        const all = await marksAre(page, (count) => count > 0);
        const options = await openOptions();
        await press(options, "[data-key='modelsOff-grok']");
        await page.bringToFront();
        await marksAre(page, (count) => count > 0 && count < all);
        const popup = await reader.press(page);
        assert.deepEqual(await popup.$$eval(".speaker", (every) => every.map((each) => each.textContent)), [
            "ChatGPT, a language model by OpenAI",
        ]);
        assert.match((await popup.$eval(".note", (note) => note.textContent)) ?? "", /^\d findings are switched off/u);
        await popup.close();
        await press(options, "[data-key='rulesOff-reported-clause']");
        await marksAre(page, (count) => count === 0);
    });

    test("can be chosen from all that there are", async () => {
        const options = await openOptions();
        const names = await options.$$eval("#models .choice .text", (every) =>
            every.map((each) => each.firstChild?.nodeValue),
        );
        for (const name of ["ChatGPT", "Claude", "Grok", "Models that the page does not name"])
            assert.ok(names.includes(name));
        assert.ok((await options.$$("#rule-list input")).length >= 18);
    });
});

describe("the card", () => {
    test("dismisses a finding by its words and the site, and takes that back", async () => {
        const page = await reader.open(`${site.base}/article`);
        await reader.check(page);
        const all = await marksAre(page, (count) => count > 0);
        await openCard(page, "regret the harm");
        await pressInCard(page, "Dismiss");
        await cardSays(page, /will not be marked again on this site/u);
        await picture(page, "card-dismissed");
        await marksAre(page, (count) => count < all);
        await pressInCard(page, "Undo");
        await marksAre(page, (count) => count >= all);
        await cardSays(page, /I deeply regret the harm/u);
    });

    test("has it remembered over a reload, and the popup brings it back", async () => {
        const page = await reader.open(`${site.base}/article`);
        await reader.check(page);
        const all = await marksAre(page, (count) => count > 0);
        await openCard(page, "regret the harm");
        await pressInCard(page, "Dismiss");
        await cardSays(page, /will not be marked again/u);
        await page.reload();
        await reader.check(page);
        await marksAre(page, (count) => count > 0 && count < all);
        const popup = await reader.press(page);
        await popup.click(".dismissed summary");
        await picture(popup, "popup-with-dismissed");
        await popup.click(".dismissed button");
        await popup.waitForSelector(".dismissed", { hidden: true });
        await marksAre(page, (count) => count === all);
    });

    test("goes on to the next mark after a dismissal", async () => {
        const page = await reader.open(`${site.base}/article`);
        await reader.check(page);
        await openCard(page, "regret the harm");
        await pressInCard(page, "Dismiss");
        await cardSays(page, /will not be marked again/u);
        await pressInCard(page, "Next mark");
        await cardSays(page, /I said what I said/u);
    });

    test("leaves a site alone, at once and from then on, and takes that back", async () => {
        const page = await reader.open(`${site.base}/article`);
        await reader.check(page);
        const all = await marksAre(page, (count) => count > 0);
        await openCard(page, "regret the harm");
        await pressInCard(page, "Not on this site");
        await cardSays(page, /will not check its pages/u);
        await marksAre(page, (count) => count === 0);
        assert.match((await reader.check(page)) ?? "", /^Switched off here/u);
        const popup = await reader.press(page);
        await picture(popup, "popup-off");
        await popup.click("[data-key='main']");
        await popup.waitForSelector("ol");
        await marksAre(page, (count) => count >= all);
    });

    test("fills a report on a wrong mark, on the clipboard, and sends nothing", async () => {
        const page = await reader.open(`${site.base}/article`);
        await reader.browser.defaultBrowserContext().overridePermissions(site.base, ["clipboard-read"]);
        await reader.check(page);
        await openCard(page, "regret the harm");
        const requestsBefore = site.requests.length;
        await pressInCard(page, "This is wrong");
        await cardSays(page, /Nothing was sent/u);
        const report = await page.evaluate(() => navigator.clipboard.readText());
        assert.match(report, /^Mouthpiece \d+\.\d+\.\d+: a finding that is wrong\n/u);
        assert.match(report, /Page: http:\/\/127\.0\.0\.1:\d+\/article#:~:text=I%20deeply/u);
        assert.match(report, /Words: “I deeply regret the harm these posts caused,”/u);
        assert.match(report, /Marked as: \w+, grok, spokesperson, apology, [\w-]+, 0\.\d+/u);
        assert.equal(site.requests.length, requestsBefore);
    });
});

describe("own rule packs", () => {
    const pack = {
        id: "house",
        version: "1",
        makers: [{ id: "town-hall", name: "Town Hall" }],
        models: [{ id: "haldy", name: "Haldy", maker: "town-hall", names: ["Haldy"] }],
    };

    test("are refused with what is wrong, and where", async () => {
        const options = await openOptions();
        await giveFile(
            options,
            "#pack-file",
            "broken.json",
            '{"id": "house", "version": "1",\n "models": [{"id": "x",,}]}',
        );
        await options.waitForSelector("#pack-status .faults");
        const faults = await options.$$eval("#pack-status .faults li", (every) =>
            every.map((each) => each.textContent),
        );
        assert.deepEqual(faults, ["broken.json:2:25 $: a rule pack is not valid JSON"]);
        await giveFile(options, "#pack-file", "shape.json", '{"lang": "en",\n "models": [{"id": 3}]}');
        await options.waitForFunction(() =>
            /shape\.json was not taken in\. 4 things/u.test(document.body.textContent ?? ""),
        );
        await options.$eval("#packs", (section) => section.scrollIntoView());
        await picture(options, "options-pack-refused");
        assert.deepEqual(await options.evaluate(() => chrome.storage.local.get("packs")), {});
    });

    test("add models, for pages that are open too, and can be removed", async () => {
        const page = await reader.open(`${site.base}/news/town-hall-sorry-for-the-bins`);
        assert.match((await reader.check(page)) ?? "", /^Checked: nothing found/u);
        const options = await openOptions();
        await giveFile(options, "#pack-file", "house.json", JSON.stringify(pack));
        await options.waitForFunction(() => /house\.json is in use/u.test(document.body.textContent ?? ""));
        await page.bringToFront();
        await marksAre(page, (count) => count > 0);
        const popup = await reader.press(page);
        assert.equal(await popup.$eval(".speaker", (each) => each.textContent), "Haldy, a language model by Town Hall");
        await popup.close();
        assert.ok(await options.$("[data-key='modelsOff-haldy']"), "its models can be switched off");
        await press(options, "[data-key='remove-house.json']");
        await marksAre(page, (count) => count === 0);
        assert.match((await reader.check(page)) ?? "", /^Checked: nothing found/u);
    });

    test("let pages be found that name none of the shipped models, by the button too", async () => {
        const options = await openOptions();
        await giveFile(options, "#pack-file", "house.json", JSON.stringify(pack));
        await options.waitForFunction(() => /house\.json is in use/u.test(document.body.textContent ?? ""));
        const page = await reader.open(`${site.base}/news/town-hall-sorry-for-the-bins`);
        assert.match((await reader.check(page)) ?? "", /^1 alert/u);
    });
});

describe("settings as a file", () => {
    test("are exported, forgotten and imported again", async () => {
        const options = await openOptions();
        const session = await options.createCDPSession();
        await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
        await press(options, "[data-key='notice']");
        await press(options, "[data-key='line']");
        await press(options, "[data-key='modelsOff-grok']");
        await options.waitForFunction(
            async () => String((await chrome.storage.local.get("modelsOff")).modelsOff) === "grok",
        );
        const exported = await options.evaluate(() => chrome.storage.local.get());
        await press(options, "#export");
        const file = path.join(folder, "mouthpiece-settings.json");
        const text = await fileWhenThere(file);
        options.once("dialog", (dialog) => void dialog.accept());
        await press(options, "#reset");
        await options.waitForFunction(async () => Object.keys(await chrome.storage.local.get()).length === 0);
        await options.waitForSelector("[data-key='full']:checked");
        await giveFile(options, "#settings-file", "mine.json", text);
        await options.waitForSelector("[data-key='line']:checked");
        const now = await options.evaluate(() => chrome.storage.local.get());
        for (const [name, value] of Object.entries(exported)) assert.deepEqual(now[name], value, name);
    });

    for (const [what, text, says] of /** @type {const} */ ([
        ["no JSON", "{", /mine\.json cannot be read: it is not JSON\. .+/u],
        ["another file", '{"a": 1}', /mine\.json holds no settings of Mouthpiece/u],
        ["unfit values", '{"mouthpiece-settings": 1, "style": "pink", "always": ["no site"]}', /: style, always$/u],
        [
            "a pack with a fault",
            '{"mouthpiece-settings": 1, "packs": [{"name": "p.json", "text": "{"}]}',
            /rule pack in it: p\.json:1:\d+ \$: a rule pack is not valid JSON/u,
        ],
    ])) {
        test(`are refused where they are ${what}, and nothing changes`, async () => {
            const options = await openOptions();
            await giveFile(options, "#settings-file", "mine.json", text);
            await options.waitForFunction(() => document.querySelector("#file-status")?.textContent !== "");
            assert.match((await options.$eval("#file-status", (status) => status.textContent)) ?? "", says);
            assert.deepEqual(await options.evaluate(() => chrome.storage.local.get()), {});
        });
    }
});

test("the keyboard's commands are shown as they are set", async () => {
    const options = await openOptions();
    const rows = await options.$$eval("#commands dt", (every) =>
        every.map((each) => [each.textContent, each.nextElementSibling?.textContent]),
    );
    assert.deepEqual(rows, [
        ["Open the popup", "AltShiftM"],
        ["Check this page for words of language models", "AltShiftK"],
        ["Go to the next mark and open its card", "AltShiftPeriod"],
        ["Go to the previous mark and open its card", "AltShiftComma"],
    ]);
});

/** A download's text, when it has come. @param {string} file */
async function fileWhenThere(file) {
    for (let tries = 0; tries < 200; tries++) {
        const text = await readFile(file, "utf8").catch(() => "");
        if (text.endsWith("}\n")) return text;
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`no ${file}`);
}
