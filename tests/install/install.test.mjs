/* install.test.mjs: what `cmake --install` leaves works where it was put: the command, a program that links to the library
 * by pkg-config alone, the manual, the completions. Knows the build's folder and the installed files. */
/* eslint-disable no-control-regex -- mandoc overstrikes what is bold */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { describe, test } from "node:test";

import { run, scratch } from "../cli/support.mjs";
import { BUILD } from "../tools/browser.mjs";

const { file, folder } = scratch();
/** A name that shells and pkg-config must quote. */
const PREFIX = path.join(folder, "in st");
const LIBRARIES = path.join(PREFIX, "lib");
execFileSync("cmake", [
    "--install",
    path.join(BUILD, "obj", "native"),
    "--prefix",
    PREFIX,
    "--component",
    "Unspecified",
]);

/** @param {string} command @param {string[]} words @param {Record<string, string>} [env] */
function ask(command, words, env = {}) {
    const { status, stdout, stderr, error } = spawnSync(command, words, {
        encoding: "utf8",
        env: { ...process.env, ...env },
        cwd: folder,
    });
    if (error !== undefined) throw error;
    return { status, stdout, stderr };
}

/** @param {string} name @returns {string[]} the options that the command's help names */
function options(name) {
    const words = name === "rules" ? ["rules", "check", "--help"] : [name, "--help"];
    const named = [...run(words).stdout.matchAll(/^ {2}(--[a-z-]+)/gmu)].map(([, option]) => String(option));
    return [...new Set(named)];
}

describe("what is installed", () => {
    test("the command runs", () => {
        const { stdout } = ask(path.join(PREFIX, "bin", "mouthpiece"), ["--version"]);
        assert.match(stdout, /^mouthpiece \d/u);
    });

    test("a program links to the library", () => {
        const source = file(
            "own.c",
            `#include <mouthpiece.h>
             #include <stdio.h>
             int main(void) {
                 mp_engine *engine;
                 mp_report *report;
                 mp_error error;
                 mp_block blocks[] = {{.kind = MP_BLOCK_HEADLINE, .text = MP_TEXT("Grok apologises for posts")}};
                 mp_document document = {.blocks = blocks, .block_count = 1};
                 if (mp_engine_new(NULL, &engine, &error) != MP_OK) return 1;
                 if (mp_check(engine, &document, NULL, &report, &error) != MP_OK) return 1;
                 for (size_t i = 0; i < report->finding_count; i++)
                     printf("%s: %s\\n", report->findings[i].speaker.name.bytes, report->findings[i].quote.bytes);
                 mp_report_free(report);
                 mp_engine_free(engine);
                 return 0;
             }`,
        );
        const program = path.join(folder, "own");
        const flags = `$(pkg-config --cflags --libs mouthpiece)`;
        const env = { PKG_CONFIG_PATH: path.join(LIBRARIES, "pkgconfig") };
        const { status, stderr } = ask(
            "sh",
            ["-c", `eval cc -std=c11 -Wall -Wextra -Werror -o own own.c ${flags}`],
            env,
        );
        assert.equal(status, 0, stderr);
        assert.ok(source.endsWith("own.c"));
        assert.equal(ask(program, []).stdout, "Grok: apologises for posts\n");
        const version = ask("pkg-config", ["--modversion", "mouthpiece"], env).stdout.trim();
        assert.equal(run(["--version"]).stdout, `mouthpiece ${version}\n`);
    });

    test("the schemas are those that the command prints", () => {
        const schemas = path.join(PREFIX, "share", "mouthpiece");
        assert.equal(readdirSync(schemas).length, 4);
        for (const name of readdirSync(schemas))
            assert.equal(
                readFileSync(path.join(schemas, name), "utf8"),
                run(["schema", name.split(".")[0] ?? ""]).stdout,
            );
    });
});

describe("the manual", () => {
    const page = path.join(PREFIX, "share", "man", "man1", "mouthpiece.1");
    test("has no faults", () =>
        assert.deepEqual(ask("mandoc", ["-T", "lint", "-W", "style", page]), { status: 0, stdout: "", stderr: "" }));
    test("has every option, and none that is not there", () => {
        const text = ask("mandoc", ["-T", "utf8", page]).stdout.replace(/.\u0008/gu, "");
        const known = ["check", "scan", "document", "rules"].flatMap(options);
        assert.ok(known.length > 15);
        for (const option of known) assert.ok(text.includes(option), option);
        for (const [option] of text.matchAll(/--[a-z][a-z-]+/gu))
            assert.ok([...known, "--help", "--version"].includes(option), option);
    });
});

describe("completion", () => {
    const share = path.join(PREFIX, "share");
    const bash = path.join(share, "bash-completion", "completions", "mouthpiece");
    const zsh = path.join(share, "zsh", "site-functions", "_mouthpiece");
    const fish = path.join(share, "fish", "vendor_completions.d", "mouthpiece.fish");

    /** What bash offers for a line's last word. @param {...string} words */
    function offered(...words) {
        const script = `source '${bash}'; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _mouthpiece; printf '%s\\n' "\${COMPREPLY[@]}"`;
        return ask("bash", ["-c", script, "bash", "mouthpiece", ...words])
            .stdout.trim()
            .split("\n")
            .sort();
    }

    test("in bash has the commands, each one's options, and their values", () => {
        assert.deepEqual(offered("s"), ["scan", "schema"]);
        for (const command of ["check", "scan", "document"])
            assert.deepEqual(offered(command, "--"), [...options(command), "--help"].sort(), command);
        assert.deepEqual(offered("check", "--format", ""), ["github", "html", "json", "junit", "sarif", "text"]);
        assert.deepEqual(offered("check", "--fail-on", "n"), ["never", "notice"]);
        mkdirSync(path.join(folder, "content"));
        assert.deepEqual(offered("check", "cont"), ["content"]);
    });

    test("in zsh has every option", () => {
        assert.equal(ask("zsh", ["-n", zsh]).status, 0);
        const text = readFileSync(zsh, "utf8");
        assert.ok(text.startsWith("#compdef mouthpiece\n"));
        for (const option of options("check")) assert.ok(text.includes(`${option}[`), option);
    });

    test("in fish has the commands and every option", () => {
        /** @param {string} line */
        const complete = (line) =>
            ask("fish", ["--no-config", "-c", `source '${fish}'; complete -C '${line}'`], { HOME: folder })
                .stdout.trim()
                .split("\n")
                .map((each) => each.split("\t")[0]);
        assert.deepEqual(complete("mouthpiece s"), ["scan", "schema"]);
        for (const command of ["check", "scan", "document"])
            assert.deepEqual(
                complete(`mouthpiece ${command} --`).sort(),
                [...options(command), "--help"].sort(),
                command,
            );
        assert.deepEqual(complete("mouthpiece check --level ").sort(), ["alert", "info", "notice"]);
    });
});
