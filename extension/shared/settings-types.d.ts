/* settings-types.d.ts: what the user, and an organisation's policy, can set. */

import type { Level } from "./messages.js";

/** How marks look: colour and line, the line alone, or nothing but badge and list. */
export type MarkStyle = "full" | "line" | "none";

/** A finding that the user does not want to see again: by its words, its speaker and the site. */
export interface Dismissal {
    site: string;
    quote: string;
    /** The model's id. */
    speaker: string;
    /** Milliseconds since the epoch. */
    at: number;
}

/** A rule pack of the user's own. */
export interface Pack {
    /** The file's name. */
    name: string;
    /** The pack: JSON. */
    text: string;
}

export interface Settings {
    /** What is marked and counted on the button; the rest is in the list only. */
    levels: Level[];
    style: MarkStyle;
    /** Sites that are checked as they load: hosts, each with what lies below it. */
    always: string[];
    /** Whether the shipped list of news sites is among them, and which of its sites are not. */
    news: boolean;
    newsWithout: string[];
    /** Sites that are never checked. */
    never: string[];
    /** Ids of rules, and of models, whose findings are not shown. */
    rulesOff: string[];
    modelsOff: string[];
    packs: Pack[];
    dismissed: Dismissal[];
}

export type SettingName = keyof Settings;

/** What storage.managed may hold, as checked: single choices hold instead of the user's, lists besides them. */
export type Policy = Partial<Settings> & { welcome?: boolean };

/** What holds, and where it comes from. */
export interface Held {
    settings: Settings;
    /** The user's own, without the policy. */
    own: Settings;
    policy: Policy;
}
