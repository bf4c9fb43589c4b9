/* spec.test.mjs: the specifications are part of the quick tests, and are kept so that they can be read: every file says
 * what it is for, and no document stands in two entries. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { describe, it } from "node:test";

import { entriesOf } from "../spec/entries.mjs";
import "../spec/spec.test.mjs";

const FOLDER = new URL("../spec/", import.meta.url);
const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), "utf8") }));

describe("the specifications", () => {
    it("open with what they are for", () => {
        const silent = files.filter(({ name, text }) => !text.startsWith(`% ${name}: `));
        assert.deepEqual(
            silent.map(({ name }) => name),
            [],
        );
    });

    it("hold every document once", () => {
        const seen = new Map();
        const twice = files
            .flatMap(({ name, text }) => entriesOf(text, name))
            .flatMap(({ file, line, blocks }) => {
                const document = JSON.stringify(blocks);
                const first = seen.get(document);
                seen.set(document, first ?? `${file}:${line}`);
                return first === undefined ? [] : [`${file}:${line} is ${first}`];
            });
        assert.deepEqual(twice, []);
    });
});
