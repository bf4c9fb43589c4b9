/* support.mjs: what the tests of the contracts share: the schemas, compiled, and documents that are none. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";

import { Ajv2020 } from "ajv/dist/2020.js";

/** @param {string} path from the folder of schemas */
const readJson = (path) => JSON.parse(readFileSync(new URL(`../../core/schema/${path}`, import.meta.url), "utf8"));

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
export const schemas = {
    document: readJson("document.schema.json"),
    report: readJson("report.schema.json"),
    rules: readJson("rules.schema.json"),
    configuration: readJson("configuration.schema.json"),
};
export const fits = {
    document: ajv.compile(schemas.document),
    report: ajv.compile(schemas.report),
    rules: ajv.compile(schemas.rules),
    configuration: ajv.compile(schemas.configuration),
};

/** @param {keyof typeof fits} what @param {unknown} value @param {string} [name] */
export function assertFits(what, value, name = "") {
    assert.ok(fits[what](value), `${name}: ${ajv.errorsText(fits[what].errors, { separator: "\n" })}`);
}

/** @param {keyof typeof fits} what @param {unknown} value */
export function assertDoesNotFit(what, value) {
    assert.ok(!fits[what](value), JSON.stringify(value));
}

/** Every document of every gold file in the repository. @returns {import("../../wasm/mouthpiece.js").Document[]} */
export function goldDocuments() {
    const folder = new URL("../gold/", import.meta.url);
    return readdirSync(folder)
        .filter((name) => name.endsWith(".jsonl"))
        .sort()
        .flatMap((name) => readFileSync(new URL(name, folder), "utf8").split("\n").filter(Boolean))
        .map((line) => JSON.parse(line));
}

const block = { text: "a" };

/** What is no document. @type {any[]} */
export const NO_DOCUMENTS = [
    null,
    [],
    {},
    { blocks: {} },
    { blocks: [{}] },
    { blocks: [{ ...block, kind: "Headline" }] },
    { blocks: [{ ...block, links: [{ start: 0 }] }] },
    { blocks: [{ ...block, links: [{ start: -1, end: 1 }] }] },
    { blocks: [{ ...block, links: [{ start: 0, end: 4e9 + 1 }] }] },
];
