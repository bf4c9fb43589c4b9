/* rules.test.mjs: `mouthpiece rules check`: the shipped packs, packs of a newsroom's own, and packs that are wrong, each
 * against the schema too. Knows the command from outside only. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";

import { Ajv2020 } from "ajv/dist/2020.js";

import { ALERT, run, scratch } from "./support.mjs";

const { file } = scratch();
const schema = JSON.parse(readFileSync(new URL("../../core/schema/rules.schema.json", import.meta.url), "utf8"));
const fits = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

/** A newsroom's pack that uses every kind of rule. */
const HOUSE = {
    id: "house",
    version: "3",
    lang: "en",
    makers: [{ id: "town", name: "Town Hall", names: ["Town Hall"], examples: ["Town Hall did not answer."] }],
    models: [
        {
            id: "towny",
            name: "Towny",
            maker: "town",
            names: ["Towny"],
            handles: ["towny"],
            accounts: ["town.example/towny"],
            examples: ["“The bins go out on Monday,” Towny said."],
            counterexamples: ["The towny crowd went home."],
        },
    ],
    cues: [
        {
            lemma: "parp",
            forms: ["parp", "parps", "parped", "parping"],
            takes: ["quote", "that"],
            examples: ["“The bins go out on Monday,” Towny parped.", "Towny parped that the bins go out on Monday."],
            counterexamples: ["“The bins go out on Monday,” the mayor parped.", "Towny has not parped."],
        },
    ],
    verbs: [
        {
            lemma: "wugg",
            forms: ["wugg", "wuggs", "wugged", "wugging"],
            examples: ["The clerk wugged the bins."],
            counterexamples: ["The clerk parped about the bins."],
        },
    ],
    words: {
        adverb: {
            phrases: ["bin-wise"],
            examples: ["Towny bin-wise parped."],
            counterexamples: ["Towny sadly parped."],
        },
    },
    patterns: [
        {
            id: "binless",
            means: "silence",
            at: ["stayed"],
            pattern: "stayed binless",
            names_maker: true,
            examples: ["Town Hall stayed binless."],
            counterexamples: ["The cat stayed binless.", "Town Hall stayed open."],
        },
    ],
    messages: {
        "why-role-spokesperson": {
            text: "{model} speaks for itself here.",
            examples: ["“I am sorry for the posts,” Grok wrote."],
            counterexamples: ["“The lake froze in 1963,” Grok wrote."],
        },
    },
};

/** @param {unknown} pack a text as it is, else as JSON */
const written = (pack) => file("pack.json", typeof pack === "string" ? pack : JSON.stringify(pack));

/** @param {unknown} pack @param {string[]} options */
function check(pack, ...options) {
    const path = written(pack);
    const { status, stdout, stderr } = run(["rules", "check", ...options, path]);
    return { status, stdout: stdout.replaceAll(path, "pack.json"), stderr: stderr.replaceAll(path, "pack.json") };
}

