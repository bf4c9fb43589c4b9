/* messages.d.ts: what crosses between the preview page and its worker. */

import type { BlockKind, Link, PageNode, Report } from "../../wasm/mouthpiece.js";

export interface DraftBlock {
    kind: BlockKind;
    text: string;
    links: Link[];
}

export type ToWorker =
    /** The draft with `removed` blocks from `from` on replaced by those `added`. Answered with "checked". */
    | { type: "check"; from: number; removed: number; added: DraftBlock[] }
    /** A page's article. Answered with "read". */
    | { type: "read"; nodes: PageNode[] }
    /** A text that is no page. Answered with "read". */
    | { type: "read"; text: string; isMarkdown: boolean };

export type FromWorker =
    | { type: "checked"; report: Report; milliseconds: number }
    | { type: "read"; blocks: DraftBlock[] }
    | { type: "failed"; of: ToWorker["type"]; detail: string };
