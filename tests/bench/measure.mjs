/* measure.mjs: takes every figure of goals.mjs, and the peers' beside them, in one run. Knows how the core, the module and
 * the command are called; nothing of how figures are shown. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";

import { costOf, cpuOf, median, rate } from "./clock.mjs";
import { coldInChromium } from "./cold-chromium.mjs";
import { article, articles, bytesOf, endless, repeated } from "./corpus.mjs";
import { peers } from "./peers.mjs";

/** @typedef {{build: string, shared: string, rounds: number, tell: (line: string) => void}} Setting */
/** @typedef {Record<string, number>} Figures */

const COUNT = 500;
const HOSTILE = ["“", "Grok ", "Grok said “", "“Grok” ", "‘it’s ", "said that ", "(", "Mr. ", "Grok: ", "“ ” "];

/** @param {Setting} setting */
function prepare({ build }) {
    const folder = path.join(build, "bench");
    mkdirSync(folder, { recursive: true });
    const sets = { ordinary: articles({ count: COUNT, dense: false }), dense: articles({ count: COUNT, dense: true }) };
    /** @param {string} name @param {object[]} documents */
    const write = (name, documents) => {
        const file = path.join(folder, name);
        writeFileSync(file, documents.map((document) => `${JSON.stringify(document)}\n`).join(""));
        return file;
    };
    return {
        sets,
        files: { ordinary: write("ordinary.jsonl", sets.ordinary), dense: write("dense.jsonl", sets.dense) },
        write,
    };
}

/** @param {import("./corpus.mjs").Document[]} documents */
const sizeOf = (documents) => documents.reduce((sum, document) => sum + bytesOf(document), 0);

/** @param {Setting} setting @param {ReturnType<typeof prepare>} texts @param {Figures} figures */
function measureNative({ build, rounds }, { sets, files, write }, figures) {
    const [program, spend, command] = ["obj/bench/core_alone", "obj/bench/spend", "mouthpiece"].map((name) =>
        path.join(build, name),
    );
    for (const [id, set] of /** @type {const} */ ([
        ["P1", "ordinary"],
        ["P2", "dense"],
    ])) {
        const { stdout } = spawnSync(program ?? "", [String(rounds), files[set]], { encoding: "utf8" });
        figures[id] = rate(sizeOf(sets[set]), Number(stdout) / 1000);
    }
    const one = write("article.json", [article({ seed: 1, bytes: 5600, dense: true })]);
    const cost = costOf(rounds * 4, spend ?? "", [
        command ?? "",
        "check",
        "--input",
        "json",
        "--fail-on",
        "never",
        one,
    ]);
    figures.P13a = cost.wall;
    figures.P13b = cost.memory;
    const scans = Object.entries(files).map(([set, file]) => ({
        set: /** @type {"ordinary" | "dense"} */ (set),
        ...costOf(rounds, spend ?? "", [command ?? "", "scan", file]),
    }));
    for (const { set, cpu } of scans) figures[set === "ordinary" ? "P14a" : "P14b"] = rate(sizeOf(sets[set]), cpu);
    figures.P14c = Math.max(...scans.map(({ memory }) => memory));
}

/** @param {Setting} setting @param {ReturnType<typeof prepare>} texts @param {Figures} figures */
async function measureModule({ build, rounds }, { sets }, figures) {
    const { load } = await import(pathToFileURL(path.join(build, "mouthpiece.js")).href);
    const mouthpiece = await load();
    /** @param {object[]} documents @param {number} [times] */
    const timeOf = (documents, times = rounds) =>
        cpuOf(times, () => documents.forEach((document) => mouthpiece.check(document)));

    figures.P3 = rate(sizeOf(sets.ordinary), timeOf(sets.ordinary));
    figures.P4 = rate(sizeOf(sets.dense), timeOf(sets.dense));
    const hundred = (/** @type {boolean} */ dense) => Array(100).fill(article({ seed: 1, bytes: 5600, dense }));
    figures.P6a = timeOf(hundred(false)) / 100;
    figures.P6b = timeOf(hundred(true)) / 100;
    const long = endless({ bytes: 1e6, dense: true });
    figures.P7a = rate(bytesOf(long), timeOf([long], 3)) / figures.P4;
    const rates = HOSTILE.map((thing) => repeated(thing, 300_000)).map((text) =>
        rate(bytesOf(text), timeOf([text], 1)),
    );
    figures.P7b = Math.min(...rates) / figures.P4;
}

