/* contact-sheet.mjs: one local page with the demo's pictures and findings side by side. Page text goes in escaped. Knows
 * no browser. */

/** @typedef {import("../../wasm/mouthpiece.js").Finding} Finding */
/** @typedef {{name: string, title: string, findings: Finding[], hasCard: boolean}} Shown */

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d9dce3, #333a46); --soft: light-dark(#5b6475, #9aa4b5); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1180px; padding: 30px 24px 80px; font: 16px/1.5 system-ui, "Liberation Sans", sans-serif;
  background: light-dark(#fbfbfc, #12151b); color: light-dark(#1b1f27, #e5e9f0); }
h1 { font-size: 30px; margin: 0; } header p { color: var(--soft); max-width: 760px; margin: 8px 0 0; }
section { border-top: 1px solid var(--line); margin-top: 34px; padding-top: 22px; }
h2 { font-size: 21px; margin: 0; } .counts { color: var(--soft); margin: 2px 0 14px; }
.columns { display: grid; grid-template-columns: 300px minmax(0, 1fr); gap: 28px; align-items: start; }
.columns > .pictures { display: grid; gap: 12px; }
.pictures a { display: block; max-height: 420px; overflow: hidden; border: 1px solid var(--line); border-radius: 6px; }
.pictures img { display: block; width: 100%; }
ol { list-style: none; margin: 0; padding: 0; } li { border-left: 4px solid; padding: 2px 0 2px 14px; margin-bottom: 14px; }
li[data-level="alert"] { border-color: #e0642a; } li[data-level="notice"] { border-color: #c9a20f; } li[data-level="info"] { border-color: #4a90c4; }
q, .words { font-family: Georgia, "Liberation Serif", serif; font-size: 17px; } .about { color: var(--soft); font-size: 14px; display: block; }
.none { color: var(--soft); font-style: italic; }
@media (max-width: 760px) { .columns { grid-template-columns: 1fr; } }`;

/** @type {Record<string, string>} */
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** @param {string} text */
function escape(text) {
    return text.replace(/[&<>"']/gu, (character) => ESCAPES[character] ?? "");
}

/** A finding's quote in words: in quotation marks only where the page has them. @param {Finding} finding */
function words({ form, quote }) {
    return form === "indirect" ? `<span class="words">… ${escape(quote)}</span>` : `<q>${escape(quote)}</q>`;
}

/** Who speaks, and in what part: "Grok (xAI), spokesperson: apology". @param {Finding} finding */
export function part({ speaker, role, act }) {
    const maker = speaker.maker === "" ? "" : ` (${speaker.maker})`;
    return `${speaker.name}${maker}, ${role}${act === undefined ? "" : `: ${act}`}`;
}

/** @param {Finding[]} findings @returns {string} "1 alert, 2 notices" */
export function tally(findings) {
    const count = (/** @type {Finding["level"]} */ level) => findings.filter((each) => each.level === level).length;
    const told = /** @type {const} */ (["alert", "notice", "info"])
        .filter((level) => count(level) > 0)
        .map((level) => `${count(level)} ${level}${count(level) > 1 && level !== "info" ? "s" : ""}`);
    return told.length === 0 ? "no findings" : told.join(", ");
}

/** @param {Finding} finding */
function item(finding) {
    const signals = finding.signals.map(({ id }) => id).join(", ");
    const about = `${finding.level} · ${finding.form} · ${part(finding)}${signals === "" ? "" : ` · ${signals}`}`;
    return `<li data-level="${finding.level}">${words(finding)}<span class="about">${escape(about)}</span></li>`;
}

/** @param {Shown} shown */
function section({ name, title, findings, hasCard }) {
    const picture = (/** @type {string} */ file, /** @type {string} */ what) =>
        `<a href="${file}"><img src="${file}" alt="${escape(`${what}: ${title}`)}"></a>`;
    const pictures =
        picture(`${name}.png`, "The page with its marks") + (hasCard ? picture(`${name}-card.png`, "A card") : "");
    const list =
        findings.length === 0
            ? `<p class="none">Nothing is marked here.</p>`
            : `<ol>${findings.map(item).join("\n")}</ol>`;
    return `<section id="${name}"><h2>${escape(title)}</h2><p class="counts">${tally(findings)}</p>
<div class="columns"><div class="pictures">${pictures}</div>${list}</div></section>`;
}

/** @param {Shown[]} pages @returns {string} the sheet, an HTML page that refers to the pictures beside it */
export function contactSheet(pages) {
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mouthpiece: the demo</title>
<style>${STYLE}</style></head>
<body><header><h1>Mouthpiece: the demo</h1><p>The sample pages as the extension marked them in Chromium. A click on a picture
shows it whole. Every outlet, person and event is invented.</p></header>
${pages.map(section).join("\n")}
</body></html>
`;
}
