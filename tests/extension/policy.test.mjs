/* policy.test.mjs: what holds of the user's settings and an organisation's policy, and what is taken for either: plain data,
 * without a browser. The schema that Chromium reads names the same settings. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { SETTING_NAMES, heldSettings, isSetByPolicy, shippedSettings } from "../../extension/shared/settings.js";
import { placeInPack } from "../../extension/options/pack-places.js";
import { changesForChoice, needless, siteChoice } from "../../extension/shared/site-choice.js";
import { isAmong, patternOf, siteOf, sitesToCheck } from "../../extension/shared/sites.js";
import { viewsOf, withDismissal, withoutDismissal } from "../../extension/shared/views.js";

describe("a policy", () => {
    test("holds instead of the user's single choices, and besides the user's lists", () => {
        const { settings, own, policy } = heldSettings(
            { style: "line", levels: ["alert"], always: ["bbc.com"], never: ["x.com"] },
            { levels: ["alert", "notice"], news: true, always: ["intranet.example"], welcome: false },
        );
        assert.deepEqual(settings.levels, ["alert", "notice"]);
        assert.equal(settings.news, true);
        assert.equal(settings.style, "line");
        assert.deepEqual(settings.always, ["bbc.com", "intranet.example"]);
        assert.deepEqual(own.always, ["bbc.com"], "the user's own are not changed");
        assert.equal(policy.welcome, false);
        assert.equal(isSetByPolicy(policy, "levels"), true);
        assert.equal(isSetByPolicy(policy, "always"), false);
        assert.equal(isSetByPolicy(policy, "style"), false);
    });

    test("and storage that hold what is no setting change nothing", () => {
        const odd = { levels: "all", style: "pink", always: [1], news: "yes", packs: [{}], dismissed: null, other: 1 };
        assert.deepEqual(heldSettings(odd, odd), { settings: shippedSettings(), own: shippedSettings(), policy: {} });
    });

    test("has a schema that names the settings, but for what was dismissed", async () => {
        const schema = JSON.parse(
            await readFile(new URL("../../extension/policy.schema.json", import.meta.url), "utf8"),
        );
        const names = [...SETTING_NAMES.filter((name) => name !== "dismissed"), "welcome"];
        assert.deepEqual(Object.keys(schema.properties).sort(), names.sort());
    });
});

describe("a site", () => {
    test("is what is typed, or the address of a page, without www", () => {
        for (const [address, site] of /** @type {const} */ ([
            ["https://www.bbc.co.uk/news/1?x#y", "bbc.co.uk"],
            ["bbc.com", "bbc.com"],
            [" WWW.BBC.com/ ", "bbc.com"],
            ["localhost:8080/a", "localhost"],
            ["http://127.0.0.1:80/", "127.0.0.1"],
            ["http://[::1]/", "[::1]"],
            ["münchen.example", "xn--mnchen-3ya.example"],
            ["www.com", "www.com"],
        ])) {
            assert.equal(siteOf(address), site, address);
        }
        for (const address of [
            "",
            "no site",
            "file:///etc/passwd",
            "chrome://version",
            "javascript:alert(1)",
            "https://*/",
            "a,b",
        ])
            assert.equal(siteOf(address), undefined, address);
    });

    test("is asked for with what lies below it, and nothing else", () => {
        assert.equal(patternOf("bbc.com"), "*://*.bbc.com/*");
        assert.equal(patternOf("127.0.0.1"), "*://127.0.0.1/*");
        assert.ok(isAmong("news.bbc.com", ["bbc.com"]));
        assert.ok(!isAmong("notbbc.com", ["bbc.com"]));
        assert.ok(!isAmong(undefined, ["bbc.com"]));
    });

    test("is checked as it loads, when asked, or never, by the user's choice", () => {
        const news = ["bbc.com", "cnn.com"];
        const own = { ...shippedSettings(), news: true };
        assert.deepEqual(sitesToCheck(own, news), news);
        assert.equal(siteChoice("bbc.com", own, news), "always");
        const asked = { ...own, ...changesForChoice("bbc.com", "ask", own, news) };
        assert.equal(siteChoice("bbc.com", asked, news), "ask");
        assert.deepEqual(asked.newsWithout, ["bbc.com"]);
        const again = { ...asked, ...changesForChoice("bbc.com", "always", asked, news) };
        assert.deepEqual([again.always, again.newsWithout], [[], []]);
        const never = { ...again, ...changesForChoice("bbc.com", "never", again, news) };
        assert.equal(siteChoice("bbc.com", never, news), "never");
        assert.deepEqual(sitesToCheck(never, news), ["cnn.com"]);
        const other = { ...never, ...changesForChoice("x.example", "always", never, news) };
        assert.deepEqual(other.always, ["x.example"]);
    });

    test("takes its parts in, and is given back only when nothing that is checked needs it", () => {
        const own = { ...shippedSettings(), always: ["news.bbc.com", "x.example"] };
        const wider = { ...own, ...changesForChoice("bbc.com", "always", own, []) };
        assert.deepEqual(wider.always, ["x.example", "bbc.com"]);
        assert.deepEqual(needless(["news.bbc.com", "y.example"], wider, []), ["y.example"]);
        const without = { ...wider, ...changesForChoice("news.bbc.com", "ask", wider, []) };
        assert.deepEqual(needless(["bbc.com", "news.bbc.com", "x.example"], without, []), ["bbc.com", "news.bbc.com"]);
        assert.deepEqual(needless(["cnn.com"], { ...own, news: true }, ["cnn.com"]), []);
    });

    test("stays in a list that a policy fills up", () => {
        const sites = (/** @type {string} */ name) => Array.from({ length: 3000 }, (_, at) => `${name}${at}.example`);
        const { settings } = heldSettings({ always: sites("own") }, { always: sites("policy") });
        assert.equal(settings.always.length, 5000);
        assert.ok(settings.always.includes("policy2999.example"));
        assert.ok(settings.always.includes("own1999.example"));
    });
});

