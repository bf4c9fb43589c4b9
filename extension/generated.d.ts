/* The build puts the core's constants (generated.js) here, beside the extension's folders. */
export * from "../wasm/generated.js";
