/* examples.test.mjs: the newsroom's site works as README.md says, command by command; so do its hooks and its workflow. Knows
 * the command, git and pre-commit from outside only. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { describe, test } from "node:test";

import { assertFits } from "../schema/support.mjs";
import { ROOT, run, scratch } from "../cli/support.mjs";

const SITE = path.join(ROOT, "tests", "examples", "site");
const README = readFileSync(path.join(ROOT, "README.md"), "utf8");
const { folder } = scratch();

/** The command is on the PATH, and nobody's configuration of git counts. */
const ENV = {
    ...process.env,
    PATH: `${path.dirname(run.command)}${path.delimiter}${process.env["PATH"]}`,
    HOME: folder,
    XDG_CACHE_HOME: folder,
    PRE_COMMIT_HOME: path.join(folder, "pre-commit"),
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_SYSTEM: "/dev/null",
    GIT_AUTHOR_NAME: "a",
    GIT_AUTHOR_EMAIL: "a@example.org",
    GIT_COMMITTER_NAME: "a",
    GIT_COMMITTER_EMAIL: "a@example.org",
    GIT_ALLOW_PROTOCOL: "file",
};

/** A copy of the site. @param {string} name */
function copy(name) {
    const site = path.join(folder, name);
    cpSync(SITE, site, { recursive: true });
    return site;
}

/** @param {string} site @param {string} line of a shell @returns {{status: number | null, output: string}} */
function shell(site, line) {
    const { status, stdout, stderr } = spawnSync("bash", ["-c", line], { cwd: site, env: ENV, encoding: "utf8" });
    return { status, output: stdout + stderr };
}

/** @param {string} site @param {...string} words */
const git = (site, ...words) => execFileSync("git", words, { cwd: site, env: ENV, stdio: "pipe", encoding: "utf8" });

describe("README.md's part on newsrooms", () => {
    const [, part = ""] = /^## In a newsroom$(.*?)^## /msu.exec(README) ?? [];
    const steps = [...part.matchAll(/^ {4}\$ (.*)\n((?: {4}(?!\$).*\n)*)/gmu)].map(([, line = "", shown = ""]) => ({
        line,
        shown: shown.replace(/^ {4}/gmu, ""),
    }));
    const site = copy("readme");

    test("has commands", () => assert.ok(steps.length >= 12));
    for (const { line, shown } of steps)
        test(line, () => {
            const { status, output } = shell(site, line);
            if (shown === "") assert.equal(status, 0, output);
            assert.equal(output, shown);
        });
    test("leaves what it speaks of", () => {
        assert.match(readFileSync(path.join(site, "report.html"), "utf8"), /<mark class="alert">/u);
        assert.equal(JSON.parse(readFileSync(path.join(site, "mouthpiece.sarif"), "utf8")).runs[0].results.length, 6);
        assert.match(readFileSync(path.join(site, "junit.xml"), "utf8"), /<failure /u);
    });
    test("names every file of the site that it means", () => {
        for (const [name] of part.matchAll(/(?<=`)(?:\.|tests\/examples)[\w./-]+\.(?:yml|yaml)(?=`)/gu))
            assert.ok(existsSync(path.join(SITE, name)) || existsSync(path.join(ROOT, name)), name);
    });
});

test("the site's configuration and pack fit their schemas", () => {
    for (const [schema, name] of /** @type {const} */ ([
        ["configuration", ".mouthpiece.json"],
        ["rules", "rules/norbury.json"],
    ]))
        assertFits(schema, JSON.parse(readFileSync(path.join(SITE, name), "utf8")), name);
});

test("README.md's first example is what the command says", () => {
    const [, line = "", shown = ""] =
        /^ {4}\$ (printf 'Grok apologises.*)\n((?: {4}.*\n|\n(?= {4}))*)/mu.exec(README) ?? [];
    const { status, output } = shell(ROOT, line.replace("build/mouthpiece", "mouthpiece"));
    assert.equal(status, 1);
    assert.equal(output, shown.replace(/^ {4}/gmu, ""));
});

/** A repository of the site, all but one article committed. @param {string} name */
function repository(name) {
    const site = copy(name);
    const article = readFileSync(path.join(site, "content", "flood.md"));
    rmSync(path.join(site, "content", "flood.md"));
    git(site, "init", "--quiet");
    git(site, "add", ".");
    git(site, "commit", "--quiet", "--message", "site");
    return { site, article };
}

test("a git hook stops an article that puts an apology in a model's mouth, and no other", () => {
    const { site, article } = repository("hook");
    const hook = path.join(site, ".git", "hooks", "pre-commit");
    const line = README.split("\n").find((each) => each.includes("#!/bin/sh")) ?? "";
    shell(path.dirname(hook), line.trim().slice(2));
    chmodSync(hook, 0o755);
    appendFileSync(path.join(site, "content", "council.md"), "\nIt rained.\n");
    git(site, "commit", "--quiet", "--all", "--message", "rain");
    writeFileSync(path.join(site, "content", "flood.md"), article);
    git(site, "add", ".");
    assert.throws(() => git(site, "commit", "--message", "flood"), /content\/flood\.md:5:8: alert/u);
    assert.equal(git(site, "log", "--oneline").trim().split("\n").length, 2);
});

test("pre-commit runs the hook of .pre-commit-hooks.yaml on what is committed", () => {
    const hooks = path.join(folder, "hooks");
    mkdirSync(hooks);
    cpSync(path.join(ROOT, ".pre-commit-hooks.yaml"), path.join(hooks, ".pre-commit-hooks.yaml"));
    git(hooks, "init", "--quiet");
    git(hooks, "add", ".");
    git(hooks, "commit", "--quiet", "--message", "hooks");
    git(hooks, "tag", "v0.1.0");

    const { site, article } = repository("pre-commit-site");
    const file = path.join(site, ".pre-commit-config.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace(/repo: .*/u, `repo: ${hooks}`));
    git(site, "add", ".");
    execFileSync("pre-commit", ["install"], { cwd: site, env: ENV, stdio: "pipe" });
    git(site, "commit", "--quiet", "--message", "hooks");
    appendFileSync(path.join(site, "content", "council.md"), "\nIt rained.\n");
    writeFileSync(path.join(site, "content", "notes.py"), "# Grok apologises for posts\n");
    git(site, "add", ".");
    git(site, "commit", "--quiet", "--message", "rain");
    writeFileSync(path.join(site, "content", "flood.md"), article);
    git(site, "add", ".");
    assert.throws(() => git(site, "commit", "--message", "flood"), /Failed[^]*content\/flood\.md:5:8: alert/u);
    assert.equal(git(site, "log", "--oneline").trim().split("\n").length, 3);
});

test("the workflow's commands do what its other steps need", () => {
    const site = copy("workflow");
    const workflow = readFileSync(path.join(SITE, ".github", "workflows", "mouthpiece.yml"), "utf8");
    const commands = [...workflow.matchAll(/^ +- run: (mouthpiece .*)$/gmu)].map(([, line]) => String(line));
    const outcomes = commands.map((line) => shell(site, line));
    assert.deepEqual(
        outcomes.map(({ status }) => status),
        [0, 0, 1],
    );
    for (const [, name] of workflow.matchAll(/(?:sarif_file|path): (\S+)/gu))
        assert.ok(existsSync(path.join(site, String(name))), name);
    assert.equal(outcomes[2]?.output.match(/^::(?:error|warning|notice) file=content/gmu)?.length, 3);
});
