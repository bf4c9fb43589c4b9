/* card.js: the card of one finding: who is quoted, who is answerable, what the page says. It hangs in a closed shadow
 * tree under one host element, the only thing that ever enters the page, and only while the card is open. Texts go in
 * as textContent alone. Knows findings and marks; where the card stands is card-place.js's. */

import {
    answerable,
    levelName,
    localized,
    pageLines,
    quoted,
    speakerLine,
    textLanguage,
    useLine,
} from "../shared/wording.js";
import { footer, notice } from "./card-actions.js";
import { listenForClicks } from "./clicks.js";
import cardStyle from "./card.css";
import { keepBeside, scrollTo } from "./card-place.js";
import { button, element, icon } from "../shared/elements.js";

/** @typedef {import("./marks.js").Marks} Marks */
/** @typedef {import("./places.js").Piece} Piece */
/** @typedef {import("./places.js").PlacedFinding} PlacedFinding */
/** @typedef {import("./world.d.ts").CardOpener} CardOpener */
/** @typedef {import("./world.d.ts").Found} Found */
/** @typedef {import("./world.d.ts").Remembered} Remembered */
/** @typedef {import("./world.d.ts").CardActions} Actions */

/** @param {Found} found @param {(request: Remembered) => Promise<boolean>} tell @returns {CardOpener} */
export function cardOpener({ findings, marks, signal }, tell) {
    /** @type {Card | undefined} */
    let card;
    /** @type {number | undefined} the finding shown last, where stepping goes on */
    let latest;
    signal.addEventListener("abort", () => card?.close());

    /** @type {CardOpener["open"]} */
    const open = (index, scroll) => {
        if (signal.aborted || findings[index] === undefined) return;
        latest = index;
        if (card?.isOpen === false) card.close();
        if (card?.isOpen !== true) card = new Card(findings, marks, { step, tell });
        card.show(index, scroll);
    };
    /** @type {CardOpener["step"]} */
    const step = (by) => {
        const marked = [...findings.keys()].filter(marks.isMarked);
        const from = latest ?? (by === 1 ? -1 : findings.length);
        const next = by === 1 ? marked.find((index) => index > from) : marked.findLast((index) => index < from);
        const index = next ?? marked.at(by === 1 ? 0 : -1);
        if (index !== undefined) open(index, "show");
    };
    listenForClicks(findings, marks, (index) => open(index, "stay"), signal);
    return { open, step, update: () => card?.update(), shown: () => card?.shown };
}

