/* main.js: the content script's entries, `mouthpiece.check` and the like, seen only in the extension's isolated world. It joins
 * the parts: prefilter, walker, background, marks. Until something could be found it touches neither the extension's
 * interface nor anything else that the browser makes for a page only when it is asked for: that took longer than to read the
 * page. Until something is found it changes nothing at all on the page,
 * and what it shows ends with the check's AbortSignal. The card is a script of its own (card-main.js), which the
 * background sends after the first findings, so that pages without any do not pay for it. */

import { answerMessages, connectToBackground, isAlive } from "../shared/browser.js";
import { showMarks } from "./marks.js";
import { pageBody, pageType } from "./dom.js";
import { isSame, movedAmong, placed } from "./placed.js";
import { addToPrefilter, couldAddFinding, couldHoldFinding } from "./prefilter.js";
import { keptTo, selectedBlocks, stillThere } from "./selection.js";
import { treesIn } from "./trees.js";
import { walkPage } from "./walker.js";
import { Watch } from "./watch.js";

/** @typedef {import("../shared/messages.d.ts").CheckAnswer} CheckAnswer */
/** @typedef {import("../shared/messages.d.ts").CheckFailure} CheckFailure */
/** @typedef {import("../shared/messages.d.ts").Done} Done */
/** @typedef {import("../shared/messages.d.ts").FromPage} FromPage */
/** @typedef {import("../shared/messages.d.ts").InjectedOptions} InjectedOptions */
/** @typedef {import("../shared/messages.d.ts").InjectedOutcome} InjectedOutcome */
/** @typedef {import("../shared/messages.d.ts").Look} Look */
/** @typedef {import("../shared/messages.d.ts").ToPage} ToPage */
/** @typedef {import("./places.js").PlacedFinding} PlacedFinding */
/** @typedef {import("./blocks.js").Tree} Tree */
/** @typedef {import("./world.d.ts").Looked} Looked */
/** @typedef {import("./world.d.ts").CardOpener} CardOpener */

const SHORTEST_SENTENCE = 60;

/** Ends all that this script does, when an update of the extension has cut it off. */
const life = new AbortController();
/** Names a run of the script over a page, once it has to. @type {string | undefined} */
let load;
/** What the names of this script's highlights begin with, once there are any. @type {string | undefined} */
let base;
/** The rules for them. @type {string | undefined} */
let rules;
/** The browser has the rules for the document, and takes them back when the extension goes. */
let isStyled = true;
/** Ends what the latest check shows. */
let current = new AbortController();
/** What the latest check found; the card opens on it. @type {import("./world.d.ts").Found | undefined} */
let found;
/** @type {CardOpener | undefined} */
let card;
/** What was asked of the card before its script came. @type {((card: CardOpener) => void) | undefined} */
let waiting;
/** How the latest check was asked for. @type {InjectedOptions} */
let latest = { anyway: false, asked: false, more: "" };
/** The blocks that were selected, where only those are checked. @type {Tree[] | undefined} */
let chosen;
/** Counts the checks: an answer that comes after the next question is not shown. */
let turn = 0;
let isSweeping = false;
/** @type {Watch | undefined} */
let watch;
/** The background may ask. Until it knows of the page it has no reason to. */
let isListening = false;

/** crypto.randomUUID is missing on pages without TLS. */
function newName() {
    return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("");
}

function loadName() {
    load ??= newName();
    return load;
}

/** @param {InjectedOptions} options @returns {Promise<InjectedOutcome>} */
async function check(options) {
    const body = prepare(options);
    if (body === null) return { outcome: "unreadable" };
    listen();
    chosen = options.selection ? selectedBlocks(walkPage(document, treesIn(body, true)).texts) : undefined;
    const { outcome, detail = "", spent } = await look();
    if (outcome === "failed") return { outcome, detail };
    if (outcome === "answered") return { outcome, load: loadName(), spent };
    return { outcome, load: loadName(), url: location.href, selection: chosen !== undefined, spent };
}

/** @param {string} more @returns {Promise<Looked | undefined>} */
async function start(more) {
    return prepare({ anyway: false, asked: false, more }) === null ? undefined : await look();
}

/** @param {InjectedOptions} options @returns {Element | null} what is to be checked, if it can be */
function prepare(options) {
    latest = options;
    addToPrefilter(options.more);
    const body = /html/u.test(pageType()) ? pageBody() : null;
    if (body !== null)
        watch ??= new Watch({ isWorthChecking, isOutOfDate, checkAgain, sweep, end: () => life.abort() }, life.signal);
    return body;
}

/** To the background, and to whatever makes what it knows of the page another page's. */
function listen() {
    watch?.listen();
    if (isListening) return;
    isListening = true;
    answerMessages(answer, life.signal);
}

/** @param {string} more */
function recheck(more) {
    if (watch === undefined) return;
    addToPrefilter(more);
    void checkAgain(false);
}

