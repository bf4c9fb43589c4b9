/* notes.js: the notes on wording beside a text: words that lend a model feelings, intentions or a voice. */

import { button, element } from "../shared/elements.js";

/** @typedef {import("../../wasm/mouthpiece.d.ts").Note} Note */

/** @param {HTMLElement} section with a list @param {Note[]} notes @param {((note: Note) => void) | undefined} show */
export function showNotes(section, notes, show) {
    const items = notes.map((note) => {
        const words = [element("q", {}, note.words), element("span", {}, note.message)];
        const line =
            show === undefined
                ? element("p", { class: "note" }, ...words)
                : button({ class: "note" }, () => show(note), ...words);
        return element("li", {}, line);
    });
    section.querySelector("ul")?.replaceChildren(...items);
    section.toggleAttribute("hidden", notes.length === 0);
}
