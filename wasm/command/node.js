/* node.js: the system as Node knows it: this process's streams, and the machine's files. Knows nothing of WebAssembly. */
import fs from "node:fs";
import process from "node:process";
import tty from "node:tty";

/** @typedef {import("./command.d.ts").System} System */
/** @typedef {{descriptor: number, place: number | null, users: number, names: string[] | undefined}} OpenFile */

/* musl's numbers for flags; Node's are the machine's. */
const { constants } = fs;
const FLAGS = [
    [0o1, constants.O_WRONLY],
    [0o2, constants.O_RDWR],
    [0o100, constants.O_CREAT],
    [0o200, constants.O_EXCL],
    [0o1000, constants.O_TRUNC],
    [0o2000, constants.O_APPEND],
];
const WRITES = 0o3;
const STREAMS = 3;
const OUTPUT = 1;
/* What a shell sees of a program that a closed pipe has ended. */
const ENDED_BY_PIPE = 141;
const PAUSE_MS = 5;

/** @param {string} code */
function fail(code) {
    return Object.assign(new Error(code), { code });
}

/** A stream that others have made non-blocking says EAGAIN: it is asked again a little later. @template T @param {() => T} work */
function patiently(work) {
    for (;;) {
        try {
            return work();
        } catch (error) {
            if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EAGAIN") throw error;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
        }
    }
}

/** A pipe that nobody reads ends the command, as it ends others. @param {number} descriptor @param {Uint8Array} bytes */
function writeSome(descriptor, bytes) {
    try {
        return patiently(() => fs.writeSync(descriptor, bytes));
    } catch (error) {
        if (descriptor === OUTPUT && /** @type {NodeJS.ErrnoException} */ (error).code === "EPIPE")
            process.exit(ENDED_BY_PIPE);
        throw error;
    }
}

/** @param {OpenFile} file @param {Uint8Array} bytes */
function readSome(file, bytes) {
    try {
        return patiently(() => fs.readSync(file.descriptor, bytes, 0, bytes.length, file.place));
    } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code === "EOF") return 0; /* Windows, at the end of a pipe */
        throw error;
    }
}

/** @param {fs.BigIntStats} status */
function statusOf({ mode, dev, size, ino }) {
    return { mode: Number(mode), device: Number(dev & 0xffffffffn), size, number: ino };
}

/** The files that the command has open, by number. */
class OpenFiles {
    /** @type {(OpenFile | undefined)[]} */
    #files = [0, 1, 2].map((descriptor) => ({ descriptor, place: null, users: 1, names: undefined }));

    /** @param {number} number */
    get(number) {
        const file = this.#files[number];
        if (file === undefined) throw fail("EBADF");
        return file;
    }

    /** @param {OpenFile} file @returns {number} */
    add(file) {
        const free = this.#files.indexOf(undefined);
        const number = free < 0 ? this.#files.length : free;
        this.#files[number] = file;
        return number;
    }

    /** @param {string} path @param {number} flags @returns {number} */
    open(path, flags) {
        const wanted = FLAGS.reduce((all, [theirs = 0, ours = 0]) => all | (flags & theirs ? ours : 0), 0);
        const descriptor = fs.openSync(path, wanted, 0o666);
        const status = fs.fstatSync(descriptor);
        const names = status.isDirectory() ? fs.readdirSync(path) : undefined;
        const hasPlaces = status.isFile() && (flags & WRITES) === 0; /* a pipe is read from where it stands */
        return this.add({ descriptor, place: hasPlaces ? 0 : null, users: 1, names });
    }

    /** @param {number} number */
    close(number) {
        const file = this.get(number);
        this.#files[number] = undefined;
        file.users--;
        if (file.users === 0 && file.descriptor >= STREAMS) fs.closeSync(file.descriptor);
    }
}

/** @param {OpenFile} file @param {number} offset @param {number} whence @returns {number} */
function placeAfter({ descriptor, place }, offset, whence) {
    if (place === null) throw fail("ESPIPE");
    const from = [0, place, whence === 2 ? fs.fstatSync(descriptor).size : 0][whence] ?? 0;
    if (from + offset < 0) throw fail("EINVAL");
    return from + offset;
}

/** @param {string[]} words the command's own name, then its arguments @returns {System} */
export function nodeSystem(words) {
    const files = new OpenFiles();
    return {
        words,
        environment: /** @type {Record<string, string>} */ ({ ...process.env }),
        folder: () => process.cwd(),
        open: (path, flags) => files.open(path, flags),
        duplicate(number) {
            const file = files.get(number);
            file.users++;
            return files.add(file);
        },
        close: (number) => files.close(number),
        read(number, bytes) {
            const file = files.get(number);
            if (file.names !== undefined) throw fail("EISDIR");
            const got = readSome(file, bytes);
            if (file.place !== null) file.place += got;
            return got;
        },
        write(number, bytes) {
            const { descriptor } = files.get(number);
            for (let done = 0; done < bytes.length;) done += writeSome(descriptor, bytes.subarray(done));
            return bytes.length;
        },
        seek(number, offset, whence) {
            const file = files.get(number);
            file.place = placeAfter(file, Number(offset), whence);
            return BigInt(file.place);
        },
        isTerminal: (number) => tty.isatty(files.get(number).descriptor),
        statusOfPath: (path, follow) => statusOf((follow ? fs.statSync : fs.lstatSync)(path, { bigint: true })),
        statusOfFile: (number) => statusOf(fs.fstatSync(files.get(number).descriptor, { bigint: true })),
        link: (path) => fs.readlinkSync(path),
        nextName(number) {
            const { names } = files.get(number);
            if (names === undefined) throw fail("ENOTDIR");
            return names.shift();
        },
    };
}
