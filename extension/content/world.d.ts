/* world.d.ts: what the content script's two parts, main.js and card-main.js, know of each other. They meet in the
 * extension's isolated world, which the page cannot see. */

import type { FromPage, InjectedOptions, InjectedOutcome } from "../shared/messages.js";
import type { Marks } from "./marks.js";
import type { Piece, PlacedFinding } from "./places.js";

export interface CardOpener {
    /** Opens the card of a finding; "show" brings the mark into view first. */
    open(index: number, scroll: "show" | "stay"): void;
    /** The finding after (1) or before (-1) the one shown last. */
    step(by: 1 | -1): void;
    /** What is marked has changed. */
    update(): void;
    /** The finding whose card is open. */
    shown(): number | undefined;
}

/** What a card's parts may ask of it. */
export interface CardActions {
    step(by: 1 | -1): void;
    close(): void;
    show(pieces: Piece[]): void;
    remember(what: "dismiss" | "never"): void;
}

/** What a check found, and what ends its being shown. */
export interface Found {
    findings: PlacedFinding[];
    marks: Marks;
    signal: AbortSignal;
    /** The findings whose words have gone from under their marks. */
    moved: () => number[];
}

/** How a look at the page ended: it holds nothing that could be a finding and the background was not asked, or it was. */
export interface Looked {
    outcome: "no-candidate" | "answered" | "failed";
    detail?: string;
    /** Whether it shows anything new. */
    isNew: boolean;
    /** Milliseconds of the page's own time. */
    spent: number;
}

/** What the card asks the background to remember. */
export type Remembered = Extract<FromPage, { type: "dismiss" | "never" }>;

export interface World {
    mouthpiece?: {
        check(options: InjectedOptions): Promise<InjectedOutcome>;
        /** A check that nobody asked for, as the page loads; `more`: what the user's own packs add to the prefilter. */
        start(more: string): Promise<Looked | undefined>;
        /** The rules have changed, and with them what they add to the prefilter: check again, if anything was checked. */
        recheck(more: string): void;
        /** Told by card-main.js that cardOpener is there. */
        makeCard(): void;
        cardOpener?: (found: Found, tell: (request: Remembered) => Promise<boolean>) => CardOpener;
    };
}
