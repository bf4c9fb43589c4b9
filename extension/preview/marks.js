/* marks.js: paints findings and notes in the draft, by the CSS Custom Highlight API, so that its elements stay as they
 * are. preview.css has the colours. Knows ranges and levels only. */

const NAMES = ["alert", "notice", "info", "note", "current"];

/** @type {Map<string, Highlight>} */
const highlights = new Map(NAMES.map((name) => [name, new Highlight()]));
for (const [name, highlight] of highlights) CSS.highlights.set(name, highlight);
/** @type {Highlight} */ (highlights.get("current")).priority = 1;

/** @param {{name: string, range: Range | null}[]} marks */
export function showMarks(marks) {
    for (const highlight of highlights.values()) highlight.clear();
    for (const { name, range } of marks) if (range !== null) highlights.get(name)?.add(range);
}

/** The one that the list speaks of. @param {Range | null} range */
export function showCurrent(range) {
    const current = highlights.get("current");
    current?.clear();
    if (range !== null) current?.add(range);
}
