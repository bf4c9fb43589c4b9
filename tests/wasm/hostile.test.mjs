/* hostile.test.mjs: input that no page should have gets a report or a clear error, and the instance serves on. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { MouthpieceError, goldDocuments, load, paragraph, placesOf, readBuilt } from "./support.mjs";

const SERVED = "Grok apologised for the posts on Tuesday.";

/** @typedef {import("./support.mjs").Mouthpiece} Mouthpiece */

/** @param {Mouthpiece} mouthpiece that it still serves */
function assertServes(mouthpiece) {
    assert.equal(mouthpiece.check(paragraph(SERVED)).findings.length, 1);
}

const mouthpiece = await load();

test("bytes that are no UTF-8 count as U+FFFD, as a browser decodes them", () => {
    const tails = [
        [0xff],
        [0xe2, 0x80],
        [0xf0, 0x9f, 0x98],
        [0xed, 0xa0, 0x80],
        [0xc0, 0xaf],
        [0x80],
        [0xf5, 0x80],
        [0],
    ];
    const before = new TextEncoder().encode("“We are ");
    const after = new TextEncoder().encode("sorry,” Grok said.");
    for (const tail of tails) {
        const bytes = new Uint8Array([...before, ...tail, ...after]);
        const text = new TextDecoder().decode(bytes).replaceAll("\0", "\ufffd");
        const document = { blocks: [{ text: bytes }] };
        const report = mouthpiece.check(document);
        assert.equal(report.findings.length, 1, `${tail}`);
        assert.equal(report.findings[0]?.quote, text.slice(1, text.indexOf("”")));
        assert.deepEqual(report, mouthpiece.check({ blocks: [{ text }] }));
    }
    const cut = new TextEncoder().encode("Grok said it was “sorry”");
    for (let length = 0; length <= cut.length; length++)
        mouthpiece.check({ blocks: [{ text: cut.subarray(0, length) }] });
});

test("lone surrogates and NUL keep every offset", () => {
    const text = "\ud800\0 “I am \udc00 sorry,” Grok \0 said. “No\ud83d,” Grok said.";
    const shown = text.replace(/\0|\p{Cs}/gu, "\ufffd");
    for (const place of placesOf(mouthpiece.check(paragraph(text), { allQuotes: true }))) {
        assert.ok(place.start < place.end && place.end <= text.length);
        if (place.text !== undefined) assert.equal(place.text, shown.slice(place.start, place.end));
    }
});

test("ten megabytes in one block", () => {
    const sentence = "The mayor said that the road was closed – “ja, é,” she told the council on Monday. ";
    const text = `${SERVED} ${sentence.repeat(1e7 / sentence.length)}${SERVED}`;
    const { findings } = mouthpiece.check(paragraph(text));
    assert.deepEqual(
        findings.map(({ start }) => start),
        [5, text.length - SERVED.length + 5],
    );
    assertServes(mouthpiece);
});

test("a megabyte of quotes in one block", () => {
    const part = 'Grok said that it was sorry. “Ja – é,” the chatbot wrote, and "no" said Ana. ';
    const { findings } = mouthpiece.check(paragraph(part.repeat(1e6 / part.length)));
    assert.ok(findings.length > 10_000);
    assertServes(mouthpiece);
});

test("ten megabytes of marks", () => {
    mouthpiece.check(paragraph("“".repeat(1e7)));
    mouthpiece.check(paragraph('"'.repeat(1e7)));
    assertServes(mouthpiece);
});

test("a hundred thousand blocks", () => {
    const report = mouthpiece.check({
        blocks: Array.from({ length: 100_000 }, () => ({ text: "Grok said it was sorry." })),
    });
    assert.equal(report.findings.at(-1)?.block, 99_999);
    assertServes(mouthpiece);
});

test("more than the limits allow is an error", () => {
    const many = { blocks: Array.from({ length: 200_001 }, () => ({ text: "a" })) };
    assert.throws(() => mouthpiece.check(many), { name: "MouthpieceError", status: "limit" });
    assert.throws(() => mouthpiece.check(paragraph("a".repeat((64 << 20) + 1))), { status: "limit" });
    assertServes(mouthpiece);
});

