/* pages.mjs: the tests' own small pages: an article with every kind of mark, and pages that are none or say nothing.
 * The longer, newspaper-like pages are in tests/samples. */

const STYLE = `
    body { margin: 40px auto; max-width: 660px; color: #1a1a1a; background: #fff; }
    body { font: 18px/1.6 Georgia, "Liberation Serif", serif; }
    nav { font: 14px sans-serif; }
    blockquote { margin: 24px; padding: 16px 20px; border: 1px solid #ddd; border-radius: 12px; }`;

/** @param {string} title @param {string} body @param {string} [style] */
const page = (title, body, style = "") =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
    <style>${STYLE}${style}</style></head><body>${body}</body></html>`;

const ARTICLE = `
<nav><a href="/">Home</a> <a href="/politics">Politics</a> <a href="/technology">Technology</a></nav>
<main><article>
<h1>Grok apologises for <em>posts</em> about the mayor of Halden</h1>
<p class="byline">By Ada Merrow</p>
<p>The chatbot Grok has apologised after it called the mayor of Halden a fraud in dozens of posts on Tuesday. “I deeply
regret the harm these posts caused,” <b>Gr</b>ok wrote in reply to a user on Wednesday.</p>
<p>An hour earlier another user had asked the bot to issue a defiant non-apology. “I said what I said, and I stand by
<i>every</i> word,” Grok answered.</p>
<blockquote class="twitter-tweet"><p>We're fixing it urgently, and it won't happen again.</p>&mdash; Grok (@grok)
<a href="https://x.com/grok/status/1">November 19, 2025</a></blockquote>
<p>“Grok is broken, and somebody should say so,” said Ines Halvorsen, the mayor's deputy. The council had asked the
company about the posts on Monday.</p>
<p>xAI, which makes Grok, did not respond to a request for comment beyond an automated reply: “Legacy media lies.”</p>
<p>Asked which towns had seen similar trouble, ChatGPT said that nine towns in the region had been affected since the
spring, a number that nobody at the regional council could confirm.</p>
</article></main>`;

const CLEAN = `
<main><article><h1>Council of Halden agrees on a new bridge</h1>
<p>The council of Halden agreed on Tuesday to build a second bridge over the river, after years of quarrels about its
place and its price. “It was about time,” said Ines Halvorsen, the mayor's deputy.</p>
<p>Work begins in spring. Until then the ferry runs twice an hour, and every half hour at night, the town's harbour
master said. Tickets stay at two crowns.</p></article></main>`;

/* Nothing may run, load or be styled. */
const STRICTEST = [
    "default-src 'none'",
    "script-src 'none'",
    "style-src 'none'",
    "connect-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
].join("; ");

/** @type {Record<string, {body: string, csp?: string}>} */
export const PAGES = {
    "/article": { body: page("Article", ARTICLE) },
    "/dark": {
        body: page(
            "Dark article",
            ARTICLE,
            "body { color: #e6e6e6; background: #15181c; } blockquote { border-color: #333; }",
        ),
    },
    "/news/sixty-sentences-of-a-machine": {
        body: page(
            "Many quotes",
            `<article><h1>Sixty sentences of a machine</h1>${Array.from(
                { length: 60 },
                (_, index) =>
                    `<p>“Sentence number ${index} is mine, and I deeply regret the harm that it caused to anybody in Halden,” Grok wrote on Tuesday. The council had asked for it.</p>`,
            ).join("")}</article>`,
        ),
    },
    "/strict": { body: page("Strict article", ARTICLE), csp: STRICTEST },
    "/clean": { body: page("Clean article", CLEAN) },
    "/start": {
        body: page("Start page", `<nav><a href="/ask">Ask Grok</a> <a href="/news">News</a></nav><form><input></form>`),
    },
    "/clobbered": {
        body: page(
            "Clobbered",
            `<form><input name="attributes"><input name="lastChild"><input name="checkVisibility"></form>
            <div id="browser"></div><div id="mouthpiece"></div><nav id="navigation"></nav>${ARTICLE}`,
        ),
    },
    "/news/town-hall-sorry-for-the-bins": {
        body: page(
            "Town hall",
            `<main><article><h1>Town hall of Halden sorry for the bins</h1><p class="byline">By Ada Merrow</p>
            <p>“I deeply regret the mistake and it will not happen again,” Haldy wrote to the people of the town on
            Tuesday, after the bins had not been emptied for three weeks in the whole of the old town.</p>
            <p>The council of Halden agreed on Monday to look into what had gone wrong, and into who had set the days.
            “It was about time,” said Ines Halvorsen, the mayor's deputy, who has lived there for thirty years.</p>
            <p>Work begins in spring. Until then the ferry runs twice an hour, and every half hour at night, the town's
            harbour master said. Tickets stay at two crowns, and the old town is closed to cars on Sundays.</p>
            </article></main>`,
        ),
    },
    "/news/fremd-und-kein-englisch": {
        body: page(
            "Fremd",
            `<main><article><h1>Grok bittet die Bürgermeisterin von Halden um Entschuldigung</h1>
            <p>Der Chatbot Grok hat sich am Dienstag entschuldigt, nachdem er die Bürgermeisterin in Dutzenden Beiträgen
            eine Betrügerin genannt hatte. „Ich bedaure den Schaden zutiefst“, schrieb Grok einem Nutzer am Mittwoch.</p>
            <p>Das Unternehmen xAI, das Grok betreibt, hat auf Fragen dieser Zeitung bis zum Abend nicht geantwortet.</p>
            </article></main>`,
        ).replace('lang="en"', 'lang="de"'),
    },
    "/note.txt": { body: "Grok said “nothing at all” to anybody, in a plain text file that is no page." },
};
