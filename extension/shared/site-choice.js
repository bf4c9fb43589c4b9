/* site-choice.js: what the user wants of a site, read out of the settings and written into them. Plain data to plain data;
 * knows neither storage nor surfaces. */

import { isAmong, sitesToCheck } from "./sites.js";

/** @typedef {import("./settings-types.d.ts").Settings} Settings */
/** Check it when asked, whenever it loads, or not at all. @typedef {"ask" | "always" | "never"} SiteChoice */

/** @type {readonly SiteChoice[]} */
export const SITE_CHOICES = Object.freeze(/** @type {const} */ (["ask", "always", "never"]));

/** @param {string} site @param {Settings} settings @param {readonly string[]} newsSites @returns {SiteChoice} */
export function siteChoice(site, settings, newsSites) {
    if (isAmong(site, settings.never)) return "never";
    return isAmong(site, sitesToCheck(settings, newsSites)) ? "always" : "ask";
}

/**
 * What is to change for a choice. A choice for a part of a listed site is one for the listed site.
 * @param {string} site
 * @param {SiteChoice} choice
 * @param {Settings} own the user's own settings, but `news` as it holds
 * @param {readonly string[]} newsSites
 * @returns {Pick<Settings, "always" | "never" | "newsWithout">}
 */
export function changesForChoice(site, choice, own, newsSites) {
    const isOther = (/** @type {string} */ each) => !isAmong(site, [each]);
    const always = own.always.filter(isOther);
    const never = own.never.filter(isOther);
    const newsWithout = own.newsWithout.filter(isOther);
    const listed = newsSites.filter((each) => !isOther(each));
    const isOnList = own.news && listed.length > 0;
    if (choice === "always") {
        /* Its parts are checked with it. */
        const wider = [...always.filter((each) => !isAmong(each, [site])), site];
        return { always: isOnList ? always : wider, never, newsWithout };
    }
    if (choice === "never") return { always, never: [...never, site], newsWithout };
    return { always, never, newsWithout: isOnList ? [...newsWithout, ...listed] : newsWithout };
}

/**
 * Those of some sites that the browser need not let us into any more.
 * @param {string[]} sites @param {Settings} settings as they hold now @param {readonly string[]} newsSites
 */
export function needless(sites, settings, newsSites) {
    const needed = sitesToCheck(settings, newsSites);
    return sites.filter((site) => !isAmong(site, needed));
}