test("documents of the wrong shape are errors that name the block", () => {
    const block = { text: "a" };
    const link = { start: 0, end: 1, href: "" };
    /** @type {[any, number | null][]} */
    const cases = [
        [undefined, null],
        [null, null],
        [7, null],
        [{}, null],
        [{ blocks: {} }, null],
        [{ blocks: "text" }, null],
        [{ blocks: [null] }, 0],
        [{ blocks: [block, "text"] }, 1],
        [{ blocks: [block, , block] }, 1], // eslint-disable-line no-sparse-arrays
        [{ blocks: [{}] }, 0],
        [{ blocks: [{ text: 7 }] }, 0],
        [{ blocks: [block, { text: "", kind: "Paragraph" }] }, 1],
        [{ blocks: [{ text: "", kind: null }] }, 0],
        [{ blocks: [{ text: "", kind: "constructor" }] }, 0],
        [{ blocks: [{ text: "", links: {} }] }, 0],
        [{ blocks: [{ text: "", links: [null] }] }, 0],
        ...[-1, 0.5, NaN, Infinity, 4e9 + 1, "0", null].flatMap((/** @type {any} */ offset) => [
            /** @type {[any, number]} */ ([{ blocks: [{ text: "", links: [{ ...link, start: offset }] }] }, 0]),
            /** @type {[any, number]} */ ([{ blocks: [block, { text: "", links: [{ ...link, end: offset }] }] }, 1]),
        ]),
    ];
    for (const [document, index] of cases) {
        assert.throws(
            () => mouthpiece.check(document),
            (error) => {
                assert.ok(error instanceof MouthpieceError, String(error));
                assert.equal(error.status, "input", JSON.stringify(document));
                assert.equal(error.block, index, JSON.stringify(document));
                assert.notEqual(error.message, "");
                return true;
            },
        );
    }
    assertServes(mouthpiece);
});

test("a document whose own code throws leaves the instance whole", () => {
    const mean = {
        blocks: [
            { text: SERVED },
            {
                get text() {
                    throw new Error("mean");
                },
            },
        ],
    };
    assert.throws(() => mouthpiece.check(/** @type {any} */ (mean)), /mean/);
    assertServes(mouthpiece);
});

test("a document with an id that is no string has none", () => {
    assert.equal(mouthpiece.check(/** @type {any} */ ({ id: 7, url: null, lang: [], blocks: [] })).id, "");
});

/**
 * A module whose first instance passes through `change`.
 * @param {(exports: any) => any} change
 */
async function loadChanged(change) {
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = /** @type {any} */ (
        async (/** @type {any} */ module, /** @type {any} */ imports) => {
            const instance = /** @type {any} */ (await instantiate(module, imports));
            return { exports: change(instance.exports) };
        }
    );
    try {
        return await load(readBuilt("mouthpiece.wasm"));
    } finally {
        WebAssembly.instantiate = instantiate;
    }
}

test("checks leave no memory behind, whether they succeed or not", async () => {
    /** @type {WebAssembly.Memory | undefined} */
    let memory;
    const watched = await loadChanged((exports) => {
        memory = exports.memory;
        return exports;
    });
    const size = () => memory?.buffer.byteLength ?? 0;
    const gold = goldDocuments().slice(0, 20);
    const long = paragraph("Grok said “é” to “ü”. ".repeat(5000));
    const page = {
        url: "https://example.org/",
        nodes: /** @type {any} */ ([[0, "p", 0], [1, SERVED.repeat(50)], [2]]),
    };
    const round = () => {
        for (const document of [...gold, long]) watched.check(document, { allQuotes: true });
        watched.checkPage(page, { anyway: true });
        assert.throws(() => watched.check({ blocks: [...long.blocks, /** @type {any} */ ({})] }));
        assert.throws(() => watched.check({ blocks: Array.from({ length: 200_001 }, () => ({ text: "" })) }));
        assert.throws(() => watched.checkPage(/** @type {any} */ ({ nodes: [...page.nodes, [9]] })));
    };
    round();
    round();
    const settled = size();
    assert.ok(settled > 0);
    for (let i = 0; i < 20; i++) round();
    assert.equal(size(), settled);
});

test("an instance that traps is given up, and the next document gets a new one", async () => {
    const trap = new WebAssembly.RuntimeError("unreachable");
    /** @type {number[]} */
    const freed = [];
    const broken = await loadChanged((exports) => ({
        ...exports,
        mp_binding_check: () => {
            throw trap;
        },
        free: (/** @type {number} */ at) => freed.push(at),
    }));
    freed.length = 0;
    assert.throws(() => broken.check(paragraph(SERVED)), { name: "MouthpieceError", status: "internal", cause: trap });
    assert.deepEqual(freed, [], "nothing more was asked of it");
    assertServes(broken);
});

test("the module asks for nothing but to be told that memory grew", () => {
    const module = new WebAssembly.Module(readBuilt("mouthpiece.wasm"));
    assert.deepEqual(WebAssembly.Module.imports(module), [
        { module: "env", name: "emscripten_notify_memory_growth", kind: "function" },
    ]);
});