/** @param {Setting} setting @param {ReturnType<typeof prepare>} texts @param {Figures} figures */
async function measureStart({ build, rounds }, { write }, figures) {
    const script = fileURLToPath(new URL("./cold-node.mjs", import.meta.url));
    /** @param {string} name @param {object} document */
    const cold = (name, document) => {
        const file = write(name, [document]);
        const runs = Array.from({ length: rounds }, () => {
            const { stdout } = spawnSync(process.execPath, [script, path.join(build, "mouthpiece.js"), file], {
                encoding: "utf8",
            });
            return JSON.parse(stdout);
        });
        return { milliseconds: median(runs.map((run) => run.milliseconds)), mebibytes: runs[0].bytes / 2 ** 20 };
    };
    const dense = article({ seed: 1, bytes: 5600, dense: true });
    const ordinary = article({ seed: 1, bytes: 5600, dense: false });
    const first = cold("dense.json", dense);
    figures.P8a = first.milliseconds;
    figures.P12a = first.mebibytes;
    figures.P8b = cold("ordinary.json", ordinary).milliseconds;
    figures.P12b = cold("live-blog.json", article({ seed: 3, bytes: 61_000, dense: true })).mebibytes;
    figures.P12c = cold("endless.json", article({ seed: 3, bytes: 1e6, dense: true })).mebibytes;
    const [found = NaN, nothing = NaN] = await coldInChromium(build, rounds, [dense, ordinary]);
    figures.P9a = found;
    figures.P9b = nothing;
}

/** @param {Setting} setting @param {Figures} figures */
function measureSize({ build }, figures) {
    const modules = ["mouthpiece.wasm", "gate.wasm"].map((name) => readFileSync(path.join(build, name)));
    figures.P10a = modules.reduce((sum, bytes) => sum + bytes.length, 0) / 1000;
    figures.P10b = modules.reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0) / 1000;
}

/** The saved pages, unpacked into the build. @param {Setting} setting */
function pagesOf({ build, shared, tell }) {
    const folder = path.join(shared, "pages"),
        unpacked = path.join(build, "bench", "pages");
    if (!existsSync(folder)) {
        tell(`no folder ${folder}: the saved pages are left out`);
        return [];
    }
    mkdirSync(unpacked, { recursive: true });
    return readdirSync(folder)
        .filter((name) => name.endsWith(".html.gz"))
        .map((name) => {
            const file = path.join(unpacked, name.slice(0, -3));
            if (!existsSync(file)) writeFileSync(file, gunzipSync(readFileSync(path.join(folder, name))));
            return file;
        });
}

/** @param {Setting} setting @param {string[]} pages @param {Figures} figures */
function measurePages({ build, rounds }, pages, figures) {
    if (pages.length === 0) return;
    const command = [path.join(build, "mouthpiece"), "scan", "--input", "html", ...pages];
    const { cpu } = costOf(Math.min(rounds, 3), path.join(build, "obj/bench/spend"), command);
    figures.P15 = pages.length / (cpu / 1000);
}

/** What the peers do with the same: MB/s, and pages a second. @param {Setting} setting @param {ReturnType<typeof prepare>} texts @param {string[]} pages */
async function measurePeers({ build, rounds }, { sets }, pages) {
    /** @type {Figures} */
    const found = {};
    const text = (/** @type {import("./corpus.mjs").Document} */ { blocks }) =>
        blocks.map((block) => block.text).join("\n");
    for (const { name, takes, share, run } of await peers(build)) {
        if (takes === "page") {
            const some = pages
                .filter((_, i) => i % Math.round(1 / share) === 0)
                .map((file) => readFileSync(file, "utf8"));
            if (some.length > 0) found[name] = some.length / (cpuOf(1, () => some.forEach(run)) / 1000);
            continue;
        }
        for (const [set, documents] of Object.entries(sets)) {
            const some = documents.slice(0, Math.ceil(documents.length * share));
            const texts = some.map(text);
            const milliseconds = cpuOf(share < 1 ? 1 : rounds, () => texts.forEach(run));
            found[set === "ordinary" ? name : `${name} dense`] = rate(sizeOf(some), milliseconds);
        }
    }
    return found;
}

/** @param {Setting} setting @returns {Promise<{figures: Figures, peers: Figures}>} */
export async function measure(setting) {
    /** @type {Figures} */
    const figures = {};
    const texts = prepare(setting),
        pages = pagesOf(setting);
    setting.tell("the core and the command …");
    measureNative(setting, texts, figures);
    measurePages(setting, pages, figures);
    setting.tell("the module …");
    await measureModule(setting, texts, figures);
    measureSize(setting, figures);
    setting.tell("cold starts …");
    await measureStart(setting, texts, figures);
    setting.tell("the peers …");
    return { figures, peers: await measurePeers(setting, texts, pages) };
}
