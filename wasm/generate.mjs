/* generate.mjs: writes the module of constants that mouthpiece.js and the extension's content script import: the C
 * headers' enums, the version, and the prefilter. Run by the build; knows the headers' habits, and no C beyond them.
 *
 *     node wasm/generate.mjs OUT/generated.js */
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";

import { prefilterOf } from "./prefilter.mjs";

const core = new URL("../core/", import.meta.url);
const headers = [new URL("mouthpiece.h", core), new URL("html/page.h", core), new URL("binding.h", import.meta.url)];

/* Which enums cross, what their names begin with in C, and what they are called in JavaScript. */
const enums = [
    { type: "mp_status", prefix: "MP_", name: "Status" },
    { type: "mp_block_kind", prefix: "MP_BLOCK_", name: "BlockKind" },
    { type: "mp_node_kind", prefix: "MP_NODE_", name: "NodeKind" },
    { type: "mp_request", prefix: "MP_REQUEST_", name: "Request" },
    { type: "mp_outcome", prefix: "MP_OUTCOME_", name: "Outcome" },
];

/**
 * An enum of a C source without its prefix: {OK: 0, ERROR_MEMORY: 1}. Every constant states its number.
 * @param {string} source
 * @param {{type: string, prefix: string}} wanted
 * @returns {Record<string, number>}
 */
export function enumOf(source, { type, prefix }) {
    const body = new RegExp(`typedef enum ${type} \\{([^}]*)\\} ${type};`).exec(source)?.[1];
    if (body === undefined) throw new Error(`no header has the enum ${type}`);
    const constants = body
        .replace(/\/\*[^]*?\*\//g, "")
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean);
    return Object.fromEntries(
        constants.map((constant) => {
            const [, name, number] = /^(\w+) = (\d+)$/.exec(constant) ?? [];
            if (!name?.startsWith(prefix)) throw new Error(`${type}: cannot read "${constant}"`);
            return [name.slice(prefix.length), Number(number)];
        }),
    );
}

/**
 * The models of the packs, with their makers' names.
 * @param {any[]} packs
 */
function modelsOf(packs) {
    const makers = new Map(packs.flatMap((pack) => pack.makers ?? []).map(({ id, name }) => [id, name]));
    return packs
        .flatMap((pack) => pack.models ?? [])
        .map(({ id, name, maker }) => ({ id, name, maker: makers.get(maker) ?? "" }))
        .sort((one, other) => one.name.localeCompare(other.name, "en"));
}

/**
 * The names of the attribution's rules, but that of none.
 * @param {string} header attribution.h
 */
function rulesOf(header) {
    const names = [...header.matchAll(/^\s*X\(\w+, "([\w-]+)"\)/gm)].map(([, name]) => name);
    if (names.length === 0) throw new Error("attribution.h has no table of rules");
    return names.filter((name) => name !== "none");
}

/** @returns {Promise<any[]>} the shipped rule packs */
async function readPacks() {
    const folder = new URL("rules/", core);
    const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
    return Promise.all(names.map(async (name) => JSON.parse(await readFile(new URL(name, folder), "utf8"))));
}

/** @returns {Promise<string>} the module's source */
async function moduleSource() {
    const packs = await readPacks();
    const attribution = await readFile(new URL("attribution.h", core), "utf8");
    const source = (await Promise.all(headers.map((header) => readFile(header, "utf8")))).join("\n");
    const version = /#define MP_VERSION "([^"]+)"/.exec(source)?.[1];
    if (version === undefined) throw new Error("no header has MP_VERSION");
    const constants = enums.map(
        (wanted) => `export const ${wanted.name} = Object.freeze(${JSON.stringify(enumOf(source, wanted), null, 4)});`,
    );
    return [
        "/* generated.js: written by wasm/generate.mjs from the C headers and the rule packs; not to be edited. */",
        `export const version = ${JSON.stringify(version)};`,
        `export const label = ${JSON.stringify(packs.map((pack) => `${pack.id} ${pack.version}`).join(", "))};`,
        `export const prefilter = ${JSON.stringify(prefilterOf(packs))};`,
        `export const models = Object.freeze(${JSON.stringify(modelsOf(packs))});`,
        `export const rules = Object.freeze(${JSON.stringify(rulesOf(attribution))});`,
        ...constants,
        "",
    ].join("\n");
}

if (argv[1] === fileURLToPath(import.meta.url)) {
    const out = argv[2];
    if (out === undefined) throw new Error("usage: node wasm/generate.mjs OUT/generated.js");
    await mkdir(dirname(out), { recursive: true });
    await writeFile(out, await moduleSource());
}
