/* preview.js: the preview page: a draft that is checked as one types, and beside it what an editor wants to know of each
 * finding. Joins the parts: draft, intake, worker, marks, list. The draft is kept until the browser closes, in memory. */

import { factsOf, titleOf } from "../editor/facts.js";
import { FindingList } from "../editor/finding-list.js";
import { copy } from "../editor/copy.js";
import { showNotes } from "../editor/notes.js";
import { summaryOf } from "../editor/summary.js";
import { readSession, writeSession } from "../shared/browser.js";
import { button } from "../shared/elements.js";
import { find, localizePage } from "../shared/page.js";
import { countsLine, localized } from "../shared/wording.js";
import { Checker } from "./checker.js";
import { Draft } from "./draft.js";
import { blocksOfFile, blocksOfTransfer } from "./intake.js";
import { showCurrent, showMarks } from "./marks.js";

/** @typedef {import("../shared/messages.d.ts").Finding} Finding */
/** @typedef {import("../shared/messages.d.ts").Place} Place */
/** @typedef {import("../../wasm/mouthpiece.d.ts").Report} Report */
/** @typedef {import("../../wasm/mouthpiece.d.ts").Rewording} Rewording */
/** @typedef {import("./draft.js").Reading} Reading */
/** @typedef {import("./messages.d.ts").DraftBlock} DraftBlock */

const KEPT = "preview";
const KEEP_AFTER_MS = 400;

localizePage();
document.title = localized("preview_title");
document.execCommand("defaultParagraphSeparator", false, "p");
const place = find("#draft");
place.setAttribute("aria-label", localized("preview_draft"));
find("#findings").setAttribute("aria-label", localized("list_label"));

/** @type {{draft?: DraftBlock[], ticks?: Record<string, string[]>}} */
const kept = (await readSession(KEPT)) ?? {};
const ticks = kept.ticks ?? {};
const list = new FindingList(find("#findings"), { show, apply, copy }, ticks, keepSoon);
const draft = new Draft(place, onChange);
const checker = new Checker(onReport, tellFailure);
/** What is shown: a report, and the blocks that it is about. @type {{report: Report, blocks: Reading[]} | undefined} */
let shown;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let keeping;

/* ---- The draft changes ------------------------------------------------------------------------------------------- */

function onChange() {
    const start = performance.now();
    const blocks = draft.read();
    document.body.toggleAttribute("data-empty", blocks.length === 0);
    for (const name of ["#clear", "#copy"]) find(name).toggleAttribute("disabled", blocks.length === 0);
    checker.check(blocks);
    keepSoon();
    performance.measure("draft-read", { start });
}

/** @param {Report} report @param {Reading[]} blocks @param {number} milliseconds */
function onReport(report, blocks, milliseconds) {
    const start = performance.now();
    shown = { report, blocks };
    const { findings, notes = [] } = report;
    const rangeOf = (/** @type {Place} */ at) => draft.rangeOf(blocks[at.block], at);
    showMarks([
        ...findings.map((finding) => ({ name: finding.level, range: rangeOf(finding) })),
        ...notes.map((note) => ({ name: "note", range: rangeOf(note) })),
    ]);
    list.show(
        findings,
        findings.map((finding) => factsOf(finding, blocks)),
    );
    showNotes(find("#notes"), notes, (note) => void showPlace(note));
    const said = report.read === false ? localized("preview_unread") : countsLine(report.counts);
    setText(find("#counts"), blocks.length === 0 ? "" : said);
    performance.measure("report-shown", { start, detail: { milliseconds } });
}

/** A status that is set again is read out again. @param {HTMLElement} status @param {string} text */
function setText(status, text) {
    if (status.textContent !== text) status.textContent = text;
}

function keepSoon() {
    clearTimeout(keeping);
    keeping = setTimeout(() => {
        const blocks = draft.read().map(({ kind, text, links }) => ({ kind, text, links }));
        void writeSession(KEPT, { draft: blocks, ticks });
    }, KEEP_AFTER_MS);
}

/* ---- What the list asks for -------------------------------------------------------------------------------------- */

/** @param {Finding} finding */
function show(finding) {
    showPlace(finding);
}

/** @param {Place} at @returns {Range | null} */
function showPlace(at) {
    const range = draft.rangeOf(shown?.blocks[at.block], at);
    if (range === null) return null;
    range.startContainer.parentElement?.scrollIntoView({ block: "center" });
    place.focus({ preventScroll: true });
    getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    showCurrent(range);
    return range;
}