describe("packs that are fine", () => {
    test("the shipped ones fit the schema", () => {
        const pack = JSON.parse(readFileSync(new URL("../../core/rules/en.json", import.meta.url), "utf8"));
        assert.ok(fits(pack), JSON.stringify(fits.errors));
    });
    test("the shipped ones", () => {
        const { status, stdout, stderr } = run(["rules", "check"]);
        assert.equal(stderr, "");
        assert.equal(status, 0);
        assert.match(stdout, /^core\/rules\/en\.json: \d+ rules, \d+ examples, \d+ counterexamples: fine\n$/u);
    });
    test("one with rules of every kind, which says what was run", () => {
        assert.ok(fits(HOUSE), JSON.stringify(fits.errors));
        const { status, stdout, stderr } = check(HOUSE);
        assert.equal(stderr, "");
        assert.equal(stdout, "pack.json: 7 rules, 8 examples, 8 counterexamples: fine\n");
        assert.equal(status, 0);
    });
    test("and it works as it says", () => {
        const blocks = [{ text: "“I am sorry about the bins,” Towny parped." }, { text: "Town Hall stayed binless." }];
        const { stdout } = run(["scan", "--rules", written(HOUSE), "-"], { input: JSON.stringify({ blocks }) });
        const { rules, findings } = JSON.parse(stdout);
        assert.equal(rules, "en 1, house 3");
        assert.deepEqual(
            findings.map((/** @type {any} */ { speaker }) => speaker.id),
            ["towny"],
        );
        assert.deepEqual(
            findings[0].signals.map((/** @type {any} */ { id }) => id),
            ["maker-silent"],
        );
    });
    test("one that builds on another", () => {
        const maker = file("maker.json", JSON.stringify({ id: "a", version: "1", makers: HOUSE.makers }));
        const pack = { ...HOUSE, makers: [] };
        assert.equal(check(pack).status, 2, "the maker is missing");
        assert.equal(check(pack, "--rules", maker).stderr, "");
    });
    test("one from standard input, and the smallest", () => {
        const { status, stdout } = run(["rules", "check", "-"], { input: '{"id": "a", "version": "1"}' });
        assert.equal(stdout, "-: 0 rules, 0 examples, 0 counterexamples: fine\n");
        assert.equal(status, 0);
    });
});

describe("examples that fail", () => {
    test("are told with file, line, rule and sentence", () => {
        const pattern = { ...HOUSE.patterns[0], examples: ["Town Hall went binless."], counterexamples: [] };
        const { status, stdout, stderr } = check(JSON.stringify({ ...HOUSE, patterns: [pattern] }, null, 2));
        assert.match(
            stderr,
            /^pack\.json:\d+:\d+: pattern binless, examples\[0\]: does not hold in its example: “Town Hall went binless\.”\n$/u,
        );
        assert.equal(stdout, "pack.json: 7 rules, 8 examples, 6 counterexamples: 1 fault\n");
        assert.equal(status, 2);
    });
    for (const [section, wrong] of /** @type {const} */ ([
        ["makers", "Town Hall answered."],
        ["models", "Towny is down."],
        ["cues", "“The bins go out,” Towny parped."],
        ["verbs", "The clerk wugged the bins."],
        ["patterns", "Town Hall stayed binless."],
    ])) {
        test(`a counterexample in which it holds, in ${section}`, () => {
            const [rule] = HOUSE[section];
            const { status, stderr } = check({ ...HOUSE, [section]: [{ ...rule, counterexamples: [wrong] }] });
            assert.equal(stderr.split("\n").length, 2, stderr);
            assert.match(stderr, /, counterexamples\[0\]: holds in its counterexample: “/u);
            assert.ok(stderr.includes(`“${wrong}”`), stderr);
            assert.equal(status, 2);
        });
    }
    test("cannot be run in a language that is not read", () => {
        const { status, stdout, stderr } = check({ ...HOUSE, lang: "fy" });
        assert.match(stderr, /^pack\.json:1:1: \$: examples cannot be run: .* language: fy\n$/u);
        assert.match(stdout, /: 7 rules, 0 examples, 0 counterexamples: 1 fault\n$/u);
        assert.equal(status, 2);
    });
    test("an example in which it does not, in words and messages", () => {
        const adverb = { ...HOUSE.words.adverb, examples: ["Towny was there."] };
        const text = { ...HOUSE.messages["why-role-spokesperson"], examples: ["The mayor spoke."] };
        const { stderr } = check({ ...HOUSE, words: { adverb }, messages: { "why-role-spokesperson": text } });
        assert.match(stderr, /words adverb, examples\[0\]: does not hold/u);
        assert.match(stderr, /message why-role-spokesperson, examples\[0\]: does not hold/u);
    });
});

