/* The build puts the module that reads drafts (wasm/draft/draft.js) here, beside the extension's folders. */
export * from "../wasm/draft/draft.js";
