/* draw.mjs: draws the icons' PNG files from their SVG sources, in a headless browser. Run by hand when a source
 * changes: node extension/icons/draw.mjs. The results are committed, so that a build needs no browser. */

import { readFile, writeFile } from "node:fs/promises";
import process from "node:process";
import puppeteer from "puppeteer-core";

const SIZES = /** @type {const} */ ([
    [16, "icon-small.svg"],
    [32, "icon-small.svg"],
    [48, "icon.svg"],
    [128, "icon.svg"],
]);

const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const page = await browser.newPage();
for (const [size, source] of SIZES) {
    const picture = await readFile(new URL(source, import.meta.url), "utf8");
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px}</style>${picture}`);
    await writeFile(new URL(`icon-${size}.png`, import.meta.url), await page.screenshot({ omitBackground: true }));
}
await browser.close();
