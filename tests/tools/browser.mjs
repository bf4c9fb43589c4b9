/* browser.mjs: finds a Chromium and starts it with the extension as built, with a window or without. Knows nothing of
 * what is then done with it. */

import { accessSync, constants } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Where the build's results lie. */
export const BUILD = path.resolve(process.env.MOUTHPIECE_BUILD ?? path.join(ROOT, "build"));

/** Whether there is anything to show a window on. */
export function hasDisplay() {
    return Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}

/** The browser to use: the one that CHROMIUM names, else the first known name on the PATH. */
export function chromiumPath() {
    if (process.env.CHROMIUM) return process.env.CHROMIUM;
    const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
    const found = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isProgram);
    if (found === undefined)
        throw new Error(`none of ${NAMES.join(", ")} is on the PATH; ./build.sh deps installs one`);
    return found;
}

/** @param {string} file */
function isProgram(file) {
    try {
        accessSync(file, constants.X_OK);
        return true;
    } catch {
        return false;
    }
}

/**
 * Starts a browser with a profile of its own, and the extension in it.
 * @param {{isVisible?: boolean, viewport?: {width: number, height: number}}} [options]
 */
export async function startBrowser({ isVisible = false, viewport = { width: 1000, height: 900 } } = {}) {
    const size = `--window-size=${viewport.width},${viewport.height + 140}`;
    const browser = await puppeteer.launch({
        executablePath: chromiumPath(),
        headless: !isVisible,
        pipe: true,
        enableExtensions: true,
        /* Chromium's sandbox refuses to run as root. */
        args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), ...(isVisible ? [size] : [])],
        defaultViewport: isVisible ? null : viewport,
    });
    const id = await browser.installExtension(path.join(BUILD, "extension", "chromium"));
    return { browser, id };
}
