/* The build puts the prefilter's maker (wasm/prefilter.mjs) here, beside the extension's folders. */
export { prefilterOf } from "../wasm/prefilter.mjs";
