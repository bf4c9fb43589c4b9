/* memory.js: a system of one text in and two texts out, without files: the command for programs, in Node and in browsers.
 * Knows nothing of WebAssembly. */

/** @typedef {import("./command.d.ts").System} System */

const REGULAR_FILE = 0o100644;

/** @param {string} code */
function fail(code) {
    return Object.assign(new Error(code), { code });
}

/** @param {Uint8Array[]} pieces */
function joined(pieces) {
    const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
    pieces.reduce((at, piece) => (whole.set(piece, at), at + piece.length), 0);
    return whole;
}

/**
 * @param {string[]} words the command's own name, then its arguments
 * @param {Uint8Array} input what stands on standard input
 * @returns {{system: System, output: () => Uint8Array, problems: () => Uint8Array}}
 */
export function memorySystem(words, input) {
    /** @type {Uint8Array[][]} */
    const written = [[], [], []];
    let place = 0;
    const refuse = () => {
        throw fail("ENOENT");
    };
    /** @type {System} */
    const system = {
        words,
        environment: {},
        folder: () => "/",
        open: refuse,
        duplicate: (file) => file,
        close: () => undefined,
        read(_file, bytes) {
            const piece = input.subarray(place, place + bytes.length);
            bytes.set(piece);
            place += piece.length;
            return piece.length;
        },
        write(file, bytes) {
            written[file]?.push(bytes.slice());
            return bytes.length;
        },
        seek(_file, offset, whence) {
            place = Number(offset) + ([0, place, input.length][whence] ?? 0);
            return BigInt(place);
        },
        isTerminal: () => false,
        statusOfPath: refuse,
        statusOfFile: () => ({ mode: REGULAR_FILE, device: 0, size: input.length, number: 1 }),
        link: refuse,
        nextName: refuse,
    };
    return { system, output: () => joined(written[1] ?? []), problems: () => joined(written[2] ?? []) };
}
