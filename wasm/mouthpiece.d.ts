/* What mouthpiece.js gives. Offsets count UTF-16 code units in a block's text, as JavaScript's own strings do. */

export type BlockKind =
    "headline" | "dek" | "subhead" | "paragraph" | "blockquote" | "embed" | "listitem" | "caption" | "byline";
export type Form = "direct" | "block" | "indirect";
export type Role = "spokesperson" | "source" | "sample";
export type Act = "apology" | "admission" | "denial" | "promise" | "defiance" | "explanation" | "other";
export type Level = "alert" | "notice" | "info";
export type SignalId =
    "prompt-disclosed" | "maker-confirmed" | "maker-denied" | "maker-silent" | "contradicted" | "caveated";
export type SpeakerKind = "person" | "organisation" | "model" | "unknown";

export interface Link {
    start: number;
    end: number;
    href: string;
}

export interface Block {
    /** "paragraph" where it is left out. */
    kind?: BlockKind;
    /** Bytes are UTF-8, as read from a file: what is ill-formed in them counts as U+FFFD. */
    text: string | Uint8Array;
    links?: Link[];
}

export interface Document {
    id?: string;
    url?: string;
    /** A BCP 47 tag; without it the language is guessed from the text. */
    lang?: string;
    blocks: Block[];
}

/** A stretch of one block's text, end exclusive. */
export interface Place {
    block: number;
    start: number;
    end: number;
}

export interface Signal extends Place {
    id: SignalId;
    /** The sentence around the words; where they are quoted, the one that the quote stands in. */
    sentence: Place;
}

export interface Speaker {
    id: string;
    name: string;
    /** Who is answerable; empty where the page does not say which model it is. */
    maker: string;
    /** Null where only the page as a whole tells who speaks. */
    mention: Place | null;
}

export interface Rewording {
    text: string;
    /** The words of the page that it stands for; null for a sentence of its own. */
    replaces: Place | null;
}

export interface Finding extends Place {
    quote: string;
    form: Form;
    speaker: Speaker;
    cue: Place | null;
    role: Role;
    /** Role "spokesperson" only. */
    act?: Act;
    level: Level;
    confidence: number;
    signals: Signal[];
    rule: string;
    why: string[];
    /** Advice on a truer wording; may be empty. */
    suggestion: string;
    /** Truer wordings: edits of the page's own sentence, then one of its own; none changes the quoted words. */
    rewordings: Rewording[];
}

/** Any quote of the page, whoever said it. */
export interface Quote extends Place {
    form: Form;
    speaker: (Place & { text: string; kind: SpeakerKind }) | null;
    cue: Place | null;
}

export interface Note extends Place {
    /** As they stand there. */
    words: string;
    /** The id of the packs' note. */
    rule: string;
    message: string;
}

export interface Report {
    /** The document's, else empty. */
    id: string;
    lang: string;
    /** False where models are named, or all quotes were asked for, in a language that the rules cannot read. */
    read?: false;
    version: string;
    rules: string;
    counts: Record<Level, number>;
    findings: Finding[];
    /** Only where asked for. */
    quotes?: Quote[];
    /** Only where asked for. */
    notes?: Note[];
}

export interface CheckOptions {
    /** Every quote on the page, whoever said it. */
    allQuotes?: boolean;
    /** Notes on wording: words of the article's own text that lend a model feelings, intentions or a voice. */
    notes?: boolean;
}

export interface PageOptions extends CheckOptions {
    /** Give a document although the page looks like no article. */
    anyway?: boolean;
    /** Somebody has chosen what the nodes hold: all that is shown is the document, nothing is judged away. */
    chosen?: boolean;
}

/**
 * A node of a page, as core/html/page.h describes them:
 * [0, name, hidden (0 or 1), attribute's name, its value, …] an element begins; [1, text] a text node; [2] the
 * innermost open element ends.
 */
export type PageNode = [0, string, 0 | 1, ...string[]] | [1, string] | [2];

export interface Page {
    url?: string;
    /** In document order. */
    nodes: PageNode[];
}

/** A run of a block's text that stands unchanged in one of the page's text nodes. */
export interface Segment {
    block: number;
    start: number;
    length: number;
    /** The text node: 0 is the first in `nodes`, 1 the second, … */
    source: number;
    sourceStart: number;
}

/** A document that was read from a page. */
export interface PageDocument extends Document {
    url: string;
    blocks: { kind: BlockKind; text: string; links: Link[] }[];
}

export interface PageResult {
    /** Whether the page looks like an article; where not, and not asked for anyway, the document has no blocks. */
    article: boolean;
    document: PageDocument;
    report: Report;
    segments: Segment[];
}

/** "internal" is a mistake in Mouthpiece; the next document is served all the same. */
export type ErrorStatus = "memory" | "input" | "limit" | "rules" | "internal";

export declare class MouthpieceError extends Error {
    constructor(message: string, status: ErrorStatus, block?: number | null, options?: { cause?: unknown });
    name: "MouthpieceError";
    status: ErrorStatus;
    /** The document's block that is at fault, counted from 0. */
    block: number | null;
}

export declare class Mouthpiece {
    private constructor();
    /** Finds the models' words in a document. */
    check(document: Document, options?: CheckOptions): Report;
    /** The same as JSON, byte for byte what the command prints. */
    checkJson(document: Document, options?: CheckOptions): string;
    /** Reads a page's article and finds the models' words in it. */
    checkPage(page: Page, options?: PageOptions): PageResult;
    /**
     * Checks a rule pack's shape, whether it loads on top of the shipped rules and `others`, and whether its rules do
     * what their examples and counterexamples say. Throws where one of `others` is wrong.
     */
    checkPack(pack: string, others?: string[]): PackReport;
    readonly version: string;
    /** The rule packs' ids and versions. */
    readonly rules: string;
    /** Source of a case-insensitive RegExp that matches every text, and link address, that could hold a finding. */
    readonly prefilter: string;
}

/** What is wrong with a rule pack. */
export interface PackFault {
    /** Both from 1; columns count bytes of UTF-8. */
    line: number;
    column: number;
    /** One line of English. */
    message: string;
    /** The value's JSON path, "$.cues[3].takes[0]"; "$" where no one value is at fault. */
    path: string;
    /** The rule whose example fails; else empty. */
    rule: string;
    /** The example's text; else empty. */
    example: string;
}

export interface PackReport {
    rules: number;
    /** How many were run; none where the pack cannot be loaded. */
    examples: number;
    counterexamples: number;
    /** In the pack's order, at most a hundred; none where the pack is fine. */
    faults: PackFault[];
}

export interface LoadOptions {
    /** Further rule packs, the JSON of each; a later entry with an earlier entry's id replaces it. */
    packs?: string[];
}

export type Source = URL | string | Response | Promise<Response> | BufferSource | WebAssembly.Module;

/** Compiles mouthpiece.wasm; by default the file beside the module. In Node a file: URL does too. */
export declare function load(source?: Source, options?: LoadOptions): Promise<Mouthpiece>;

/** Compiles any module, wherever it lies. */
export declare function compile(source: Source): Promise<WebAssembly.Module>;
