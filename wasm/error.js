/* error.js: what the module throws. Knows nothing of what fails. */

/** @typedef {import("./mouthpiece.d.ts").ErrorStatus} ErrorStatus */

export class MouthpieceError extends Error {
    /**
     * @param {string} message
     * @param {ErrorStatus} status
     * @param {number | null} [block]
     * @param {{cause?: unknown}} [options]
     */
    constructor(message, status, block = null, options = undefined) {
        super(message, options);
        this.name = "MouthpieceError";
        this.status = status;
        this.block = block;
    }
}
