/* chart.mjs: draws a run of the benchmark: for each figure how far it is from its goal, on a scale of doublings, light or
 * dark as the reader has it. Gives SVG; knows nothing of how figures are taken. */
import { GOALS, verdict } from "./goals.mjs";

const ROW = 26;
const LEFT = 360;
const WIDTH = 960;
const DOUBLINGS = 4; /* to each side of the goal */
const STYLE = `
    text { font: 13px system-ui, sans-serif; fill: #1b1f24 }
    .dim { fill: #57606a } .axis { stroke: #8c959f } .floor { stroke: #57606a; stroke-dasharray: 3 2 }
    .goal { fill: #1a7f37 } .short { fill: #bc4c00 } .within { fill: #0969da }
    @media (prefers-color-scheme: dark) {
        text { fill: #e6edf3 } .dim { fill: #9198a1 } .axis { stroke: #656c76 } .floor { stroke: #9198a1 }
        .goal { fill: #3fb950 } .short { fill: #f0883e } .within { fill: #58a6ff }
    }`;

/** How many doublings better than the goal; below 0 worse. @param {import("./goals.mjs").Goal} goal @param {number} value */
function doublings({ better, goal }, value) {
    const ratio = better === "more" ? value / goal : goal / value;
    return Math.max(-DOUBLINGS, Math.min(DOUBLINGS, Math.log2(ratio)));
}

/** @param {number} of */
const across = (of) => LEFT + ((of + DOUBLINGS) / (2 * DOUBLINGS)) * (WIDTH - LEFT - 130);

/** @param {string} text */
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** @param {number} value */
export function figure(value) {
    return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(2);
}

/** @param {import("./goals.mjs").Goal} goal @param {number} value @param {number} y */
function row(goal, value, y) {
    const from = across(0),
        to = across(doublings(goal, value)),
        floor = across(doublings(goal, goal.floor));
    const kind = { goal: "goal", floor: "within", short: "short" }[verdict(goal, value)];
    return `
    <text x="8" y="${y + 16}">${goal.id}<tspan x="52">${escaped(goal.what)}</tspan></text>
    <rect class="${kind}" x="${Math.min(from, to)}" y="${y + 5}" width="${Math.max(2, Math.abs(to - from))}" height="14" rx="2"/>
    <line class="floor" x1="${floor}" x2="${floor}" y1="${y + 2}" y2="${y + 22}"/>
    <text x="${WIDTH - 122}" y="${y + 16}">${figure(value)} ${goal.unit}<tspan class="dim"> (${figure(goal.goal)})</tspan></text>`;
}

/** @param {Record<string, number>} figures */
export function chart(figures) {
    const rows = GOALS.filter(({ id }) => Number.isFinite(figures[id]));
    const height = 40 + rows.length * ROW + 30;
    const drawn = rows.map((goal, i) => row(goal, figures[goal.id] ?? NaN, 34 + i * ROW)).join("");
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Each figure beside its goal">
    <style>${STYLE}
    </style>
    <text class="dim" x="${across(0) - 8}" y="18" text-anchor="end">worse than the goal</text>
    <text class="dim" x="${across(0) + 8}" y="18">better</text>${drawn}
    <line class="axis" x1="${across(0)}" x2="${across(0)}" y1="26" y2="${34 + rows.length * ROW}"/>
    <text class="dim" x="8" y="${height - 8}">A bar is as long as figure and goal differ, to ${DOUBLINGS} doublings; the dashed line is the floor; the goal in brackets.</text>
</svg>
`;
}
