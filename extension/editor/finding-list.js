/* finding-list.js: the editor's list of findings, kept in step with a text that changes: a card whose finding stays as it
 * was stays as it is, open or ticked, and so does the focus in it. Knows cards; nothing of texts or tabs. */

import { questionsOf } from "./checklist.js";
import { findingCard } from "./finding-card.js";

/** @typedef {import("../shared/messages.d.ts").Finding} Finding */
/** @typedef {import("../../wasm/mouthpiece.d.ts").Rewording} Rewording */
/** @typedef {import("../shared/messages.d.ts").Facts} Facts */
/** @typedef {import("./checklist.js").Question} Question */
/** @typedef {Omit<import("./finding-card.js").CardActions, "tick" | "toggle">} ListActions */
/** @typedef {{key: string, look: string, finding: Finding, questions: Question[], item: HTMLElement}} Entry */
/** What is kept of each finding, by its key: which questions are ticked. @typedef {Record<string, string[]>} Ticks */

/** @type {Facts} */
const NO_FACTS = { inHeadline: false, hrefs: [], originals: [] };

export class FindingList {
    /** @type {Map<string, Entry>} */
    #entries = new Map();
    /** @type {Set<string>} */
    #open = new Set();
    #place;
    #actions;
    #ticks;
    #onTick;

    /**
     * @param {HTMLElement} place an ordered list
     * @param {ListActions} actions
     * @param {Ticks} ticks
     * @param {(ticks: Ticks) => void} onTick
     */
    constructor(place, actions, ticks, onTick) {
        this.#place = place;
        this.#actions = actions;
        this.#ticks = ticks;
        this.#onTick = onTick;
    }

    /** @returns {{finding: Finding, questions: Question[], ticked: Set<string>}[]} */
    get items() {
        return [...this.#entries.values()].map(({ key, finding, questions }) => ({
            finding,
            questions,
            ticked: new Set(this.#ticks[key] ?? []),
        }));
    }

    /** @param {Finding[]} findings @param {Facts[]} facts one a finding */
    show(findings, facts) {
        /** @type {Map<string, Entry>} */
        const entries = new Map();
        for (const [index, finding] of findings.entries()) {
            const key = keyOf(finding, entries);
            entries.set(key, this.#entry(key, finding, facts[index] ?? NO_FACTS));
        }
        this.#entries = entries;
        const wanted = [...entries.values()].map(({ item }) => item);
        for (const old of [...this.#place.children]) if (!wanted.includes(/** @type {any} */ (old))) old.remove();
        /* Only what is out of place moves: a node that is taken out and put back loses the focus. */
        wanted.forEach((item, index) => {
            if (this.#place.children[index] !== item)
                this.#place.insertBefore(item, this.#place.children[index] ?? null);
        });
    }

    /** Opens a finding's card and goes there. @param {number} index */
    reveal(index) {
        const item = this.#place.children[index];
        const details = item?.querySelector("details");
        if (!details) return;
        details.open = true;
        details.scrollIntoView({ block: "nearest" });
    }

    /** @param {string} key @param {Finding} finding @param {Facts} facts @returns {Entry} */
    #entry(key, finding, facts) {
        const questions = questionsOf(finding, facts);
        const look = JSON.stringify([
            ...[finding.level, finding.role, finding.act, finding.speaker.name, finding.signals.map(({ id }) => id)],
            ...[finding.quote, finding.rewordings.map(({ text }) => text), facts.originals],
            questions.map(({ answer }) => answer),
        ]);
        const known = this.#entries.get(key);
        if (known?.look === look) {
            known.finding = finding;
            known.questions = questions;
            return known;
        }
        /** @type {Entry} */
        const entry = { key, look, finding, questions, item: known?.item ?? document.createElement("li") };
        entry.item.replaceChildren(this.#card(entry, facts));
        return entry;
    }

    /** The actions speak of the finding as it stands when they are asked for. @param {Entry} entry @param {Facts} facts */
    #card(entry, { originals }) {
        const { key, finding, questions } = entry;
        const { show, apply, copy } = this.#actions;
        const current = () => this.#entries.get(key)?.finding ?? finding;
        /** @param {Rewording} rewording */
        const original = (rewording) => originals[finding.rewordings.indexOf(rewording)] ?? "";
        return findingCard(
            { finding, questions, ticked: new Set(this.#ticks[key] ?? []), open: this.#open.has(key), original },
            {
                show: () => show(current()),
                apply:
                    apply &&
                    ((_finding, rewording) => {
                        const index = finding.rewordings.indexOf(rewording);
                        const latest = current().rewordings[index];
                        if (latest !== undefined) apply(current(), latest);
                    }),
                copy,
                tick: (question, ticked) => this.#tick(key, question, ticked),
                toggle: (open) => void (open ? this.#open.add(key) : this.#open.delete(key)),
            },
        );
    }

    /** @param {string} key @param {string} question @param {boolean} ticked */
    #tick(key, question, ticked) {
        const others = (this.#ticks[key] ?? []).filter((each) => each !== question);
        this.#ticks[key] = ticked ? [...others, question] : others;
        if (this.#ticks[key].length === 0) delete this.#ticks[key];
        this.#onTick(this.#ticks);
    }
}

/** The same words of the same model twice are two findings. @param {Finding} finding @param {Map<string, unknown>} taken */
function keyOf({ speaker, quote }, taken) {
    const words = `${speaker.id} ${quote.slice(0, 200)}`;
    let number = 1;
    while (taken.has(`${words} ${number}`)) number++;
    return `${words} ${number}`;
}
