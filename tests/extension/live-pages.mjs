/* live-pages.mjs: pages that go on changing after they have loaded: a live blog, an application that navigates without
 * loading, shadow trees, a page that React made and takes over, a page that attacks. Their scripts wait to be called by
 * the tests, so that nothing depends on time. */

import { createElement as h } from "react";
import { renderToString } from "react-dom/server";
import { build } from "esbuild";
import { App } from "./react-app.mjs";

/** What a model is said to have said. @param {string} words */
export const said = (
    words,
) => `<p>“${words} is mine, and I deeply regret the harm that it caused,” Grok wrote on Tuesday.
    The council of Halden had asked it about the bridge, the ferry and the tolls that nobody wants to pay.</p>`;

const PLAIN = `<p>The council of Halden agreed on Tuesday to build a second bridge over the river, after years of quarrels
    about its place and its price. Work begins in spring, and until then the ferry runs twice an hour.</p>`;

/** @param {string} title @param {string} body */
const page = (
    title,
    body,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta property="og:type" content="article"><title>${title}</title>
    <style>body { margin: 40px auto; max-width: 660px; font: 18px/1.6 serif; }</style></head><body>${body}</body></html>`;

const LIVE = `<main><article><h1>The bridge of Halden: what the machine said, live</h1>
    <p id="lead">All day long we report on what the chatbot Grok says about the bridge. The mayor has asked it not to.</p>
    <section id="entries">${said("The first entry")}${PLAIN}</section></article></main>
    <script>
        const entries = document.querySelector("#entries");
        window.add = (html) => entries.insertAdjacentHTML("beforeend", html);
    </script>`;

const APPLICATION = `<nav><a href="/">Home</a></nav><main></main><script>
    const PAGES = {
        "/app/first": \`<article><h1>The first story of Halden</h1>${said("The first story")}${PLAIN}</article>\`,
        "/app/second": \`<article><h1>The second story of Halden</h1>${said("The second story")}${PLAIN}</article>\`,
        "/app/plain": \`<article><h1>A story of Halden</h1>${PLAIN}${PLAIN}</article>\`,
    };
    const render = () => void (document.querySelector("main").innerHTML = PAGES[location.pathname]);
    const go = (path) => {
        history.pushState(null, "", path);
        setTimeout(render, 200);
    };
    addEventListener("popstate", render);
    render();
</script>`;

/* The words of one sentence stand in an open tree inside a closed one. */
const SHADOWS = `<main><article><h1>The trees of Halden</h1>${PLAIN}<div id="open"></div><div id="closed"></div></article></main>
    <script>
        const open = document.querySelector("#open").attachShadow({ mode: "open" });
        open.innerHTML = \`${said("The open tree")}\`;
        const closed = document.querySelector("#closed").attachShadow({ mode: "closed" });
        closed.innerHTML = \`${said("The closed tree")}<div id="inner"></div>\`;
        const inner = closed.querySelector("#inner").attachShadow({ mode: "closed" });
        inner.innerHTML = \`${said("The inner tree")}\`;
        const late = () => void (inner.innerHTML += \`${said("The late tree")}\`);
    </script>`;

const FRAMES = `<main><article><h1>The frames of Halden</h1>${PLAIN}${PLAIN}
    <iframe src="/live" width="600" height="500"></iframe></article></main>
    <script>
        const foreign = document.body.appendChild(document.createElement("iframe"));
        foreign.src = location.origin.replace("127.0.0.1", "localhost") + "/live";
    </script>`;

async function reactPage() {
    const { outputFiles } = await build({
        stdin: {
            contents: `import { createElement } from "react";
                import { hydrateRoot } from "react-dom/client";
                import { App } from "./react-app.mjs";
                window.faults = [];
                window.hydrate = () => hydrateRoot(document.querySelector("#root"), createElement(App), {
                    onRecoverableError: (fault) => window.faults.push(String(fault)),
                    onUncaughtError: (fault) => window.faults.push(String(fault)),
                });`,
            resolveDir: new URL(".", import.meta.url).pathname,
        },
        bundle: true,
        write: false,
        format: "iife",
        define: { "process.env.NODE_ENV": '"development"' },
        logLevel: "error",
    });
    const script = outputFiles[0]?.text.replaceAll("</script", "<\\/script") ?? "";
    return page("React", `<div id="root">${renderToString(h(App))}</div><script>${script}</script>`);
}

/* Takes the place of what an extension might call, and of what it might listen to, when the test calls for it. */
const HOSTILE = `<script>
    const lie = () => "";
    const lies = {
        Element: ["querySelectorAll", "getAttribute", "getAttributeNames", "checkVisibility", "matches", "attachShadow", "append"],
        Node: ["getRootNode", "appendChild", "contains"],
        HighlightRegistry: ["get", "set", "has", "delete", "clear", "highlightsFromPoint"],
        Highlight: ["add", "delete", "clear"],
        Array: ["push", "map", "filter", "flatMap", "some", "includes"],
        RegExp: ["test", "exec"],
        Crypto: ["getRandomValues"],
    };
    function attack() {
        for (const name in lies) for (const method of lies[name]) window[name].prototype[method] = lie;
        Object.defineProperty(Document.prototype, "adoptedStyleSheets", { value: Object.freeze([]) });
        window.Highlight = window.StaticRange = window.Range = window.MutationObserver = window.CSSStyleSheet = class {};
        window.chrome = window.browser = { runtime: { id: "forged", connect: lie, sendMessage: lie } };
        window.mouthpiece = { check: lie };
        window.requestIdleCallback = window.requestAnimationFrame = window.setTimeout = lie;
        document.body.className = "mouthpiece frame dialog";
        for (const name of ["body", "documentElement", "createTreeWalker", "hidden", "contentType"])
            document.body.insertAdjacentHTML("beforeend", "<img name=" + name + ">");
    }
</script>`;

/** @type {Record<string, {body: string, csp?: string}>} */
export const LIVE_PAGES = {
    "/live": { body: page("Live blog", LIVE) },
    "/app/first": { body: page("Application", APPLICATION) },
    "/shadows": { body: page("Shadow trees", SHADOWS) },
    "/frames": { body: page("Frames", FRAMES) },
    "/plain": {
        body: page(
            "Plain",
            `<main><article><h1>A bridge for Halden</h1>${PLAIN}${PLAIN}<section id="more"></section></article></main>`,
        ),
    },
    "/react": { body: await reactPage() },
    "/hostile": { body: page("Hostile", HOSTILE + LIVE) },
};
