/* marks.js: which levels are marked, and how marks look. */

import { choice, element, icon, refill } from "../shared/elements.js";
import { find } from "../shared/page.js";
import { STYLES, isSetByPolicy } from "../shared/settings.js";
import { writeSettings } from "../shared/store.js";
import { LEVELS, levelName, localized } from "../shared/wording.js";

/** @param {import("../shared/settings-types.d.ts").Held} held */
export function showMarks({ settings, policy }) {
    refill(
        find("#levels"),
        LEVELS.map((level) => {
            const isOn = settings.levels.includes(level);
            const change = (/** @type {boolean} */ isWanted) =>
                void writeSettings({
                    levels: LEVELS.filter((each) => (each === level ? isWanted : settings.levels.includes(each))),
                });
            const name = element("span", { class: "level", "data-level": level }, icon(level), levelName(level));
            const more = localized(`level_${level}_more`);
            return choice({ key: level, isOn, isFixed: isSetByPolicy(policy, "levels"), more }, change, name);
        }),
    );
    refill(
        find("#styles"),
        STYLES.map((style) => {
            const change = () => void writeSettings({ style });
            const sample = element(
                "span",
                { class: "samples", "aria-hidden": "true" },
                ...LEVELS.map((level) =>
                    element("mark", { "data-level": level, "data-style": style }, levelName(level)),
                ),
            );
            const isFixed = isSetByPolicy(policy, "style");
            return choice(
                { key: style, isOn: settings.style === style, isFixed, type: "radio", name: "style" },
                change,
                localized(`style_${style}`),
                sample,
            );
        }),
    );
}
