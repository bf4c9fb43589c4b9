/* sites.js: the sites that are checked as they load, the shipped list of news sites among them, and those that never are.
 * The browser asks the user for each; what it has not been allowed is shown as such. */

import { allowedSites, giveBackSites, onPermissionChange, readResource, requestSites } from "../shared/browser.js";
import { button, choice, element, refill } from "../shared/elements.js";
import { newsList } from "../shared/news-list.js";
import { find } from "../shared/page.js";
import { isSetByPolicy } from "../shared/settings.js";
import { patternOf, siteOf } from "../shared/sites.js";
import { changeSetting, writeSettings } from "../shared/store.js";
import { counted, localized } from "../shared/wording.js";

/** @typedef {import("../shared/settings-types.d.ts").Held} Held */
/** @typedef {import("../shared/news-list.js").NewsSite} NewsSite */

/** @type {Promise<NewsSite[]>} */
const shipped = readResource("sites/news.json");

/** @param {Held} held */
export async function showSites(held) {
    const { settings, own } = held;
    const news = await shipped;
    const listed = news.map(({ site }) => site).filter((site) => !settings.newsWithout.includes(site));
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
            removeButton(site, own.always, async () => {
                await changeSetting("always", (sites) => sites.filter((each) => each !== site));
                if (!(settings.news && listed.includes(site))) await giveBackSites([patternOf(site)]).catch(() => {});
            }),
        ]),
    );
    refill(
        find("#never"),
        entries(settings.never, (site) => [
            element("span", { class: "name" }, site),
            removeButton(site, own.never, () =>
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
        const needed = settings.always.map(patternOf);
        if (!isWanted) await giveBackSites(patterns.filter((each) => !needed.includes(each))).catch(() => {});
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
    if (sites.length === 0) return [element("li", { class: "none" }, localized("sites_none"))];
    return [...sites].sort().map((site) => element("li", {}, ...parts(site)));
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

/** What the organisation has set cannot be removed. @param {string} site @param {string[]} own @param {() => Promise<void>} onRemove */
function removeButton(site, own, onRemove) {
    if (!own.includes(site)) return element("span", { class: "fixed" }, localized("by_policy"));
    const label = localized("remove_label", [site]);
    return button(
        { class: "plain", "aria-label": label, "data-key": `remove-${site}` },
        () => void onRemove(),
        localized("remove"),
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