describe("shapes that are wrong", () => {
    const cue = HOUSE.cues[0];
    const model = HOUSE.models[0];
    const pattern = HOUSE.patterns[0];
    /** Each with the place that is told, and a part of what is said. @type {[string, any, string, RegExp][]} */
    const wrong = [
        ["no object", [], "$", /should be an object/u],
        ["no id", { version: "1" }, "$", /lacks its member “id”/u],
        ["an id with capitals", { ...HOUSE, id: "House" }, "$.id", /small letters/u],
        ["an id with two hyphens", { ...HOUSE, id: "a--b" }, "$.id", /hyphens/u],
        ["an empty version", { ...HOUSE, version: "" }, "$.version", /not empty/u],
        ["a language that is none", { ...HOUSE, lang: "english speech" }, "$.lang", /BCP 47/u],
        ["an unknown section", { ...HOUSE, modles: [] }, "$.modles", /no member/u],
        ["a section that is no array", { ...HOUSE, cues: {} }, "$.cues", /an array of cues/u],
        ["an unknown member", { ...HOUSE, models: [{ ...model, nick: "T" }] }, "$.models[0].nick", /“nick” is no/u],
        ["a number for a name", { ...HOUSE, models: [{ ...model, names: ["a", 1] }] }, "$.models[0].names[1]", /word/u],
        ["a blank phrase", { ...HOUSE, models: [{ ...model, names: [" "] }] }, "$.models[0].names[0]", /eight words/u],
        [
            "a name twice",
            { ...HOUSE, models: [{ ...model, names: ["a", "b", "a"] }] },
            "$.models[0].names",
            /“a” twice/u,
        ],
        ["a handle with @", { ...HOUSE, models: [{ ...model, handles: ["@t"] }] }, "$.models[0].handles[0]", /@/u],
        [
            "an account with a scheme",
            { ...HOUSE, models: [{ ...model, accounts: ["https://x.com/t"] }] },
            "$.models[0].accounts[0]",
            /https/u,
        ],
        ["a yes", { ...HOUSE, models: [{ ...model, ambiguous: "yes" }] }, "$.models[0].ambiguous", /true or false/u],
        ["no forms", { ...HOUSE, cues: [{ lemma: "parp" }] }, "$.cues[0]", /lacks its member “forms”/u],
        [
            "an unknown construction",
            { ...HOUSE, cues: [{ ...cue, takes: ["quote", "shout"] }] },
            "$.cues[0].takes[1]",
            /“shout” is none of: quote, that,/u,
        ],
        ["an unknown act", { ...HOUSE, cues: [{ ...cue, act: "song" }] }, "$.cues[0].act", /none of: apology/u],
        ["an unknown class", { ...HOUSE, words: { adverbs: [] } }, "$.words.adverbs", /no member/u],
        ["a class that is a string", { ...HOUSE, words: { adverb: "a" } }, "$.words.adverb", /phrases/u],
        [
            "a class without phrases",
            { ...HOUSE, words: { adverb: {} } },
            "$.words.adverb",
            /lacks its member “phrases”/u,
        ],
        ["an unknown meaning", { ...HOUSE, patterns: [{ ...pattern, means: "x" }] }, "$.patterns[0].means", /caveat/u],
        [
            "an example that is empty",
            { ...HOUSE, cues: [{ ...cue, examples: [""] }] },
            "$.cues[0].examples[0]",
            /empty/u,
        ],
        ["two weights", { ...HOUSE, weights: { role: { bias: [1, 2] } } }, "$.weights.role.bias", /three weights/u],
        [
            "a weight that is a half",
            { ...HOUSE, weights: { role: { bias: [1, 2, 0.5] } } },
            "$.weights.role.bias[2]",
            /whole/u,
        ],
        [
            "an unknown feature",
            { ...HOUSE, weights: { role: { bais: [1, 2, 3] } } },
            "$.weights.role.bais",
            /no member/u,
        ],
        [
            "weights too large",
            { ...HOUSE, weights: { act: { bias: [1, 2, 3, 4, 5, 6, 40000] } } },
            "$.weights.act.bias[6]",
            /30000/u,
        ],
        ["a message that is a number", { ...HOUSE, messages: { "a b": 1 } }, '$.messages["a b"]', /a string/u],
        ["a message without text", { ...HOUSE, messages: { a: {} } }, "$.messages.a", /lacks its member “text”/u],
        ["more than certain", { ...HOUSE, least_alert_confidence: 1.5 }, "$.least_alert_confidence", /from 0 to 1/u],
    ];
    for (const [name, pack, place, message] of wrong) {
        test(name, () => {
            assert.ok(!fits(pack), "the schema refuses it too");
            const { status, stderr, stdout } = check(pack);
            const [, told, said = ""] = /^pack\.json:1:\d+: (\$\S*|\$\.messages\["a b"\]): (.*)\n$/u.exec(stderr) ?? [];
            assert.equal(told, place, stderr);
            assert.match(said, message);
            assert.match(stdout, /: \d+ rules, 0 examples, 0 counterexamples: 1 fault\n$/u);
            assert.equal(status, 2);
        });
    }
    test("all of them are told, in the pack's order, each where it stands", () => {
        const text =
            '{\n  "id": "a",\n  "version": 1,\n  "cues": [\n    {"lemma": "parp", "forms": []},\n\t{"forms": 3}\n  ]\n}';
        assert.deepEqual(check(text).stderr.split("\n").slice(0, -1), [
            "pack.json:3:14: $.version: should be a string that is not empty",
            "pack.json:6:2: $.cues[1]: lacks its member “lemma”",
            "pack.json:6:12: $.cues[1].forms: should be an array of phrases",
        ]);
    });
    test("a member twice", () => {
        assert.match(check('{"id": "a", "version": "1", "id": "b"}').stderr, /:1:29: \$\.id: “id” stands here twice/u);
    });
    test("two rules of one id, of which the later would replace the earlier", () => {
        const twice = { makers: HOUSE.makers, models: [model, model], cues: [cue, cue], patterns: [pattern, pattern] };
        const { stderr } = check({ ...HOUSE, ...twice });
        assert.match(stderr, /\$\.models: has “towny” twice\n/u);
        assert.match(stderr, /\$\.cues: has “parp” twice\n/u);
        assert.match(stderr, /\$\.patterns: has “binless” twice\n/u);
        assert.equal(stderr.split("\n").length, 4);
    });
    test("no JSON, and where", () => {
        assert.equal(check('{"id": "a",\n "version" 1}').stderr, "pack.json:2:12: $: a rule pack is not valid JSON\n");
        assert.match(check('{"id": "a", "version": "1"} 2').stderr, /:1:29: \$: a rule pack is not valid JSON/u);
        assert.match(check("").stderr, /:1:1: \$: a rule pack is not valid JSON/u);
    });
    test("a hundred faults are enough", () => {
        const { stderr, stdout } = check({ ...HOUSE, cues: Array(5000).fill({}) });
        assert.equal(stderr.split("\n").length, 101);
        assert.match(stdout, /: 100 faults\n$/u);
    });
});

