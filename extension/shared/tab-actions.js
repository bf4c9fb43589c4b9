/* tab-actions.js: what popup and panel can undo: a site that was switched off, a finding that was dismissed. Knows settings;
 * nothing of how either is shown. */

import { isAmong } from "./sites.js";
import { changeSetting } from "./store.js";
import { withoutDismissal } from "./views.js";

/** @param {string | undefined} site */
export function switchSiteOn(site) {
    return changeSetting("never", (sites) => sites.filter((each) => !isAmong(site, [each])));
}

/** @param {string | undefined} site @param {import("./messages.d.ts").Finding} finding */
export async function restoreFinding(site, { quote, speaker }) {
    if (site === undefined) return;
    await changeSetting("dismissed", (all) => withoutDismissal(all, { site, quote, speaker: speaker.id }));
}