test("a fault of a pack stands where an editor says, whatever the bytes before it", () => {
    const text = '{"id": "x",\n "models": [{"id": "ä😀",,}]}';
    const bytes = Buffer.from(text.split("\n")[1]?.split(",,")[0] ?? "").length + 2;
    assert.equal(placeInPack({ name: "house.json", text }, { line: 2, column: bytes }), "house.json:2:26");
    assert.equal(placeInPack({ name: "house.json", text }, { line: 9, column: 4 }), "house.json:9:1");
});

test("a dismissal holds for the same words of the same model on the same site, however they are set", () => {
    const finding = /** @type {any} */ ({
        quote: "“I  regret it,”",
        level: "alert",
        rule: "label",
        speaker: { id: "grok" },
    });
    const other = { ...finding, speaker: { id: "claude" } };
    const which = { site: "bbc.com", quote: "I regret it.", speaker: "grok" };
    const dismissed = withDismissal([], { ...which, at: 1 });
    const settings = { ...shippedSettings(), dismissed };
    assert.deepEqual(viewsOf([finding, other], "https://www.bbc.com/news", settings), ["dismissed", "marked"]);
    assert.deepEqual(viewsOf([finding], "https://cnn.com/", settings), ["marked"]);
    assert.deepEqual(withoutDismissal(dismissed, which), []);
    assert.equal(withDismissal(dismissed, { ...which, at: 2 }).length, 1, "remembered once");
});

describe("what is remembered", () => {
    test("never grows past what settings take: the oldest go", () => {
        const dismissal = (/** @type {number} */ at) => ({ site: "a.test", quote: `quote ${at}`, speaker: "grok", at });
        /** @type {ReturnType<typeof dismissal>[]} */
        let dismissed = Array.from({ length: 5000 }, (_, at) => dismissal(at)).reverse();
        dismissed = withDismissal(dismissed, dismissal(5000));
        assert.equal(dismissed[0]?.at, 5000);
        assert.equal(heldSettings({ dismissed }, {}).settings.dismissed.length, dismissed.length);
    });
});
