/* module.test.mjs: the module's interface: where it loads from, what it tells of itself, packs, pages, the prefilter. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";

import { MouthpieceError, build, command, generated, goldDocuments, load, paragraph, readBuilt } from "./support.mjs";

const mouthpiece = await load();
const wasm = readBuilt("mouthpiece.wasm");
const sample = paragraph("Grok apologised for the posts on Tuesday.");

/* ---- Loading ----------------------------------------------------------------------------------------------------- */

/** @type {Record<string, () => any>} */
const sources = {
    "a file: URL": () => new URL("mouthpiece.wasm", build),
    bytes: () => wasm,
    "an ArrayBuffer": () => Uint8Array.from(wasm).buffer,
    "a module": () => new WebAssembly.Module(wasm),
    "a response": () => new Response(wasm, { headers: { "content-type": "application/wasm" } }),
    "a response of another type": () => new Response(wasm),
    "a promise of a response": () => Promise.resolve(new Response(wasm)),
};

for (const [name, source] of Object.entries(sources)) {
    test(`loads from ${name}`, async () => {
        const loaded = await load(source());
        assert.equal(loaded.checkJson(sample), mouthpiece.checkJson(sample));
    });
}

test("loads from an http: URL", async () => {
    const server = createServer((request, response) => {
        response.statusCode = request.url === "/mouthpiece.wasm" ? 200 : 404;
        response.end(wasm);
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
    try {
        const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
        const loaded = await load(new URL(`http://127.0.0.1:${port}/mouthpiece.wasm`));
        assert.equal(loaded.checkJson(sample), mouthpiece.checkJson(sample));
        await assert.rejects(load(`http://127.0.0.1:${port}/other`), { name: "MouthpieceError", message: /404/ });
    } finally {
        server.closeAllConnections();
        server.close();
    }
});

test("tells version and rules as reports do", () => {
    const report = mouthpiece.check(sample);
    assert.equal(mouthpiece.version, report.version);
    assert.equal(mouthpiece.rules, report.rules);
    assert.match(mouthpiece.rules, /^en \S/);
    assert.match(command(["--version"], ""), new RegExp(mouthpiece.version.replaceAll(".", "\\.")));
});

test("the kinds of blocks are the core's", () => {
    const kinds = Object.keys(generated.BlockKind).map((kind) => kind.toLowerCase());
    assert.equal(kinds.length, 9);
    for (const kind of kinds) {
        const document = {
            id: kind,
            blocks: [{ kind: /** @type {any} */ (kind), text: "Grok apologised for the posts." }],
        };
        assert.equal(
            mouthpiece.checkJson(document),
            command(["scan", "--input", "jsonl"], JSON.stringify(document)).trim(),
        );
    }
});

/* ---- Packs ------------------------------------------------------------------------------------------------------- */

const house = JSON.stringify({
    id: "house",
    version: "7",
    makers: [{ id: "town-hall", name: "Town Hall" }],
    models: [{ id: "towny", name: "Towny", maker: "town-hall", names: ["Towny"] }],
});

test("packs add models", async () => {
    const document = paragraph("Towny apologised for the é posts.");
    const [finding] = (await load(wasm, { packs: [house] })).check(document).findings;
    assert.equal(finding?.speaker.id, "towny");
    assert.equal(finding.speaker.maker, "Town Hall");
    assert.deepEqual(mouthpiece.check(document).findings, []);
});

test("packs are named in rules", async () => {
    const empty = JSON.stringify({ id: "empty", version: "0.2" });
    assert.equal((await load(wasm, { packs: [house, empty] })).rules, `${mouthpiece.rules}, house 7, empty 0.2`);
});

test("a pack is checked as the command checks it", () => {
    const good = mouthpiece.checkPack(house);
    assert.deepEqual({ faults: good.faults, rules: good.rules }, { faults: [], rules: 2 });
    const { faults } = mouthpiece.checkPack('{"id": "house", "version": "1",\n "models": [{"id": "x",,}]}');
    assert.deepEqual(faults, [
        { line: 2, column: 25, message: "a rule pack is not valid JSON", path: "$", rule: "", example: "" },
    ]);
    const named = '{"id": "more", "version": "1", "models": [{"id": "m", "name": "M", "maker": "town-hall"}]}';
    assert.match(mouthpiece.checkPack(named).faults[0]?.message ?? "", /not among the makers: town-hall/);
    assert.deepEqual(mouthpiece.checkPack(named, [house]).faults, []);
    const vain =
        '{"id": "vain", "version": "1", "cues": [{"lemma": "say", "forms": ["say"], "examples": ["Rain fell."]}]}';
    const [fault] = mouthpiece.checkPack(vain).faults;
    assert.deepEqual([fault?.rule, fault?.path, fault?.example], ["cue say", "examples[0]", "Rain fell."]);
    assert.throws(() => mouthpiece.checkPack(house, ["{"]), /not valid JSON/);
    const { findings } = mouthpiece.check(paragraph("Grok apologised for the posts."));
    assert.equal(findings.length, 1, "the module checks documents as before");
});

test("bad packs are clear errors", async () => {
    for (const pack of ["", "{", "[]", "é", '{"id": "x"}', house.replace('"maker":"town-hall"', '"maker":"nobody"')]) {
        await assert.rejects(load(wasm, { packs: [house, pack] }), (error) => {
            assert.ok(error instanceof MouthpieceError);
            assert.equal(error.status, "rules");
            assert.match(error.message, /pack 2/);
            return true;
        });
    }
});

/* ---- Pages ------------------------------------------------------------------------------------------------------- */

const sentence =
    "The town council met on Tuesday to discuss the flood, which had closed the bridge for a week and more. ";

/** @returns {import("../../wasm/mouthpiece.js").Page} */
const articlePage = () => ({
    url: "https://news.example/2026/flood",
    nodes: [
        [0, "html", 0, "lang", "en"],
        [0, "body", 0],
        [0, "nav", 0],
        [1, "Home"],
        [2],
        [0, "article", 0],
        [0, "h1", 0],
        [1, "Grok apologises for "],
        [0, "em", 0],
        [1, "flood 😀 posts"],
        [2],
        [2],
        ...Array.from({ length: 8 }, () => /** @type {any[]} */ ([[0, "p", 0], [1, sentence.repeat(3)], [2]])).flat(),
        [0, "p", 0],
        [1, "“I am sorry,” "],
        [0, "a", 0, "href", "https://x.com/grok"],
        [1, "Grok"],
        [2],
        [1, " wrote. é"],
        [2],
        [0, "p", 1],
        [1, "Hidden: “Never,” Grok said."],
        [2],
        [2],
        [2],
        [2],
    ],
});

test("a page gives its document, report and segments", () => {
    const page = articlePage();
    const { article, document, report, segments } = mouthpiece.checkPage(page, { allQuotes: true });
    assert.equal(article, true);
    assert.equal(document.url, page.url);
    assert.equal(document.lang, "en");
    assert.deepEqual(document.blocks[0], { kind: "headline", text: "Grok apologises for flood 😀 posts", links: [] });
    assert.equal(document.blocks.length, 10);
    const last = document.blocks.at(-1);
    assert.equal(last?.text, "“I am sorry,” Grok wrote. é");
    assert.deepEqual(last.links, [{ start: 14, end: 18, href: "https://x.com/grok" }]);
    assert.ok(report.findings.some(({ quote }) => quote === "I am sorry,"));
    assert.deepEqual(report, mouthpiece.check(document, { allQuotes: true }));
    const texts = page.nodes.flatMap((node) => (node[0] === 1 ? [node[1]] : []));
    assert.ok(segments.length >= 13);
    for (const { block, start, length, source, sourceStart } of segments) {
        const text = document.blocks[block]?.text.slice(start, start + length);
        assert.equal(text, texts[source]?.slice(sourceStart, sourceStart + length));
        assert.equal(text?.length, length);
    }
});

test("a page that is no article has no blocks, unless asked for anyway", () => {
    const page = { nodes: /** @type {any} */ ([[0, "p", 0], [1, "Grok apologised for the posts."], [2]]) };
    const { article, document, report } = mouthpiece.checkPage(page);
    assert.equal(article, false);
    assert.deepEqual(document.blocks, []);
    assert.deepEqual(report.findings, []);
    const anyway = mouthpiece.checkPage(page, { anyway: true });
    assert.equal(anyway.article, false);
    assert.equal(anyway.report.findings.length, 1);
});

test("what somebody has chosen is the document as it stands, in a menu or a comment too", () => {
    const nodes = /** @type {any} */ ([
        ...[[0, "html", 0], [0, "body", 0], [0, "nav", 0], [0, "p", 0], [1, "Ask Grok."], [2], [2]],
        ...[[0, "section", 0, "class", "comments"], [0, "p", 0], [1, "Grok apologised for the posts."], [2], [2]],
        ...[[0, "p", 1], [1, "Nobody sees this."], [2], [2], [2]],
    ]);
    assert.deepEqual(mouthpiece.checkPage({ nodes }).document.blocks, []);
    const { document, report } = mouthpiece.checkPage({ nodes }, { chosen: true });
    assert.deepEqual(
        document.blocks.map(({ text }) => text),
        ["Ask Grok.", "Grok apologised for the posts."],
    );
    assert.equal(report.findings.length, 1);
});

test("pages of odd shape are read or refused", () => {
    for (const nodes of [[], [[2], [2]], [[0, "p", 0]], [[1, "\ud800\0"]], [[0, "p", 0, "class", undefined], [1]]]) {
        mouthpiece.checkPage({ nodes: /** @type {any} */ (nodes) }, { anyway: true });
    }
    for (const page of [
        undefined,
        {},
        { nodes: {} },
        { nodes: [7] },
        { nodes: [[]] },
        { nodes: [[3]] },
        { nodes: [[0]] },
        { nodes: [[0, "p", 0, "class"]] },
    ]) {
        assert.throws(() => mouthpiece.checkPage(/** @type {any} */ (page)), {
            name: "MouthpieceError",
            status: "input",
        });
    }
    const deep = Array.from({ length: 100_000 }, () => [0, "div", 0]);
    mouthpiece.checkPage({ nodes: /** @type {any} */ (deep) }, { anyway: true });
});

/* ---- The prefilter ----------------------------------------------------------------------------------------------- */

test("the prefilter matches every gold document in which something is found", () => {
    const prefilter = new RegExp(mouthpiece.prefilter, "i");
    for (const document of goldDocuments()) {
        if (mouthpiece.check(document).findings.length === 0) continue;
        const texts = document.blocks.flatMap(({ text, links = [] }) => [text, ...links.map(({ href }) => href)]);
        assert.ok(
            texts.some((text) => prefilter.test(String(text))),
            document.id,
        );
    }
});

test("the prefilter matches names as pages write them", () => {
    const prefilter = new RegExp(mouthpiece.prefilter, "i");
    for (const text of [
        "Grok",
        "GROK’s reply",
        "@grok",
        "(ChatGPT)",
        "Le\u00a0Chat",
        "Meta\n   AI said",
        "Gr\u00adok",
        "x.com/grok",
        "chatbots",
        "Character.AI",
        "gpt-4o",
        "My AI",
    ]) {
        assert.match(text, prefilter);
    }
});

test("the prefilter passes by texts that name no model", () => {
    const prefilter = new RegExp(mouthpiece.prefilter, "i");
    for (const text of [
        "The mayor said it was sorry.",
        "He maintained that opinion.",
        "“We regret this,” the council wrote.",
        "",
    ]) {
        assert.doesNotMatch(text, prefilter);
    }
});

test("the prefilter takes time in line with the text", () => {
    const prefilter = new RegExp(mouthpiece.prefilter, "i");
    for (const part of ["le ", "a\u00ad", "meta  ", "character.", "  ", "bing-", "x.com/"]) {
        prefilter.test(part.repeat(200_000));
    }
});
