/* registration.js: keeps the scripts of the sites that are checked as they load in step with the settings and with what the
 * user allows. A site that is off is not registered, so that it costs nothing. Knows sites; nothing of checks. */

import {
    allowedSites,
    readResource,
    registerScripts,
    registeredSites,
    tabsShowing,
    writeLocal,
} from "../shared/browser.js";
import { patternOf, sitesToCheck } from "../shared/sites.js";
import { readSettings } from "../shared/store.js";
import { prefilterOfPacks } from "./packs.js";

/** @typedef {import("../shared/browser.js").ActiveTab} Tab */

const ID = "sites";
/** Beside the settings in storage.local, for pages that load: what the user's packs add to the prefilter. */
const PREFILTER_KEY = "prefilter";

let latest = Promise.resolve(/** @type {Tab[]} */ ([]));

/**
 * Brings the registration up to date, one after the other.
 * @returns {Promise<Tab[]>} the tabs that show pages of sites which are new
 */
export function updateRegistration() {
    latest = latest.catch(() => []).then(update);
    return latest;
}

async function update() {
    const settings = await readSettings();
    const news = await readResource("sites/news.json");
    const sites = sitesToCheck(
        settings,
        news.map((/** @type {{site: string}} */ { site }) => site),
    );
    const [before, matches] = await Promise.all([registeredSites(ID), allowedSites(sites.map(patternOf))]);
    const more = prefilterOfPacks(settings.packs);
    if (more !== "") await writeLocal({ [PREFILTER_KEY]: more });
    const files = ["content.js", more === "" ? "auto.js" : "auto-packs.js"];
    const excludeMatches = settings.never.map(patternOf);
    await registerScripts(ID, matches.length === 0 ? undefined : { files, matches, excludeMatches });
    return await tabsShowing(matches.filter((pattern) => !before.includes(pattern)));
}
