/* package.mjs: packs what is shipped into BUILD/packages: the store archives, the npm package, the source archive. The
 * same sources give the same bytes: names sorted, one date, no owner. Knows files, not what they do.
 *
 *     MOUTHPIECE_BUILD=BUILD node tests/tools/package.mjs          all of it
 *     MOUTHPIECE_BUILD=BUILD node tests/tools/package.mjs npm      the npm package only
 *     MOUTHPIECE_BUILD=BUILD node tests/tools/package.mjs stores   what the browsers' stores ask for only */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";

// Zip keeps local time.
process.env.TZ = "UTC";

const top = fileURLToPath(new URL("../../", import.meta.url));
const build = path.resolve(process.env.MOUTHPIECE_BUILD ?? path.join(top, "build"));
const packages = path.join(build, "packages");
const manifest = JSON.parse(readFileSync(path.join(top, "package.json"), "utf8"));
const DATE = new Date("1980-01-01T00:00:00Z");

/** @param {string} folder @returns {string[]} every file under it, by path, sorted */
function filesUnder(folder) {
    return readdirSync(folder, { withFileTypes: true })
        .flatMap((entry) => {
            const name = path.join(folder, entry.name);
            return entry.isDirectory() ? filesUnder(name) : [name];
        })
        .sort();
}

/** @param {string} browser */
function packExtension(browser) {
    const folder = path.join(build, "extension", browser);
    if (!existsSync(folder)) {
        console.error(`warning    no extension for ${browser} in ${folder}: it is not packed`);
        return;
    }
    /** @type {import("fflate").Zippable} */
    const entries = {};
    for (const file of filesUnder(folder)) {
        const name = path.relative(folder, file).split(path.sep).join("/");
        entries[name] = [readFileSync(file), { mtime: DATE, level: 9, os: 3, attrs: 0o100644 << 16 }];
    }
    writeFileSync(path.join(packages, `mouthpiece-${browser}-${manifest.version}.zip`), zipSync(entries));
}

/** npm packs from a folder of its own, so that a build elsewhere than in build/ is packed alike. */
function packModule() {
    const staged = path.join(build, "npm");
    rmSync(staged, { recursive: true, force: true });
    for (const name of manifest.files) cpSync(path.join(build, path.relative("build", name)), path.join(staged, name));
    for (const name of ["README.md", "LICENSE"]) {
        if (existsSync(path.join(top, name))) cpSync(path.join(top, name), path.join(staged, name));
    }
    const shipped = { ...manifest, devDependencies: undefined, scripts: undefined };
    writeFileSync(path.join(staged, "package.json"), `${JSON.stringify(shipped, null, 2)}\n`);
    execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", packages], {
        cwd: staged,
        stdio: ["ignore", "ignore", "inherit"],
    });
}

/** The last commit's files: what is not committed is no source that could be found again. */
function packSource() {
    if (!existsSync(path.join(top, ".git"))) {
        console.error("warning    no git here: the source archive is left out");
        return;
    }
    const name = `mouthpiece-${manifest.version}`;
    const tar = execFileSync("git", ["archive", "--format=tar", `--prefix=${name}/`, "HEAD"], {
        cwd: top,
        maxBuffer: 1 << 30,
    });
    writeFileSync(path.join(packages, `${name}-source.tar.gz`), gzipSync(tar, { level: 9 }));
    const changed = execFileSync("git", ["status", "--porcelain"], { cwd: top, encoding: "utf8" });
    if (changed !== "")
        console.error("warning    there are changes that are not committed: the source archive lacks them");
}

function writeSums() {
    const sums = filesUnder(packages).map((file) => {
        const bytes = readFileSync(file);
        const sum = createHash("sha256").update(bytes).digest("hex");
        console.log(`package    ${path.relative(top, file)}  (${(bytes.length / 1000).toFixed(1)} KB)`);
        return `${sum}  ${path.basename(file)}\n`;
    });
    writeFileSync(path.join(packages, "SHA256SUMS"), sums.join(""));
}

rmSync(packages, { recursive: true, force: true });
mkdirSync(packages, { recursive: true });
const only = process.argv[2];
if (only !== "npm") {
    packExtension("chromium");
    packExtension("firefox");
    packSource();
}
if (only !== "stores") packModule();
writeSums();
