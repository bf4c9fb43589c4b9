/* order.test.mjs: who may know whom. Arrows run one way: extension → wasm → core, cli → html, draft → core, and inside the core
 * each step knows only earlier ones. Reads #include and import lines; knows nothing of what the code does. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("../../", import.meta.url));

/* The core's steps, in the order of the pipeline: a file belongs to the step that its name begins with, and may include
 * what belongs to its own step or to an earlier one. Steps in one row may know each other's headers. */
const steps = [
    ["mouthpiece"],
    ["status", "arena", "packed"],
    ["text"],
    ["lexicon", "pattern", "scan", "weights"],
    ["gate"],
    ["rules"],
    ["article"],
    ["token"],
    ["language"],
    ["quote"],
    ["sentence"],
    ["content"],
    ["tag"],
    ["mention"],
    ["clause"],
    ["resolve"],
    ["note"],
    ["answerable"],
    ["attribution"],
    ["voice"],
    ["signal"],
    ["judgement"],
    ["rewording"],
    ["report"],
    ["json", "engine"],
    ["pack", "explain"],
];

/* The two HTML parsers, a file each. They may abort where memory ends, but for a long jump out of their allocators. */
const parsers = ["gumbo.h", "lexbor/dom/interfaces/character_data.h", "lexbor/html/html.h", "pthread.h", "setjmp.h"];

/* What each folder's C files may include of the project's others, and of libraries. */
const folders = [
    { folder: "core", others: ["core/rules"], libraries: ["cJSON.h", "pcre2.h"] },
    { folder: "core/rules", others: ["core"], libraries: [] },
    { folder: "core/html", others: ["core"], libraries: ["cJSON.h", "iconv.h", ...parsers] },
    { folder: "core/draft", others: ["core"], libraries: ["entity.h", "md4c.h"] },
    { folder: "core/cli", others: ["core", "core/draft", "core/html"], libraries: ["*"] },
    { folder: "wasm", others: ["core/mouthpiece.h", "core/html/page.h", "core/json_report.h"], libraries: [] },
    { folder: "wasm/gate", others: ["core/rules"], libraries: [] },
    { folder: "wasm/draft", others: ["core/draft/draft.h", "core/json_document_write.h"], libraries: [] },
    { folder: "wasm/command", others: [], libraries: ["dirent.h", "fcntl.h", "sys/stat.h"] },
];

/* The headers of C11's library that need neither files, nor time, nor a locale. */
const pureHeaders = new Set(
    [
        "assert",
        "errno",
        "float",
        "inttypes",
        "limits",
        "math",
        "stdalign",
        "stdarg",
        "stdatomic",
        "stdbool",
        "stddef",
        "stdint",
        "stdio",
    ]
        .concat(["stdlib", "string"])
        .map((name) => `${name}.h`),
);

/** @param {string} folder @param {RegExp} wanted @returns {string[]} */
function filesIn(folder, wanted) {
    return readdirSync(path.join(top, folder), { withFileTypes: true })
        .filter((entry) => entry.isFile() && wanted.test(entry.name))
        .map((entry) => `${folder}/${entry.name}`);
}

/** @param {string} folder @param {RegExp} wanted @returns {string[]} */
function filesUnder(folder, wanted) {
    return readdirSync(path.join(top, folder), { withFileTypes: true }).flatMap((entry) => {
        const name = `${folder}/${entry.name}`;
        if (entry.isDirectory()) return filesUnder(name, wanted);
        return wanted.test(entry.name) ? [name] : [];
    });
}

