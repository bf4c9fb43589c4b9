/* store.test.mjs: what goes to the stores: the archives, byte for byte the same from the same build, which Mozilla's linter
 * finds no fault with; texts that fit; an icon that can be seen on light and dark; pictures of what users will see. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
    cpSync,
    existsSync,
    mkdirSync,
    mkdtempSync,
    readFileSync,
    readdirSync,
    rmSync,
    statSync,
    writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { PNG } from "pngjs";
import { BUILD, Reader, cardIs, pointOn, servePages } from "./harness.mjs";
import { PAGES } from "./pages.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const STORE = path.join(ROOT, "extension", "store");
const BROWSERS = ["chromium", "firefox"];

/** @param {string} file */
const manifestIn = (file) => JSON.parse(readFileSync(path.join(BUILD, "extension", file, "manifest.json"), "utf8"));

/** @type {string} */
let scratch;
before(() => {
    scratch = mkdtempSync(path.join(tmpdir(), "mouthpiece-store-"));
});
after(() => rmSync(scratch, { recursive: true, force: true }));

/** Packs a copy of the build, whose files are of another time. @param {string} name @returns {Map<string, Buffer>} */
function packed(name) {
    const build = path.join(scratch, name);
    cpSync(path.join(BUILD, "extension"), path.join(build, "extension"), { recursive: true });
    execFileSync(process.execPath, [path.join(ROOT, "tests", "tools", "package.mjs"), "stores"], {
        env: { ...process.env, MOUTHPIECE_BUILD: build, TZ: name === "once" ? "Asia/Tokyo" : "America/Lima" },
        stdio: ["ignore", "ignore", "inherit"],
    });
    const folder = path.join(build, "packages");
    return new Map(readdirSync(folder).map((file) => [file, readFileSync(path.join(folder, file))]));
}

/* Debian 12's Node knows File, which the linter asks for, but not by itself. */
const GIVES_FILE = 'data:text/javascript,import { File } from "node:buffer"; Object.assign(globalThis, { File });';

