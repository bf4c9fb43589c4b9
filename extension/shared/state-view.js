/* state-view.js: shows what is known of a tab: the list of findings in page order, which is also the marks' form for
 * screen readers, or in words why there is none. Used by the popup and the panel; knows neither tabs nor messages. */

import { button, element, icon } from "./elements.js";
import { countsLine, interfaceLanguage, levelName, localized, quoted, speakerShort, useShort } from "./wording.js";

/** @typedef {import("./messages.d.ts").TabState} TabState */
/** @typedef {import("./messages.d.ts").Checked} Checked */
/** @typedef {import("./messages.d.ts").Finding} Finding */
/** What the user may ask for. @typedef {{show(index: number): void, check(anyway: boolean): void}} Actions */

/** @param {HTMLElement} place @param {TabState} state @param {Actions} actions */
export function showState(place, state, actions) {
    place.setAttribute("aria-busy", String(state.state === "checking"));
    place.replaceChildren(...contents(state, actions));
}

/** @param {TabState} state @param {Actions} actions @returns {Node[]} */
function contents(state, actions) {
    switch (state.state) {
        case "checked":
            return state.findings.length > 0 ? results(state, actions) : nothing(state, actions);
        case "no-article":
            return words(
                "no_article",
                button({ class: "main" }, () => actions.check(true), localized("check_anyway")),
            );
        case "unchecked":
            return words(
                "unchecked",
                button({ class: "main" }, () => actions.check(false), localized("check_page")),
            );
        case "checking":
            return [element("p", { class: "state" }, localized("state_checking"))];
        case "failed":
            return words("failed", element("p", { class: "more", lang: "en" }, state.detail), again(actions));
        default:
            return words(state.state.replaceAll("-", "_"));
    }
}

/** A state in words: what it is, what it means, what can be done. @param {string} name @param {Node[]} more */
function words(name, ...more) {
    const title = element("p", { class: "state" }, localized(`state_${name}`));
    return [title, element("p", { class: "more" }, localized(`state_${name}_more`)), ...more];
}

/** @param {Checked} state @param {Actions} actions */
function nothing(state, actions) {
    return [...words("nothing"), checkedAt(state, actions)];
}

/** @param {Checked} state @param {Actions} actions */
function results(state, actions) {
    const items = state.findings.map((finding, index) => item(finding, () => actions.show(index)));
    return [
        element("p", { class: "counts" }, countsLine(state.counts)),
        element("ol", { "aria-label": localized("list_label") }, ...items),
        checkedAt(state, actions),
    ];
}

/** @param {Finding} finding @param {() => void} onClick */
function item(finding, onClick) {
    const level = element(
        "span",
        { class: "level", "data-level": finding.level },
        icon(finding.level),
        levelName(finding.level),
    );
    const use = element("span", { class: "use" }, useShort(finding));
    const quote = element("span", { class: "quote" }, quoted(finding.quote));
    const speaker = element("span", { class: "speaker" }, speakerShort(finding));
    return element(
        "li",
        {},
        button({ class: "finding" }, onClick, element("span", { class: "head" }, level, use), quote, speaker),
    );
}

/** @param {Checked} state @param {Actions} actions */
function checkedAt({ at }, actions) {
    const time = new Date(at).toLocaleTimeString(interfaceLanguage(), { hour: "2-digit", minute: "2-digit" });
    return element("p", { class: "when" }, localized("checked_at", [time]), " ", again(actions));
}

/** @param {Actions} actions */
function again(actions) {
    return button({ class: "plain" }, () => actions.check(false), localized("check_again"));
}