/* A member that only the schema, or only the command, knows would be documented and refused, or taken and undocumented. */
describe("the command and the schema know the same members", () => {
    const { $defs, properties } = schema;
    /** @type {[string, object, (rule: object) => object][]} */
    const places = [
        ["maker", $defs.maker.properties, (rule) => ({ makers: [rule] })],
        ["model", $defs.model.properties, (rule) => ({ models: [rule] })],
        ["cue", $defs.cue.properties, (rule) => ({ cues: [rule] })],
        ["verb", $defs.verb.properties, (rule) => ({ verbs: [rule] })],
        ["pattern", $defs.pattern.properties, (rule) => ({ patterns: [rule] })],
        ["words", $defs.words.properties, (rule) => ({ words: { adverb: rule } })],
        ["message", $defs.message.properties, (rule) => ({ messages: { a: rule } })],
        ["pack", properties, (rule) => rule],
    ];
    for (const [name, known, pack] of places) {
        test(`of a ${name}`, () => {
            const nulls = Object.fromEntries(Object.keys(known).map((key) => [key, null]));
            const { stderr } = check(pack(nulls));
            for (const key of Object.keys(known))
                assert.ok(stderr.includes(`.${key}: should be `), `${key}\n${stderr}`);
        });
    }
});

describe("packs of the right shape that do not load", () => {
    /** @param {object} change @param {RegExp} message */
    const refuses = (change, message) => {
        const pack = { ...HOUSE, ...change };
        assert.ok(fits(pack), JSON.stringify(fits.errors));
        const { status, stderr } = check(JSON.stringify(pack, null, 1));
        assert.match(stderr, message);
        assert.equal(status, 2);
    };
    test("an unknown maker", () => {
        refuses(
            { models: [{ ...HOUSE.models[0], maker: "city" }] },
            /^pack\.json:1\d:\d+: \$: a model's maker .*: city\n$/u,
        );
    });
    test("a pattern that is none", () => {
        refuses({ patterns: [{ ...HOUSE.patterns[0], pattern: "(a" }] }, /pattern binless, at its character 3: .+\n$/u);
    });
    test("a phrase of nine words", () => {
        refuses({ words: { adverb: ["a b c d e f g h i"] } }, /a phrase has more than eight words: a b/u);
    });
});

