/* roles.mjs: learns what a model's words are on the page for, and what they do. Knows rows of features and what gold says
 * of each finding; nothing of how they are read. */
import { best, certainties, leadOf } from "./certainty.mjs";
import { EXPECTED } from "./expected.mjs";
import { leftOut, setOf } from "./left-out.mjs";
import { ACTS, ROLES } from "./read.mjs";
import { BIAS_PENALTY, learn, weigh } from "./regression.mjs";
import { bestShares, settle } from "./together.mjs";
import { changeWeights, inThousandths, withStems, withTable } from "./write.mjs";

/* How strongly weights are held to what is expected, by what they are of; chosen by leaving sets out. Half as strongly
 * serves the sets as well, for they tell some of each other's stories, and new stories worse. Of headings nothing is
 * expected: what a story is about did not tell what its quotes are for as one thought that it would. */
const PENALTIES = {
    role: { own: 12, topic: 40, sign: 60, page: 240 },
    act: { own: 2, topic: 8, sign: 100, page: 100 },
};
/** @type {Record<string, number>} */
const STEM_PENALTIES = { inside: 40, question: 20, heading: 60, beside: 60, page: 80 };
const FOLDS = 10;

/**
 * @typedef {import("./read.mjs").Found} Found
 * @typedef {import("./read.mjs").Row} Row
 * @typedef {import("./read.mjs").Finding} Finding
 * @typedef {import("./regression.mjs").Model} Model
 * @typedef {{own: number, topic: number, sign: number, page: number}} Penalties sign: those of the page’s signs
 * @typedef {{leanings: number[][], acts: number[][]}} Judged
 * @typedef {{shares: number[], sums: number[][]}} Shown
 */

/** @param {string} feature @param {Penalties} penalties */
function penaltyOf(feature, penalties) {
    if (feature === "bias") return BIAS_PENALTY;
    if (feature.includes("/")) return STEM_PENALTIES[feature.slice(0, feature.indexOf("/"))] ?? penalties.topic;
    if (feature.startsWith("page-")) return penalties.sign;
    if (/^(?:heading|answers):/.test(feature)) return penalties.page;
    return feature.includes(":") ? penalties.topic : penalties.own;
}

/** Acts are told by the words' make; stems told nothing more of sets left out. @param {Row} row @returns {Row} */
function withoutStems({ names, values }) {
    const first = names.findIndex((name) => name.includes("/"));
    return first < 0 ? { names, values } : { names: names.slice(0, first), values: values.slice(0, first) };
}

/** @param {Finding[]} list @param {"role" | "act"} what @returns {Model} */
function learnOf(list, what) {
    const examples = list
        .filter((f) => f[what] >= 0)
        .map((f) => ({ row: what === "role" ? f.row : withoutStems(f.row), answer: f[what], weight: f.weight }));
    const penaltyFor = (/** @type {string} */ feature) => penaltyOf(feature, PENALTIES[what]);
    return learn(examples, (what === "role" ? ROLES : ACTS).length, penaltyFor, EXPECTED[what]);
}

/** Judges each finding by what was learnt without its group. @param {Finding[]} list @param {(f: Finding) => unknown} groupOf @returns {Judged} */
function judgeLeftOut(list, groupOf) {
    const judged = leftOut(
        list,
        groupOf,
        (rest) => ({ roles: learnOf(rest, "role"), acts: learnOf(rest, "act") }),
        ({ roles, acts }, { row }) => ({ leaning: weigh(roles, row), act: weigh(acts, row) }),
    );
    return { leanings: judged.map(({ leaning }) => leaning), acts: judged.map(({ act }) => act) };
}

/** @param {Finding[]} list @param {number[][]} sums @param {number[][]} acts @param {string} [set] */
function figures(list, sums, acts, set) {
    const numbers = [...list.keys()].filter(
        (i) => (list[i]?.role ?? -1) >= 0 && (set === undefined || list[i]?.set === set),
    );
    const spoken = numbers.filter((i) => (list[i]?.act ?? -1) >= 0);
    const roleRight = numbers.filter((i) => best(sums[i]) === list[i]?.role).length;
    const actRight = spoken.filter((i) => best(sums[i]) === 0 && best(acts[i]) === list[i]?.act).length;
    const share = (/** @type {number} */ right, /** @type {number[]} */ all) =>
        `${(right / all.length).toFixed(3)} of ${all.length}`;
    return `role ${share(roleRight, numbers)}, act ${share(actRight, spoken)}`;
}

/** @param {Finding[]} list @param {number[][]} sums @param {number[][]} acts */
function showErrors(list, sums, acts) {
    for (const [i, { role, act, text }] of list.entries()) {
        const [judged, judgedAct] = [best(sums[i]), best(acts[i])];
        if (role >= 0 && judged !== role)
            console.log(`ROLE ${ROLES[role]} not ${ROLES[judged]}, ${leadOf(sums[i]).toFixed(2)}: ${text}`);
        else if (act >= 0 && judgedAct !== act) console.log(`ACT ${ACTS[act]} not ${ACTS[judgedAct]}: ${text}`);
    }
}

/**
 * How well roles and acts are told, a set left out, and a tenth of the documents.
 * @param {Found} found @param {boolean} errors @returns {Shown} what is judged so of each finding, for writeRoles
 */
export function showRoles({ list }, errors) {
    const bySet = judgeLeftOut(list, setOf);
    const shares = bestShares(list, bySet.leanings);
    const sums = settle(list, bySet.leanings, shares);
    console.log(`a set left out: ${figures(list, sums, bySet.acts)}`);
    for (const name of new Set(list.map(({ set }) => set)))
        console.log(`    ${name}: ${figures(list, sums, bySet.acts, name)}`);
    const byFold = judgeLeftOut(list, ({ document }) => document % FOLDS);
    console.log(`a tenth left out: ${figures(list, settle(list, byFold.leanings, shares), byFold.acts)}`);
    if (errors) showErrors(list, sums, bySet.acts);
    return { shares, sums };
}

/** The weights of a zone's stems. @param {Model} model @param {string} zone @returns {[string, number[]][]} */
const stemLines = ({ table }, zone) =>
    [...table]
        .filter(([name]) => name.startsWith(`${zone}/`))
        .map(([name, weights]) => [name.slice(zone.length + 1), weights]);

/** @param {string} path @param {Found} found @param {Shown} shown */
export function writeRoles(path, { list }, { shares, sums }) {
    const [roles, acts] = [learnOf(list, "role"), learnOf(list, "act")];
    const features = [...roles.table].filter(([name]) => !name.includes("/"));
    changeWeights(path, (weights) =>
        Object.keys(STEM_PENALTIES)
            .reduce(
                (changed, zone) => withStems(changed, zone, stemLines(roles, zone)),
                withTable(withTable(weights, "role", features), "act", acts.table),
            )
            .replace(
                /"shares": \[[^\]]*\](?=,\n {4}"certainty")/,
                `"shares": [${shares.map(inThousandths).join(", ")}]`,
            )
            .replace(/"certainty": \[[^\]]*\]/, `"certainty": [${certainties(list, sums).join(", ")}]`),
    );
}
