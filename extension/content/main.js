/* main.js: the content script's one entry, `mouthpiece.check`, seen only in the extension's isolated world. It joins
 * the parts: prefilter, walker, background, marks. Until something is found it changes nothing at all on the page,
 * and what it shows ends with the check's AbortSignal. The card is a script of its own (card-main.js), which the
 * background sends after the first findings, so that pages without any do not pay for it. */

import { answerMessages, connectToBackground, isAlive } from "../shared/browser.js";
import { showMarks } from "./marks.js";
import { piecesOf } from "./places.js";
import { couldHoldFinding } from "./prefilter.js";
import { sentenceAround } from "./sentence.js";
import { walkPage } from "./walker.js";

/** @typedef {import("../shared/messages.d.ts").CheckAnswer} CheckAnswer */
/** @typedef {import("../shared/messages.d.ts").CheckFailure} CheckFailure */
/** @typedef {import("../shared/messages.d.ts").CheckRequest} CheckRequest */
/** @typedef {import("../shared/messages.d.ts").InjectedOptions} InjectedOptions */
/** @typedef {import("../shared/messages.d.ts").InjectedOutcome} InjectedOutcome */
/** @typedef {import("../shared/messages.d.ts").ToPage} ToPage */
/** @typedef {import("./marks.js").Marks} Marks */
/** @typedef {import("./places.js").PlacedFinding} PlacedFinding */
/** @typedef {import("./world.d.ts").CardOpener} CardOpener */

/** Names this run of the script in this page; crypto.randomUUID is missing on pages without TLS. */
const load = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("");

/** Ends what the latest check shows. */
let current = new AbortController();
/**
 * What the latest check found; the card opens on it.
 * @type {{findings: PlacedFinding[], marks: Marks, signal: AbortSignal} | undefined}
 */
let found;
/** @type {CardOpener | undefined} */
let card;
/** What was asked of the card before its script came. @type {((card: CardOpener) => void) | undefined} */
let waiting;

/** @param {InjectedOptions} options @returns {Promise<InjectedOutcome>} */
async function check({ anyway }) {
    current.abort();
    current = new AbortController();
    found = card = waiting = undefined;
    const { signal } = current;
    if (!/html/u.test(document.contentType)) return { outcome: "unreadable" };
    if (!couldHoldFinding(document)) return { outcome: "no-candidate", load, url: location.href };
    const { nodes, texts } = walkPage(document);
    const answer = await ask({ type: "check", load, anyway, url: location.href, nodes });
    if (answer.type === "failed") return { outcome: "failed", detail: answer.detail };
    if (!signal.aborted && answer.findings.length > 0) show(placed(answer, texts), signal);
    return { outcome: "answered", load };
}

/**
 * One question, one answer, and the Port closes.
 * @param {CheckRequest} request
 * @returns {Promise<CheckAnswer | CheckFailure>}
 */
function ask(request) {
    return new Promise((resolve) => {
        const port = connectToBackground();
        port.onMessage.addListener((answer) => {
            resolve(answer);
            port.disconnect();
        });
        port.onDisconnect.addListener(() => resolve({ type: "failed", detail: "the background stopped" }));
        port.postMessage(request);
    });
}

/** @param {PlacedFinding[]} findings @param {AbortSignal} signal */
function show(findings, signal) {
    const marks = showMarks(findings, signal);
    found = { findings, marks, signal };
    endWhenOrphaned(current, signal);
    makeCard();
}

/** The card needs findings and its script, and either may come first. */
function makeCard() {
    if (found === undefined || world.mouthpiece?.cardOpener === undefined) return;
    card = world.mouthpiece.cardOpener(found.findings, found.marks, found.signal);
    waiting?.(card);
    waiting = undefined;
}

/** @param {(card: CardOpener) => void} request */
function withCard(request) {
    if (card === undefined) waiting = request;
    else request(card);
}

/**
 * Findings with the pieces of the page's text that they, and the words about them, stand in.
 * @param {CheckAnswer} answer
 * @param {Text[]} texts
 * @returns {PlacedFinding[]}
 */
function placed({ findings, segments, texts: blocks }, texts) {
    return findings.map((finding) => ({
        finding,
        pieces: piecesOf(finding, segments, texts),
        about: finding.signals.map((signal) => {
            const text = blocks[signal.block] ?? "";
            const sentence = sentenceAround(text, signal);
            const words = text.slice(sentence.start, sentence.end);
            return { place: signal, words, pieces: piecesOf(sentence, segments, texts) };
        }),
    }));
}

/**
 * After an update of the extension the old script stays behind, cut off: it takes its marks away.
 * @param {AbortController} controller
 * @param {AbortSignal} signal
 */
function endWhenOrphaned(controller, signal) {
    const onSign = () => {
        if (!isAlive()) controller.abort();
    };
    for (const sign of ["focus", "click", "keydown", "pageshow"])
        addEventListener(sign, onSign, { capture: true, passive: true, signal });
    document.addEventListener("visibilitychange", onSign, { signal });
}

/** @param {ToPage} message */
function answer(message) {
    if (message.type === "who") return load;
    if (found === undefined) return false;
    if (message.type === "step") withCard((ready) => ready.step(message.by));
    if (message.type === "show") withCard((ready) => ready.open(message.index, "show"));
    return true;
}

/* A second injection into the same page finds the first one here, and only checks again. */
const world = /** @type {import("./world.d.ts").World} */ (globalThis);
if (world.mouthpiece === undefined) {
    world.mouthpiece = { check, makeCard };
    answerMessages(answer, new AbortController().signal);
}
