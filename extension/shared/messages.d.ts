/* messages.d.ts: every message that crosses between the parts of the extension, by direction, and what they carry. */

import type { MarkStyle } from "./settings-types.js";
import type { Finding, Note, PageNode, Segment } from "../../wasm/mouthpiece.js";

export type { Finding, PageNode, Segment };
export type Level = Finding["level"];
export type SignalId = Finding["signals"][number]["id"];

/** Where something stands: a stretch of one block's text, UTF-16 code units. */
export interface Place {
    block: number;
    start: number;
    end: number;
}

/** A document in a tab; the top one is frame 0. */
export interface Frame {
    tabId: number;
    frameId: number;
}

export type Counts = Record<Level, number>;

/** What the settings make of a finding: shown in the page and the list, in the list only, or not until asked for. */
export type View = "marked" | "listed" | "dismissed" | "off";

/** How findings are to look in the page. */
export interface Look {
    /** One a finding. */
    views: View[];
    style: MarkStyle;
}

/* ---- content script → background, over the Port "page": one message, one answer, and the content script closes it ---- */

export type FromPage =
    | CheckRequest
    /** What was found here is gone with the text that held it. */
    | { type: "nothing"; load: string; url: string; selection: boolean }
    /** The user dismisses a finding, or takes that back. */
    | { type: "dismiss"; quote: string; speaker: string; undo: boolean }
    /** The user wants this site left alone, or takes that back. */
    | { type: "never"; undo: boolean };

export interface CheckRequest {
    type: "check";
    /** Names this run of the content script in this page. */
    load: string;
    /** Check although the page looks like no article. */
    anyway: boolean;
    /** The nodes are what the user has selected, and all of that counts. */
    selection: boolean;
    url: string;
    nodes: PageNode[];
    /** What the names of the document's highlights begin with, where the browser has no rules for them yet. */
    style?: string | undefined;
}

/* ---- background → content script, over the same Port ---- */

/** The answer to what is no check. */
export interface Done {
    type: "done";
}

export interface CheckAnswer {
    type: "checked";
    findings: Finding[];
    /** One a finding. */
    places: FindingPlaces[];
    look: Look;
    /** The rules for the document's marks, where they were asked for and there are any. */
    rules?: string | undefined;
}

/** A run of one of the page's texts, which are numbered in the order of the nodes that were sent. */
export type SentPiece = [text: number, start: number, end: number];

/** Where a finding stands on the page, and the sentences about it: one a signal, with its words. */
export interface FindingPlaces {
    pieces: SentPiece[];
    about: { words: string; pieces: SentPiece[] }[];
}

export interface CheckFailure {
    type: "failed";
    detail: string;
}

/* ---- background → content script, by injection: an argument, and the promise's value ---- */

export interface InjectedOptions {
    anyway: boolean;
    /** By the user, who waits for it: nothing is left out to spare the page. */
    asked: boolean;
    /** What the user's own packs add to the prefilter: source of a RegExp, "" where they add nothing. */
    more: string;
    /** Check only the blocks that the user has selected, until the page is checked again or becomes another one. */
    selection?: boolean;
}

export type InjectedOutcome =
    /** The text holds nothing that could be a finding; the background was not asked. */
    | { outcome: "no-candidate"; load: string; url: string; selection: boolean; spent: number }
    /** The background was asked, and has kept the result. `spent`: milliseconds of the page's own time. */
    | { outcome: "answered"; load: string; spent: number }
    /** The page is of a kind that has no text to walk. */
    | { outcome: "unreadable" }
    | { outcome: "failed"; detail: string };

/* ---- background, popup, panel → content script ---- */

export type ToPage =
    /** Answered with the load's name. */
    | { type: "who" }
    /** Scroll to a finding's mark and open its card. Answered with true where the finding exists. */
    | { type: "show"; index: number }
    /** The next (1) or previous (-1) finding. */
    | { type: "step"; by: 1 | -1 }
    /** The browser did not take the rules for the document's marks. */
    | { type: "unstyled" }
    /** The settings have changed: show the findings so. */
    | { type: "look"; look: Look };

/* ---- popup, panel → background ---- */

export type ToBackground =
    /** Answered with a TabState. */
    | { type: "tab-state"; tabId: number }
    /** Check the tab; answered with a TabState when done. `clicked`: the user's click lets us in. */
    | { type: "check-tab"; tabId: number; anyway: boolean; clicked: boolean; url?: string | undefined };

/** What is known of a tab. */
export type TabState =
    | { state: "unchecked" }
    | { state: "checking" }
    | Checked
    | { state: "no-article"; load: string; url: string }
    /** Models are named, in a language that the rules cannot read: nothing was looked for. */
    | { state: "unread"; load: string; url: string }
    /** The browser lets no extension in here. */
    | { state: "not-allowed" }
    /** It would, after a click on the toolbar's button. */
    | { state: "needs-click" }
    /** The page is of a kind that cannot be read: a PDF, a plain text. */
    | { state: "cannot-run" }
    /** The user has switched the site off. */
    | { state: "off"; site: string }
    /** Something went wrong that should not. */
    | { state: "failed"; detail: string };

/** What an editor's card needs of the text around a finding. */
export interface Facts {
    inHeadline: boolean;
    /** Where the links near it lead. */
    hrefs: string[];
    /** What each of its rewordings would stand for; "" for a sentence of its own. */
    originals: string[];
}

/** The result of a check, as it is kept in storage.session. */
export interface Checked {
    state: "checked";
    load: string;
    url: string;
    /** Milliseconds since the epoch. */
    at: number;
    /** Of the findings that are marked. */
    counts: Counts;
    findings: Finding[];
    /** One a finding. */
    views: View[];
    /** For editors, one a finding. */
    facts?: Facts[];
    /** For editors: wording that lends a model a mind. */
    notes?: Note[];
    /** The headline. */
    title?: string;
    /** Which frame each finding is in; absent where all are in the top document. */
    frames?: number[];
    /** How many blocks of text were checked; absent where none could hold a finding. */
    passages?: number;
    /** Only what the user had selected was checked. */
    selection?: true;
    /** Where the user's own packs could not be loaded: why. */
    packsFault?: string;
}