describe("the archives", () => {
    test("are the same, byte for byte, from the same build, and no larger than 1 MB", () => {
        const [once, again] = [packed("once"), packed("again")];
        const names = [...once.keys()];
        assert.equal(names.filter((name) => name.endsWith(".zip")).length, 2);
        assert.equal(
            names.filter((name) => name.endsWith("-source.tar.gz")).length,
            existsSync(path.join(ROOT, ".git")) ? 1 : 0,
        );
        for (const [name, bytes] of once) {
            assert.ok(bytes.equals(again.get(name) ?? Buffer.of()), name);
            if (name.endsWith(".zip")) assert.ok(bytes.length <= 1_000_000, `${name}: ${bytes.length}`);
        }
    });

    test("hold what was built, and nothing else", () => {
        const archives = packed("whole");
        for (const browser of BROWSERS) {
            const [name] = [...archives.keys()].filter((each) => each.includes(`-${browser}-`));
            const files = unzipSync(/** @type {Buffer} */ (archives.get(name ?? "")));
            const folder = path.join(BUILD, "extension", browser);
            const built = readdirSync(folder, { recursive: true })
                .map(String)
                .filter((file) => statSync(path.join(folder, file)).isFile());
            assert.deepEqual(Object.keys(files).sort(), built.sort());
            for (const file of built)
                assert.ok(readFileSync(path.join(folder, file)).equals(files[file] ?? Buffer.of()), file);
        }
    });

    test("are without fault for Mozilla's linter", { timeout: 300_000 }, () => {
        const report = execFileSync(
            process.execPath,
            [
                "--import",
                GIVES_FILE,
                path.join(ROOT, "node_modules", "web-ext", "bin", "web-ext.js"),
                "lint",
                "--source-dir",
                path.join(BUILD, "extension", "firefox"),
                "--output",
                "json",
                "--no-config-discovery",
                "--no-input",
            ],
            { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
        );
        const { summary, errors, warnings } = JSON.parse(report);
        assert.deepEqual([errors, warnings], [[], []]);
        assert.deepEqual([summary.errors, summary.warnings], [0, 0]);
    });
});

describe("the texts", () => {
    const listing = readFileSync(path.join(STORE, "listing.md"), "utf8");
    /** @param {string} title */
    const section = (title) => listing.split(`\n## ${title}\n`)[1]?.split("\n## ")[0]?.trim() ?? "";

    test("fit the stores' fields", () => {
        const english = JSON.parse(
            readFileSync(path.join(ROOT, "extension", "_locales", "en", "messages.json"), "utf8"),
        );
        assert.equal(section("Name"), english.name.message);
        assert.ok(section("Summary").length > 40 && section("Summary").length <= 132, `${section("Summary").length}`);
        assert.ok(english.description.message.length <= 132);
        assert.ok(section("Description").length > 500);
    });

    test("account for every permission, and for no other", () => {
        const listed = [...section("Permissions").matchAll(/^\| ([\w/:*, .]+?)(?: \(optional\))? \|/gmu)]
            .flatMap(([, names = ""]) => names.split(", "))
            .filter((name) => name !== "permission");
        const asked = BROWSERS.map(manifestIn).flatMap((each) => [
            ...each.permissions,
            ...each.optional_host_permissions,
        ]);
        assert.deepEqual([...new Set(listed)].sort(), [...new Set(asked)].sort());
    });

    test("tell reviewers of every file that is not as it stands in the sources", () => {
        const notes = readFileSync(path.join(STORE, "reviewers.md"), "utf8");
        const folder = path.join(BUILD, "extension", "chromium");
        const made = readdirSync(folder).filter(
            (file) => !existsSync(path.join(ROOT, "extension", file)) && file !== "manifest.json",
        );
        assert.ok(made.includes("content.js"));
        for (const file of made) assert.ok(notes.includes(`\`${file}\``), file);
    });
});

/** Of two opaque colours, by WCAG. @param {number[]} one @param {number[]} other */
function contrast(one, other) {
    const light = (/** @type {number[]} */ color) => {
        const [red = 0, green = 0, blue = 0] = color.map((value) => {
            const part = value / 255;
            return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
    };
    const [a, b] = [light(one), light(other)];
    return Math.max(a, b) / Math.min(a, b);
}

describe("the icon", () => {
    const icon = PNG.sync.read(readFileSync(path.join(ROOT, "extension", "icons", "icon-16.png")));

    for (const [theme, toolbar] of /** @type {const} */ ([
        ["light", [249, 249, 251]],
        ["Chromium's dark", [60, 60, 60]],
        ["Firefox's dark", [43, 42, 51]],
    ]))
        test(`stands out at 16 pixels on a toolbar that is ${theme}`, () => {
            let distinct = 0;
            for (let at = 0; at < icon.data.length; at += 4) {
                const alpha = (icon.data[at + 3] ?? 0) / 255;
                const color = toolbar.map(
                    (under, channel) => (icon.data[at + channel] ?? 0) * alpha + under * (1 - alpha),
                );
                if (contrast(color, [...toolbar]) >= 3) distinct++;
            }
            assert.ok(distinct >= 40, `${distinct} of 256 pixels`);
        });
});

describe("the pictures", () => {
    /** @type {Reader} */
    let reader;
    /** @type {Awaited<ReturnType<typeof servePages>>} */
    let site;
    before(async () => {
        [reader, site] = await Promise.all([Reader.start(), servePages(PAGES)]);
    });
    after(async () => {
        await reader.close();
        await site.close();
    });

    for (const [name, sample, words] of /** @type {const} */ ([
        ["1-card", "grok-apology.html", undefined],
        ["2-dark", "dark", "I said what I said"],
    ]))
        test(`show what users will see: ${name}`, async () => {
            const page = await reader.open(`${site.base}/${sample}`);
            await page.setViewport({ width: 1280, height: 800 });
            await reader.check(page);
            if (words === undefined) await reader.command("next-finding", page);
            else {
                const { x, y } = await pointOn(page, words);
                await page.mouse.click(x, y);
            }
            await cardIs(page, true);
            const bytes = Buffer.from(await page.screenshot());
            const folder = path.join(BUILD, "pictures");
            mkdirSync(folder, { recursive: true });
            writeFileSync(path.join(folder, `${name}.png`), bytes);
            const { width, height, data } = PNG.sync.read(bytes);
            assert.deepEqual([width, height], [1280, 800]);
            const colors = new Set();
            for (let at = 0; at < data.length; at += 4) colors.add(data.readUInt32BE(at));
            assert.ok(colors.size > 100, "a page, marks and a card");
        });
});