class Card {
    #life = new AbortController();
    #host = document.createElement("div");
    /** What scrolls is the dialog, so that the arrow keys do; what is rounded and placed is the frame around it. */
    #dialog = element("div", { class: "dialog", role: "dialog", "aria-labelledby": "title", tabindex: "-1" });
    /* Its texts are ours: neither the page's language nor its direction is theirs. */
    #frame = element(
        "div",
        { class: "frame", popover: "manual", lang: textLanguage(), dir: localized("direction") },
        this.#dialog,
    );
    /** Where the focus was, and returns to. */
    #before = document.activeElement;
    #findings;
    #marks;
    #step;
    #tell;
    /** The finding that is shown; none while the card tells what was done with it. @type {number | undefined} */
    #shown;
    /** What the card stands beside: the finding, or the words that it was asked to show. @type {Piece[]} */
    #anchor = [];

    /**
     * @param {PlacedFinding[]} findings
     * @param {Marks} marks
     * @param {{step(by: 1 | -1): void, tell(request: Remembered): Promise<boolean>}} others
     */
    constructor(findings, marks, { step, tell }) {
        this.#findings = findings;
        this.#marks = marks;
        this.#step = step;
        this.#tell = tell;
        const tree = this.#host.attachShadow({ mode: "closed" });
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(cardStyle);
        tree.adoptedStyleSheets.push(sheet);
        tree.append(this.#frame);
        this.#listen(tree);
        document.documentElement.append(this.#host);
        this.#frame.showPopover();
        keepBeside(this.#frame, () => this.#anchor, this.#life.signal);
    }

    /** The page may have taken it away. */
    get isOpen() {
        return !this.#life.signal.aborted && this.#host.isConnected;
    }

    /** The finding that the open card is about. */
    get shown() {
        return this.isOpen ? this.#shown : undefined;
    }

    /** @param {number} index @param {"show" | "stay"} scroll */
    show(index, scroll) {
        const placed = /** @type {PlacedFinding} */ (this.#findings[index]);
        const marked = [...this.#findings.keys()].filter(this.#marks.isMarked);
        this.#shown = index;
        this.#frame.dataset.tone = this.#marks.tone(index);
        this.#frame.dataset.level = placed.finding.level;
        const position = localized("card_position", [String(marked.indexOf(index) + 1), String(marked.length)]);
        const isOne = marked.length < 2 || !marked.includes(index);
        this.#fill(contents(placed, isOne ? "" : position, this.#actions(index)));
        this.#standBeside(placed.pieces, scroll === "show");
    }

    /** What is marked has changed: what the card shows may be gone. */
    update() {
        if (this.#shown === undefined) return;
        if (!this.#marks.isMarked(this.#shown)) this.close();
        else if (document.activeElement === this.#host) this.show(this.#shown, "stay");
    }

    /** @param {Node[]} parts */
    #fill(parts) {
        this.#dialog.replaceChildren(...parts);
        this.#dialog.scrollTop = 0;
        this.#dialog.focus({ preventScroll: true });
    }

    /**
     * Has the user's wish remembered, and offers to take it back.
     * @param {number} index
     * @param {"dismiss" | "never"} what
     */
    async #remember(index, what) {
        const { finding } = /** @type {PlacedFinding} */ (this.#findings[index]);
        const request = (/** @type {boolean} */ undo) =>
            what === "never"
                ? /** @type {const} */ ({ type: "never", undo })
                : /** @type {const} */ ({ type: "dismiss", quote: finding.quote, speaker: finding.speaker.id, undo });
        const undo = async () => {
            if ((await this.#tell(request(true))) && this.isOpen) this.show(index, "stay");
        };
        this.#shown = undefined;
        const done = await this.#tell(request(false));
        if (!this.isOpen) return;
        this.#marks.emphasize([]);
        this.#fill(notice(done ? what : "failed", { ...this.#actions(index), undo }));
        this.#frame.dispatchEvent(new Event("place"));
    }

    close() {
        if (this.#life.signal.aborted) return;
        const hadFocus = document.activeElement === this.#host;
        this.#life.abort();
        this.#marks.emphasize([]);
        this.#host.remove();
        if (hadFocus && this.#before instanceof HTMLElement) this.#before.focus({ preventScroll: true });
    }

    /** @param {number} index @returns {Actions} */
    #actions(index) {
        return {
            step: this.#step,
            close: () => this.close(),
            show: (pieces) => this.#standBeside(pieces, true),
            remember: (what) => void this.#remember(index, what),
        };
    }

    /** @param {Piece[]} pieces @param {boolean} scroll */
    #standBeside(pieces, scroll) {
        this.#anchor = pieces;
        this.#marks.emphasize(pieces);
        if (scroll) scrollTo(pieces);
        this.#frame.dispatchEvent(new Event("place"));
    }

    /** @param {ShadowRoot} tree */
    #listen(tree) {
        const { signal } = this.#life;
        const onOutside = (/** @type {Event} */ event) => {
            if (event.isTrusted && event.target !== this.#host) this.close();
        };
        addEventListener("pointerdown", onOutside, { capture: true, passive: true, signal });
        const onKey = (/** @type {KeyboardEvent} */ event) => {
            if (event.key === "Escape") this.close();
            if (event.key === "ArrowRight") this.#step(1);
            if (event.key === "ArrowLeft") this.#step(-1);
        };
        tree.addEventListener("keydown", (event) => onKey(/** @type {KeyboardEvent} */ (event)), { signal });
        /* Keys pressed in the card are not the page's shortcuts. */
        for (const type of ["keydown", "keyup", "keypress"])
            tree.addEventListener(type, (event) => event.stopPropagation(), { signal });
        /* The focus may have stayed with the page; Escape closes the card all the same. */
        addEventListener("keydown", (event) => void (event.key === "Escape" && this.close()), {
            passive: true,
            signal,
        });
    }
}

/** @param {PlacedFinding} placed @param {string} position @param {Actions} actions */
function contents(placed, position, actions) {
    const { finding, pieces } = placed;
    return [
        header(finding.level, position, actions),
        element("h2", { id: "title" }, speakerLine(finding)),
        element(
            "blockquote",
            {},
            quoteButton(quoted(finding.quote), () => actions.show(pieces)),
        ),
        element("p", { class: "use" }, useLine(finding)),
        element(
            "p",
            { class: "answerable" },
            element("span", {}, localized("answerable")),
            " ",
            element("strong", {}, answerable(finding)),
        ),
        element("h3", {}, localized("page_says")),
        element("ul", {}, ...pageLines(finding).map((line) => pageLine(line, placed, actions))),
        standard(),
        ...footer(finding, actions),
    ];
}

/** @param {PlacedFinding["finding"]["level"]} level @param {string} position @param {Actions} actions */
function header(level, position, actions) {
    const steps =
        position === ""
            ? []
            : [
                  element("span", { class: "position" }, position),
                  button(
                      { class: "small", "aria-label": localized("card_previous") },
                      () => actions.step(-1),
                      icon("previous"),
                  ),
                  button({ class: "small", "aria-label": localized("card_next") }, () => actions.step(1), icon("next")),
              ];
    return element(
        "header",
        {},
        element("span", { class: "level" }, icon(level), levelName(level)),
        element(
            "span",
            { class: "steps" },
            ...steps,
            button({ class: "small", "aria-label": localized("card_close") }, actions.close, icon("close")),
        ),
    );
}

/** The quote leads back to itself, after a jump elsewhere. @param {string} text @param {() => void} onClick */
function quoteButton(text, onClick) {
    return button({ class: "words", title: localized("back_to_quote") }, onClick, text);
}

/** @param {import("../shared/wording.js").PageLine} line @param {PlacedFinding} placed @param {Actions} actions */
function pageLine({ kind, found, text, place }, placed, actions) {
    const about = placed.about.find((each) => each.place.block === place?.block && each.place.start === place.start);
    const item = element(
        "li",
        { class: found ? "found" : "missing" },
        icon(found ? kind : "missing"),
        element("span", {}, text),
    );
    if (about === undefined || about.words === "") return item;
    const label = localized("show_in_page", [about.words]);
    const jump = button({ class: "words", "aria-label": label }, () => actions.show(about.pieces), about.words);
    item.lastElementChild?.append(jump);
    return item;
}

/** The yardstick: how a news agency treats such words. */
function standard() {
    const source = element(
        "a",
        { href: localized("ap_address"), target: "_blank", rel: "noopener noreferrer" },
        localized("ap_source"),
    );
    return element("figure", {}, element("p", {}, localized("ap_sentence")), element("figcaption", {}, source));
}
