/* texts.test.mjs: every text comes out of _locales: none that is used is missing, none that is there is unused. */

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const EXTENSION = fileURLToPath(new URL("../../extension/", import.meta.url));

/** @type {Record<string, {message: string, placeholders?: Record<string, {content: string}>}>} */
const messages = JSON.parse(await readFile(path.join(EXTENSION, "_locales/en/messages.json"), "utf8"));

/* Keys that are put together from the guideline's words. */
const BUILT = {
    level: ["alert", "notice", "info"],
    count: ["alert_one", "alert_other", "notice_one", "notice_other", "info_one", "info_other", "none"],
    act: ["apology", "admission", "denial", "promise", "defiance", "explanation", "other"],
    role: ["source", "sample"],
    use: ["apology", "admission", "denial", "promise", "defiance", "explanation", "other", "source", "sample"],
    signal: ["prompt_disclosed", "maker_confirmed", "maker_denied", "maker_silent", "contradicted", "caveated"],
    no: ["prompt", "maker"],
    speaker: ["named", "unmade", "unnamed", "unknown"].flatMap((end) => [end, `short_${end}`]),
    state: [
        "unchecked",
        "checking",
        "nothing",
        "no_article",
        "not_allowed",
        "needs_click",
        "cannot_run",
        "failed",
    ].flatMap((state) => (state === "checking" ? [state] : [state, `${state}_more`])),
};

async function usedKeys() {
    const keys = new Set(Object.entries(BUILT).flatMap(([prefix, ends]) => ends.map((end) => `${prefix}_${end}`)));
    for (const entry of await readdir(EXTENSION, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(?:js|html|json)$/u.test(entry.name) || entry.name === "messages.json") continue;
        const source = await readFile(path.join(entry.parentPath ?? entry.path, entry.name), "utf8");
        for (const match of source.matchAll(/localized\(\s*"(\w+)"|data-text="(\w+)"|__MSG_(\w+)__/gu)) {
            const key = match.slice(1).find(Boolean);
            if (key !== undefined) keys.add(key);
        }
    }
    return keys;
}

test("every text that is used is there", async () => {
    const missing = [...(await usedKeys())].filter((key) => messages[key] === undefined);
    assert.deepEqual(missing, []);
});

test("every text that is there is used", async () => {
    const used = await usedKeys();
    assert.deepEqual(
        Object.keys(messages).filter((key) => !used.has(key)),
        [],
    );
});

test("every placeholder is filled and stands in its text", () => {
    for (const [key, { message, placeholders = {} }] of Object.entries(messages)) {
        const named = [...message.matchAll(/\$(\w+)\$/gu)].map(([, name]) => name?.toLowerCase()).sort();
        assert.deepEqual([...new Set(named)], Object.keys(placeholders).sort(), key);
        for (const { content } of Object.values(placeholders)) assert.match(content, /^\$[1-9]$/u, key);
    }
});
