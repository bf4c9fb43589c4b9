/* state-view.js: shows what is known of a tab: the list of findings in page order, which is also the marks' form for
 * screen readers, or in words why there is none. Used by the popup and the panel; knows neither tabs nor messages. */

import { button, element, icon, refill } from "./elements.js";
import { countsOf } from "./views.js";
import { LEVELS, counted, levelName, localized, quoted, speakerShort, textLanguage, useShort } from "./wording.js";

/** @typedef {import("./messages.d.ts").TabState} TabState */
/** @typedef {import("./messages.d.ts").Checked} Checked */
/** @typedef {import("./messages.d.ts").Finding} Finding */
/** @typedef {import("./messages.d.ts").Level} Level */
/**
 * What the user may ask for.
 * @typedef {object} Actions
 * @property {(place: {frameId: number, index: number}) => void} show
 * @property {(anyway: boolean) => void} check
 * @property {() => void} switchOn  the site that is off
 * @property {(finding: Finding) => void} restore  a dismissed finding
 */

export class StateView {
    #place;
    #actions;
    /** @type {TabState} */
    #state = { state: "checking" };
    /** Levels that the user has switched on (true) or off here; the others go by the settings. @type {Map<Level, boolean>} */
    #chosen = new Map();
    /** The finding that was shown last. @type {number | undefined} */
    #current;

    /** @param {HTMLElement} place @param {Actions} actions */
    constructor(place, actions) {
        this.#place = place;
        this.#actions = actions;
    }

    /** @param {TabState} state */
    show(state) {
        const before = this.#state;
        if (state.state !== "checked" || before.state !== "checked" || before.load !== state.load)
            this.#current = undefined;
        this.#state = state;
        this.#draw();
    }

