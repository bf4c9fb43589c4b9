/* support.mjs: runs the command as a user would. Knows where the build is, and nothing of what the command does. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const COMMAND = path.join(path.resolve(process.env["MOUTHPIECE_BUILD"] ?? path.join(ROOT, "build")), "mouthpiece");

/** @typedef {{status: number | null, signal: string | null, stdout: string, stderr: string}} Outcome */

/**
 * Runs the command, its standard input empty unless told.
 * @param {string[]} words @param {{input?: string | Buffer, cwd?: string, env?: Record<string, string>}} [how]
 * @returns {Outcome}
 */
export function run(words, { input = "", cwd = ROOT, env = {} } = {}) {
    const { status, signal, stdout, stderr, error } = spawnSync(COMMAND, words, {
        input,
        cwd,
        env: { PATH: process.env["PATH"] ?? "", ...env },
        encoding: "utf8",
        maxBuffer: 1 << 28,
    });
    /* A command that refuses its words need not read its input. */
    if (error !== undefined && /** @type {NodeJS.ErrnoException} */ (error).code !== "EPIPE") throw error;
    return { status, signal, stdout, stderr };
}
/** The command's path. */
run.command = COMMAND;

/** The JSON values of a JSON Lines text. @param {string} text @returns {any[]} */
export function lines(text) {
    return text
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line));
}

/** A folder that goes when the file's tests are over. */
export function scratch() {
    const folder = mkdtempSync(path.join(os.tmpdir(), "mouthpiece-test-"));
    after(() => rmSync(folder, { recursive: true, force: true }));
    return {
        folder,
        /** Writes a file into it and gives its path. @param {string} name @param {string | Buffer} bytes */
        file(name, bytes) {
            const file = path.join(folder, name);
            writeFileSync(file, bytes);
            return file;
        },
    };
}

/** A page with a finding that is an alert, whatever else changes: an apology, unprompted, unconfirmed. */
export const ALERT = {
    id: "alert",
    lang: "en",
    blocks: [
        { kind: "headline", text: "Grok apologises for posts about the flood" },
        { kind: "paragraph", text: "“I am deeply sorry for the posts,” Grok wrote on Tuesday." },
    ],
};

/** A page in which no model says a word. */
export const CLEAN = {
    id: "clean",
    lang: "en",
    blocks: [{ kind: "paragraph", text: "“We are closing the bridge,” the mayor said on Tuesday." }],
};
