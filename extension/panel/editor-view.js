/* editor-view.js: the editor's view of the page in the tab: every finding of every level with its checklist and truer
 * wordings to copy, notes on wording, and a summary. What is ticked is kept for the page until the browser closes. */

import { copy } from "../editor/copy.js";
import { FindingList } from "../editor/finding-list.js";
import { showNotes } from "../editor/notes.js";
import { summaryOf } from "../editor/summary.js";
import { readSession, writeSession } from "../shared/browser.js";
import { button, element } from "../shared/elements.js";
import { countsOf } from "../shared/views.js";
import { countsLine, localized } from "../shared/wording.js";

/** @typedef {import("../shared/messages.d.ts").Checked} Checked */
/** @typedef {import("../shared/messages.d.ts").Finding} Finding */

export class EditorView {
    #counts = element("p", { id: "counts" });
    #findings = element("ol", { id: "findings" });
    #notes = element("section", { id: "notes" }, element("h2", {}, localized("notes_title")), element("ul", {}));
    #onShow;
    /** @type {FindingList | undefined} */
    #list;
    /** @type {Checked | undefined} */
    #state;

    /** @param {HTMLElement} place @param {(index: number) => void} onShow a finding of the state, by its index */
    constructor(place, onShow) {
        this.#onShow = onShow;
        this.#findings.setAttribute("aria-label", localized("list_label"));
        const copySummary = button({ class: "quiet" }, () => this.#copySummary(copySummary), localized("preview_copy"));
        const head = element("div", { class: "editor-head" }, this.#counts, copySummary);
        place.replaceChildren(head, this.#findings, this.#notes);
    }

    /** @param {Checked} state */
    async show(state) {
        const isNew = this.#state?.url !== state.url;
        this.#state = state;
        if (isNew || this.#list === undefined) await this.#begin(state.url);
        if (this.#state !== state) return;
        const counts = countsLine(countsOf(state.findings, state.views, ["marked", "listed", "dismissed"]));
        this.#counts.textContent = state.selection ? `${counts}. ${localized("only_selection")}` : counts;
        this.#list?.show(state.findings, state.facts ?? []);
        showNotes(this.#notes, state.notes ?? [], undefined);
    }

    /** @param {string} url */
    async #begin(url) {
        const key = `ticks:${url}`;
        const ticks = (await readSession(key)) ?? {};
        this.#findings.replaceChildren();
        this.#list = new FindingList(
            this.#findings,
            {
                show: (finding) => this.#onShow(this.#state?.findings.indexOf(finding) ?? -1),
                apply: undefined,
                copy: (text, asked) => void copy(text, asked),
            },
            ticks,
            (changed) => void writeSession(key, changed),
        );
    }

    /** @param {HTMLElement} asked */
    #copySummary(asked) {
        if (this.#state === undefined || this.#list === undefined) return;
        const { url, title = "", findings, views, notes = [] } = this.#state;
        const counts = countsOf(findings, views, ["marked", "listed", "dismissed"]);
        void copy(summaryOf({ title, url, counts, items: this.#list.items, notes }), asked);
    }
}
