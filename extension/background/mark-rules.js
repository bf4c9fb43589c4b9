/* mark-rules.js: how marks look, on light and on dark, as a style sheet for highlights of given names. Plain data to text;
 * knows neither pages nor findings. Used by the background alone, so that pages are not sent what few of them need. */

import { markKeys, markName } from "../shared/mark-names.js";

/** @typedef {import("../shared/messages.d.ts").Level} Level */
/** @typedef {import("../shared/mark-names.js").MarkKey} MarkKey */
/** @typedef {import("../shared/mark-names.js").Tone} Tone */
/** @typedef {import("../shared/settings-types.d.ts").MarkStyle} MarkStyle */

/* Told apart by the line's shape as well as by colour. The first colours are for dark text, the second for light. */
/** @type {Record<Level, {line: string, dark: [string, string], light: [string, string]}>} */
const LOOK = {
    alert: {
        line: "solid 2px",
        dark: ["rgb(255 166 77 / .36)", "#b45309"],
        light: ["rgb(251 146 60 / .34)", "#fdba74"],
    },
    notice: {
        line: "dashed 2px",
        dark: ["rgb(250 214 84 / .34)", "#8a6a00"],
        light: ["rgb(234 190 60 / .26)", "#facc15"],
    },
    info: {
        line: "dotted 2px",
        dark: ["rgb(120 150 200 / .16)", "#4a6387"],
        light: ["rgb(148 178 224 / .18)", "#a9c1e6"],
    },
};
const EMPHASIS = { dark: "rgb(255 150 40 / .5)", light: "rgb(251 146 60 / .55)" };

/** On screens only: Chromium would print highlights. @param {string} base letters and digits @returns {string} CSS */
export function markRules(base) {
    return `@media screen {\n${markKeys()
        .map((key) => ruleOf(`::highlight(${markName(base, key)})`, key))
        .join("\n")}\n}`;
}

/** @param {string} target a selector @param {MarkKey} key */
function ruleOf(target, key) {
    const [what, tone, style] = /** @type {[Level | "emphasis", Tone, MarkStyle]} */ (key.split("-"));
    const forced = `@media (forced-colors: active) { ${target} { background-color: Mark; color: MarkText } }`;
    if (what === "emphasis") return `${target} { background-color: ${EMPHASIS[tone]} } ${forced}`;
    const {
        line,
        [tone]: [background, ink],
    } = LOOK[what];
    if (style === "line") return `${target} { text-decoration: underline ${line} ${ink} }`;
    return `${target} { background-color: ${background}; text-decoration: underline ${line} ${ink} } ${forced}`;
}
