/* .eslint.config.mjs: faults that the types do not show, and the house's sizes. Layout is Prettier's. */
import js from "@eslint/js";
import globals from "globals";

export default [
    { ignores: ["build/", "third_party/", "node_modules/", "tests/samples/"] },
    js.configs.recommended,
    {
        files: ["**/*.js", "**/*.mjs"],
        languageOptions: { ecmaVersion: 2023, sourceType: "module", globals: { ...globals["shared-node-browser"] } },
        linterOptions: { reportUnusedDisableDirectives: "error" },
        rules: {
            eqeqeq: "error",
            "no-eval": "error",
            "no-implied-eval": "error",
            "no-var": "error",
            "prefer-const": "error",
            "object-shorthand": "error",
            "no-shadow": ["error", { hoist: "never" }],
            "no-unused-vars": ["error", { caughtErrors: "none" }],
            "max-lines": ["error", 600],
            "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true, IIFEs: true }],
        },
    },
    {
        files: ["extension/**/*.js"],
        languageOptions: { globals: { ...globals.browser, ...globals.webextensions } },
        rules: {
            // What a page says is text, never HTML; and nothing leaves the machine.
            "no-restricted-properties": [
                "error",
                ...["innerHTML", "outerHTML", "insertAdjacentHTML", "write", "writeln", "srcdoc", "setHTMLUnsafe"].map(
                    (property) => ({ property, message: "page text is only ever textContent" }),
                ),
                { object: "navigator", property: "sendBeacon", message: "the extension sends nothing anywhere" },
            ],
            "no-restricted-globals": ["error", "XMLHttpRequest", "WebSocket", "EventSource", "WebTransport"],
        },
    },
    {
        // The build writes it in: a content script is no module, and has nobody to import it from.
        files: ["extension/content/**/*.js"],
        languageOptions: { globals: { MOUTHPIECE_PREFILTER: "readonly" } },
    },
    { files: ["wasm/**/*.js"], languageOptions: { globals: { ...globals.browser } } },
    {
        files: ["**/*.mjs"],
        languageOptions: { globals: { ...globals.node, ...globals.browser, ...globals.webextensions } },
    },
    {
        // A describe() is one function, however many tests it holds.
        files: ["tests/**/*.mjs"],
        rules: { "max-lines-per-function": "off" },
    },
];
