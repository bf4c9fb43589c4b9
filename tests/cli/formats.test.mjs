/* formats.test.mjs: which document the command makes of each format, told by name or by content. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";

import { lines, run, scratch } from "./support.mjs";

const { file } = scratch();
const PROSE = "The council met on Monday, talked for hours, and put the matter off until the spring of next year.";

/** The blocks as "kind: text". @param {string} stdout */
function blocks(stdout) {
    return lines(stdout).flatMap((document) =>
        document.blocks.map((/** @type {{kind: string, text: string}} */ { kind, text }) => `${kind}: ${text}`),
    );
}

describe("plain text", () => {
    const text = `Council puts it off\n\n${PROSE}\nIt rained.\r\n \nNobody\n  was there.`;
    const expected = [
        "headline: Council puts it off",
        `paragraph: ${PROSE} It rained.`,
        "paragraph: Nobody was there.",
    ];
    test("a blank line parts blocks, a short first line is the headline", () => {
        assert.deepEqual(blocks(run(["document", file("a.txt", text)]).stdout), expected);
        assert.deepEqual(blocks(run(["document"], { input: text }).stdout), expected);
    });
    test("a first line that ends like a sentence is none", () => {
        assert.deepEqual(blocks(run(["document"], { input: "It rained.\n\nStill." }).stdout), [
            "paragraph: It rained.",
            "paragraph: Still.",
        ]);
    });
    test("nor is an only line", () => {
        assert.deepEqual(blocks(run(["document"], { input: "Grok says sorry" }).stdout), [
            "paragraph: Grok says sorry",
        ]);
    });
    test("wire copy: a byline, indented paragraphs, a heading, items, a quotation, an end mark", () => {
        const input = [
            "Chatbot's apology for outage stands alone\nBy JANE DOE\nHarbour Press\n",
            "SEATTLE (HP) -- A chatbot apologised on Tuesday for an outage that its maker\nhas not explained.",
            '    "I am deeply sorry," the assistant, Grok, wrote to a customer.\n',
            "WHAT CUSTOMERS SAY\n",
            "- The photographs vanished\n  on Monday night.\n2) The bot was sorry.\n",
            "> We are looking into it and will\n> report.\n\n– They came back, said one.\n\n-30-\n",
        ].join("\n");
        assert.deepEqual(blocks(run(["document"], { input }).stdout), [
            "headline: Chatbot's apology for outage stands alone",
            "byline: By JANE DOE",
            "byline: Harbour Press",
            "paragraph: SEATTLE (HP) -- A chatbot apologised on Tuesday for an outage that its maker has not explained.",
            'paragraph: "I am deeply sorry," the assistant, Grok, wrote to a customer.',
            "subhead: WHAT CUSTOMERS SAY",
            "listitem: The photographs vanished on Monday night.",
            "listitem: The bot was sorry.",
            "blockquote: We are looking into it and will report.",
            "paragraph: – They came back, said one.",
        ]);
    });
    test("where lines are long, each is a block", () => {
        const long = `${PROSE} It was the third time.`;
        const input = `Council puts it off\nIt will come back to the matter in the spring\n${long}\n“Yes,” it said.\n${long}\nThe vote\n“No.”`;
        assert.deepEqual(blocks(run(["document"], { input }).stdout), [
            "headline: Council puts it off",
            "dek: It will come back to the matter in the spring",
            `paragraph: ${long}`,
            "paragraph: “Yes,” it said.",
            `paragraph: ${long}`,
            "subhead: The vote",
            "paragraph: “No.”",
        ]);
    });
    test("an underlined line is a heading, a short paragraph with a colon or a quotation is none", () => {
        const input = `Title\n=====\n\n${PROSE}\n\nThe vote:\n---------\n\nGrok: never\n\n“Never”`;
        assert.deepEqual(blocks(run(["document"], { input }).stdout), [
            "headline: Title",
            `paragraph: ${PROSE}`,
            "subhead: The vote:",
            "paragraph: Grok: never",
            "paragraph: “Never”",
        ]);
    });
    test("windows-1252 is read as such", () => {
        const input = Buffer.from("\x93caf\xe9\x94 was closed", "latin1");
        assert.deepEqual(blocks(run(["document"], { input }).stdout), ["paragraph: “café” was closed"]);
    });
});

