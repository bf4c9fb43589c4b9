/* auto.js: comes after content.js into the pages of sites that are checked as they load, and starts the check. */

void (/** @type {import("./world.d.ts").World} */ (globalThis).mouthpiece?.start(""));
