/* peers.mjs: what a user would pick instead, each as a function of one text or page: the script of an afternoon, and
 * packages from npm at pinned versions (package.json beside this file), fetched into the build where they are wanted.
 * Knows how each is called, and nothing of what is measured. */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { check } from "./afternoon.mjs";

const here = fileURLToPath(new URL("./", import.meta.url));

/** @typedef {{name: string, takes: "text" | "page", share: number, run: (text: string) => unknown}} Peer
 * share: of the documents, since some would take minutes over all of them */

/** Installs the packages, once for each build. @param {string} build @returns {string | null} their folder */
function install(build) {
    const folder = path.join(build, "bench-peers");
    mkdirSync(folder, { recursive: true });
    for (const name of ["package.json", "package-lock.json"])
        copyFileSync(path.join(here, name), path.join(folder, name));
    if (existsSync(path.join(folder, "node_modules", "compromise"))) return folder;
    const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder });
    return status === 0 ? folder : null;
}

/** @param {string} build @returns {Promise<Peer[]>} */
export async function peers(build) {
    /** @type {Peer[]} */
    const own = [{ name: "afternoon", takes: "text", share: 1, run: check }];
    const folder = install(build);
    if (folder === null) {
        console.log("npm could not fetch the peers: only the script of an afternoon is measured beside the core");
        return own;
    }
    const require = createRequire(path.join(folder, "package.json"));
    const load = (/** @type {string} */ name) => import(pathToFileURL(require.resolve(name)).href);
    const { default: nlp } = await load("compromise");
    const { default: writeGood } = await load("write-good");
    const { default: alex } = await load("alex");
    const { parseHTML } = await load("linkedom");
    const { Readability } = await load("@mozilla/readability");
    return [
        ...own,
        { name: "write-good", takes: "text", share: 0.2, run: (text) => writeGood(text) },
        { name: "alex", takes: "text", share: 0.05, run: (text) => alex.text?.(text) ?? alex(text) },
        {
            name: "compromise",
            takes: "text",
            share: 0.05,
            run: (text) => {
                const read = nlp(text);
                return read.quotations().length + read.people().length;
            },
        },
        {
            name: "readability",
            takes: "page",
            share: 0.25,
            run: (html) => new Readability(parseHTML(html).document).parse(),
        },
    ];
}
