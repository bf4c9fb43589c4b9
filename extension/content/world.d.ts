/* world.d.ts: what the content script's two parts, main.js and card-main.js, know of each other. They meet in the
 * extension's isolated world, which the page cannot see. */

import type { InjectedOptions, InjectedOutcome } from "../shared/messages.js";
import type { Marks } from "./marks.js";
import type { PlacedFinding } from "./places.js";

export interface CardOpener {
    /** Opens the card of a finding; "show" brings the mark into view first. */
    open(index: number, scroll: "show" | "stay"): void;
    /** The finding after (1) or before (-1) the one shown last. */
    step(by: 1 | -1): void;
}

export interface World {
    mouthpiece?: {
        check(options: InjectedOptions): Promise<InjectedOutcome>;
        /** Told by card-main.js that cardOpener is there. */
        makeCard(): void;
        cardOpener?: (findings: PlacedFinding[], marks: Marks, signal: AbortSignal) => CardOpener;
    };
}
