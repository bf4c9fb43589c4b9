/* watch.js: when to check a page again: when a part that has changed could hold a finding, when the words under a mark are
 * no longer there, when the page has become another one (without loading, as applications do, or out of the browser's
 * back/forward cache). Works when the browser is idle, not at all while nobody looks, and spends at most a twentieth of
 * the time. Without changes nothing runs: no timer, no polling. Knows neither marks nor messages. */

import { isAlive } from "../shared/browser.js";
import { Changes } from "./changes.js";
import { isPageHidden, pageBody } from "./dom.js";
import { treesIn } from "./trees.js";

/** Milliseconds. */
const SOON = 150;
const LATEST = 30_000;
const IDLE_WAIT = 500;
const SWEEP = 100;
/** Rests for so many times as long as it worked. */
const REST = 20;
/** After so many floods in a row the rests grow no more. To be told of changes makes them twice as dear, in Firefox most of
 *  all; a page that goes on changing everything is told of in a few looks, for it is not observed between them. */
const MOST_FLOODS = 4;

/** @typedef {import("./blocks.js").Tree} Tree */
/** Whether a check showed anything new, and how many milliseconds it took of the page's time.
 *  @typedef {{isNew: boolean, spent: number}} Checked */
/**
 * What the watcher asks of the check.
 * @typedef {object} Watched
 * @property {(changed: Tree[]) => boolean} isWorthChecking
 * @property {() => boolean} isOutOfDate  what is shown does not stand on the page any more
 * @property {(isOther: boolean) => Promise<Checked>} checkAgain  `isOther`: the page is another than the one checked before
 * @property {() => void} sweep  something has changed: before it is painted, see that no mark is wrong
 * @property {() => void} end  the extension is gone from under us
 */

export class Watch {
    #watched;
    #signal;
    #changes;
    #address = address();
    /** Something may have changed. */
    #isDue = false;
    #isWaiting = false;
    #isListening = false;
    /** The tab's result and badge are another page's. */
    #isBack = false;
    #rest = SOON;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    #sweeping;
    /** Checks in a row that showed nothing new. */
    #fruitless = 0;
    /** Looks in a row that found the page changed as a whole, to no effect. */
    #floods = 0;

    /** @param {Watched} watched @param {AbortSignal} signal ends the watching */
    constructor(watched, signal) {
        this.#watched = watched;
        this.#signal = signal;
        this.#changes = new Changes(() => {
            this.listen();
            this.#sweep();
            this.look();
        }, signal);
    }

    /** The page is being checked, just now. @param {Tree[]} trees all of it */
    start(trees) {
        this.#address = address();
        this.#observe(trees);
        this.#changes.take();
    }

    /** Also to what is no change of the page: from the first change on, and where the background knows of the page. Until then
     *  nothing else could make a difference. */
    listen() {
        if (this.#isListening) return;
        this.#isListening = true;
        const options = { signal: this.#signal };
        addEventListener("visibilitychange", () => this.turn(), options);
        addEventListener("pageshow", (event) => void (event.persisted && event.isTrusted && this.return()), options);
        const look = () => this.look();
        addEventListener("popstate", look, options);
        /* Not in every browser, where an element of the page that has its name stands in its place. */
        const { Navigation, navigation } = /** @type {any} */ (globalThis);
        if (typeof Navigation === "function") navigation?.addEventListener("currententrychange", look, options);
    }

    /** Looks at the page, soon. */
    look() {
        this.#isDue = true;
        if (this.#isWaiting || isPageHidden() || this.#signal.aborted) return;
        this.#isWaiting = true;
        setTimeout(() => requestIdleCallback(() => void this.#round(), { timeout: IDLE_WAIT }), this.#rest);
    }

    /** Somebody looks at the page again, or nobody any more. */
    turn() {
        this.#sweep();
        this.look();
    }

    /** Again and again where too much changes to be told of each change, while somebody looks. */
    #sweep() {
        clearTimeout(this.#sweeping);
        if (this.#signal.aborted || isPageHidden()) return;
        this.#watched.sweep();
        this.#sweeping = this.#changes.isPaused ? setTimeout(() => this.#sweep(), SWEEP) : undefined;
    }

    /** The page is shown again as it was left. */
    return() {
        this.#isBack = true;
        this.look();
    }

    async #round() {
        if (this.#signal.aborted) return;
        if (!isAlive()) return this.#watched.end();
        this.#isDue = false;
        const started = performance.now();
        const { isNeeded, isOther, isFlood } = this.#judge();
        let spent = performance.now() - started;
        this.#floods = isFlood ? Math.min(this.#floods + 1, MOST_FLOODS) : 0;
        if (isNeeded) {
            const checked = await this.#watched.checkAgain(isOther);
            spent += checked.spent;
            this.#fruitless = checked.isNew ? 0 : this.#fruitless + 1;
            if (checked.isNew) this.#floods = 0;
        }
        const taken = performance.now() - started;
        const rest = Math.max(SOON, REST * spent, taken);
        this.#rest = Math.min(LATEST, rest * 2 ** Math.max(this.#fruitless, this.#floods));
        this.#isWaiting = false;
        if (this.#isDue) this.look();
    }

    /** Whether to check, by what the page has become. */
    #judge() {
        const isOther = this.#address !== address();
        const isBack = this.#isBack;
        this.#address = address();
        this.#isBack = false;
        const { all, blocks } = this.#changes.take();
        const changed = (all ? wholePage() : blocks).flatMap((tree) => treesIn(tree, false));
        this.#observe(changed);
        const isNeeded = isOther || isBack || this.#watched.isOutOfDate() || this.#watched.isWorthChecking(changed);
        return { isNeeded, isOther, isFlood: all };
    }

    /** @param {Tree[]} trees */
    #observe(trees) {
        this.#changes.observe(document);
        for (const tree of trees) if (tree instanceof ShadowRoot) this.#changes.observe(tree);
    }
}

/** @returns {Tree[]} */
function wholePage() {
    const body = pageBody();
    return body === null ? [] : [body];
}

/** A page's sections are no pages of their own. */
function address() {
    return location.href.replace(/#(?![!/]).*$/u, "");
}
