/* rules.js: which models' findings are shown, and which rules'. Those of the user's packs are among them. */

import { models, rules } from "../generated.js";
import { choice, refill } from "../shared/elements.js";
import { find } from "../shared/page.js";
import { changeSetting } from "../shared/store.js";
import { UNNAMED, localized, textLanguage } from "../shared/wording.js";

/** @typedef {import("../shared/settings-types.d.ts").Held} Held */
/** @typedef {import("../shared/settings-types.d.ts").Pack} Pack */
/** @typedef {{id: string, name: string, maker: string}} Model */

/** @param {Held} held */
export function showRules({ settings, own, policy }) {
    const all = [
        ...new Map([...models, ...settings.packs.flatMap(modelsOf)].map((model) => [model.id, model])).values(),
    ];
    all.sort((one, other) => one.name.localeCompare(other.name, textLanguage()));
    all.push({ id: UNNAMED, name: localized("unnamed_models"), maker: "" });
    refill(
        find("#models"),
        all.map(({ id, name, maker }) =>
            toggle("modelsOff", id, { own, policy, label: name, more: maker || undefined }),
        ),
    );
    refill(
        find("#rule-list"),
        rules.map((id) => {
            const key = id.replaceAll("-", "_");
            return toggle("rulesOff", id, {
                own,
                policy,
                label: localized(`rule_${key}`),
                more: localized(`rule_${key}_more`),
            });
        }),
    );
}

/**
 * @param {"modelsOff" | "rulesOff"} setting
 * @param {string} id
 * @param {Pick<Held, "own" | "policy"> & {label: string, more: string | undefined}} what
 */
function toggle(setting, id, { own, policy, label, more }) {
    const isFixed = policy[setting]?.includes(id) === true;
    const isOn = !isFixed && !own[setting].includes(id);
    const change = (/** @type {boolean} */ isWanted) =>
        void changeSetting(setting, (off) => (isWanted ? off.filter((each) => each !== id) : [...off, id]));
    return choice({ key: `${setting}-${id}`, isOn, isFixed, more }, change, label);
}

/** @param {Pack} pack a pack that has been checked when it came @returns {Model[]} */
function modelsOf({ text }) {
    const pack = JSON.parse(text);
    const makers = new Map((pack.makers ?? []).map((/** @type {any} */ maker) => [maker.id, maker.name]));
    return (pack.models ?? []).map((/** @type {any} */ { id, name, maker }) => ({
        id,
        name,
        maker: makers.get(maker) ?? "",
    }));
}
