/* sites.js: the sites that are checked as they load, the shipped list of news sites among them, and those that never are.
 * The browser asks the user for each; what it has not been allowed is shown as such. */

import { allowedSites, giveBackSites, onPermissionChange, readResource, requestSites } from "../shared/browser.js";
import { button, choice, element, refill } from "../shared/elements.js";
import { newsList } from "../shared/news-list.js";
import { find } from "../shared/page.js";
import { isSetByPolicy } from "../shared/settings.js";
import { needless } from "../shared/site-choice.js";
import { patternOf, siteOf } from "../shared/sites.js";
import { changeSetting, writeSettings } from "../shared/store.js";
import { counted, localized } from "../shared/wording.js";
import { orNone, removeButton } from "./entries.js";

/** @typedef {import("../shared/settings-types.d.ts").Held} Held */
/** @typedef {import("../shared/news-list.js").NewsSite} NewsSite */

/** @type {Promise<NewsSite[]>} */
const shipped = readResource("sites/news.json");

/** @param {NewsSite} entry */
const siteIn = ({ site }) => site;

/** @param {Held} held */
export async function showSites(held) {
    const { settings, own } = held;
    const news = await shipped;
    const listed = news.map(siteIn).filter((site) => !settings.newsWithout.includes(site));
    const patterns = [...settings.always, ...listed].map(patternOf);
    const allowed = new Set(await allowedSites(patterns));
    const isAllowed = (/** @type {string} */ site) => allowed.has(patternOf(site));
    showNews(
        held,
        listed,
        listed.filter((site) => !isAllowed(site)),
    );
    showList(news, settings.newsWithout);
    refill(
        find("#always"),
        entries(settings.always, (site) => [
            element("span", { class: "name" }, site),
            ...(isAllowed(site) ? [] : [allowButton(site)]),
            removeButton(site, own.always.includes(site), async () => {
                await changeSetting("always", (sites) => sites.filter((each) => each !== site));
                const always = settings.always.filter((each) => each !== site);
                const left = needless([site], { ...settings, always }, news.map(siteIn));
                await giveBackSites(left.map(patternOf)).catch(() => {});
            }),
        ]),
    );
    refill(
        find("#never"),
        entries(settings.never, (site) => [
            element("span", { class: "name" }, site),
            removeButton(site, own.never.includes(site), () =>
                changeSetting("never", (sites) => sites.filter((each) => each !== site)),
            ),
        ]),
    );
}

/** Drawn anew only where it was changed elsewhere, so that it stays where it was scrolled to. @param {NewsSite[]} news @param {string[]} without */
function showList(news, without) {
    const place = find("#news-list");
    const out = [...place.querySelectorAll("input")].flatMap((box) => (box.checked ? [] : [box.value]));
    const isSame =
        place.childElementCount > 0 && out.length === without.length && out.every((site) => without.includes(site));
    if (isSame) return;
    place.replaceChildren(newsList(news, without, (newsWithout) => void writeSettings({ newsWithout })));
}

/** @param {Held} held @param {string[]} listed @param {string[]} missing those that the browser does not let us in yet */
function showNews({ settings, policy }, listed, missing) {
    const isFixed = isSetByPolicy(policy, "news");
    const onChange = async (/** @type {boolean} */ isWanted) => {
        const patterns = listed.map(patternOf);
        const asked = isWanted ? requestSites(patterns) : Promise.resolve(true);
        await writeSettings({ news: isWanted && (await asked) });
        if (isWanted) return;
        const left = needless(listed, { ...settings, news: false }, []);
        await giveBackSites(left.map(patternOf)).catch(() => {});
    };
    const more = counted("news_more", listed.length);
    const box = choice(
        { key: "news", isOn: settings.news, isFixed, more },
        (isOn) => void onChange(isOn),
        localized("news_label"),
    );
    const note = element(
        "p",
        { class: "warning" },
        counted("news_missing", missing.length),
        " ",
        button(
            { class: "plain", "data-key": "allow-news" },
            () => void requestSites(missing.map(patternOf)),
            localized("allow"),
        ),
    );
    refill(find("#news"), settings.news && missing.length > 0 ? [box, note] : [box]);
}

/** @param {string[]} sites @param {(site: string) => Node[]} parts */
function entries(sites, parts) {
    const items = [...sites].sort().map((site) => element("li", {}, ...parts(site)));
    return orNone(items, "sites_none");
}

/** @param {string} site */
function allowButton(site) {
    return element(
        "span",
        { class: "warning" },
        localized("not_allowed_yet"),
        " ",
        button(
            { class: "plain", "data-key": `allow-${site}` },
            () => void requestSites([patternOf(site)]),
            localized("allow"),
        ),
    );
}

/** @param {() => void} refresh called when the browser's permissions change */
export function listenForSites(refresh) {
    onPermissionChange(refresh);
    find("#add-site").addEventListener("submit", (event) => {
        event.preventDefault();
        void add(/** @type {HTMLInputElement} */ (find("#site")));
    });
}

/** @param {HTMLInputElement} field */
async function add(field) {
    const status = find("#site-status");
    const site = siteOf(field.value);
    field.toggleAttribute("aria-invalid", site === undefined);
    if (site === undefined) {
        status.textContent = localized("add_site_fault", [field.value]);
        field.focus();
        return;
    }
    const asked = requestSites([patternOf(site)]);
    await changeSetting("always", (sites) => [...new Set([...sites, site])]);
    field.value = "";
    status.textContent = localized((await asked) ? "add_site_done" : "add_site_refused", [site]);
}
