/* The build puts the core's module (wasm/mouthpiece.js) here, beside the extension's folders. */
export * from "../wasm/mouthpiece.js";