describe("Markdown", () => {
    const text = [
        "---\ntitle: none of the text\n---\n",
        "# Council *puts* it off\n",
        `${PROSE}\n[Grok](https://x.com/grok "title") said&nbsp;so. ![not shown](x.png)\n`,
        "> It is what it is.\n",
        "- one\n- two\n\n## What now\n\nNothing\\\nat all.\n",
    ].join("\n");
    test("its kinds", () => {
        assert.deepEqual(blocks(run(["document", file("a.md", text)]).stdout), [
            "headline: Council puts it off",
            `paragraph: ${PROSE} Grok said\u00a0so. `,
            "blockquote: It is what it is.",
            "listitem: one",
            "listitem: two",
            "subhead: What now",
            "paragraph: Nothing\nat all.",
        ]);
    });
    test("a title in the front matter is the headline where the text has none", () => {
        const draft = [
            '---\nlayout: post\ntitle: "Grok apologises for the outage"\ndescription: Nobody else does\n---\n',
            "By Jane Doe\n\nThe bot was sorry.\n\n| Who | What |\n| --- | --- |\n| Grok | “I am sorry.” |\n",
        ].join("\n");
        assert.deepEqual(blocks(run(["document", file("c.md", draft)]).stdout), [
            "headline: Grok apologises for the outage",
            "dek: Nobody else does",
            "byline: By Jane Doe",
            "paragraph: The bot was sorry.",
            "subhead: Who",
            "paragraph: What",
            "subhead: Grok",
            "paragraph: “I am sorry.”",
        ]);
        const { stdout } = run(["check", "--fail-on", "never", file("c.md", draft)]);
        assert.match(stdout, /c\.md:3:14: alert: Grok quoted/u);
    });
    test("its links", () => {
        const start = PROSE.length + 1;
        assert.deepEqual(lines(run(["document", file("b.md", text)]).stdout)[0].blocks[1].links, [
            { start, end: start + 4, href: "https://x.com/grok" },
        ]);
    });
});

describe("what is no text", () => {
    test("is said to be none, whatever its name; UTF-16 is text", () => {
        for (const [name, bytes] of /** @type {const} */ ([
            ["draft.docx", "PK\x03\x04\x14\0\x06\0"],
            ["picture.html", "GIF89a\0\x01\x02"],
            ["notes.txt", "\xd0\xcf\x11\xe0\0\0\0"],
        ])) {
            const { status, stderr } = run(["check", file(name, Buffer.from(bytes, "latin1"))]);
            assert.equal(status, 2, name);
            assert.ok(stderr.endsWith(`${name}:1: holds binary data, not text\n`), stderr);
        }
        const wide = Buffer.from("\ufeffNobody said so.", "utf16le");
        assert.deepEqual(blocks(run(["document", file("wide.txt", wide)]).stdout), ["paragraph: Nobody said so."]);
    });
});