    /** Shows the next finding of the list, or the previous one. @param {1 | -1} by */
    step(by) {
        const shown = this.#listed();
        if (shown.length === 0) return;
        const at = shown.indexOf(this.#current ?? -1);
        const next = at < 0 ? (by === 1 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
        this.#go(/** @type {number} */ (shown[next]));
    }

    /** @param {number} index */
    #go(index) {
        this.#current = index;
        for (const each of this.#place.querySelectorAll("[data-index]")) {
            const isCurrent = /** @type {HTMLElement} */ (each).dataset.index === String(index);
            if (isCurrent) each.setAttribute("aria-current", "true");
            else each.removeAttribute("aria-current");
            if (isCurrent) each.scrollIntoView({ block: "nearest" });
        }
        this.#actions.show(placeOf(this.#state, index));
    }

    /** Draws anew, and leaves the focus on what had it. */
    #draw() {
        const state = this.#state;
        this.#place.setAttribute("aria-busy", String(state.state === "checking"));
        refill(this.#place, this.#contents(state));
    }

    /** @param {TabState} state @returns {Node[]} */
    #contents(state) {
        const { check, switchOn } = this.#actions;
        switch (state.state) {
            case "checked":
                return this.#results(state);
            case "no-article":
                return words(
                    "no_article",
                    main("check_anyway", () => check(true)),
                );
            case "unchecked":
                return words(
                    "unchecked",
                    main("check_page", () => check(false)),
                );
            case "off":
                return words("off", main("switch_on", switchOn));
            case "checking":
                return [element("p", { class: "state" }, localized("state_checking"))];
            case "failed":
                return words("failed", element("p", { class: "more", lang: "en" }, state.detail), this.#again());
            default:
                return words(state.state.replaceAll("-", "_"));
        }
    }

    /** @param {Checked} state */
    #results(state) {
        const { findings, views } = state;
        const isListed = findings.some((_, index) => views[index] === "marked" || views[index] === "listed");
        const dismissed = findings.flatMap((finding, index) => (views[index] === "dismissed" ? [finding] : []));
        const off = views.filter((view) => view === "off").length;
        return [
            ...(isListed ? this.#list(state) : words(off + dismissed.length > 0 ? "nothing_left" : nothingIn(state))),
            ...(dismissed.length > 0 ? [this.#dismissed(dismissed)] : []),
            ...(off > 0 ? [element("p", { class: "note" }, counted("off", off))] : []),
            ...(state.packsFault === undefined ? [] : [note(localized("packs_fault"), state.packsFault)]),
            ...(state.selection ? [this.#onlySelection()] : []),
            this.#checkedAt(state),
        ];
    }

    /** The findings that the list shows, by their index. @returns {number[]} */
    #listed() {
        const state = this.#state;
        if (state.state !== "checked") return [];
        return state.findings.flatMap(({ level }, index) => {
            const view = state.views[index];
            const isListed = view === "marked" || view === "listed";
            return isListed && (this.#chosen.get(level) ?? view === "marked") ? [index] : [];
        });
    }

    /** @param {Checked} state */
    #list(state) {
        const items = this.#listed().map((index) => this.#item(/** @type {Finding} */ (state.findings[index]), index));
        const list = element("ol", { "aria-label": localized("list_label") }, ...items);
        return [
            this.#filter(state),
            items.length > 0 ? list : element("p", { class: "note" }, localized("list_empty")),
        ];
    }

    /** Counts by level, each of which may be left out; beside them the steps. @param {Checked} state */
    #filter(state) {
        const counts = countsOf(state.findings, state.views, ["marked", "listed"]);
        const present = LEVELS.filter((level) => counts[level] > 0);
        const marked = countsOf(state.findings, state.views, ["marked"]);
        const chips = present.map((level) => {
            const isOn = this.#chosen.get(level) ?? marked[level] > 0;
            const toggle = () => {
                this.#chosen.set(level, !isOn);
                this.#draw();
            };
            return button(
                { class: "chip", "data-level": level, "data-key": level, "aria-pressed": String(isOn) },
                toggle,
                icon(level),
                counted(`count_${level}`, counts[level]),
            );
        });
        const steps = /** @type {const} */ ([
            [-1, "previous"],
            [1, "next"],
        ]).map(([by, name]) =>
            button(
                { class: "icon-button", "data-key": name, "aria-label": localized(`card_${name}`) },
                () => this.step(by),
                icon(name),
            ),
        );
        return element(
            "div",
            { class: "filter" },
            element("div", { role: "group", "aria-label": localized("filter_label") }, ...chips),
            element("div", { class: "steps" }, ...steps),
        );
    }

    /** @param {Finding} finding @param {number} index */
    #item(finding, index) {
        const level = element(
            "span",
            { class: "level", "data-level": finding.level },
            icon(finding.level),
            levelName(finding.level),
        );
        const attributes = { class: "finding", "data-index": String(index), "data-key": `finding-${index}` };
        const isCurrent = index === this.#current;
        return element(
            "li",
            {},
            button(
                { ...attributes, ...(isCurrent && { "aria-current": "true" }) },
                () => this.#go(index),
                element("span", { class: "head" }, level, element("span", { class: "use" }, useShort(finding))),
                element("span", { class: "quote" }, quoted(finding.quote)),
                element("span", { class: "speaker" }, speakerShort(finding)),
            ),
        );
    }

    /** @param {Finding[]} dismissed */
    #dismissed(dismissed) {
        const items = dismissed.map((finding) =>
            element(
                "li",
                {},
                element("span", { class: "quote" }, quoted(finding.quote)),
                button({ class: "plain" }, () => this.#actions.restore(finding), localized("restore")),
            ),
        );
        const summary = element("summary", {}, counted("dismissed", dismissed.length));
        return element("details", { class: "dismissed" }, summary, element("ul", {}, ...items));
    }

    /** Says that the rest of the page was not looked at, and offers to. */
    #onlySelection() {
        const all = button(
            { class: "plain", "data-key": "all" },
            () => this.#actions.check(false),
            localized("check_all"),
        );
        return element("p", { class: "note" }, localized("only_selection"), " ", all);
    }

    /** What was checked, and when. @param {Checked} state */
    #checkedAt({ at, passages, selection }) {
        const time = new Date(at).toLocaleTimeString(textLanguage(), { hour: "2-digit", minute: "2-digit" });
        const what =
            passages === undefined ? localized("checked_at", [time]) : counted("checked_passages", passages, [time]);
        return element("p", { class: "when" }, what, ...(selection ? [] : [" ", this.#again()]));
    }

    #again() {
        return button(
            { class: "plain", "data-key": "again" },
            () => this.#actions.check(false),
            localized("check_again"),
        );
    }
}

/** Which frame a finding is in, and which of the frame's findings it is. @param {TabState} state @param {number} index */
export function placeOf(state, index) {
    const frames = (state.state === "checked" && state.frames) || [];
    const frameId = frames[index] ?? 0;
    return { frameId, index: index - Math.max(0, frames.indexOf(frameId)) };
}

/** @param {Checked} state */
function nothingIn({ selection }) {
    return selection ? "nothing_selected" : "nothing";
}

/** A state in words: what it is, what it means, what can be done. @param {string} name @param {Node[]} more */
function words(name, ...more) {
    const title = element("h2", { class: "state" }, localized(`state_${name}`));
    return [title, element("p", { class: "more" }, localized(`state_${name}_more`)), ...more];
}

/** @param {string} key @param {() => void} onClick */
function main(key, onClick) {
    return button({ class: "main", "data-key": "main" }, onClick, localized(key));
}

/** @param {string} text @param {string} detail the core's own words, which are English */
function note(text, detail) {
    return element("p", { class: "note" }, text, " ", element("span", { lang: "en" }, detail));
}
