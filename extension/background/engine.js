/* engine.js: the core, loaded when it is first needed and kept for as long as the background lives. Knows neither tabs
 * nor messages. */

import { load } from "../mouthpiece.js";
import { resourceUrl } from "../shared/browser.js";

/** @type {ReturnType<typeof load> | undefined} */
let loading;

/** The core, ready to check. A failed load is forgotten, so that the next page tries again. */
export function engine() {
    loading ??= load(new URL(resourceUrl("mouthpiece.wasm"))).catch((error) => {
        loading = undefined;
        throw error;
    });
    return loading;
}