describe("HTML", () => {
    const page = `<!doctype html><html lang=en><meta property=og:type content=article><nav><p>${PROSE}</p></nav>
        <h1>Council puts it off until next year</h1><p>${PROSE}</p><p>${PROSE} ${PROSE} <a href=/x?a&amp;b>More</a></p>`;
    const expected = [
        "headline: Council puts it off until next year",
        `paragraph: ${PROSE}`,
        `paragraph: ${PROSE} ${PROSE} More`,
    ];
    test("by name and by content", () => {
        assert.deepEqual(blocks(run(["document", file("a.htm", page)]).stdout), expected);
        assert.deepEqual(blocks(run(["document"], { input: `\ufeff\n ${page}` }).stdout), expected);
        assert.deepEqual(blocks(run(["document", "--input", "html"], { input: page }).stdout), expected);
    });
    test("gzip", () => {
        assert.deepEqual(blocks(run(["document", file("a.html.gz", gzipSync(page))]).stdout), expected);
        assert.deepEqual(blocks(run(["document"], { input: gzipSync(page) }).stdout), expected);
    });
    test("language and links", () => {
        const [document] = lines(run(["document"], { input: page }).stdout);
        assert.equal(document.lang, "en");
        assert.equal("article" in document, false);
        assert.deepEqual(document.blocks[2].links, [
            { start: 2 * PROSE.length + 2, end: 2 * PROSE.length + 6, href: "/x?a&b" },
        ]);
    });
    test("what slots show out of its order has a place, and all of it is read", () => {
        const crossed = `<div><template shadowrootmode=open><p><slot name=b></slot> <slot name=a></slot></p></template>
            <b slot=a>and we are fixing it,” Grok said.</b>
            <b slot=b>“We are sorry</b></div>`;
        const { stdout } = run(["check", "--anyway", "--format", "sarif", file("crossed.html", crossed)]);
        const [{ results }] = JSON.parse(stdout).runs;
        assert.deepEqual(results[0].locations[0].physicalLocation.region, {
            startLine: 3,
            startColumn: 24,
            endLine: 3,
            endColumn: 36,
        });
        const numbers = Array.from({ length: 500 }, (_, i) => i);
        const slots = numbers.map((i) => `<slot name=s${i}></slot>`).join("");
        const many = `<div><template shadowrootmode=open>${slots}</template>${numbers.map((i) => `<p slot=s${i}>${i}. ${PROSE}`).join("")}</div>`;
        assert.equal(blocks(run(["document", "--anyway", file("many.html", many)]).stdout).length, 500);
    });
    test("a page that is no article gives none, and check says so", () => {
        const shop = file("shop.html", `<meta property=og:type content=product><h1>Kettle</h1><p>${PROSE}</p>`);
        assert.deepEqual(lines(run(["document", shop]).stdout), [{ id: shop, article: false, blocks: [] }]);
        assert.equal(blocks(run(["document", "--anyway", shop]).stdout).length, 2);
        const { status, stdout } = run(["check", shop]);
        assert.equal(status, 0);
        assert.match(stdout, /shop\.html: not an article, nothing checked/u);
        assert.match(stdout, /\n0 alerts, 0 notices, 0 info in 1 document \(1 not an article\)\n$/u);
        assert.equal(
            run(["check", "--format", "github", shop]).stdout,
            "::notice title=mouthpiece::not checked: 1 not an article\n",
        );
        const [{ invocations }] = JSON.parse(run(["check", "--format", "sarif", shop]).stdout).runs;
        assert.deepEqual(invocations[0].toolExecutionNotifications, [
            { level: "note", message: { text: "not checked: 1 not an article" } },
        ]);
        assert.doesNotMatch(run(["check", "--anyway", shop]).stdout, /not an article/u);
        assert.equal(lines(run(["scan", shop]).stdout)[0].article, false);
        assert.equal("article" in lines(run(["scan", "--anyway", shop]).stdout)[0], false);
    });
});

describe("documents as JSON", () => {
    const document = { id: "d", url: "https://example.org/", blocks: [{ kind: "dek", text: "“A” \u2028 😀" }] };
    test("one object, on one line or on many", () => {
        for (const text of [
            JSON.stringify(document),
            JSON.stringify(document, null, 4),
            `\ufeff${JSON.stringify(document)}`,
        ])
            assert.deepEqual(lines(run(["document"], { input: text }).stdout), [document]);
    });
    test("JSON Lines", () => {
        const input = `${JSON.stringify(document)}\r\n\n${JSON.stringify({ ...document, id: "e" })}`;
        assert.deepEqual(lines(run(["document"], { input }).stdout), [document, { ...document, id: "e" }]);
    });
    test("what document writes, document reads", () => {
        const first = run(["document"], { input: JSON.stringify(document) }).stdout;
        assert.equal(run(["document"], { input: first }).stdout, first);
    });
});
