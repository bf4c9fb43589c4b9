/* shipped.test.mjs: the tables of the shipped rules, and their patterns' codes, are those of the packs as they stand now. Needs the native build. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("../../", import.meta.url));
const build = path.resolve(process.env.MOUTHPIECE_BUILD ?? path.join(top, "build"));
const native = path.join(build, "obj", "native");

test("the tables are what the packs give today", (context) => {
    const folder = path.join(top, "core", "rules");
    const packs = readdirSync(folder).filter((name) => name.endsWith(".json"));
    const out = mkdtempSync(path.join(tmpdir(), "mouthpiece-"));
    context.after(() => rmSync(out, { recursive: true }));
    const fresh = path.join(out, "shipped.c");
    execFileSync(path.join(native, "generate"), [fresh, ...packs.sort().map((name) => path.join(folder, name))]);
    assert.ok(
        readFileSync(fresh).equals(readFileSync(path.join(native, "shipped.c"))),
        "the packs have changed since the build: ./build.sh build",
    );
});

test("the patterns' codes are what the tables give today", () => {
    const fresh = execFileSync(path.join(native, "codes"), { maxBuffer: 1 << 26 });
    assert.ok(fresh.equals(readFileSync(path.join(native, "codes.c"))), "./build.sh build");
});
