/* goals.mjs: what is measured, and how good it has to be: the floor must hold, the goal is aimed at. Where the numbers
 * come from: the limits of this kind of machine, measured with bare kernels (reading, UTF-8, a scan for names, PCRE2).
 * Data only. */

/**
 * @typedef {object} Goal
 * @property {string} id
 * @property {string} what
 * @property {string} unit
 * @property {"more" | "less"} better
 * @property {number} floor
 * @property {number} goal
 * @property {string} [beside] the peer that it is set against, of those measured in the same run
 */

/** @type {readonly Goal[]} */
export const GOALS = [
    {
        id: "P1",
        what: "core, native, ordinary news",
        unit: "MB/s",
        better: "more",
        floor: 250,
        goal: 500,
        beside: "afternoon",
    },
    {
        id: "P2",
        what: "core, native, a model every 80 words",
        unit: "MB/s",
        better: "more",
        floor: 40,
        goal: 80,
        beside: "afternoon dense",
    },
    {
        id: "P3",
        what: "WebAssembly, ordinary news",
        unit: "MB/s",
        better: "more",
        floor: 150,
        goal: 300,
        beside: "afternoon",
    },
    {
        id: "P4",
        what: "WebAssembly, a model every 80 words",
        unit: "MB/s",
        better: "more",
        floor: 20,
        goal: 40,
        beside: "afternoon dense",
    },
    { id: "P6a", what: "6 KB in WebAssembly, no model", unit: "ms", better: "less", floor: 0.04, goal: 0.02 },
    { id: "P6b", what: "6 KB in WebAssembly, 17 names or so", unit: "ms", better: "less", floor: 0.3, goal: 0.15 },
    { id: "P7a", what: "one block of 1 MB, against P4", unit: "×", better: "more", floor: 0.8, goal: 1 },
    {
        id: "P7b",
        what: "the worst hostile text, 300 KB, against P4",
        unit: "×",
        better: "more",
        floor: 0.8,
        goal: 1,
    },
    { id: "P8a", what: "cold start in Node to the first finding", unit: "ms", better: "less", floor: 25, goal: 18 },
    {
        id: "P8b",
        what: "cold start in Node to “nothing here”",
        unit: "ms",
        better: "less",
        floor: 8,
        goal: 5,
    },
    { id: "P9a", what: "cold start in Chromium to the first finding", unit: "ms", better: "less", floor: 45, goal: 30 },
    {
        id: "P9b",
        what: "cold start in Chromium to “nothing here”",
        unit: "ms",
        better: "less",
        floor: 20,
        goal: 14,
    },
    { id: "P10a", what: "mouthpiece.wasm and gate.wasm", unit: "KB", better: "less", floor: 450, goal: 380 },
    { id: "P10b", what: "… gzip", unit: "KB", better: "less", floor: 140, goal: 120 },
    { id: "P12a", what: "WebAssembly memory after 6 KB", unit: "MiB", better: "less", floor: 2, goal: 1 },
    { id: "P12b", what: "WebAssembly memory after 61 KB", unit: "MiB", better: "less", floor: 3, goal: 2 },
    { id: "P12c", what: "WebAssembly memory after 1 MB", unit: "MiB", better: "less", floor: 12, goal: 6 },
    { id: "P13a", what: "the command on one article, whole process", unit: "ms", better: "less", floor: 5, goal: 2.5 },
    { id: "P13b", what: "… its memory", unit: "MB", better: "less", floor: 8, goal: 4 },
    {
        id: "P14a",
        what: "the command over JSON Lines, ordinary news",
        unit: "MB/s",
        better: "more",
        floor: 120,
        goal: 250,
    },
    { id: "P14b", what: "… a model every 80 words", unit: "MB/s", better: "more", floor: 30, goal: 60 },
    { id: "P14c", what: "… its memory", unit: "MB", better: "less", floor: 8, goal: 8 },
    {
        id: "P15",
        what: "the command over saved pages, a core",
        unit: "pages/s",
        better: "more",
        floor: 300,
        goal: 800,
        beside: "readability",
    },
];

/** "goal", "floor" or "short". @param {Goal} goal @param {number} value */
export function verdict({ better, floor, goal }, value) {
    const reaches = (/** @type {number} */ bar) => (better === "more" ? value >= bar : value <= bar);
    if (reaches(goal)) return "goal";
    return reaches(floor) ? "floor" : "short";
}
