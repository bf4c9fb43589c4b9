/* schema.test.mjs: the contracts as JSON Schema: every gold document, every pack, and every report of the command and of
 * the module fits; and what must not fit does not. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { Ajv2020 } from "ajv/dist/2020.js";

import { goldDocuments, load, scan } from "../wasm/support.mjs";

/** @param {string} path from this folder */
const readJson = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
const schemas = {
    document: readJson("document.schema.json"),
    report: readJson("report.schema.json"),
    rules: readJson("rules.schema.json"),
};
const fits = {
    document: ajv.compile(schemas.document),
    report: ajv.compile(schemas.report),
    rules: ajv.compile(schemas.rules),
};

/** @param {keyof typeof fits} what @param {unknown} value @param {string} [name] */
function assertFits(what, value, name = "") {
    assert.ok(fits[what](value), `${name}: ${ajv.errorsText(fits[what].errors, { separator: "\n" })}`);
}

/** @param {keyof typeof fits} what @param {unknown} value */
function assertDoesNotFit(what, value) {
    assert.ok(!fits[what](value), JSON.stringify(value));
}

const gold = goldDocuments();
const mouthpiece = await load();

test("every gold document is a document", () => {
    for (const document of gold) assertFits("document", document, document.id);
});

test("every report of the command fits", () => {
    for (const line of scan(gold, ["--all-quotes"])) assertFits("report", JSON.parse(line), line.slice(0, 60));
    for (const line of scan(gold)) assert.equal(JSON.parse(line).quotes, undefined);
});

test("every report of the module fits", () => {
    let found = 0;
    for (const document of gold) {
        const report = mouthpiece.check(document, { allQuotes: true });
        assertFits("report", report, document.id);
        found += report.findings.length;
    }
    assert.ok(found > 100, "the gold documents hold findings");
    assertFits("report", mouthpiece.check({ blocks: [] }));
});

test("every shipped pack fits", () => {
    const folder = new URL("../../core/rules/", import.meta.url);
    const packs = readdirSync(folder).filter((name) => name.endsWith(".json"));
    assert.ok(packs.includes("en.json"));
    for (const name of packs) assertFits("rules", JSON.parse(readFileSync(new URL(name, folder), "utf8")), name);
});

/** @param {string} header of the core @returns {string[]} the names that packs may use, as its lists of X(SYMBOL, "name") give them */
function namesIn(header) {
    const source = readFileSync(new URL(`../../core/${header}`, import.meta.url), "utf8");
    return [...source.matchAll(/X\(\w+, "([\w-]+)"\)/g)].map(([, name]) => String(name)).sort();
}

test("the schema of packs knows the classes, constructions, meanings and features that the core knows", () => {
    const { properties, $defs } = schemas.rules;
    assert.deepEqual(Object.keys(properties.words.properties).sort(), namesIn("lexicon.h"));
    assert.deepEqual(Object.keys(properties.weights.properties).sort(), namesIn("weights.h"));
    assert.deepEqual([...$defs.cue.properties.takes.items.enum].sort(), namesIn("rules.h"));
    assert.deepEqual([...$defs.pattern.properties.means.enum].sort(), namesIn("pattern.h"));
});

/** @param {any} schema @param {string} at @returns {string[]} places of properties without a description */
function undescribed(schema, at) {
    if (schema === null || typeof schema !== "object") return [];
    const here = Object.entries(schema.properties ?? {})
        .filter(([, property]) => typeof (/** @type {any} */ (property).description) !== "string" && property !== false)
        .map(([name]) => `${at}/${name}`);
    return [
        ...here,
        ...Object.entries(schema).flatMap(([key, value]) =>
            ["if", "then", "else"].includes(key) ? [] : undescribed(value, `${at}/${key}`),
        ),
    ];
}

for (const [name, schema] of Object.entries(schemas)) {
    test(`the schema of ${name} describes every property`, () => {
        assert.deepEqual(undescribed(schema, ""), []);
        assert.equal(typeof schema.description, "string");
    });
}

/** @param {any} schema @param {string} at @returns {string[]} objects that admit unknown properties */
function open(schema, at) {
    if (schema === null || typeof schema !== "object") return [];
    const here = schema.properties !== undefined && schema.type === "object" && schema.additionalProperties !== false;
    return [...(here ? [at] : []), ...Object.entries(schema).flatMap(([key, value]) => open(value, `${at}/${key}`))];
}

test("reports and packs admit nothing unknown", () => {
    assert.deepEqual(open(schemas.report, ""), []);
    assert.deepEqual(open(schemas.rules, ""), []);
});

test("what is no document does not fit", () => {
    const block = { text: "a" };
    for (const document of [
        null,
        [],
        {},
        { blocks: {} },
        { blocks: [{}] },
        { blocks: [{ ...block, kind: "Headline" }] },
        { blocks: [{ ...block, links: [{ start: 0 }] }] },
        { blocks: [{ ...block, links: [{ start: -1, end: 1 }] }] },
        { blocks: [{ ...block, links: [{ start: 0, end: 4e9 + 1 }] }] },
    ]) {
        assertDoesNotFit("document", document);
        assert.throws(() => mouthpiece.check(/** @type {any} */ (document)), "and the module refuses it too");
    }
    assertFits("document", { more: 1, blocks: [{ ...block, more: 1, links: [{ start: 0, end: 4e9, more: 1 }] }] });
});

test("what is no report does not fit", () => {
    const report = mouthpiece.check({
        id: "a",
        lang: "en",
        blocks: [{ text: "Grok apologised for the posts. “Sorry,” the chatbot wrote." }],
    });
    assertFits("report", report);
    const [finding] = report.findings;
    assert.ok(finding);
    /** @param {object} change */
    const withFinding = (change) => ({ ...report, findings: [{ ...finding, ...change }] });
    for (const changed of [
        { ...report, more: 1 },
        { ...report, counts: { ...report.counts, alert: -1 } },
        withFinding({ more: 1 }),
        withFinding({ role: "sample", act: "apology" }),
        withFinding({ role: "spokesperson", act: undefined }),
        withFinding({ level: "warning" }),
        withFinding({ confidence: 1.5 }),
        withFinding({ start: -1 }),
        withFinding({ signals: [{ id: "silent", block: 0, start: 0, end: 1 }] }),
        withFinding({ cue: undefined }),
    ]) {
        assertDoesNotFit("report", JSON.parse(JSON.stringify(changed)));
    }
});
