/* html.test.mjs: the report as a page in a browser: marks and cards for what was found, text that stays text, nothing
 * loaded, no faults of accessibility in light and dark, everything on paper. Pictures of it go to BUILD/report/. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import process from "node:process";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

import { lines, ROOT, run, scratch } from "../cli/support.mjs";
import { BUILD, chromiumPath } from "../tools/browser.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PICTURES = path.join(BUILD, "report");
const SAMPLES = path.join("tests", "samples");
const { file, folder } = scratch();

/** @type {import("puppeteer-core").Browser} */
let browser;
/** @type {import("puppeteer-core").Page} */
let page;

/** Writes a report and opens it. @param {string[]} words */
async function open(...words) {
    const report = path.join(folder, "report.html");
    const { stderr } = run(["check", "--no-config", "--format", "html", "--output", report, ...words]);
    await page.goto(pathToFileURL(report).href);
    return stderr;
}

/** @param {string} selector @returns {Promise<string[]>} */
const texts = (selector) => page.$$eval(selector, (found) => found.map((each) => each.textContent ?? ""));

before(async () => {
    mkdirSync(PICTURES, { recursive: true });
    browser = await puppeteer.launch({
        executablePath: chromiumPath(),
        args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    });
    page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 1000 });
});
after(() => browser.close());

describe("a report on the sample pages", () => {
    const samples = readdirSync(path.join(ROOT, SAMPLES))
        .filter((name) => name.endsWith(".html"))
        .map((name) => path.join(SAMPLES, name));
    const reports = lines(run(["check", "--no-config", "--format", "json", ...samples]).stdout);
    const findings = reports.flatMap((report) => report.findings);

    before(() => open("--notes", ...samples));

    test("has a mark and a card for every finding, and each mark leads to its card", async () => {
        assert.equal((await texts("details.card")).length, findings.length);
        assert.equal((await texts("mark")).length, findings.length);
        const broken = await page.$$eval("mark a", (links) =>
            links
                .filter((link) => document.querySelector(link.getAttribute("href") ?? "") === null)
                .map((link) => link.outerHTML),
        );
        assert.deepEqual(broken, []);
    });

    test("marks the very words", async () => {
        const [first] = reports.filter(({ findings: list }) => list.length > 0);
        const blocks = await page.$$eval("details.document[open]", ([article]) =>
            [...(article?.querySelectorAll(".block") ?? [])].map((block) =>
                [...block.querySelectorAll("mark")].map((mark) => {
                    const copy = /** @type {Element} */ (mark.cloneNode(true));
                    copy.querySelector("a")?.remove();
                    return copy.textContent ?? "";
                }),
            ),
        );
        const marked = blocks.flat();
        const quotes = first.findings.map((/** @type {{quote: string}} */ { quote }) => quote);
        assert.equal(marked.length, quotes.length);
        assert.equal(marked[0], quotes[0]);
    });

    test("folds what has no findings, and counts the rest", async () => {
        const clean = reports.filter(({ findings: list }) => list.length === 0);
        assert.equal((await page.$$("details.document:not([open])")).length, clean.length);
        const [counts] = await texts("header p");
        assert.match(counts ?? "", new RegExp(`in ${samples.length} documents`, "u"));
    });

    for (const theme of ["light", "dark"])
        test(`reads well in ${theme}`, async () => {
            await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
            await page.screenshot({ path: path.join(PICTURES, `report-${theme}.png`) });
            const background = await page.$eval("body", (body) => getComputedStyle(body).backgroundColor);
            assert.equal(background === "rgb(255, 253, 249)", theme === "light", background);
            const session = await page.createCDPSession();
            const { frameTree } = await session.send("Page.getFrameTree");
            const { executionContextId } = await session.send("Page.createIsolatedWorld", {
                frameId: frameTree.frame.id,
            });
            await session.send("Runtime.evaluate", { expression: AXE, contextId: executionContextId });
            const { result } = await session.send("Runtime.evaluate", {
                expression:
                    "axe.run().then(({violations}) => JSON.stringify(violations.map((v) => [v.id, v.nodes[0].html])))",
                contextId: executionContextId,
                awaitPromise: true,
                returnByValue: true,
            });
            assert.deepEqual(JSON.parse(result.value), []);
        });

    test("is narrow on a narrow screen", async () => {
        await page.setViewport({ width: 380, height: 800 });
        const [width, inner] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        await page.screenshot({ path: path.join(PICTURES, "report-narrow.png") });
        assert.ok(Number(width) <= Number(inner), `${width} of ${inner}`);
        await page.setViewport({ width: 1280, height: 1000 });
    });

    test("prints its closed cards too", async () => {
        await page.$$eval("details.card", (cards) => cards.forEach((card) => card.removeAttribute("open")));
        const session = await page.createCDPSession();
        const features = [{ name: "prefers-color-scheme", value: "dark" }];
        await session.send("Emulation.setEmulatedMedia", { media: "print", features });
        const heights = await page.$$eval("details.card ul", (lists) =>
            lists.map((list) => list.getBoundingClientRect().height),
        );
        const background = await page.$eval("body", (body) => getComputedStyle(body).backgroundColor);
        await page.pdf({ path: path.join(PICTURES, "report.pdf"), printBackground: false });
        await page.emulateMediaType("screen");
        assert.ok(heights.every((height) => height > 10));
        assert.equal(background, "rgb(255, 255, 255)");
    });
});

describe("hostile text", () => {
    const text = `Grok apologises for <img src=x onerror="document.title='bad'"> & "it"`;

    test("stays text, in names, words and problems", async () => {
        const name = file(
            "<b>'a&amp;\".txt",
            `${text}\n\n“</mark></details><script>document.title='bad'</script>,” Grok said, sorry.\n`,
        );
        const problems = await open(name, path.join(folder, "<i>gone"));
        assert.match(problems, /No such file/u);
        assert.equal(await page.title(), "Words of language models");
        assert.deepEqual(await page.$$("img, script, b b, i, iframe, link, header b b"), []);
        await page.$$eval("mark a", (numbers) => numbers.forEach((number) => number.remove()));
        const [headline] = await texts("h3");
        assert.ok(headline?.includes('<img src=x onerror="document.title=\'bad\'"> & "it"'), headline);
        assert.ok((await texts("h2"))[0]?.endsWith("<b>'a&amp;\".txt"));
        assert.ok((await texts(".problems li"))[0]?.includes("<i>gone"));
    });

    test("asks for nothing, and may not", async () => {
        const policy = await page.$eval("meta[http-equiv]", (meta) => meta.getAttribute("content"));
        assert.equal(policy, "default-src 'none'; style-src 'unsafe-inline'");
        const asked = await page.evaluate(() => performance.getEntriesByType("resource").length);
        assert.equal(asked, 0);
    });
});
