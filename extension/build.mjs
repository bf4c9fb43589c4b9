/* build.mjs: assembles the extension, unpacked and loadable, for each browser:
 *
 *     node extension/build.mjs [BUILD]     the sources here and BUILD/mouthpiece.* → BUILD/extension/{chromium,firefox}/
 *
 * Everything is copied as it stands, but for three things: the manifest, of which manifest.json holds what is common
 * and what differs; the background, whose modules are joined into one; and the scripts for pages, which browsers do not take as modules, so that esbuild joins their modules
 * into classic scripts, small because every page of a site pays for them, with the prefilter that the rule pack gives.
 * Whoever builds these sources has the same bytes. Knows files, not what they do. */

import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { packedPrefilter } from "../wasm/prefilter.mjs";

const SOURCE = path.dirname(fileURLToPath(import.meta.url));
const BROWSERS = /** @type {const} */ (["chromium", "firefox"]);
const TARGETS = ["chrome125", "firefox140"];
const COPIED = [
    "_locales",
    "background",
    "editor",
    "options",
    "panel",
    "popup",
    "preview",
    "shared",
    "sites",
    "welcome",
];
const CORE_FILES = [
    "mouthpiece.js",
    "error.js",
    "gate.js",
    "outcome.js",
    "generated.js",
    "source.js",
    "mouthpiece.wasm",
    path.join("draft", "draft.js"),
    "draft.wasm",
];

/** @param {string} buildFolder where mouthpiece.js lies, and where extension/ goes */
export async function buildExtension(buildFolder) {
    const { version, prefilter } = await generated(buildFolder);
    const scripts = await pageScripts(prefilter);
    for (const browser of BROWSERS) {
        const target = path.join(buildFolder, "extension", browser);
        await rm(target, { recursive: true, force: true });
        await mkdir(path.join(target, "icons"), { recursive: true });
        for (const name of COPIED)
            await cp(path.join(SOURCE, name), path.join(target, name), { recursive: true, filter: isShipped });
        for (const size of [16, 32, 48, 128]) await cp(icon(SOURCE, size), icon(target, size));
        for (const name of CORE_FILES) await cp(path.join(buildFolder, name), path.join(target, path.basename(name)));
        if (browser === "chromium")
            await cp(path.join(SOURCE, "policy.schema.json"), path.join(target, "policy.schema.json"));
        await cp(path.join(SOURCE, "..", "wasm", "prefilter.mjs"), path.join(target, "prefilter.js"));
        for (const { name, contents } of scripts) await writeFile(path.join(target, name), contents);
        await joinBackground(path.join(target, "background"));
        await writeFile(
            path.join(target, "manifest.json"),
            `${JSON.stringify(await manifest(browser, version), null, 2)}\n`,
        );
    }
}

/** @param {string} folder @param {number} size */
function icon(folder, size) {
    return path.join(folder, "icons", `icon-${size}.png`);
}

/** Type declarations are for us. @param {string} file */
function isShipped(file) {
    return !file.endsWith(".d.ts");
}

/**
 * What the build wrote out of the headers and the rule pack; as data, for a build folder may lie in no package.
 * @param {string} buildFolder
 */
async function generated(buildFolder) {
    const source = await readFile(path.join(buildFolder, "generated.js"), "utf8");
    /** @type {typeof import("../wasm/generated.js")} */
    const { version, prefilter } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
    return { version, prefilter };
}

/** The scripts that go into pages: content.js, card.js after findings, and what starts content.js by itself. @param {string} prefilter */
async function pageScripts(prefilter) {
    const { outputFiles } = await build({
        entryPoints: {
            content: path.join(SOURCE, "content", "main.js"),
            card: path.join(SOURCE, "content", "card-main.js"),
            auto: path.join(SOURCE, "content", "auto.js"),
            "auto-packs": path.join(SOURCE, "content", "auto-packs.js"),
        },
        outdir: ".",
        bundle: true,
        write: false,
        format: "iife",
        target: TARGETS,
        charset: "utf8",
        legalComments: "none",
        minify: true,
        loader: { ".css": "text" },
        define: { MOUTHPIECE_PREFILTER: JSON.stringify(packedPrefilter(prefilter)) },
    });
    return outputFiles.map(({ path: file, contents }) => ({ name: path.basename(file), contents }));
}

/**
 * The background's modules become one file, not minified: it starts anew for most checks, and to load twenty files took as
 * long as all that it then does.
 * @param {string} folder where they lie, beside what they import
 */
async function joinBackground(folder) {
    const { outputFiles } = await build({
        entryPoints: [path.join(folder, "main.js")],
        /* The names of the files in the joined one do not tell where it was built. */
        absWorkingDir: path.dirname(folder),
        bundle: true,
        write: false,
        format: "esm",
        target: TARGETS,
        charset: "utf8",
        legalComments: "none",
        external: ["node:*"],
    });
    await rm(folder, { recursive: true });
    await mkdir(folder);
    for (const { contents } of outputFiles) await writeFile(path.join(folder, "main.js"), contents);
}

/**
 * Objects of both parts are joined, lists are put end to end, and the rest is the browser's own.
 * @param {typeof BROWSERS[number]} browser
 * @param {string} version
 */
async function manifest(browser, version) {
    const { common, [browser]: own } = JSON.parse(await readFile(path.join(SOURCE, "manifest.json"), "utf8"));
    const permissions = [...common.permissions, ...(own.permissions ?? [])];
    return { ...common, version, ...own, permissions };
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
    await buildExtension(path.resolve(process.argv[2] ?? path.join(SOURCE, "..", "build")));
}
