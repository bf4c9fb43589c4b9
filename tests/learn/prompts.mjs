/* prompts.mjs: learns whether a finding's prompt is told. Knows what is seen of each finding's prompt, and what gold says
 * of it; nothing of how either is read. */
import { leftOut, setOf, signalFigures } from "./left-out.mjs";
import { leanOf, learn, penaltyBy } from "./regression.mjs";
import { sortLines, writeTable } from "./write.mjs";

/* In which way the rules know a prompt. */
const TOLD_SORTS = ["untold", "before", "elsewhere"];

/* Of all findings alike, of those of which the rules know it in one way. */
const penaltyFor = penaltyBy({ all: 15, sort: 30 });
/* How much earlier than where it is as likely as not it is said to be told; chosen by leaving sets out. Of accounts no earlier:
 * a prompt that the page does not tell hides an alert. */
const BONUSES = { bias: 0, source: 0.2, sample: 0.3 };

/**
 * @typedef {import("./read.mjs").Found} Found
 * @typedef {import("./read.mjs").Finding} Finding
 */

/** @param {Finding[]} list */
function learnPrompt(list) {
    const examples = list
        .filter(({ prompted }) => prompted >= 0)
        .map(({ asked, prompted, weight }) => ({ row: asked, answer: prompted, weight }));
    return learn(examples, 2, penaltyFor, {});
}

/** How well it is told that prompts are, a set left out: by weights, and by rules alone. @param {Found} found */
export function showPrompt({ list }) {
    const told = leftOut(list, setOf, learnPrompt, (model, { asked }) => leanOf(model, asked, BONUSES) > 0);
    const ruled = list.map((finding) => finding.ruled);
    const [weighed, byRules] = [signalFigures(told, list, "prompted"), signalFigures(ruled, list, "prompted")];
    console.log(`prompts, a set left out: ${weighed}; by rules: ${byRules}`);
}

/** @param {string} path @param {Found} found */
export const writePrompt = (path, { list }) =>
    writeTable(path, "prompt", sortLines(learnPrompt(list), BONUSES, TOLD_SORTS));