describe("an entry with an earlier one's id replaces it", () => {
    /** @param {object} pack @param {string} text @returns {any} the report on the text with such a pack */
    const report = (pack, text) => {
        const path = written({ id: "own", version: "1", ...pack });
        const { stdout, stderr } = run(["scan", "--rules", path, "-"], {
            input: JSON.stringify({ blocks: [{ text }] }),
        });
        assert.equal(stderr, "");
        return JSON.parse(stdout);
    };
    const page = "“I am sorry for the posts,” Grok wrote on Tuesday. xAI did not respond to a request for comment.";
    test("a model by other names", () => {
        assert.equal(report({}, page).findings.length, 1);
        const grok = { id: "grok", name: "Grok", maker: "xai", names: ["Grokky"] };
        assert.equal(report({ models: [grok] }, page).findings.length, 0);
        const [finding] = report({ models: [grok] }, page.replace("Grok ", "Grokky ")).findings;
        assert.equal(finding.speaker.id, "grok");
    });
    test("a cue that is muted", () => {
        const act = "Grok apologised for the posts.";
        assert.equal(report({}, act).findings.length, 1);
        assert.equal(report({ cues: [{ lemma: "apologise", forms: [] }] }, act).findings.length, 0);
    });
    test("a pattern that is muted", () => {
        const quiet = { id: "did-not-answer", means: "silence", at: ["zzz"], pattern: "zzz" };
        const ids = (/** @type {any} */ { findings }) => findings[0].signals.map((/** @type {any} */ { id }) => id);
        assert.ok(ids(report({}, page)).includes("maker-silent"));
        assert.ok(!ids(report({ patterns: [quiet] }, page)).includes("maker-silent"));
    });
    test("a maker by other names", () => {
        const xai = { id: "xai", name: "Ex-AI", names: ["Ex-AI"] };
        const { findings } = report({ makers: [xai] }, page);
        assert.equal(findings[0].speaker.maker, "Ex-AI");
        assert.deepEqual(findings[0].signals, []);
    });
});

