/* tree.test.mjs: the tree itself: what may stand at the top, how long a file may be, that each says what it is for, and
 * that the versions agree. Knows nothing of what the code does. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("../../", import.meta.url));
const MOST_LINES = 600;
const AT_THE_TOP = new Set(
    ["core", "wasm", "extension", "tests", "build.sh", "package.json", "package-lock.json", "README.md"].concat([
        "LICENSE",
    ]),
);

/** @returns {string[]} the files that git keeps or would keep */
function files() {
    if (!existsSync(path.join(top, ".git"))) return [];
    const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
        cwd: top,
        encoding: "utf8",
    });
    return listed.split("\0").filter((name) => name !== "" && existsSync(path.join(top, name)));
}

/** @param {string} name */
function read(name) {
    return readFileSync(path.join(top, name), "utf8");
}

const sources = files().filter((name) => /\.(c|h|m?js|sh|css|cmake)$/.test(name));

describe("the tree", () => {
    it("has at its top only what belongs there", () => {
        const strays = files().filter((name) => !name.startsWith(".") && !AT_THE_TOP.has(name.split("/")[0] ?? ""));
        assert.deepEqual(strays, []);
    });

    it("has no file too long to read", () => {
        const long = sources.map((name) => `${name}: ${read(name).split("\n").length - 1}`);
        assert.deepEqual(
            long.filter((line) => Number(line.split(": ")[1]) > MOST_LINES),
            [],
        );
    });

    it("opens every file with what it is for", () => {
        const silent = sources.filter(
            (name) => !/^(#!.*\n)?(# shellcheck.*\n)?(\/\*|\/\/|#|<!--) ?\S/.test(read(name)),
        );
        assert.deepEqual(silent, []);
    });

    it("says one version everywhere", () => {
        const header = /#define MP_VERSION "([^"]+)"/.exec(read("core/mouthpiece.h"))?.[1];
        assert.equal(JSON.parse(read("package.json")).version, header);
        assert.equal(JSON.parse(read("package-lock.json")).version, header);
    });

    it("names no host in the lock file", () => {
        assert.doesNotMatch(
            read("package-lock.json"),
            /"resolved"|https?:\/\/(?!github\.com|opencollective\.com|.*\/(sponsors|funding))[^"]*\.tgz/,
        );
    });
});
