/* dismissed.js: the findings that the user does not want to see again, and the way back. */

import { button, element, refill } from "../shared/elements.js";
import { find } from "../shared/page.js";
import { changeSetting, writeSettings } from "../shared/store.js";
import { withoutDismissal } from "../shared/views.js";
import { localized, quoted, textLanguage } from "../shared/wording.js";
import { orNone } from "./entries.js";

/** @param {import("../shared/settings-types.d.ts").Held} held */
export function showDismissed({ own }) {
    const { dismissed } = own;
    const items = dismissed.map((each, index) => {
        const day = new Date(each.at).toLocaleDateString(textLanguage(), { dateStyle: "medium" });
        const restore = () => void changeSetting("dismissed", (all) => withoutDismissal(all, each));
        const label = localized("restore_label", [each.quote]);
        return element(
            "li",
            {},
            element("span", { class: "name" }, quoted(each.quote), element("small", {}, `${each.site}, ${day}`)),
            button(
                { class: "plain", "aria-label": label, "data-key": `restore-${index}` },
                restore,
                localized("restore"),
            ),
        );
    });
    refill(find("#dismissed-list"), orNone(items, "dismissed_none"));
    const all = button(
        { class: "secondary" },
        () => void writeSettings({ dismissed: [] }),
        localized("dismissed_restore_all"),
    );
    refill(find("#dismissed-all"), items.length > 1 ? [all] : []);
}
