/* package.test.mjs: the npm package as its users get it: packed, installed into an empty project without a network, its
 * types checked, its calls made; and `npx mouthpiece`, whose bytes are the native command's on every page there is. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import {
    existsSync,
    mkdirSync,
    mkdtempSync,
    readFileSync,
    readdirSync,
    rmSync,
    symlinkSync,
    writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BUILD = path.resolve(process.env.MOUTHPIECE_BUILD ?? path.join(ROOT, "build"));
const SHARED = path.resolve(process.env.MOUTHPIECE_SHARED ?? path.join(ROOT, "..", "shared"));
const NATIVE = path.join(BUILD, "mouthpiece");
const SAMPLES = path.join(ROOT, "tests", "samples");

const project = mkdtempSync(path.join(os.tmpdir(), "mouthpiece-project-"));
after(() => rmSync(project, { recursive: true, force: true }));

/** @param {string} program @param {string[]} words @param {{input?: string | Buffer, cwd?: string}} [how] */
function run(program, words, { input = "", cwd = project } = {}) {
    const { status, stdout, stderr, error } = spawnSync(program, words, { input, cwd, maxBuffer: 1 << 30 });
    if (error !== undefined) throw error;
    return { status, output: stdout.toString("latin1"), problems: stderr.toString("latin1") };
}

/** What `npx mouthpiece` runs. @param {string[]} words @param {{input?: string | Buffer, cwd?: string}} [how] */
const packaged = (words, how) => run(path.join(project, "node_modules", ".bin", "mouthpiece"), words, how);

/** @param {string} name @param {string} text */
function write(name, text) {
    writeFileSync(path.join(project, name), text);
}

/** Runs a script in the project; gives what it prints. @param {string} source */
function script(source) {
    write("script.mjs", source);
    const { status, output, problems } = run(process.execPath, ["script.mjs"]);
    assert.equal(problems, "");
    assert.equal(status, 0);
    return Buffer.from(output, "latin1").toString("utf8");
}

before(() => {
    const packed = run(process.execPath, [path.join(ROOT, "tests", "tools", "package.mjs"), "npm"], { cwd: ROOT });
    assert.equal(packed.status, 0, packed.problems);
    const [archive] = readdirSync(path.join(BUILD, "packages")).filter((name) => name.endsWith(".tgz"));
    write("package.json", JSON.stringify({ name: "newsroom", version: "1.0.0", private: true, type: "module" }));
    const installed = run("npm", [
        ...["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error"],
        path.join(BUILD, "packages", archive ?? ""),
    ]);
    assert.equal(installed.status, 0, installed.problems);
});

/** @param {string[]} words @param {{input?: string | Buffer, cwd?: string}} [how] */
function assertSame(words, how) {
    const [own, native] = [packaged(words, how), run(NATIVE, words, how)];
    assert.equal(own.problems, native.problems, words.join(" "));
    assert.ok(own.output === native.output, `not the same output: mouthpiece ${words.slice(0, 6).join(" ")}`);
    assert.equal(own.status, native.status, words.join(" "));
    return own;
}

