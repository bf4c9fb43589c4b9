/* expected.mjs: what is expected of weights before any document is seen. */
import { readFileSync } from "node:fs";

/** @type {Record<"role" | "act" | "denied" | "name" | "end" | "it", import("./regression.mjs").Table>} */
export const EXPECTED = JSON.parse(readFileSync(new URL("expected.json", import.meta.url), "utf8"));
