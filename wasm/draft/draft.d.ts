/* draft.d.ts: what draft.js gives. */

import type { BlockKind, Link } from "../mouthpiece.js";

export interface DraftDocument {
    blocks: { kind: BlockKind; text: string; links?: Link[] }[];
}

/** Reads text that is no page, plain or Markdown, as the command does. Throws where memory ends. */
export function draftReader(module: WebAssembly.Module): (text: string, isMarkdown: boolean) => DraftDocument;
