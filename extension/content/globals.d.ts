/* globals.d.ts: what build.mjs gives the content script, and what TypeScript's DOM does not know yet. */

/** Source of the expression that a text must match to be looked at; generated from the rule pack. */
declare const MOUTHPIECE_PREFILTER: string;

declare module "*.css" {
    const text: string;
    export default text;
}

interface HighlightHitResult {
    readonly highlight: Highlight;
    readonly ranges: AbstractRange[];
}

interface HighlightRegistry {
    highlightsFromPoint(x: number, y: number, options?: { shadowRoots?: ShadowRoot[] }): HighlightHitResult[];
}
