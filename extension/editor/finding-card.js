/* finding-card.js: one finding as an editor sees it: what it is, what the page says about it, truer wordings, and the
 * checklist. Builds elements out of data; what a press on them does is the caller's. */

import { button, element, icon } from "../shared/elements.js";
import { levelName, localized, pageLines, quoted, speakerShort, useShort } from "../shared/wording.js";

/** @typedef {import("../shared/messages.d.ts").Finding} Finding */
/** @typedef {import("../../wasm/mouthpiece.d.ts").Rewording} Rewording */
/** @typedef {import("./checklist.js").Question} Question */
/**
 * What the user may ask for. Where the text is not ours to change, there is no `apply`.
 * @typedef {object} CardActions
 * @property {(finding: Finding) => void} show
 * @property {((finding: Finding, rewording: Rewording) => void) | undefined} apply
 * @property {(text: string, place: HTMLElement) => void} copy
 * @property {(question: string, ticked: boolean) => void} tick
 * @property {(open: boolean) => void} toggle
 */

/**
 * @param {{finding: Finding, questions: Question[], ticked: Set<string>, open: boolean, original: (rewording: Rewording) => string}} state
 * @param {CardActions} actions
 * @returns {HTMLElement}
 */
export function findingCard({ finding, questions, ticked, open, original }, actions) {
    const details = element("details", { class: "card", "data-level": finding.level });
    details.append(head(finding), body(finding, questions, ticked, original, actions));
    if (open) details.setAttribute("open", "");
    details.addEventListener("toggle", () => actions.toggle(details.hasAttribute("open")));
    return details;
}

/** @param {Finding} finding */
function head(finding) {
    const level = element(
        "span",
        { class: "level", "data-level": finding.level },
        icon(finding.level),
        levelName(finding.level),
    );
    const use = element("span", { class: "use" }, useShort(finding));
    const quote = element("span", { class: "quote" }, quoted(finding.quote));
    const speaker = element("span", { class: "speaker" }, speakerShort(finding));
    return element("summary", {}, element("span", { class: "head" }, level, use), quote, speaker);
}

/**
 * @param {Finding} finding
 * @param {Question[]} questions
 * @param {Set<string>} ticked
 * @param {(rewording: Rewording) => string} original
 * @param {CardActions} actions
 */
function body(finding, questions, ticked, original, actions) {
    const show = button({ class: "quiet" }, () => actions.show(finding), localized("show_in_text"));
    const parts = [element("div", { class: "row" }, show)];
    if (finding.rewordings.length > 0) parts.push(rewordings(finding, original, actions));
    parts.push(checklist(questions, ticked, actions));
    const said = pageLines(finding).map(({ kind, found, text }) =>
        element("li", { "data-found": String(found) }, icon(found ? kind : "missing"), text),
    );
    parts.push(
        element("section", {}, element("h2", {}, localized("page_says")), element("ul", { class: "said" }, ...said)),
    );
    return element("div", { class: "body" }, ...parts);
}

/** @param {Finding} finding @param {(rewording: Rewording) => string} original @param {CardActions} actions */
function rewordings(finding, original, actions) {
    const items = finding.rewordings.map((rewording) => {
        const { text, replaces } = rewording;
        const words = element("p", { class: "wording" });
        const before = replaces === null ? "" : original(rewording);
        if (before !== "") words.append(element("del", {}, before), " ");
        words.append(replaces === null ? text : element("ins", {}, text));
        const { apply } = actions;
        const use =
            replaces !== null && apply !== undefined
                ? button({ class: "use-wording" }, () => apply(finding, rewording), localized("wording_use"))
                : copyButton(text, actions);
        return element("li", {}, words, use);
    });
    return element(
        "section",
        {},
        element("h2", {}, localized("rewordings_title")),
        element("ul", { class: "wordings" }, ...items),
    );
}

/** @param {string} text @param {CardActions} actions */
function copyButton(text, actions) {
    const made = button({ class: "use-wording" }, () => actions.copy(text, made), localized("card_copy"));
    return made;
}

/** @param {Question[]} questions @param {Set<string>} ticked @param {CardActions} actions */
function checklist(questions, ticked, actions) {
    const items = questions.map(({ id, text, answer, found }) => {
        const box = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox", name: id }));
        box.checked = ticked.has(id);
        box.addEventListener("change", () => actions.tick(id, box.checked));
        const words = element("span", {}, text, element("small", { "data-found": String(found) }, answer));
        return element("li", {}, element("label", {}, box, words));
    });
    return element(
        "section",
        {},
        element("h2", {}, localized("checklist_title")),
        element("ul", { class: "checklist" }, ...items),
    );
}
