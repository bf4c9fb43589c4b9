/* styles.test.mjs: pages in the mark-up of many kinds of publisher, written for this test, each with the document that a
 * reader sees in it: styles/NAME.html and styles/NAME.txt, a block a line, line breaks as "|". Those that are no articles
 * say so. None of them was looked at when the judgement was made. Knows the command from outside. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { lines, run } from "../cli/support.mjs";

const STYLES = fileURLToPath(new URL("./styles/", import.meta.url));

/** @param {{article?: false, blocks: {kind: string, text: string}[]}} document */
function told({ article, blocks }) {
    if (article === false) return "no article\n";
    return blocks.map(({ kind, text }) => `${kind}: ${text.replaceAll("\n", "|")}\n`).join("");
}

describe("pages in the style of", () => {
    for (const file of readdirSync(STYLES).filter((name) => name.endsWith(".html"))) {
        const name = file.replace(/\.html$/u, "");
        test(name, () => {
            const { status, stdout } = run(["document", `${STYLES}${file}`]);
            assert.equal(status, 0);
            assert.equal(told(lines(stdout)[0]), readFileSync(`${STYLES}${name}.txt`, "utf8"));
        });
    }

    test("a page that is no article is read on demand", () => {
        const { stdout } = run(["document", "--anyway", `${STYLES}forum.html`]);
        assert.match(stdout, /your order has left the depot/u);
    });

    test("a table or a list of who said what gives each the words beside", () => {
        const found = ["table-of-text", "transcript-dl"].map((name) => {
            const { stdout } = run(["check", "--format", "json", "--fail-on", "never", `${STYLES}${name}.html`]);
            return lines(stdout)[0].findings.map((/** @type {any} */ finding) => finding.speaker.name);
        });
        assert.deepEqual(found[0], ["Claude", "Gemini", "Grok"]);
        assert.ok((found[1]?.length ?? 0) > 0);
    });
});