/** By the browser's own editing, so that its undo takes it back. @param {Finding} _finding @param {Rewording} rewording */
function apply(_finding, { text, replaces }) {
    const block = replaces === null ? undefined : shown?.blocks[replaces.block];
    /* While the latest keystroke is still being checked, its places are not known. */
    if (replaces === null || block === undefined || draft.read()[replaces.block] !== block) return;
    if (showPlace(replaces) === null) return;
    showCurrent(null);
    document.execCommand("insertText", false, text);
    tell(localized("wording_used", [text]), () => {
        place.focus();
        document.execCommand("undo");
    });
}

/** @param {string} text @param {(() => void) | undefined} [undo] */
function tell(text, undo) {
    const told = find("#told");
    told.replaceChildren(text);
    if (undo === undefined) return;
    const take = button({ class: "plain" }, () => (told.replaceChildren(), undo()), localized("undo"));
    told.append(" ", take);
}

/** @param {string} detail */
function tellFailure(detail) {
    tell(`${localized("state_failed")}: ${detail}`);
}

/* ---- What comes in ----------------------------------------------------------------------------------------------- */

/** @param {DraftBlock[]} blocks @param {string} what tells the user */
function replaceDraft(blocks, what) {
    const before = draft.read();
    draft.fill(blocks);
    place.scrollIntoView({ block: "start" });
    tell(what, before.length > 0 ? () => draft.fill(before) : undefined);
}

/** @param {DraftBlock[] | Promise<DraftBlock[]>} coming @param {string} what */
async function take(coming, what) {
    try {
        const blocks = await coming;
        if (blocks.length > 0) replaceDraft(blocks, what);
        else tell(localized("preview_nothing"));
    } catch (error) {
        tellFailure(error instanceof Error ? error.message : String(error));
    }
}

/** @param {File} file */
const openFile = (file) => take(blocksOfFile(file, checker), localized("preview_opened", [file.name]));

function isAllSelected() {
    const solid = (/** @type {string} */ text) => text.replace(/\s/gu, "").length;
    return solid(getSelection()?.toString() ?? "") >= solid(place.textContent ?? "");
}

place.addEventListener("paste", (event) => {
    const data = event.clipboardData;
    if (data === null) return;
    event.preventDefault();
    const file = data.files[0];
    if (file !== undefined) void openFile(file);
    else if (draft.isEmpty || isAllSelected()) void take(blocksOfTransfer(data, checker), localized("preview_pasted"));
    else document.execCommand("insertText", false, data.getData("text/plain"));
});
/* A draft has words, no formats. */
place.addEventListener("beforeinput", (event) => {
    if (event.inputType.startsWith("format")) event.preventDefault();
});
place.addEventListener("click", () => {
    const { anchorNode, anchorOffset = 0 } = getSelection() ?? {};
    const at = anchorNode ? draft.placeOf(anchorNode, anchorOffset) : null;
    if (at === null || shown === undefined) return;
    const isAt = (/** @type {Place} */ { block, start, end }) => block === at.block && start <= at.at && at.at <= end;
    const index = shown.report.findings.findIndex(isAt);
    if (index >= 0) list.reveal(index);
});

addEventListener("dragover", (event) => {
    event.preventDefault();
    document.body.toggleAttribute("data-dropping", true);
});
addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) document.body.removeAttribute("data-dropping");
});
addEventListener("drop", (event) => {
    event.preventDefault();
    document.body.removeAttribute("data-dropping");
    const data = event.dataTransfer;
    const file = data?.files[0];
    if (file !== undefined) void openFile(file);
    else if (data) void take(blocksOfTransfer(data, checker), localized("preview_pasted"));
});

const fileInput = /** @type {HTMLInputElement} */ (find("#file"));
fileInput.addEventListener("change", () => {
    const file = fileInput.files?.[0];
    if (file !== undefined) void openFile(file);
    fileInput.value = "";
});
find("#open").addEventListener("click", () => fileInput.click());
find("#clear").addEventListener("click", () => {
    replaceDraft([], localized("preview_cleared"));
    place.focus();
});
find("#copy").addEventListener("click", () => {
    if (shown === undefined) return;
    const { report, blocks } = shown;
    const title = titleOf(blocks);
    const text = summaryOf({ title, counts: report.counts, items: list.items, notes: report.notes ?? [] });
    void copy(text, find("#copy"));
});

draft.fill(kept.draft ?? []);
onChange();
place.focus();
document.body.dataset.ready = "";
