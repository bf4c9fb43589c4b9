/* levels.js: the levels of findings, in one order for all. */

/** Most serious first. @type {readonly import("./messages.d.ts").Level[]} */
export const LEVELS = Object.freeze(/** @type {const} */ (["alert", "notice", "info"]));