/** @param {string} file @returns {{own: string[], system: string[]}} its includes; own ones as paths from the top */
function includesOf(file) {
    const source = readFileSync(path.join(top, file), "utf8");
    const own = [...source.matchAll(/^\s*#\s*include\s+"([^"]+)"/gm)].map((match) => match[1] ?? "");
    const system = [...source.matchAll(/^\s*#\s*include\s+<([^>]+)>/gm)].map((match) => match[1] ?? "");
    return { own: own.map((name) => path.posix.join(path.posix.dirname(file), name)), system };
}

/** @param {string} file @returns {number} */
function stepOf(file) {
    const stem = path.posix.basename(file).replace(/\.[ch]$/, "");
    return steps.findIndex((row) => row.some((name) => stem === name || stem.startsWith(`${name}_`)));
}

/** @param {string} file @returns {string[]} what it imports, as paths from the top; packages by name */
function importsOf(file) {
    const source = readFileSync(path.join(top, file), "utf8");
    const names = [...source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
    return names.map((name) => (name.startsWith(".") ? path.posix.join(path.posix.dirname(file), name) : name));
}

/** The names that lead from `start` back to `start`, or undefined. @param {Map<string, string[]>} graph @param {string} start */
function cycleFrom(graph, start) {
    const paths = [[start]];
    const seen = new Set();
    for (let trail = paths.pop(); trail !== undefined; trail = paths.pop()) {
        for (const next of graph.get(trail.at(-1) ?? "") ?? []) {
            if (next === start) return [...trail, start];
            if (seen.has(next)) continue;
            seen.add(next);
            paths.push([...trail, next]);
        }
    }
    return undefined;
}

describe("inside the core", () => {
    const files = filesIn("core", /\.[ch]$/);

    it("every file belongs to a step", () => {
        const strays = files.filter((file) => stepOf(file) < 0);
        assert.deepEqual(strays, [], "give these a place in the table of steps");
    });

    it("each step includes only earlier ones", () => {
        const wrong = files.flatMap((file) =>
            includesOf(file)
                .own.filter((header) => path.posix.dirname(header) === "core" && stepOf(header) > stepOf(file))
                .map((header) => `${file} includes ${header}`),
        );
        assert.deepEqual(wrong, []);
    });

    it("only one file knows PCRE2, and only JSON's readers and writers know cJSON", () => {
        const knowing = (/** @type {string} */ library) =>
            files.filter((file) => includesOf(file).system.includes(library));
        assert.deepEqual(knowing("pcre2.h"), ["core/pattern.c"]);
        const strays = knowing("cJSON.h").filter((file) => !/^core\/(json|rules|report)_?\w*\.[ch]$/.test(file));
        assert.deepEqual(strays, []);
    });
});

describe("between the folders", () => {
    for (const { folder, others, libraries } of folders) {
        it(`${folder} includes only what it may know`, () => {
            const wrong = filesIn(folder, /\.[ch]$/).flatMap((file) => {
                const { own, system } = includesOf(file);
                const strangers = own.filter(
                    (header) =>
                        path.posix.dirname(header) !== folder &&
                        !others.some((other) => header === other || path.posix.dirname(header) === other),
                );
                const foreign = libraries.includes("*")
                    ? []
                    : system.filter(
                          (header) =>
                              !pureHeaders.has(header) &&
                              !libraries.includes(header) &&
                              header !== "sanitizer/asan_interface.h",
                      );
                return [...strangers, ...foreign].map((header) => `${file} includes ${header}`);
            });
            assert.deepEqual(wrong, []);
        });
    }

    it("no header includes itself by way of others", () => {
        const files = ["core", "core/rules", "core/html", "core/cli", "wasm"].flatMap((folder) =>
            filesIn(folder, /\.[ch]$/),
        );
        const graph = new Map(files.map((file) => [file, includesOf(file).own]));
        assert.deepEqual(
            files.map((file) => cycleFrom(graph, file)).filter((cycle) => cycle !== undefined),
            [],
        );
    });

    it("the core never sees Emscripten", () => {
        const files = filesUnder("core", /\.[ch]$/);
        assert.ok(files.length > 0);
        assert.deepEqual(
            files.filter((file) => /emscripten/i.test(readFileSync(path.join(top, file), "utf8"))),
            [],
        );
    });

    it("the extension's scripts import their own, and the module that the build puts beside them", () => {
        const scripts = filesUnder("extension", /\.js$/);
        assert.ok(scripts.length > 0);
        const wrong = scripts.flatMap((file) =>
            importsOf(file)
                .filter(
                    (name) =>
                        !name.startsWith("extension/") &&
                        !["wasm/mouthpiece.d.ts", "wasm/prefilter.mjs"].includes(name),
                )
                .map((name) => `${file} imports ${name}`),
        );
        assert.deepEqual(wrong, []);
    });

    it("the module imports nothing but its own", () => {
        const wrong = filesUnder("wasm", /\.js$/).flatMap((file) =>
            importsOf(file)
                .filter((name) => !name.startsWith("wasm/") && !name.startsWith("node:"))
                .map((name) => `${file} imports ${name}`),
        );
        assert.deepEqual(wrong, []);
    });

    it("no script imports itself by way of others", () => {
        const files = ["wasm", "extension"].flatMap((folder) => filesUnder(folder, /\.m?js$/));
        const graph = new Map(files.map((file) => [file, importsOf(file)]));
        assert.deepEqual(
            files.map((file) => cycleFrom(graph, file)).filter((cycle) => cycle !== undefined),
            [],
        );
    });
});
