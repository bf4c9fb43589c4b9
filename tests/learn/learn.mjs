/* learn.mjs: learns the weights by which the detector judges from gold documents, and writes them into a rule pack. The
 * same documents, the same detector and the same expectations give the same weights.
 *
 *     cmake -S tests/learn -B build/obj/learn && cmake --build build/obj/learn
 *     node tests/learn/learn.mjs build/obj/learn/features core/rules/en.json             how well it serves new documents
 *     node tests/learn/learn.mjs build/obj/learn/features core/rules/en.json --write     … and "weights" into the pack
 *     node tests/learn/learn.mjs build/obj/learn/features core/rules/en.json --errors    … and what was judged wrong
 *
 * Of some weights alone, with --write and --errors likewise:
 *
 *     --denied    what the maker disowns
 *     --conflict  what contradicts
 *     --prompt    whether prompts are told
 *     --speakers  whose quotes are
 *     --names     whose names are
 *     --its       whether “it” is a model
 *     --ends      where reported clauses end
 *     --roles     roles and acts; takes longest
 *     --trust     whose quotes are not; only ever by itself, as soon as there are sets that the rules have not seen
 *
 * A finding of the detector is paired with the gold finding that it overlaps; unpaired ones teach nothing. The model is
 * a multinomial logistic regression. A penalty draws each weight to what expected.json expects of it before any document
 * is seen, else to zero: documents are few, and what a rare word says in them is mostly chance. Whatever is reported was
 * judged without the set, or the documents, that it is reported of. Knows what can be learnt; nothing of how it is. */
import { argv, exit } from "node:process";

import { showConflict, writeConflict } from "./conflict.mjs";
import { showDenied, writeDenied } from "./denied.mjs";
import { showEnds, writeEnds } from "./ends.mjs";
import { showIts, writeIts } from "./its.mjs";
import { showNames, writeNames } from "./names.mjs";
import { showPrompt, writePrompt } from "./prompts.mjs";
import { readFindings } from "./read.mjs";
import { showRoles, writeRoles } from "./roles.mjs";
import { showSpeakers, writeSpeakers } from "./speakers.mjs";
import { showTrust, writeTrust } from "./trusted.mjs";

/**
 * @typedef {import("./read.mjs").Found} Found
 * @typedef {(found: Found, errors: boolean) => any} Show whose answer Write is given
 * @typedef {(path: string, found: Found, shown: any) => void} Write
 */

/** @type {Record<string, [Show, Write]>} */
const TOGETHER = {
    "--denied": [showDenied, writeDenied],
    "--conflict": [showConflict, writeConflict],
    "--prompt": [showPrompt, writePrompt],
    "--speakers": [showSpeakers, writeSpeakers],
    "--names": [showNames, writeNames],
    "--its": [showIts, writeIts],
    "--ends": [showEnds, writeEnds],
    "--roles": [showRoles, writeRoles],
};
const SUBJECTS = { ...TOGETHER, "--trust": /** @type {[Show, Write]} */ ([showTrust, writeTrust]) };

/** @param {string} program @param {string} pack @param {string[]} options */
function main(program, pack, options) {
    const found = readFindings(program);
    const { list } = found;
    console.log(`${list.length} findings, ${list.filter(({ role }) => role >= 0).length} paired with gold`);
    const named = Object.entries(SUBJECTS).filter(([option]) => options.includes(option));
    for (const [, [show, write]] of named.length > 0 ? named : Object.entries(TOGETHER)) {
        const shown = show(found, options.includes("--errors"));
        if (options.includes("--write")) write(pack, found, shown);
    }
}

const [program, pack, ...options] = argv.slice(2);
const known = ["--write", "--errors", ...Object.keys(SUBJECTS)];
if (program === undefined || pack === undefined || !options.every((option) => known.includes(option))) {
    const subjects = Object.keys(SUBJECTS).join(" | ");
    console.error(`usage: node tests/learn/learn.mjs FEATURES_PROGRAM PACK [--write] [--errors] [${subjects}]`);
    exit(2);
}
main(program, pack, options);
