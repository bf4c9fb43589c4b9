/* places.test.mjs: places in a document's text find their way back to the page's text nodes. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { piecesOf } from "../../extension/shared/places.js";

/* Two blocks over four text nodes: "Grok wrote | it | down" and, with white space closed up, "a b". */
const textNode = (/** @type {string} */ data) => /** @type {Text} */ (/** @type {unknown} */ ({ data }));
const nodes = ["Grok wrote ", "it", " down", "a   b"].map(textNode);
const [one, two, three, four] = nodes;
const segments = [
    { block: 0, start: 0, length: 11, source: 0, sourceStart: 0 },
    { block: 0, start: 11, length: 2, source: 1, sourceStart: 0 },
    { block: 0, start: 13, length: 5, source: 2, sourceStart: 0 },
    { block: 2, start: 0, length: 2, source: 3, sourceStart: 0 },
    { block: 2, start: 2, length: 1, source: 3, sourceStart: 4 },
];

/** @param {number} block @param {number} start @param {number} end */
const pieces = (block, start, end) => piecesOf({ block, start, end }, segments, nodes);

test("a place inside one text node is one piece", () => {
    assert.deepEqual(pieces(0, 5, 10), [{ node: one, start: 5, end: 10 }]);
});

test("a place over several text nodes is a piece of each", () => {
    assert.deepEqual(pieces(0, 5, 15), [
        { node: one, start: 5, end: 11 },
        { node: two, start: 0, end: 2 },
        { node: three, start: 0, end: 2 },
    ]);
});

test("a place ends where a text node ends, without an empty piece of the next", () => {
    assert.deepEqual(pieces(0, 11, 13), [{ node: two, start: 0, end: 2 }]);
});

test("white space that the text leaves out is bridged inside a text node", () => {
    assert.deepEqual(pieces(2, 0, 3), [{ node: four, start: 0, end: 5 }]);
});

test("white space between two text nodes of a place belongs to it, other text between them does not", () => {
    const parts = ["Grok said\n  ", "\n", "hidden", "\n  it", " again"].map(textNode);
    const runs = [
        { block: 0, start: 0, length: 9, source: 0, sourceStart: 0 },
        { block: 0, start: 10, length: 2, source: 3, sourceStart: 3 },
        { block: 0, start: 12, length: 6, source: 4, sourceStart: 0 },
    ];
    assert.deepEqual(piecesOf({ block: 0, start: 5, end: 12 }, runs, parts), [
        { node: parts[0], start: 5, end: 12 },
        { node: parts[1], start: 0, end: 1 },
        { node: parts[3], start: 0, end: 5 },
    ]);
});

test("a place in a block that has no text on the page has no pieces", () => {
    assert.deepEqual(pieces(1, 0, 4), []);
    assert.deepEqual(pieces(7, 0, 4), []);
});

test("segments that name a text node that is not there are passed over", () => {
    const stray = [{ block: 0, start: 0, length: 4, source: 9, sourceStart: 0 }];
    assert.deepEqual(piecesOf({ block: 0, start: 0, end: 4 }, stray, nodes), []);
});