describe("the least confidence of an alert", () => {
    /** @param {number} least @returns {any} the report on a page that is an alert, with that setting */
    const report = (least) => {
        const pack = written({ id: "sure", version: "1", least_alert_confidence: least });
        return JSON.parse(run(["scan", "--rules", pack, "-"], { input: JSON.stringify(ALERT) }).stdout);
    };
    test("one of more confidence stays an alert", () => {
        const { counts, findings } = report(0);
        assert.deepEqual(counts, { alert: findings.length, notice: 0, info: 0 });
        assert.ok(findings.length > 0);
    });
    test("one of less is a notice, and says why", () => {
        const { counts, findings } = report(1);
        assert.deepEqual(counts, { alert: 0, notice: findings.length, info: 0 });
        for (const { why, confidence } of findings) {
            assert.ok(confidence < 1);
            assert.match(why.at(-1), /^It would be an alert, but .* too uncertain for one\.$/u);
        }
    });
    test("just as much is enough", () => {
        const sure = Math.max(...report(0).findings.map((/** @type {any} */ { confidence }) => confidence));
        assert.ok(report(sure).counts.alert > 0);
        assert.equal(report(sure + 0.01).counts.alert, 0);
    });
    test("what is no alert anyway keeps its level and its reason", () => {
        const pack = written({ id: "sure", version: "1", least_alert_confidence: 1 });
        const blocks = [{ text: "ChatGPT predicted that the price of copper would reach $12,000 by June." }];
        const plain = JSON.parse(run(["scan", "-"], { input: JSON.stringify({ lang: "en", blocks }) }).stdout);
        const strict = run(["scan", "--rules", pack, "-"], { input: JSON.stringify({ lang: "en", blocks }) }).stdout;
        assert.equal(plain.findings.length, 1);
        assert.deepEqual(JSON.parse(strict).findings, plain.findings);
    });
});

describe("weights of speakers", () => {
    const page = "Grok said that the pier was shut. “It is open,” the window said. “It is not,” said Ms Wren.";
    const found = (/** @type {number} */ bias) => {
        const pack = { id: "lean", version: "1", lang: "en", weights: { speaker: { bias } } };
        const { stdout } = run(
            ["check", "--format", "json", "--rules", file("lean.json", JSON.stringify(pack))].concat("-"),
            {
                input: page,
            },
        );
        return JSON.parse(stdout).findings;
    };
    const speakers = (/** @type {number} */ bias) =>
        found(bias).map((/** @type {any} */ { rule, quote, speaker }) => `${speaker.id} ${rule} ${quote}`);
    const ruled = "grok reported-clause the pier was shut";
    test("give quotes that no rule gives to a model to the nearest one, or leave them", () => {
        assert.deepEqual(speakers(-30000), [ruled]);
        assert.deepEqual(speakers(30000), [ruled, "grok weighed It is open,", "grok weighed It is not,"]);
    });
    test("that give a quote to a model leave nobody else as its speaker", () => {
        for (const { speaker, rewordings } of found(30000).slice(1)) {
            assert.equal(speaker.mention, null);
            assert.match(rewordings[0].text, /^Grok generated the words “It is (?:open|not)”/u);
            assert.doesNotMatch(rewordings.map((/** @type {any} */ { text }) => text).join(" "), /window|Wren/u);
        }
    });
    test("of features that nobody knows are told", () => {
        const pack = { id: "lean", version: "1", lang: "en", weights: { speaker: { charm: 1 } } };
        const { status, stderr } = run(["rules", "check", file("charm.json", JSON.stringify(pack))]);
        assert.match(stderr, /charm/u);
        assert.equal(status, 2);
    });
});

describe("what cannot be done", () => {
    test("a file that is not there; the others are still checked", () => {
        const { status, stdout, stderr } = run(["rules", "check", "no-such-pack", written(HOUSE)]);
        assert.match(stderr, /^no-such-pack:1: No such file/u);
        assert.match(stdout, /fine\n$/u);
        assert.equal(status, 2);
    });
    test("a bad pack of --rules is told as such", () => {
        const bad = file("bad.json", "{");
        const { status, stderr } = run(["rules", "check", "--rules", bad, written(HOUSE)]);
        assert.ok(stderr.startsWith(`${bad}:1: pack 1: `), stderr);
        assert.equal(status, 2);
    });
    test("a command that is none, and options that are none", () => {
        assert.match(run(["rules"]).stderr, /There is: check/u);
        assert.equal(run(["rules", "mend"]).status, 2);
        assert.equal(run(["rules", "check", "--lang", "en"]).status, 2);
        assert.match(run(["rules", "--help"]).stdout, /^usage: mouthpiece rules check/u);
        assert.equal(run(["rules", "check", "--help"]).status, 0);
    });
});
