/* alerts.test.mjs: how many articles that quote no model draw an alert: the figure for which teams keep a checker or throw
 * it out. Real news of 2016, before there was a chatbot to quote, as it is, and with sentences about chatbots put in, which
 * tempt as nothing else does. The corpus is third-party and only measured: nothing of it stands here, nothing is learnt
 * from it. Without the shared folder only a notice is left. Knows the command from outside. */

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { lines } from "../cli/support.mjs";
import { documentOf, scan, SHARED } from "./support.mjs";

const CORPUS = ["dev", "train"].map((part) => path.join(SHARED, "gold", "attribution", `polnear-${part}.jsonl`));

/** Articles with an alert in a thousand: the project's bar. */
const BAR = 1;

/** What an article may say of models without quoting one: for its first paragraph, and for its middle. */
const MENTIONS = [
    ["Grok is the chatbot of xAI, and ChatGPT is a rival.", "The chatbot is popular with voters."],
    ["Some 400 million people now use ChatGPT each week, OpenAI said in March."],
    [
        "The campaign had used Claude, an assistant made by Anthropic, to draft letters to donors.",
        "The assistant was switched off in May.",
    ],
    ["Microsoft's Copilot will be removed from school laptops in the autumn."],
    [
        "The minister has been a critic of Google's Gemini, which she called a toy.",
        "A petition against the bot was signed by 4,000 people.",
    ],
    ["Musk's AI company, xAI, is valued at 80 billion dollars, and its chatbot Grok runs on X."],
    ["Students were found to have used ChatGPT in 31 per cent of essays, according to the board."],
    ["DeepSeek, a Chinese chatbot, was banned from government phones last month."],
    ["Meta AI now sits in WhatsApp, where it cannot be removed."],
    ["A spokesman would not say whether the city's chatbot had been tested.", "The chatbot cost 600,000 dollars."],
];

/** @typedef {{id: string, lang: string, blocks: {kind: string, text: string}[]}} Document */

/** @param {Document} document @param {string[]} mentions @returns {Document} */
function tempted({ id, lang, blocks }, [first = "", ...others]) {
    const middle = Math.floor(blocks.length / 2);
    const block = (/** @type {string} */ text) => ({ kind: "paragraph", text });
    return {
        id,
        lang,
        blocks: [block(first), ...blocks.slice(0, middle), ...others.map(block), ...blocks.slice(middle)],
    };
}

/** The articles with an alert. @param {Document[]} documents @returns {string[]} */
const alerted = (documents) =>
    scan(documents)
        .filter(({ counts }) => counts.alert > 0)
        .map(({ id, findings }) => {
            const { quote } = findings.find((/** @type {any} */ { level }) => level === "alert");
            return `${id}: ${quote.slice(0, 80)}`;
        });

/** @param {string} what @param {string[]} found @param {number} count */
function judge(what, found, count) {
    const rate = (found.length * 1000) / count;
    console.log(`alerts: ${what}: ${found.length} of ${count} articles, ${rate.toFixed(1)} in 1,000 (at most ${BAR})`);
    assert.ok(rate <= BAR, `${rate} in 1,000:\n${found.join("\n")}`);
}

if (!CORPUS.every(existsSync)) {
    console.error(`NOTICE: ${CORPUS.join(", ")} are not there: false alerts were not measured`);
    test("without the shared folder nothing is claimed about false alerts", () =>
        assert.equal(CORPUS.every(existsSync), false));
} else {
    describe("articles that quote no model", () => {
        const documents = CORPUS.flatMap((file) => lines(readFileSync(file, "utf8"))).map(
            (article) => documentOf(article).document,
        );

        test("draw next to no alerts", () => {
            assert.ok(documents.length > 900);
            judge("as they are", alerted(documents), documents.length);
        });

        test("nor do they with sentences about chatbots in them", () => {
            const found = MENTIONS.flatMap((mentions) =>
                alerted(documents.map((document) => tempted(document, mentions))),
            );
            judge("beside sentences about chatbots", found, documents.length * MENTIONS.length);
        });
    });
}
