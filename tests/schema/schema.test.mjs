/* schema.test.mjs: the contracts as JSON Schema: every gold document, every pack, and every report of the command fits;
 * and what must not fit does not. Knows the command from outside only; module.test.mjs does the same for the module. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { lines, run } from "../cli/support.mjs";
import { NO_DOCUMENTS, assertDoesNotFit, assertFits, goldDocuments, schemas } from "./support.mjs";

const gold = goldDocuments();

/** The command's reports on the gold documents. @param {string[]} options */
function scan(...options) {
    const { status, stdout, stderr } = run(["scan", ...options], {
        input: gold.map((each) => JSON.stringify(each)).join("\n"),
    });
    assert.equal(status, 0, stderr);
    return lines(stdout);
}

test("every gold document is a document", () => {
    for (const document of gold) assertFits("document", document, document.id);
});

test("every report of the command fits", () => {
    const reports = scan("--all-quotes");
    let found = 0;
    for (const report of reports) {
        assertFits("report", report, report.id);
        found += report.findings.length;
    }
    assert.ok(found > 100, "the gold documents hold findings");
    for (const report of scan()) assert.equal(report.quotes, undefined);
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
    const [features, zones] = $defs.feature.anyOf;
    const zoneNames = /\(\?:([\w|]+)\):/.exec(zones.pattern)?.[1]?.split("|") ?? [];
    const stemZones = Object.keys(properties.weights.properties.stems.properties);
    const heard = properties.weights.properties.denied.propertyNames.enum;
    const seen = properties.weights.properties.conflict.propertyNames.enum;
    const asked = properties.weights.properties.prompt.propertyNames.enum;
    const quoted = properties.weights.properties.speaker.propertyNames.enum;
    const trusted = properties.weights.properties.trust.propertyNames.enum; /* all that is told of quotes, and more */
    const doubts = trusted.filter((/** @type {string} */ name) => !quoted.includes(name));
    const named = properties.weights.properties.name.propertyNames.enum;
    const ended = properties.weights.properties.end.propertyNames.enum;
    const meant = properties.weights.properties.it.propertyNames.enum;
    const known = [
        ...features.enum,
        ...named,
        ...ended,
        ...meant,
        ...zoneNames,
        ...stemZones,
        ...heard,
        ...seen,
        ...asked,
        ...quoted,
        ...doubts,
    ];
    const headers = readdirSync(new URL("../../core/", import.meta.url)).filter((name) =>
        /^weights(_\w+)?\.h$/.test(name),
    );
    assert.deepEqual(known.sort(), headers.flatMap(namesIn).sort());
    assert.deepEqual(trusted.slice(0, quoted.length), quoted);
    const parts = [...$defs.cue.properties.takes.items.enum, ...$defs.note.properties.as.items.enum];
    assert.deepEqual(parts.sort(), namesIn("rules.h"));
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
    for (const document of NO_DOCUMENTS) {
        assertDoesNotFit("document", document);
        const { status } = run(["scan"], { input: JSON.stringify(document) });
        assert.equal(status, 2, `the command refuses it too: ${JSON.stringify(document)}`);
    }
    const link = { start: 0, end: 4e9, more: 1 };
    assertFits("document", { more: 1, blocks: [{ text: "a", more: 1, links: [link] }] });
});
