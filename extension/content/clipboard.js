/* clipboard.js: puts a text on the clipboard, in answer to the user's click, on pages with and without TLS. */

/** @param {string} text @returns {Promise<boolean>} whether it is there now */
export async function copy(text) {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        return copyByEvent(text);
    }
}

/**
 * Without TLS there is no navigator.clipboard; a copy event of our own carries the text instead.
 * @param {string} text
 */
function copyByEvent(text) {
    const onCopy = (/** @type {ClipboardEvent} */ event) => {
        event.clipboardData?.setData("text/plain", text);
        event.preventDefault();
        event.stopImmediatePropagation();
    };
    addEventListener("copy", onCopy, { capture: true });
    const done = document.execCommand("copy");
    removeEventListener("copy", onCopy, { capture: true });
    return done;
}