/** Looks at the page, and asks the background where it could hold a finding. @returns {Promise<Looked>} */
async function look() {
    const started = performance.now();
    const mine = ++turn;
    const trees = treesIn(/** @type {Element} */ (pageBody()), latest.asked);
    watch?.start(trees);
    const selection = chosen !== undefined;
    chosen &&= stillThere(chosen);
    if (!couldHoldFinding(chosen ?? trees)) {
        const isNew = show([], { views: [], style: "full" });
        const spent = performance.now() - started;
        if (isNew) await ask({ type: "nothing", load: loadName(), url: location.href, selection });
        return { outcome: "no-candidate", isNew, spent };
    }
    listen();
    /* The background starts while the page is walked. */
    const port = connectToBackground("check");
    const walk = walkPage(document, trees);
    const { nodes, texts } = chosen === undefined ? walk : keptTo(chosen, walk);
    base ??= `x${newName()}`;
    const style = rules === undefined ? base : undefined;
    const request = { type: /** @type {const} */ ("check"), load: loadName(), anyway: latest.anyway, selection, style };
    const answering = ask({ ...request, url: location.href, nodes }, port);
    let spent = performance.now() - started;
    const answer = await answering;
    if (answer.type !== "checked") {
        const detail = answer.type === "failed" ? answer.detail : "";
        return { outcome: "failed", detail, isNew: false, spent };
    }
    const answered = performance.now();
    rules ??= answer.rules;
    const isNew = mine === turn && show(placed(answer, texts), answer.look);
    spent += performance.now() - answered;
    return { outcome: "answered", isNew, spent };
}

/** @param {Tree[]} changed */
function isWorthChecking(changed) {
    return couldAddFinding(changed) || (found !== undefined && changed.some(holdsASentence));
}

/** What is said about findings need not name a model: "The company did not answer." @param {Tree} tree */
function holdsASentence(tree) {
    return (tree.textContent ?? "").trim().length >= SHORTEST_SENTENCE;
}

function isOutOfDate() {
    return found !== undefined && found.moved().length > 0;
}

/** Takes marks away whose words have gone from under them, before the next picture is painted. */
function sweep() {
    if (found === undefined || isSweeping) return;
    isSweeping = true;
    requestAnimationFrame(() => {
        isSweeping = false;
        if (found === undefined) return;
        found.moved().forEach(found.marks.remove);
        found.marks.restore();
    });
}

/** @param {boolean} isOther the page has become another one, where nobody has selected anything */
function checkAgain(isOther) {
    if (isOther) {
        load = undefined;
        chosen = undefined;
    }
    return look();
}

/**
 * One question, one answer, and the Port closes.
 * @param {FromPage} request
 * @returns {Promise<CheckAnswer | CheckFailure | Done>}
 */
function ask(request, port = connectToBackground("page")) {
    return new Promise((resolve) => {
        port.onMessage.addListener((answer) => {
            resolve(answer);
            port.disconnect();
        });
        port.onDisconnect.addListener(() => resolve({ type: "failed", detail: "the background stopped" }));
        port.postMessage(request);
    });
}

/**
 * Shows what a check found, in the place of what the one before found. What stays is left as it is.
 * @param {PlacedFinding[]} findings @param {Look} as @returns {boolean} whether it is anything new
 */
function show(findings, as) {
    if (life.signal.aborted) return false;
    if ((found?.marks.isWhole() ?? true) && isSame(found?.findings ?? [], findings)) return false;
    const read = found?.findings[card?.shown() ?? -1];
    current.abort();
    current = new AbortController();
    found = card = waiting = undefined;
    if (findings.length > 0) {
        const { signal } = current;
        const marks = showMarks(findings, as, { base: base ?? "", rules: rules ?? "", isStyled }, signal);
        found = { findings, marks, signal, moved: movedAmong(findings) };
        endWhenOrphaned(signal);
        makeCard();
        /* Whoever reads a card goes on reading it. */
        const again = read === undefined ? -1 : findings.findIndex((finding) => isSame([finding], [read]));
        if (again >= 0) withCard((ready) => ready.open(again, "stay"));
    }
    return true;
}

/** On any sign of life, see whether the extension still stands behind us. @param {AbortSignal} signal */
function endWhenOrphaned(signal) {
    const onSign = () => void (isAlive() || life.abort());
    for (const sign of ["focus", "click", "keydown", "pageshow", "visibilitychange"])
        addEventListener(sign, onSign, { capture: true, passive: true, signal });
}

/** The card needs findings and its script, and either may come first. */
function makeCard() {
    const open = world.mouthpiece?.cardOpener;
    if (found === undefined || open === undefined) return;
    card = open(found, tell);
    waiting?.(card);
    waiting = undefined;
}

/** Hands on what the user wants remembered; whether it was. @param {import("./world.d.ts").Remembered} request */
async function tell(request) {
    return isAlive() && (await ask(request)).type === "done";
}

/** @param {(card: CardOpener) => void} request */
function withCard(request) {
    if (card === undefined) waiting = request;
    else request(card);
}

/** @param {ToPage} message */
function answer(message) {
    if (message.type === "who") return loadName();
    if (message.type === "unstyled") {
        isStyled = false;
        found?.marks.adopt();
    }
    if (found === undefined) return false;
    found.marks.restore();
    if (message.type === "look") {
        found.marks.repaint(message.look);
        card?.update();
    }
    if (message.type === "step") withCard((ready) => ready.step(message.by));
    if (message.type === "show") withCard((ready) => ready.open(message.index, "show"));
    return true;
}

/* A second injection into the same page finds the first one here, and only checks again; not an element with that id. */
const world = /** @type {import("./world.d.ts").World} */ (globalThis);
if (!Object.hasOwn(world, "mouthpiece")) {
    world.mouthpiece = { check, start, recheck, makeCard };
    life.signal.addEventListener("abort", () => current.abort());
}
