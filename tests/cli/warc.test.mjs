/* warc.test.mjs: crawls as the command reads them: which records are pages, how their bodies were packed, and what it says of
 * records that are broken or mean harm. Writes its own WARC files. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";

import { lines, run, scratch } from "./support.mjs";

const { file } = scratch();

const PAGE = `<!doctype html><html lang="en"><meta property="og:type" content="article"><h1>Grok apologises for posts</h1>
<p>“We are fixing it urgently,” the chatbot said on Tuesday, in reply to a user who had asked what had gone wrong.</p>
<p>xAI, which makes Grok, did not respond to a request for comment, and the mayor of Halden called it a bad joke.</p>
<p>The council of the town meets on Friday to talk about the posts, which thousands of people have seen so far.</p></html>`;

/** @param {Buffer | string} body @param {Record<string, string>} [fields] */
const http = (body, fields = {}, status = "200 OK") => {
    const head = Object.entries({ "Content-Type": "text/html; charset=utf-8", ...fields });
    const text = head.map(([name, value]) => `${name}: ${value}\r\n`).join("");
    return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${text}\r\n`), Buffer.from(body)]);
};

/** @param {Buffer | string} block @param {Record<string, string>} [fields] as WARC names them */
const record = (block, fields = {}) => {
    const bytes = Buffer.from(block);
    const all = {
        "WARC-Type": "response",
        "WARC-Target-URI": "https://example.org/news/grok-apologises-for-posts",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": String(bytes.length),
        ...fields,
    };
    const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    return Buffer.concat([Buffer.from(`WARC/1.1\r\n${head.join("")}\r\n`), bytes, Buffer.from("\r\n\r\n")]);
};

const INFO = record("software: a crawler\r\n", { "WARC-Type": "warcinfo", "Content-Type": "application/warc-fields" });
const REQUEST = record("GET / HTTP/1.1\r\n\r\n", {
    "WARC-Type": "request",
    "Content-Type": "application/http; msgtype=request",
});
const uri = (/** @type {string} */ name) => ({ "WARC-Target-URI": `https://example.org/news/${name}` });

/** Scans a file; the reports' ids and how many findings each has. @param {Buffer} bytes @param {string} [name] */
function scanned(bytes, name = "crawl.warc") {
    const { status, stdout, stderr } = run(["scan", file(name, bytes)]);
    const found = lines(stdout).map(({ id, findings }) => [
        id.replace("https://example.org/news/", ""),
        findings.length,
    ]);
    return { status, found, told: stderr.split("\n").filter(Boolean) };
}

describe("a crawl", () => {
    const plain = record(http(PAGE), uri("plain"));

    test("gives a report a page, under its address, and nothing for what is no page", () => {
        const others = [
            INFO,
            REQUEST,
            record(http("\x89PNG", { "Content-Type": "image/png" }), uri("picture")),
            record(http(PAGE, {}, "404 Not Found"), uri("gone")),
            record(http("", { Location: "/x" }, "301 Moved"), uri("moved")),
            record(PAGE, { ...uri("copy"), "WARC-Type": "resource", "Content-Type": "text/html" }),
            record("127.0.0.1", { "WARC-Target-URI": "dns:example.org", "Content-Type": "text/dns" }),
        ];
        const all = Buffer.concat([INFO, plain, ...others, record(http(PAGE), uri("last"))]);
        const { status, found, told } = scanned(all);
        assert.deepEqual([status, told], [0, []]);
        assert.deepEqual(
            found.map(([id]) => id),
            ["plain", "last"],
        );
        assert.ok(Number(found[0]?.[1]) >= 2);
        assert.equal(found[0]?.[1], found[1]?.[1]);
    });

    test("may be packed by the record, as crawls are, and comes on standard input too", () => {
        const records = [INFO, plain, record(http(PAGE), uri("two"))];
        const packed = Buffer.concat(records.map((each) => gzipSync(each)));
        assert.deepEqual(
            scanned(packed, "crawl.warc.gz").found.map(([id]) => id),
            ["plain", "two"],
        );
        const { stdout } = run(["scan", "--input", "warc"], { input: packed });
        assert.equal(lines(stdout).length, 2);
        /* Without a name the first bytes tell. */
        assert.match(run(["check", "--fail-on", "never"], { input: packed }).stdout, /in 2 documents\n$/u);
    });

    test("is the same page however its body was packed for the way", () => {
        const chunked = PAGE.match(/[^]{1,100}/gu)?.map((piece) => {
            const bytes = Buffer.from(piece);
            return Buffer.concat([Buffer.from(`${bytes.length.toString(16)};x=y\r\n`), bytes, Buffer.from("\r\n")]);
        });
        const pieces = Buffer.concat([...(chunked ?? []), Buffer.from("0\r\n\r\n")]);
        const chunkedGzip = gzipSync(PAGE);
        const half = Buffer.concat([
            Buffer.from(`${chunkedGzip.length.toString(16)}\r\n`),
            chunkedGzip,
            Buffer.from("\r\n0\r\n\r\n"),
        ]);
        const bodies = {
            plain: http(PAGE),
            gzip: http(gzipSync(PAGE), { "Content-Encoding": "gzip" }),
            deflate: http(deflateSync(PAGE), { "Content-Encoding": "deflate" }),
            chunked: http(pieces, { "Transfer-Encoding": "chunked" }),
            both: http(half, { "Transfer-Encoding": "chunked", "Content-Encoding": "GZIP" }),
            /* Unpacked by the crawler, which left the head as it came. */
            left: http(PAGE, { "Transfer-Encoding": "chunked", "Content-Encoding": "gzip" }),
            brotli: http(PAGE, { "Content-Encoding": "br" }),
            marked: http(`\ufeff${PAGE}`, { "Content-Encoding": "br" }),
            spaced: http(`\n \t${PAGE}`, { "Content-Encoding": "zstd" }),
            /* Without zlib's head. */
            raw: http(deflateRawSync(PAGE), { "Content-Encoding": "deflate" }),
            /* Words, and such that zlib's streams could begin with. */
            words: http(`Halden ${PAGE}`, { "Content-Encoding": "deflate" }),
            number: http(`80 ${PAGE}`, { "Content-Encoding": "gzip" }),
            wide: http(Buffer.from(`\ufeff${PAGE}`, "utf16le"), { "Content-Encoding": "gzip" }),
            lines: Buffer.from(http(PAGE).toString().replaceAll("\r\n", "\n")),
        };
        const all = Object.entries(bodies).map(([name, body]) => record(body, uri(name)));
        const { status, found, told } = scanned(Buffer.concat(all));
        assert.deepEqual([status, told], [0, []]);
        assert.deepEqual(
            found.map(([id]) => id),
            Object.keys(bodies),
        );
        assert.equal(new Set(found.map(([, count]) => count)).size, 1, JSON.stringify(found));
    });

    test("is in the encoding that its head says, and its address is a witness of what it is", () => {
        const polish = Buffer.from("<html lang=pl><h1>\xafycie po \xbfyciu</h1><p>x", "latin1");
        const page = record(http(polish, { "Content-Type": 'Text/HTML; Charset="iso-8859-2"' }), {
            "WARC-Target-URI": "<https://example.org/p>",
        });
        const [document] = lines(run(["document", "--anyway", file("pl.warc", page)]).stdout);
        assert.equal(document.blocks[0].text, "Życie po życiu");
        assert.deepEqual([document.id, document.url], ["https://example.org/p", "https://example.org/p"]);
        const bare = PAGE.replace(/<meta[^>]*>/u, "");
        const kept = Buffer.concat(
            ["https://example.org/", "https://example.org/2025/03/grok-apologises-for-posts"].map((address) =>
                record(http(bare), { "WARC-Target-URI": address }),
            ),
        );
        const reports = lines(run(["scan", file("address.warc", kept)]).stdout);
        assert.deepEqual(
            reports.map(({ article = true }) => article),
            [false, true],
        );
    });

    test("comes out in its order on many cores", () => {
        const records = Array.from({ length: 60 }, (_, index) => record(http(PAGE), uri(`page-number-${index}`)));
        const path = file("many.warc.gz", Buffer.concat(records.map((each) => gzipSync(each))));
        const [one, four] = ["1", "4"].map((jobs) => run(["scan", "--jobs", jobs, path]).stdout);
        assert.equal(one, four);
        assert.equal(lines(one ?? "").length, 60);
        assert.equal(lines(one ?? "")[59].id, "https://example.org/news/page-number-59");
    });
});

describe("a record that is broken", () => {
    const good = record(http(PAGE), uri("good"));
    const size = good.length;

    /** @param {Buffer} bytes @param {string[]} told @param {string[]} found @param {string} [name] */
    function tells(bytes, told, found, name = "bad.warc") {
        const outcome = scanned(bytes, name);
        assert.deepEqual(
            outcome.told.map((line) => line.replace(/^.*\/(?=\S+\.warc)/u, "")),
            told,
        );
        assert.deepEqual(
            outcome.found.map(([id]) => id),
            found,
        );
        assert.equal(outcome.status, 2);
    }

    test("is told with its file, its number and its byte, and the rest goes on", () => {
        tells(
            Buffer.concat([good, Buffer.from("rubbish\r\nmore of it\r\n"), good]),
            [`bad.warc:2: the record at byte ${size}: no record of a WARC file begins here`],
            ["good", "good"],
        );
        tells(
            Buffer.concat([record(http(PAGE), { "Content-Length": "-1" }), good]),
            ["bad.warc:1: the record at byte 0: the record does not say how long it is"],
            ["good"],
        );
        tells(
            Buffer.concat([record(http(brotliCompressSync(PAGE), { "Content-Encoding": "br" })), good]),
            ["bad.warc:1: the record at byte 0: the page is packed in a way that is not read: br"],
            ["good"],
        );
        for (const coding of ["gzip", "deflate"])
            tells(
                Buffer.concat([record(http("Grok\x07\x1b\x00\x01 said", { "Content-Encoding": coding })), good]),
                ["bad.warc:1: the record at byte 0: the page cannot be unpacked"],
                ["good"],
            );
        const damaged = gzipSync(PAGE);
        damaged.fill(0xff, 20, 60);
        tells(
            Buffer.concat([record(http(damaged, { "Content-Encoding": "gzip" })), good]),
            ["bad.warc:1: the record at byte 0: the page cannot be unpacked"],
            ["good"],
        );
    });

    test("says nothing to the terminal", () => {
        const coding = "br\x1b]0;owned\x07\x1b[2J\u202e\x7f";
        const body = brotliCompressSync(PAGE);
        tells(
            Buffer.concat([record(http(body, { "Content-Encoding": coding })), good]),
            ["bad.warc:1: the record at byte 0: the page is packed in a way that is not read: br�]0;owned��[2J��"],
            ["good"],
        );
    });

    test("ends where the file ends", () => {
        const cut = (/** @type {number} */ length) => Buffer.concat([good, good.subarray(0, length)]);
        const at = `bad.warc:2: the record at byte ${size}:`;
        tells(cut(30), [`${at} the record ends in its head`], ["good"]);
        tells(cut(size - 100), [`${at} the file ends too early`], ["good"]);
        tells(
            record("x", { "WARC-Type": "request", "Content-Length": "999999999999999999" }),
            ["bad.warc:1: the record at byte 0: the file ends too early"],
            [],
        );
        const packed = Buffer.concat([good, good].map((each) => gzipSync(each)));
        const { status, told } = scanned(packed.subarray(0, packed.length - 30), "bad.warc.gz");
        assert.equal(status, 2);
        assert.equal(told.length, 1);
        assert.match(told[0] ?? "", /bad\.warc\.gz:\d: the record at byte \d+: cannot be read to its end/u);
    });

    test("does no harm where it is made to", () => {
        const bomb = gzipSync(Buffer.alloc(65 << 20, 0x20));
        tells(
            Buffer.concat([record(http(bomb, { "Content-Encoding": "gzip" })), good]),
            ["bad.warc:1: the record at byte 0: the page is too large"],
            ["good"],
        );
        const hostile = [
            record(http(Buffer.from("ffffffff\r\nGrok\r\n"), { "Transfer-Encoding": "chunked" }), uri("long-piece")),
            record(http(Buffer.from("0\r\n\r\n"), { "Transfer-Encoding": "chunked" }), uri("no-piece")),
            record(http(gzipSync(PAGE).subarray(0, 12), { "Content-Encoding": "gzip" }), uri("cut-off")),
            record("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", uri("head-without-end")),
            record("HTTP/", uri("no-status")),
            record("", uri("nothing")),
            record(http(PAGE), { "WARC-Target-URI": "" }),
            good,
        ];
        const { status, found, told } = scanned(Buffer.concat(hostile));
        assert.deepEqual([status, told], [0, []]);
        assert.deepEqual(
            found.map(([id]) => id.replace(/^.*\/(?=crawl)/u, "")),
            ["long-piece", "no-piece", "cut-off", "crawl.warc", "good"],
        );
        const endless = Buffer.from(`WARC/1.0\r\nWARC-Type: ${"x".repeat(1 << 17)}\r\n\r\n`);
        assert.deepEqual(
            scanned(Buffer.concat([endless, good])).found.map(([id]) => id),
            ["good"],
        );
    });

    test("may be any byte of a whole one", () => {
        const whole = Buffer.concat([good, record(http(gzipSync(PAGE), { "Content-Encoding": "gzip" })), good]);
        for (let at = 0; at < whole.length; at += 97) {
            const bent = Buffer.from(whole);
            bent[at] = 255 - Number(bent[at]);
            const { status } = scanned(bent, "bent.warc");
            assert.ok(status === 0 || status === 2, `byte ${at}`);
        }
    });
});
