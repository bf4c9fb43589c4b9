/* card-actions.js: what a reader can do with a finding, at the foot of its card: copy it, dismiss it, leave the site alone,
 * say that it is wrong; and what the card says when that is done. Knows findings and texts; what is remembered, and
 * where the card stands, is others'. */

import { button, element, icon } from "../shared/elements.js";
import { ownVersion } from "../shared/browser.js";
import { copyText, localized, reportText } from "../shared/wording.js";
import { copy } from "./clipboard.js";

/** @typedef {import("./world.d.ts").CardActions} Actions */
/** @typedef {import("../shared/messages.d.ts").Finding} Finding */

/** @param {Finding} finding @param {Actions} actions @returns {Node[]} */
export function footer(finding, actions) {
    const status = element("p", { role: "status" });
    /** @param {string} text @param {string} done */
    const onClipboard = async (text, done) => {
        status.textContent = localized((await copy(text)) ? done : "card_copy_failed");
    };
    const onCopy = () => void onClipboard(copyText(finding, location.href), "card_copied");
    const onWrong = () => {
        const report = reportText(finding, { url: location.href, version: ownVersion() });
        void onClipboard(report, "card_report_copied");
    };
    const more = element(
        "div",
        { class: "more" },
        why(finding),
        button({ class: "quiet" }, onWrong, localized("card_wrong")),
        button({ class: "quiet" }, () => actions.remember("never"), localized("card_never")),
    );
    const main = element(
        "div",
        { class: "actions" },
        button({ class: "action" }, onCopy, localized("card_copy")),
        button({ class: "action" }, () => actions.remember("dismiss"), localized("card_dismiss")),
    );
    return [more, element("footer", {}, status, main)];
}

/** @param {Finding} finding */
function why(finding) {
    return element(
        "details",
        {},
        element("summary", {}, localized("card_why")),
        element("ul", { lang: "en" }, ...finding.why.map((reason) => element("li", {}, reason))),
    );
}

/**
 * What was done, and the way back.
 * @param {"dismiss" | "never" | "failed"} what
 * @param {Actions & {undo(): void}} actions
 */
export function notice(what, actions) {
    const close = button({ class: "small", "aria-label": localized("card_close") }, actions.close, icon("close"));
    const undo = button({ class: "action" }, actions.undo, localized("undo"));
    const next = button({ class: "action" }, () => actions.step(1), localized("card_next"));
    return [
        element("header", {}, element("h2", { id: "title" }, localized(`done_${what}`)), close),
        element("p", { class: "use", role: "status" }, localized(`done_${what}_more`)),
        element(
            "footer",
            {},
            element(
                "div",
                { class: "actions" },
                ...(what === "failed" ? [] : [undo]),
                ...(what === "never" ? [] : [next]),
            ),
        ),
    ];
}