describe("npx mouthpiece", () => {
    const samples = readdirSync(SAMPLES)
        .filter((name) => name.endsWith(".html"))
        .map((name) => path.join(SAMPLES, name));

    test("finds itself by npx, without a network", () => {
        const version = run("npx", ["--offline", "--no-install", "mouthpiece", "--version"]);
        assert.equal(version.output, run(NATIVE, ["--version"]).output);
    });

    test("gives the native command's bytes on the samples, in every format and with every option", () => {
        const help = run(NATIVE, ["check", "--help"]).output;
        const formats = [...help.matchAll(/--format (\w+)/gu)].map(([, format]) => format ?? "");
        assert.ok(["text", "html", "json", "sarif", "github", "junit"].every((each) => formats.includes(each)));
        for (const format of formats) assertSame(["check", "--format", format, ...samples]);
        assertSame(["check", "--jobs", "4", ...samples]);
        for (const option of ["--all-quotes", "--notes", "--explain", "--anyway"])
            assertSame(["check", option, "--fail-on", "never", ...samples]);
        assertSame(["document", ...samples]);
    });

    test("gives the native command's bytes on saved pages, gzip and all", () => {
        const folder = existsSync(path.join(SHARED, "pages")) ? path.join(SHARED, "pages") : SAMPLES;
        const pages = readdirSync(folder)
            .filter((name) => /\.html(\.gz)?$/u.test(name))
            .sort()
            .map((name) => path.join(folder, name));
        assert.ok(pages.length >= samples.length);
        assertSame(["check", "--format", "json", "--all-quotes", "--fail-on", "never", ...pages]);
        assertSame(["document", ...pages]);
    });

    test("says what the native command says of files that are not there, folders, bad options, bad packs", () => {
        write("bad.json", '{"id": "bad", "models": [{"id": 3}]}');
        assertSame(["check", "missing.html", path.join(SAMPLES)]);
        assertSame(["check", "--format", "none", "-"]);
        assertSame(["check", "--no-such-option"]);
        assertSame(["no-such-command"]);
        assertSame([]);
        assertSame(["rules", "check", "bad.json"]);
        assertSame(["check", "--rules", "bad.json", "-"]);
    });

    test("looks through folders, patterns and links, heeds configuration, and writes what it is told to", () => {
        mkdirSync(path.join(project, "drafts", "deep"), { recursive: true });
        write("drafts/one.md", "# Grok apologises for posts\n\nGrok feels remorse.\n");
        write("drafts/deep/two.txt", "“We are fixing it,” Grok said.\n");
        write("drafts/.mouthpiece.json", '{"fail_on": "info"}');
        symlinkSync("deep", path.join(project, "drafts", "linked"));
        assertSame(["check", "--format", "json", "drafts"]);
        assertSame(["check", "drafts/**/*.txt", "drafts/linked/two.txt"]);
        assertSame(["check", "--format", "sarif", "one.md"], { cwd: path.join(project, "drafts") });
        assertSame(["check", "--stdin-name", "drafts/three.md", "-"], { input: "Grok apologises for posts" });
        assertSame(["check", "--config", "drafts/none.json", "drafts"]);
        for (const program of [NATIVE, path.join(project, "node_modules", ".bin", "mouthpiece")])
            run(program, ["check", "--format", "sarif", "--output", `${path.basename(program)}.sarif`, "drafts"]);
        assert.ok(readFileSync(path.join(project, "mouthpiece.sarif"), "utf8").includes('"results"'));
        assertSame(["check", "--baseline", "mouthpiece.sarif", "drafts"]);
    });

    test("reads standard input, relative paths, names beyond ASCII and old encodings", () => {
        const page = readFileSync(samples[0] ?? "");
        assertSame(["check", "--format", "json", "-"], { input: page });
        writeFileSync(path.join(project, "Größe 🙂.html"), page);
        assertSame(["check", "--format", "json", "Größe 🙂.html"]);
        for (const [label, bytes] of /** @type {const} */ ([
            ["iso-8859-1", [0xe4, 0x93, 0x94, 0x80]],
            ["windows-1251", [0xc3, 0xf0, 0xee, 0xea]],
            ["shift_jis", [0x83, 0x4f, 0x83, 0x8d]],
            ["gb18030", [0xc4, 0xe3, 0xba, 0xc3]],
            ["big5", [0xa7, 0x41, 0xa6, 0x6e]],
            ["euc-kr", [0xb0, 0xa1, 0xb3, 0xaa]],
            ["koi8-r", [0xe7, 0xd2, 0xcf, 0xcb]],
        ])) {
            const head = `<html><head><meta charset="${label}"></head><body><article><h1>Grok apologises</h1><p>`;
            const input = Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from("</p></article>")]);
            assertSame(["document", "--anyway", "--input", "html", "-"], { input });
        }
    });

    test("reads crawls, and tells what is broken in them", () => {
        const records = samples.slice(0, 3).map((sample, index) => {
            const block = Buffer.concat([
                Buffer.from("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"),
                gzipSync(readFileSync(sample)),
            ]);
            const head = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/${index}\r\n`;
            const rest = `Content-Type: application/http\r\nContent-Length: ${block.length}\r\n\r\n`;
            return gzipSync(Buffer.concat([Buffer.from(head + rest), block, Buffer.from("\r\n\r\nrubbish\r\n")]));
        });
        writeFileSync(path.join(project, "crawl.warc.gz"), Buffer.concat(records));
        assertSame(["scan", "--anyway", "crawl.warc.gz"]);
    });

    test("reads a pipe that is given as a file", () => {
        const piped = [
            "-c",
            'node_modules/.bin/mouthpiece check --fail-on never <(printf "Grok apologised for posts.")',
        ];
        const { output, problems } = run("bash", piped);
        assert.equal(problems, "");
        assert.match(output, /^1 alert, 0 notices, 0 info in 1 document$/mu);
    });

    test("ends quietly where nobody reads on", async () => {
        const command = spawn(path.join(project, "node_modules", ".bin", "mouthpiece"), [
            ...["check", "--format", "json", "--all-quotes"],
            ...Array.from({ length: 30 }, () => samples).flat(),
        ]);
        let problems = "";
        command.stderr.on("data", (piece) => (problems += piece));
        command.stdout.once("data", () => command.stdout.destroy());
        const status = await new Promise((resolve) => command.on("close", resolve));
        assert.equal(problems, "");
        assert.equal(status, 141);
    });
});

describe("the module", () => {
    test("needs nothing but itself, and no build", () => {
        const folder = path.join(project, "node_modules", "mouthpiece");
        const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
        assert.equal(manifest.dependencies, undefined);
        assert.equal(manifest.scripts, undefined);
        assert.deepEqual(
            readdirSync(path.join(project, "node_modules")).filter((name) => !name.startsWith(".")),
            ["mouthpiece"],
        );
        for (const name of manifest.files) assert.ok(existsSync(path.join(folder, name)), name);
    });

    test("does what README.md says", () => {
        const readme = readFileSync(path.join(ROOT, "README.md"), "utf8");
        const [, part = ""] = /^## The npm package$(.*?)^## /msu.exec(readme) ?? [];
        const [, source = ""] = /```js\n(.*?)```/su.exec(part) ?? [];
        const [, printed = ""] = /^prints\n\n(.*?)\n\n(?! {4})/msu.exec(part) ?? [];
        assert.equal(script(source), `${printed.replace(/^ {4}/gmu, "")}\n`);
        const [, archive = ""] = /npm install (\S+)/u.exec(part) ?? [];
        assert.ok(existsSync(path.join(BUILD, path.relative("build", archive))), archive);
        write(
            "draft.html",
            "<article><h1>Grok apologises for posts</h1><p>“We are fixing it,” Grok said.</p></article>",
        );
        const [, words = ""] = /\$ npx (mouthpiece .*)/u.exec(part) ?? [];
        const { status, problems } = run("npx", ["--offline", "--no-install", ...words.split(" ")]);
        assert.ok(status === 0 || status === 1, problems);
    });

    test("checks a document", () => {
        const printed = script(`
            import { check } from "mouthpiece";
            const report = await check({ blocks: [{ kind: "headline", text: "Grok apologises for posts" }] });
            console.log(report.counts.alert, report.findings[0].quote, report.findings[0].speaker.maker);`);
        assert.equal(printed, "1 apologises for posts xAI\n");
    });

    test("checks a page: text or bytes, with the command's own findings", () => {
        const page = path.join(SAMPLES, "grok-apology.html");
        const printed = script(`
            import { readFile } from "node:fs/promises";
            import { checkHtml } from "mouthpiece";
            const bytes = await readFile(${JSON.stringify(page)});
            const one = await checkHtml(bytes, { url: "https://example.org/a", notes: true });
            const other = await checkHtml(bytes.toString());
            const none = await checkHtml("<p>Nothing here.");
            const places = one.report.findings.every(
                ({ block, start, end, quote }) => one.document.blocks[block].text.slice(start, end) === quote);
            console.log(JSON.stringify({
                findings: one.report.findings, same: JSON.stringify(one.report.findings) === JSON.stringify(other.report.findings),
                places, article: one.article, none: none.article, url: one.document.url, notes: Array.isArray(one.report.notes),
            }));`);
        const { findings, ...rest } = JSON.parse(printed);
        const native = JSON.parse(run(NATIVE, ["check", "--format", "json", page]).output);
        assert.equal(findings.length, native.findings.length);
        assert.deepEqual(
            findings.map((/** @type {any} */ { block, start, end, level }) => ({ block, start, end, level })),
            native.findings.map((/** @type {any} */ { block, start, end, level }) => ({ block, start, end, level })),
        );
        assert.deepEqual(rest, {
            same: true,
            places: true,
            article: true,
            none: false,
            url: "https://example.org/a",
            notes: true,
        });
    });

    test("runs the command for programs, and tells problems as errors", () => {
        const printed = script(`
            import { checkHtml, run, MouthpieceError } from "mouthpiece";
            const { status, output, problems } = await run(["check", "--input", "text", "-"], "“We are fixing it urgently,” Grok said.\\n");
            const bad = await run(["check", "--format", "none", "-"]);
            const endless = await checkHtml("<b>".repeat(200000)).catch((error) => error);
            console.log(JSON.stringify({ status, first: output.split("\\n")[0], problems, bad: bad.status, told: bad.problems !== "",
                endless: endless instanceof MouthpieceError && endless.status }));`);
        assert.deepEqual(JSON.parse(printed), {
            status: 1,
            first: "-:1:2: alert: Grok quoted as spokesperson, promise [quote-then-speaker]",
            problems: "",
            bad: 2,
            told: true,
            endless: "input",
        });
    });

    test("renders a report that stands alone", () => {
        const page = path.join(SAMPLES, "grok-apology.html");
        const printed = script(`
            import { readFileSync } from "node:fs";
            import { renderHtml } from "mouthpiece";
            process.stdout.write(await renderHtml(readFileSync(${JSON.stringify(page)}), { name: "grok-apology.html" }));`);
        const input = readFileSync(page);
        const words = ["check", "--format", "html", "--fail-on", "never", "--stdin-name", "grok-apology.html", "-"];
        assert.equal(printed, Buffer.from(run(NATIVE, words, { input }).output, "latin1").toString("utf8"));
        assert.match(printed, /^<!doctype html>/iu);
        assert.doesNotMatch(printed, /<script|src="http/iu);
    });

    test("has types that strict programs compile against", () => {
        write(
            "program.ts",
            `import { check, checkHtml, renderHtml, run, load, MouthpieceError, type Report, type Finding } from "mouthpiece";
            const report: Report = await check({ blocks: [{ text: "Grok apologises" }] }, { notes: true });
            const first: Finding | undefined = report.findings[0];
            const words: string[] = first?.rewordings.map(({ text }) => text) ?? [];
            const { article, document } = await checkHtml("<p>", { anyway: true });
            const kind: "headline" | string = document.blocks[0]?.kind ?? "none";
            const page: string = await renderHtml(new Uint8Array());
            const { status }: { status: number } = await run(["--version"]);
            const own = await load(undefined, { packs: ["{}"] });
            // @ts-expect-error: a document has blocks
            await check({});
            console.log(words, article, kind, page, status, own.version, MouthpieceError.name);`,
        );
        const compiled = run(process.execPath, [
            path.join(ROOT, "node_modules", "typescript", "bin", "tsc"),
            ...["--noEmit", "--strict", "--module", "nodenext", "--moduleResolution", "nodenext", "--target", "es2022"],
            ...["--lib", "es2022,dom", "program.ts"],
        ]);
        assert.equal(compiled.output, "");
        assert.equal(compiled.status, 0);
    });

    test("is found by its address too, as browsers find it", async () => {
        const address = pathToFileURL(path.join(project, "node_modules/mouthpiece/build/package/index.js")).href;
        const { check } = await import(address);
        const report = await check({ blocks: [{ text: "“No,” Grok said." }] });
        assert.equal(report.findings.length, 1);
    });
});
