/* packs.js: the user's own rule packs. A pack is taken in only where the core finds nothing wrong with it; otherwise what is
 * wrong is told with its place, as the command tells it. */

import { load } from "../mouthpiece.js";
import { resourceUrl } from "../shared/browser.js";
import { element, refill } from "../shared/elements.js";
import { find } from "../shared/page.js";
import { changeSetting, readHeld } from "../shared/store.js";
import { counted, localized } from "../shared/wording.js";
import { listenForFile, orNone, removeButton } from "./entries.js";
import { placeInPack } from "./pack-places.js";

/** @typedef {import("../shared/settings-types.d.ts").Held} Held */
/** @typedef {import("../shared/settings-types.d.ts").Pack} Pack */
/** @typedef {import("../mouthpiece.js").PackFault} PackFault */

/** @type {Promise<import("../mouthpiece.js").Mouthpiece> | undefined} */
let core;

/** The core as shipped: packs are checked on top of it. */
function shipped() {
    core ??= load(new URL(resourceUrl("mouthpiece.wasm")));
    return core;
}

/**
 * What is wrong with the first pack of some that is not fine, each on top of those before it.
 * @param {Pack[]} packs
 * @returns {Promise<string | undefined>}
 */
export async function firstFault(packs) {
    for (const [index, pack] of packs.entries()) {
        const before = packs.slice(0, index).map(({ text }) => text);
        const [fault] = (await shipped()).checkPack(pack.text, before).faults;
        if (fault !== undefined) return `${placeInPack(pack, fault)} ${fault.path}: ${fault.message}`;
    }
    return undefined;
}

/** @param {Held} held */
export async function showPacks({ settings, own }) {
    const items = await Promise.all(
        settings.packs.map((pack, index) => entry(pack, settings.packs.slice(0, index), own.packs)),
    );
    refill(find("#pack-list"), orNone(items, "packs_none"));
}

/** @param {Pack} pack @param {Pack[]} before those that it builds on @param {Pack[]} own */
async function entry(pack, before, own) {
    const { rules, faults } = (await shipped()).checkPack(
        pack.text,
        before.map(({ text }) => text),
    );
    const remove = () => changeSetting("packs", (packs) => packs.filter(({ name }) => name !== pack.name));
    const isOwn = own.some(({ name }) => name === pack.name);
    return element(
        "li",
        {},
        element("span", { class: "name" }, pack.name, element("small", {}, counted("pack_rules", rules))),
        removeButton(pack.name, isOwn, remove),
        ...(faults.length > 0 ? [faultList(pack, faults)] : []),
    );
}

export function listenForPacks() {
    listenForFile("#add-pack", "#pack-file", async (file) => add({ name: file.name, text: await file.text() }));
}

/** @param {Pack} pack */
async function add(pack) {
    const status = find("#pack-status");
    status.replaceChildren(localized("packs_checking", [pack.name]));
    const { own } = await readHeld();
    const others = own.packs.filter(({ name }) => name !== pack.name);
    try {
        const { faults } = (await shipped()).checkPack(
            pack.text,
            others.map(({ text }) => text),
        );
        if (faults.length > 0) {
            const head = element("p", { class: "fault" }, counted("packs_refused", faults.length, [pack.name]));
            status.replaceChildren(head, faultList(pack, faults));
            return;
        }
        await changeSetting("packs", (packs) => [...packs.filter(({ name }) => name !== pack.name), pack]);
        status.replaceChildren(localized("packs_added", [pack.name]));
    } catch (error) {
        status.replaceChildren(
            element("p", { class: "fault", lang: "en" }, error instanceof Error ? error.message : String(error)),
        );
    }
}

/** @param {Pack} pack @param {PackFault[]} faults */
function faultList(pack, faults) {
    const items = faults.map((fault) => {
        const { path, message, rule, example } = fault;
        const where = rule === "" ? path : `${rule}, ${path}`;
        const what = example === "" ? message : `${message}: “${example}”`;
        return element("li", {}, element("code", {}, placeInPack(pack, fault)), ` ${where}: ${what}`);
    });
    return element("ul", { class: "faults", lang: "en", dir: "ltr" }, ...items);
}
