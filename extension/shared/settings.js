/* settings.js: what can be set, what is taken for a setting, and what holds: the shipped choices, over them the user's,
 * over or besides those the policy's. Plain data to plain data; knows no storage, no browser and no surface. */

import { LEVELS } from "./levels.js";
import { siteOf } from "./sites.js";

/** @typedef {import("./settings-types.d.ts").Dismissal} Dismissal */
/** @typedef {import("./settings-types.d.ts").MarkStyle} MarkStyle */
/** @typedef {import("./settings-types.d.ts").Pack} Pack */
/** @typedef {import("./settings-types.d.ts").Policy} Policy */
/** @typedef {import("./settings-types.d.ts").SettingName} SettingName */
/** @typedef {import("./settings-types.d.ts").Settings} Settings */

/** @type {readonly MarkStyle[]} */
export const STYLES = Object.freeze(["full", "line", "none"]);

/** What stands at the head of an exported file. */
export const FILE_MARK = "mouthpiece-settings";

/* Bounds, so that no file and no page fills the storage. */
const MOST_ENTRIES = 5000;
const MOST_WORDS = 2000;
const MOST_PACK_LENGTH = 4 << 20;

/** @param {unknown} value @returns {value is string} */
const isWords = (value) => typeof value === "string" && value !== "" && value.length <= MOST_WORDS;

/** @param {unknown} value @returns {value is Record<string, any>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A reader of lists: undefined where the value is none, or where one of its entries is not what it should be.
 * @template T
 * @param {(entry: unknown) => T | undefined} read
 * @param {(entry: T) => string} [key] entries of the same key are one
 * @returns {(value: unknown) => T[] | undefined}
 */
function listOf(read, key = String) {
    return (value) => {
        if (!Array.isArray(value) || value.length > MOST_ENTRIES) return undefined;
        const entries = value.map(read);
        if (entries.includes(undefined)) return undefined;
        const known = /** @type {T[]} */ (entries);
        return [...new Map(known.map((entry) => [key(entry), entry])).values()];
    };
}

/** @param {unknown} value @returns {Pack | undefined} */
function readPack(value) {
    if (!isObject(value)) return undefined;
    const { name, text } = value;
    return isWords(name) && typeof text === "string" && text.length <= MOST_PACK_LENGTH ? { name, text } : undefined;
}

/** @param {unknown} value @returns {Dismissal | undefined} */
function readDismissal(value) {
    if (!isObject(value)) return undefined;
    const { site, quote, speaker, at } = value;
    const isFine = isWords(site) && isWords(quote) && isWords(speaker) && Number.isFinite(at);
    return isFine ? { site, quote, speaker, at } : undefined;
}

const readSites = listOf((value) => (isWords(value) ? siteOf(value) : undefined));
const readIds = listOf((value) => (isWords(value) ? value : undefined));
const readLevels = listOf((value) => LEVELS.find((level) => level === value));

/**
 * Each setting's shipped value, and what takes a value for one: undefined where it is not fit.
 * @type {{[Name in SettingName]: {shipped: Settings[Name], read: (value: unknown) => Settings[Name] | undefined}}}
 */
const FIELDS = {
    levels: { shipped: [...LEVELS], read: readLevels },
    style: { shipped: "full", read: (value) => STYLES.find((style) => style === value) },
    always: { shipped: [], read: readSites },
    news: { shipped: false, read: (value) => (typeof value === "boolean" ? value : undefined) },
    newsWithout: { shipped: [], read: readSites },
    never: { shipped: [], read: readSites },
    rulesOff: { shipped: [], read: readIds },
    modelsOff: { shipped: [], read: readIds },
    packs: { shipped: [], read: listOf(readPack, (pack) => pack.name) },
    dismissed: { shipped: [], read: listOf(readDismissal, (each) => [each.site, each.speaker, each.quote].join("\n")) },
};

export const SETTING_NAMES = /** @type {SettingName[]} */ (Object.keys(FIELDS));

/** What the policy adds to, instead of replacing. @type {SettingName[]} */
const JOINED = ["always", "newsWithout", "never", "rulesOff", "modelsOff", "packs"];

/**
 * What of an object is fit for a setting; the rest is as if it were not there.
 * @param {Record<string, unknown>} values
 * @returns {Partial<Settings>}
 */
export function fitting(values) {
    const pairs = SETTING_NAMES.map((name) => [name, FIELDS[name].read(values[name])]);
    return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

/** @returns {Settings} */
export function shippedSettings() {
    const pairs = SETTING_NAMES.map((name) => [name, FIELDS[name].shipped]);
    return structuredClone(/** @type {any} */ (Object.fromEntries(pairs)));
}

/**
 * @param {Record<string, unknown>} stored the user's
 * @param {Record<string, unknown>} managed the organisation's
 * @returns {import("./settings-types.d.ts").Held}
 */
export function heldSettings(stored, managed) {
    const own = { ...shippedSettings(), ...fitting(stored) };
    const { welcome } = managed;
    const chosen = fitting(managed);
    /** @type {Policy} */
    const policy = { ...chosen, ...(typeof welcome === "boolean" && { welcome }) };
    const joined = JOINED.flatMap((name) => {
        const added = /** @type {any[] | undefined} */ (policy[name]);
        if (added === undefined) return [];
        /* The organisation's come first where both are more than a list may hold. */
        const besides = /** @type {any[]} */ (own[name]).slice(0, MOST_ENTRIES - added.length);
        return [[name, FIELDS[name].read([...besides, ...added])]];
    });
    return { settings: { ...own, ...chosen, ...Object.fromEntries(joined) }, own, policy };
}

/** Whether the policy leaves no choice. @param {Policy} policy @param {SettingName} name */
export function isSetByPolicy(policy, name) {
    return policy[name] !== undefined && !JOINED.includes(name);
}

/* ---- Settings in a file ---- */

/** @param {Settings} own */
export function settingsFile(own) {
    return `${JSON.stringify({ [FILE_MARK]: 1, ...own }, null, 2)}\n`;
}

/**
 * Reads a file of settings. All of it is taken, or none.
 * @param {string} text
 * @returns {{settings: Partial<Settings>} | {fault: "not-json" | "not-settings" | "unfit", detail: string}}
 */
export function readSettingsFile(text) {
    let values;
    try {
        values = JSON.parse(text);
    } catch (error) {
        return { fault: "not-json", detail: error instanceof Error ? error.message : String(error) };
    }
    if (!isObject(values) || values[FILE_MARK] !== 1) return { fault: "not-settings", detail: "" };
    const settings = fitting(values);
    const unfit = SETTING_NAMES.filter((name) => values[name] !== undefined && settings[name] === undefined);
    if (unfit.length > 0) return { fault: "unfit", detail: unfit.join(", ") };
    return { settings };
}
