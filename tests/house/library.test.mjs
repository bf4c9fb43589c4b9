/* library.test.mjs: what the core promises of itself, read off the compiled library: no state of its own, no I/O, no
 * clock, no locale, and no name that could clash. Needs the native build and binutils. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("../../", import.meta.url));
const build = path.resolve(process.env.MOUTHPIECE_BUILD ?? path.join(top, "build"));
const library = path.join(build, "obj", "native", "libmouthpiece_core.a");

/* All that the core may ask of the C library; fortified calls are listed as what they stand for. */
const allowed = new Set(
    ["malloc", "calloc", "realloc", "free", "memchr", "memcmp", "memcpy", "memmove", "memset", "strchr", "strcmp"]
        .concat([
            "strcspn",
            "strspn",
            "strlen",
            "strncmp",
            "strrchr",
            "strstr",
            "snprintf",
            "vsnprintf",
            "qsort",
            "bsearch",
        ])
        .concat(["floor", "ceil", "round", "fabs", "log", "exp", "isfinite", "isnan", "__errno_location"]),
);

/** @param {string[]} args */
function objdump(...args) {
    return execFileSync("objdump", [...args, library], { encoding: "utf8", maxBuffer: 1 << 28 }).split("\n");
}

/** @returns {{name: string, section: string, global: boolean}[]} */
function symbols() {
    return objdump("-t").flatMap((line) => {
        const [, flags, section, name] = /^[0-9a-f]+ (.{7}) (\S+)\s+[0-9a-f]+\s+(?:\.hidden )?(\S+)$/.exec(line) ?? [];
        if (flags === undefined || section === undefined || name === undefined) return [];
        const isOther = flags.includes("d") || flags.includes("f");
        return isOther ? [] : [{ name, section, global: flags.includes("g") }];
    });
}

/** @param {string} name @returns {string} memcpy for __memcpy_chk */
function plainName(name) {
    return name.replace(/^__(\w+)_chk$/, "$1");
}

describe("the core as compiled", () => {
    it("is there", () => assert.ok(existsSync(library), `${library} is missing: ./build.sh build`));

    it("has no state of its own", () => {
        const written = symbols().filter(({ section }) =>
            /^(\.data(?!\.rel\.ro)|\.bss|\.tdata|\.tbss|\*COM\*)/.test(section),
        );
        assert.deepEqual(
            written.map(({ name, section }) => `${name} in ${section}`),
            [],
        );
    });

    it("gives out only names of its own", () => {
        const given = symbols().filter(({ global, section }) => global && section !== "*UND*");
        assert.ok(given.length > 0);
        assert.deepEqual(
            given.map(({ name }) => name).filter((name) => !name.startsWith("mp_")),
            [],
        );
    });

    it("asks the C library for memory, bytes and numbers, and for nothing else", () => {
        const asked = new Set(
            symbols()
                .filter(({ section }) => section === "*UND*")
                .map(({ name }) => plainName(name)),
        );
        const own = /^(mp_|pcre2_|cJSON_|_GLOBAL_OFFSET_TABLE_$|__stack_chk_fail$)/;
        assert.deepEqual(
            [...asked].filter((name) => !own.test(name) && !allowed.has(name)),
            [],
        );
    });
});
