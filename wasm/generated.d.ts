/* The module that generate.mjs writes into the build; nothing of that name lies here. */
export declare const version: string;

/** The shipped packs' ids and versions, as reports have them. */
export declare const label: string;

/** Source of a case-insensitive RegExp that matches every text, and every link's address, that could hold a finding. */
export declare const prefilter: string;

/** The shipped packs' models, by name. */
export declare const models: readonly { id: string; name: string; maker: string }[];

/** The ids of the rules by which words are credited to a model: a finding's `rule`. */
export declare const rules: readonly string[];

export declare const Status: Readonly<{
    OK: number;
    ERROR_MEMORY: number;
    ERROR_INPUT: number;
    ERROR_LIMIT: number;
    ERROR_RULES: number;
}>;

/** By the guideline's names in upper case: HEADLINE, PARAGRAPH, … */
export declare const BlockKind: Readonly<Record<string, number>>;

export declare const NodeKind: Readonly<{ OPEN: number; TEXT: number; CLOSE: number }>;

export declare const Request: Readonly<{
    ALL_QUOTES: number;
    ANYWAY: number;
    NOTES: number;
    CHOSEN: number;
    ASCII: number;
}>;

export declare const Outcome: Readonly<{
    STATUS: number;
    MESSAGE: number;
    MESSAGE_BYTES: number;
    BLOCK: number;
    REPORT: number;
    REPORT_BYTES: number;
    ARTICLE: number;
    LANG: number;
    LANG_BYTES: number;
    BLOCKS: number;
    BLOCK_COUNT: number;
    SEGMENTS: number;
    SEGMENT_COUNT: number;
    FAULTS: number;
    FAULT_COUNT: number;
    RULE_COUNT: number;
    EXAMPLE_COUNT: number;
    COUNTEREXAMPLE_COUNT: number;
}>;
