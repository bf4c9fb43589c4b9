/* names.test.mjs: every name, handle and account that the shipped packs give a model: words credited to it are that
 * model's. Knows the pack's shape, and the command from outside only. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";

import { lines, run } from "./support.mjs";

/** @typedef {{id: string, name: string, maker?: string, names?: string[], handles?: string[], accounts?: string[],
 *     ambiguous?: boolean}} Model */
/** @typedef {{kind?: string, text: string, links?: object[]}} Block */

/** @type {{makers: {id: string, name: string}[], models: Model[]}} */
const { makers, models } = JSON.parse(readFileSync(new URL("../../core/rules/en.json", import.meta.url), "utf8"));

/** A paragraph that speaks for an ambiguous name. @param {Model} model @returns {Block} */
const context = ({ name, maker }) => ({
    text: `${makers.find(({ id }) => id === maker)?.name ?? "A company"} makes the AI chatbot ${name}.`,
});

/** Asserts that each case's page holds one finding, that model's. @param {{model: Model, name: string, blocks: Block[]}[]} cases */
function credits(cases) {
    const documents = cases.map(({ blocks }, i) => JSON.stringify({ id: String(i), lang: "en", blocks }));
    const { status, stdout, stderr } = run(["scan"], { input: documents.join("\n") });
    assert.equal(status, 0, stderr);
    const speakers = lines(stdout).map(({ findings }) => findings.map((/** @type {any} */ { speaker }) => speaker.id));
    assert.ok(cases.length > 20);
    assert.deepEqual(
        cases.map(({ name }, i) => `${name}: ${speakers[i]}`),
        cases.map(({ name, model }) => `${name}: ${model.id}`),
    );
}

describe("words credited to a model", () => {
    test("by each of its names", () => {
        const quotes = (/** @type {string} */ name) => ({ text: `“The lake froze in May,” ${name} said.` });
        const reports = (/** @type {string} */ name) => ({ text: `${name} said that the lake froze in May.` });
        const named = models.flatMap((model) => (model.names ?? []).map((name) => ({ model, name })));
        credits(named.map(({ model, name }) => ({ model, name, blocks: [context(model), quotes(name)] })));
        credits(named.map(({ model, name }) => ({ model, name, blocks: [context(model), reports(name)] })));
        const certain = named.filter(({ model }) => model.ambiguous !== true);
        credits(certain.map(({ model, name }) => ({ model, name, blocks: [quotes(name)] })));
    });
    test("by each of its handles", () => {
        const named = models.flatMap((model) => (model.handles ?? []).map((name) => ({ model, name })));
        credits(
            named.map(({ model, name }) => ({
                model,
                name,
                blocks: [{ text: `“The lake froze in May,” @${name} wrote.` }],
            })),
        );
    });
    test("by each of its accounts, in a post that links there", () => {
        const named = models.flatMap((model) => (model.accounts ?? []).map((name) => ({ model, name })));
        credits(
            named.map(({ model, name }) => {
                const link = { start: 23, end: 29, href: `https://${name}/status/1` };
                const post = { kind: "embed", text: "The lake froze in May. June 3", links: [link] };
                return { model, name, blocks: [context(model), post] };
            }),
        );
    });
});
