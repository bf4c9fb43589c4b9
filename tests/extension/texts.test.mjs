/* texts.test.mjs: every text comes out of _locales: none that is used is missing, none that is there is unused, and each
 * language has what English has. That no surface shows any other text is languages.test.mjs's. */

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { generated } from "../wasm/support.mjs";

const EXTENSION = fileURLToPath(new URL("../../extension/", import.meta.url));
const LANGUAGES = await readdir(path.join(EXTENSION, "_locales"));

/** @typedef {Record<string, {message: string, placeholders?: Record<string, {content: string}>}>} Messages */

/** @param {string} language @returns {Promise<Messages>} */
const messagesOf = async (language) =>
    JSON.parse(await readFile(path.join(EXTENSION, "_locales", language, "messages.json"), "utf8"));

const english = await messagesOf("en");
const ACTS = ["apology", "admission", "denial", "promise", "defiance", "explanation", "other"];
const LEVELS = ["alert", "notice", "info"];

/* Keys that are put together, each way of it by its source: `act_${act}`. */
const BUILT = {
    "level_${}": LEVELS,
    "level_${}_more": LEVELS,
    "count_${}": LEVELS,
    "act_${}": ACTS,
    "role_${}": ["source", "sample"],
    "use_${}": [...ACTS, "source", "sample"],
    "signal_${}": ["prompt_disclosed", "maker_confirmed", "maker_denied", "maker_silent", "contradicted", "caveated"],
    "no_${}": ["prompt", "maker"],
    "${}_named": ["speaker", "speaker_short"],
    "${}_unmade": ["speaker", "speaker_short"],
    "${}_unnamed": ["speaker", "speaker_short"],
    "${}_unknown": ["speaker", "speaker_short"],
    "state_${}": [
        "unchecked",
        "nothing",
        "nothing_selected",
        "nothing_left",
        "no_article",
        "not_allowed",
        "needs_click",
    ].concat(["cannot_run", "failed", "off", "unread"]),
    "state_${}_more": [
        "unchecked",
        "nothing",
        "nothing_selected",
        "nothing_left",
        "no_article",
        "not_allowed",
        "needs_click",
    ].concat(["cannot_run", "failed", "off", "unread"]),
    "done_${}": ["dismiss", "never", "failed"],
    "done_${}_more": ["dismiss", "never", "failed"],
    "card_${}": ["previous", "next"],
    "site_${}": ["ask", "always", "never"],
    "style_${}": ["full", "line", "none"],
    "rule_${}": generated.rules.map((rule) => rule.replaceAll("-", "_")),
    "rule_${}_more": generated.rules.map((rule) => rule.replaceAll("-", "_")),
    "file_fault_${}": ["not_json", "not_settings", "unfit"],
};
/* What each language has in as many forms as it counts. */
const PLURAL = /_(?:zero|one|two|few|many|other)$/u;

/** The sources that show texts, joined. */
async function sources() {
    const entries = await readdir(EXTENSION, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && /\.(?:js|html|json)$/u.test(entry.name));
    const wanted = files.filter(({ name }) => name !== "messages.json");
    const texts = wanted.map((entry) => readFile(path.join(entry.parentPath ?? entry.path, entry.name), "utf8"));
    return (await Promise.all(texts)).join("\n");
}

const source = await sources();

/** The keys that the sources use, without the ends of plural forms. */
function usedKeys() {
    const keys = new Set(
        Object.entries(BUILT).flatMap(([way, parts]) => parts.map((part) => way.replace("${}", part))),
    );
    for (const [, key] of source.matchAll(/(?:localized|counted|main)\(\s*"(\w+)"/gu)) keys.add(String(key));
    for (const [, key] of source.matchAll(/data-(?:text|label|title)="(\w+)"/gu)) keys.add(String(key));
    for (const [, key] of source.matchAll(/__MSG_(\w+)__/gu)) keys.add(String(key));
    /* `localized(isDone ? "one" : "other")` and keys that are handed on. */
    for (const [, key] of source.matchAll(/[?:(,] "([a-z]+(?:_[a-z]+)+)"/gu)) if (key && english[key]) keys.add(key);
    return keys;
}

describe("English", () => {
    const used = usedKeys();

    test("has every text that is used", () => {
        const has = (/** @type {string} */ key) =>
            english[key] !== undefined ||
            (english[`${key}_one`] !== undefined && english[`${key}_other`] !== undefined);
        assert.deepEqual(
            [...used].filter((key) => !has(key)),
            [],
        );
    });

    test("has no text that is not", () => {
        const unused = Object.keys(english).filter((key) => !used.has(key) && !used.has(key.replace(PLURAL, "")));
        assert.deepEqual(unused, []);
    });

    test("is built only in the ways that are known here", () => {
        const ways = [...source.matchAll(/(?:localized|counted)\(\s*`([^`]+)`/gu)].map(([, way]) => String(way));
        const plain = ways.map((way) => way.replace(/\$\{[^}]*(?:\{[^}]*\}[^}]*)*\}/gu, "${}"));
        const unknown = plain.filter((way) => !(way in BUILT) && !/^\$\{\}(?:_\$\{\}|_other)$/u.test(way));
        assert.deepEqual(unknown, []);
    });
});

for (const language of LANGUAGES) {
    describe(`the texts in ${language}`, async () => {
        const messages = await messagesOf(language);

        test("are those that English has, in the forms that the language counts by", () => {
            const withoutForms = (/** @type {Messages} */ all) =>
                [...new Set(Object.keys(all).map((key) => (isCounted(key) ? key.replace(PLURAL, "") : key)))].sort();
            assert.deepEqual(withoutForms(messages), withoutForms(english));
            const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
            for (const key of Object.keys(messages).filter(isCounted)) {
                assert.ok(messages[key.replace(PLURAL, "_other")], `${key}: all numbers have a form`);
                assert.ok(
                    forms.some((form) => key.endsWith(`_${form}`)),
                    `${key}: ${language} has no such form`,
                );
            }
        });

        test("use each placeholder that they have, and those that English has", () => {
            for (const [key, { message, placeholders = {} }] of Object.entries(messages)) {
                const named = [...message.matchAll(/\$(\w+)\$/gu)].map(([, name]) => String(name).toLowerCase());
                assert.deepEqual([...new Set(named)].sort(), Object.keys(placeholders).sort(), key);
                for (const { content } of Object.values(placeholders)) assert.match(content, /^\$[1-9]$/u, key);
                const other = english[key] ?? english[key.replace(PLURAL, "_other")];
                const contents = Object.entries(placeholders).map(([name, { content }]) => name + content);
                const ours = Object.entries(other?.placeholders ?? {}).map(([name, { content }]) => name + content);
                if (!isCounted(key)) assert.deepEqual(contents.sort(), ours.sort(), key);
            }
        });

        test("say which language they are in, and are not English where they are not", () => {
            assert.equal(messages.language?.message, language);
            if (language === "en") return;
            const same = Object.entries(messages).filter(([key, { message }]) => english[key]?.message === message);
            const words = same.filter(([, { message }]) => /\s\p{L}/u.test(message.replace(/\$\w+\$/gu, "")));
            assert.deepEqual(
                words.map(([key]) => key).filter((key) => !SHARED.has(key)),
                [],
            );
        });
    });
}

/* Names and addresses. */
const SHARED = new Set(["name", "ap_address", "page_title"]);

/** @param {string} key */
function isCounted(key) {
    return PLURAL.test(key) && english[key.replace(PLURAL, "_one")] !== undefined;
}
