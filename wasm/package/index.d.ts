/* What the npm package gives. Everything runs where it is called: nothing is sent, nothing but the package's own files is
 * read. */

import type { CheckOptions, Document, PageDocument, Report } from "../mouthpiece.js";

export * from "../mouthpiece.js";

/** Finds the models' words in a document. */
export declare function check(document: Document, options?: CheckOptions): Promise<Report>;

export interface HtmlOptions extends CheckOptions {
    /** Where the page stands, or will: its links are read against it. */
    url?: string;
    /** Check although the page looks like no article. */
    anyway?: boolean;
}

export interface HtmlResult {
    /** Whether the page looks like an article; where not, and not asked for anyway, the document has no blocks. */
    article: boolean;
    /** The article, as it was read out of the page. The report's places are places in its blocks. */
    document: PageDocument;
    report: Report;
}

/** Reads a page's article, and finds the models' words in it. Bytes may be in any encoding that browsers know. */
export declare function checkHtml(html: string | Uint8Array, options?: HtmlOptions): Promise<HtmlResult>;

export interface RenderOptions {
    /** What the report calls the page: a file's name. */
    name?: string;
    /** Check although the page looks like no article. */
    anyway?: boolean;
    /** With notes on wording. */
    notes?: boolean;
}

/** A report that stands alone, as an HTML page: the article with its marks, and a card for each finding. */
export declare function renderHtml(html: string | Uint8Array, options?: RenderOptions): Promise<string>;

export interface RunResult {
    /** 0: nothing at or above --fail-on; 1: something; 2: the command could not do it. */
    status: number;
    /** What it wrote on standard output. */
    output: string;
    /** What it wrote on standard error. */
    problems: string;
}

/**
 * Runs the command, compiled to WebAssembly: `run(["check", "--format", "sarif", "-"], html)`. The input is what "-" reads;
 * files it has none.
 */
export declare function run(words: string[], input?: string | Uint8Array): Promise<RunResult>;
