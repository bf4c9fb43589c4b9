/* site-control.js: the choice that popup and panel offer for the site in front: when asked, always, never. Knows the site
 * and what the browser has to be asked; what a choice means is site-choice.js's. */

import { allowedSites, giveBackSites, localized, readResource, requestSites } from "./browser.js";
import { button, element } from "./elements.js";
import { SITE_CHOICES, changesForChoice, needless, siteChoice } from "./site-choice.js";
import { patternOf, sitesToCheck } from "./sites.js";
import { readHeld, writeSettings } from "./store.js";

/** @typedef {import("./site-choice.js").SiteChoice} SiteChoice */

/** The shipped list's sites. @returns {Promise<string[]>} */
export async function newsSites() {
    return (await readResource("sites/news.json")).map((/** @type {{site: string}} */ { site }) => site);
}

/**
 * Shows the choice, or nothing where the page is of no site.
 * @param {HTMLElement} place
 * @param {string | undefined} site
 * @param {(choice: SiteChoice) => void} onChange called when a choice has been written
 */
export async function showSiteControl(place, site, onChange) {
    if (site === undefined) return void place.replaceChildren();
    const [{ own, settings }, news] = await Promise.all([readHeld(), newsSites()]);
    const wanted = siteChoice(site, settings, news);
    /* The browser may not let us in: its question was refused while it had closed the popup, or what it had granted was
     * taken back. Then "always" is no more than a wish, and a press on it asks again. */
    const isWithheld = wanted === "always" && (await allowedSites([patternOf(site)])).length === 0;
    const now = isWithheld ? "ask" : wanted;
    const choose = async (/** @type {SiteChoice} */ choice) => {
        const changes = changesForChoice(site, choice, { ...own, news: settings.news }, news);
        /* Asked first: browsers take only what follows a click at once. And written at once: where the browser's question
         * closes the popup, nobody would be left to do it. */
        const asked = choice === "always" ? requestSites([patternOf(site)]) : Promise.resolve(true);
        await writeSettings(changes);
        const { always, never, newsWithout } = own;
        if (!(await asked)) await writeSettings({ always, never, newsWithout });
        if (choice !== "always") {
            const { settings: after } = await readHeld();
            const left = needless([...new Set([...sitesToCheck(settings, news), site])], after, news);
            await giveBackSites(left.map(patternOf)).catch(() => {});
        }
        await showSiteControl(place, site, onChange);
        /** @type {HTMLElement | null} */ (place.querySelector("[aria-pressed='true']"))?.focus();
        onChange(choice);
    };
    const buttons = SITE_CHOICES.map((choice) =>
        button({ "aria-pressed": String(choice === now) }, () => void choose(choice), localized(`site_${choice}`)),
    );
    const label = element("span", { id: "site-label" }, localized("site_label", [site]));
    place.replaceChildren(
        label,
        element("span", { class: "choices", role: "group", "aria-labelledby": "site-label" }, ...buttons),
        ...(isWithheld ? [element("span", { class: "withheld" }, localized("not_allowed_yet"))] : []),
    );
}
