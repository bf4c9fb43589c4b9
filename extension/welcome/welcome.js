/* welcome.js: the first run's page: what Mouthpiece does, and when it is to look at pages. Nothing is chosen that the user
 * has not chosen. */

import { allCommands, giveBackSites, openOptions, readResource, requestSites } from "../shared/browser.js";
import { element } from "../shared/elements.js";
import { newsList } from "../shared/news-list.js";
import { find, localizePage } from "../shared/page.js";
import { needless } from "../shared/site-choice.js";
import { patternOf } from "../shared/sites.js";
import { onSettingsChange, readHeld, writeSettings } from "../shared/store.js";
import { counted, localized } from "../shared/wording.js";

/** @typedef {import("../shared/news-list.js").NewsSite} NewsSite */

localizePage();
/** @type {NewsSite[]} */
const news = await readResource("sites/news.json");
let { settings } = await readHeld();

/** Left out of the list, also before it is switched on. */
let without = settings.newsWithout;
const chosen = () => news.map(({ site }) => site).filter((site) => !without.includes(site));

showExample();
await showShortcut();
showNews();
find("#list").replaceChildren(
    newsList(news, without, (next) => {
        without = next;
        void writeSettings({ newsWithout: without });
        showNews();
    }),
);
find("#news").addEventListener("click", () => void switchNews());
find("#options").addEventListener("click", () => void openOptions());
onSettingsChange(async () => {
    ({ settings } = await readHeld());
    showNews();
});

/** A sentence as the extension marks it. */
function showExample() {
    const [before = "", after = ""] = localized("welcome_example", ["\n"]).split("\n");
    find("#example").replaceChildren(before, element("mark", {}, localized("welcome_example_words")), after);
}

/** The shortcut as it is set, which the user or another extension may have changed. */
async function showShortcut() {
    const { shortcut = "" } = (await allCommands()).find(({ name }) => name === "check-page") ?? {};
    const text = shortcut === "" ? localized("welcome_ask_more") : localized("welcome_ask_keys", [shortcut]);
    find("#ask").textContent = text;
}

function showNews() {
    find("#news-more").textContent = counted("welcome_news_more", chosen().length);
    find("#news").textContent = localized(settings.news ? "welcome_news_stop" : "welcome_news_allow");
}

/* The browser asks the user first; only what follows a click at once may ask. */
async function switchNews() {
    const patterns = chosen().map(patternOf);
    if (settings.news) {
        await writeSettings({ news: false });
        const left = needless(chosen(), { ...settings, news: false }, []);
        await giveBackSites(left.map(patternOf)).catch(() => {});
        find("#news-status").textContent = localized("welcome_news_stopped");
        return;
    }
    const isAllowed = await requestSites(patterns);
    if (isAllowed) await writeSettings({ news: true });
    find("#news-status").textContent = localized(isAllowed ? "welcome_news_done" : "welcome_news_refused");
}
