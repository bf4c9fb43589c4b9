/* badge.js: the toolbar button's count of alerts and notices. The colour tells alerts from notices, and so do the words
 * of the button's title, for whoever does not see colours. */

import { setBadge } from "../shared/browser.js";
import { countsLine, localized } from "../shared/wording.js";

/** @typedef {import("../shared/messages.d.ts").TabState} TabState */

const ALERT = "#9a3412";
const NOTICE = "#6b5300";
const QUIET = "#57606a";

/** Whether the user has switched off all that was found. @param {import("../shared/messages.d.ts").Checked} state */
function isOff({ views }) {
    return views.length > 0 && views.every((view) => view === "off");
}

/** @param {number} tabId @param {TabState} state */
export async function showBadge(tabId, state) {
    if (state.state !== "checked" || isOff(state))
        return setBadge(tabId, { text: "", color: QUIET, title: localized("action_title") });
    const { alert, notice } = state.counts;
    const color = alert > 0 ? ALERT : notice > 0 ? NOTICE : QUIET;
    return setBadge(tabId, {
        text: String(alert + notice),
        color,
        title: localized("badge_title", [countsLine(state.counts)]),
    });
}
