/* card-place.js: where the card stands: beside the words it speaks of, inside the window, also while the page scrolls.
 * Knows rectangles, not what the card says. */

import { rangeOf } from "./places.js";

/** @typedef {import("./places.js").Piece} Piece */

const GAP = 10;
const MARGIN = 12;
const LEAST_HEIGHT = 280;
const MOST_HEIGHT = 640;

/**
 * Keeps `box` beside the pieces until the signal ends. A "place" event on the box asks for it at once.
 * @param {HTMLElement} box @param {() => Piece[]} anchor @param {AbortSignal} signal
 */
export function keepBeside(box, anchor, signal) {
    let isWaiting = false;
    const place = () => {
        isWaiting = false;
        if (!signal.aborted) putBeside(box, rectOf(anchor()));
    };
    const placeSoon = () => {
        if (!isWaiting) requestAnimationFrame(place);
        isWaiting = true;
    };
    box.addEventListener("place", place, { signal });
    addEventListener("scroll", placeSoon, { capture: true, passive: true, signal });
    addEventListener("resize", placeSoon, { passive: true, signal });
}

/**
 * Below the words, or above them where there is more room: never over them, as long as a card of LEAST_HEIGHT fits.
 * Without words to stand beside (a script replaced them) it stands in the upper corner.
 * @param {HTMLElement} box @param {DOMRect | undefined} rect
 */
function putBeside(box, rect) {
    const height = window.innerHeight;
    const width = document.documentElement.clientWidth || window.innerWidth;
    const roomBelow = height - (rect?.bottom ?? 0) - GAP - MARGIN;
    const roomAbove = (rect?.top ?? 0) - GAP - MARGIN;
    box.style.maxHeight = "";
    const wanted = box.offsetHeight;
    const isBelow = roomBelow >= wanted || roomBelow >= roomAbove;
    const room = Math.max(LEAST_HEIGHT, isBelow ? roomBelow : roomAbove);
    box.style.maxHeight = `${Math.min(room, height - 2 * MARGIN, MOST_HEIGHT)}px`;
    const top = isBelow ? (rect?.bottom ?? 0) + GAP : (rect?.top ?? 0) - GAP - box.offsetHeight;
    box.style.left = `${clamp(rect?.left ?? width, MARGIN, width - box.offsetWidth - MARGIN)}px`;
    box.style.top = `${clamp(top, MARGIN, height - box.offsetHeight - MARGIN)}px`;
}

/** @param {number} value @param {number} least @param {number} most */
function clamp(value, least, most) {
    return Math.round(Math.max(least, Math.min(value, most)));
}

/** Brings the words to the upper third of the window, where the card fits below. @param {Piece[]} pieces */
export function scrollTo(pieces) {
    const parent = pieces[0]?.node.parentElement;
    if (!parent) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    parent.scrollIntoView({ block: "nearest", behavior: "instant" });
    const rect = rectOf(pieces);
    if (rect === undefined) return;
    const wanted = window.innerHeight * 0.3;
    if (rect.top < MARGIN || rect.bottom > window.innerHeight * 0.6) {
        window.scrollBy({ top: rect.top - wanted, behavior: calm ? "instant" : "smooth" });
    }
}

/** The whole of what is on the page of some pieces. @param {Piece[]} pieces @returns {DOMRect | undefined} */
function rectOf(pieces) {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const piece of pieces) {
        const rect = rangeOf(piece)?.getBoundingClientRect();
        if (rect === undefined || rect.width === 0) continue;
        [left, top] = [Math.min(left, rect.left), Math.min(top, rect.top)];
        [right, bottom] = [Math.max(right, rect.right), Math.max(bottom, rect.bottom)];
    }
    return right < left ? undefined : new DOMRect(left, top, right - left, bottom - top);
}
