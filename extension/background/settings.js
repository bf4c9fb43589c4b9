/* settings.js: what the user chooses holds at once in the pages that are open: results are looked at anew, badges counted
 * again, content scripts told. Also keeps what the card is asked to remember. Knows settings and results; nothing of how
 * a page is checked. */

import { askPage, openTabIds, recheckTab } from "../shared/browser.js";
import { isAmong, siteOf } from "../shared/sites.js";
import { changeSetting, readSettings } from "../shared/store.js";
import { countsOf, viewsOf, withDismissal, withoutDismissal } from "../shared/views.js";
import { refreshBadge, reviewKept } from "./check.js";
import { prefilterOfPacks } from "./packs.js";
import { readResults } from "./results.js";

/** @typedef {import("../shared/messages.d.ts").FromPage} FromPage */
/** @typedef {import("../shared/settings-types.d.ts").SettingName} SettingName */
/** @typedef {import("../shared/settings-types.d.ts").Settings} Settings */

/** Tells the open pages. @param {SettingName[]} names what has changed */
export async function applySettings(names) {
    const settings = await readSettings();
    const results = await readResults();
    await Promise.all(
        results.map(async ({ frame }) => {
            const kept = await reviewKept(frame, (result) => {
                const views = viewsOf(result.findings, result.url, settings);
                return { ...result, views, counts: countsOf(result.findings, views, ["marked"]) };
            });
            if (kept !== undefined)
                await askPage(frame, { type: "look", look: { views: kept.views, style: settings.style } });
        }),
    );
    await Promise.all([...new Set(results.map(({ frame }) => frame.tabId))].map(refreshBadge));
    if (names.includes("packs")) await recheck(settings);
}

/** All pages that were checked, those too in which nothing was found and nothing is known of. @param {Settings} settings */
async function recheck({ packs }) {
    const more = prefilterOfPacks(packs);
    await Promise.all((await openTabIds()).map((tabId) => recheckTab(tabId, more)));
}

/**
 * Remembers what the card was asked to.
 * @param {Extract<FromPage, {type: "dismiss" | "never"}>} request
 * @param {string} url the page's, as the browser says
 */
export async function remember(request, url) {
    const site = siteOf(url);
    if (site === undefined) return;
    if (request.type === "never") {
        await changeSetting("never", (sites) =>
            request.undo ? sites.filter((each) => !isAmong(site, [each])) : [...sites, site],
        );
        return;
    }
    const { quote, speaker, undo } = request;
    await changeSetting("dismissed", (dismissed) =>
        undo
            ? withoutDismissal(dismissed, { site, quote, speaker })
            : withDismissal(dismissed, { site, quote, speaker, at: Date.now() }),
    );
}
