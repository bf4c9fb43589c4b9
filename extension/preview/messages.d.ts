/* messages.d.ts: what crosses between the preview page and its worker. */

import type { BlockKind, Link, PageNode, Report } from "../../wasm/mouthpiece.js";

export interface DraftBlock {
    kind: BlockKind;
    text: string;
    links: Link[];
}

export type ToWorker =
    /** The draft with `removed` blocks from `from` on replaced by those `added`. Answered with "checked". */
    | { type: "check"; turn: number; from: number; removed: number; added: DraftBlock[] }
    /** A page's article. Answered with "read". */
    | { type: "read"; url: string; nodes: PageNode[] };

export type FromWorker =
    | { type: "checked"; turn: number; report: Report; milliseconds: number }
    | { type: "read"; article: boolean; blocks: DraftBlock[] }
    | { type: "failed"; detail: string };
