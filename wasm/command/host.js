/* host.js: runs the command that is compiled to WebAssembly: what it asks of a system, through WASI and system.c, is asked
 * of a System. Knows memory and the calls' layouts; nothing of files, terminals or findings. */

/** @typedef {import("./command.d.ts").System} System */

/* What WASI, and so the C library, calls the errors that Node knows by name. */
/** @type {Record<string, number>} */
const ERRORS = {
    EACCES: 2,
    EBADF: 8,
    EEXIST: 20,
    EINVAL: 28,
    EIO: 29,
    EISDIR: 31,
    ELOOP: 32,
    EMFILE: 33,
    ENAMETOOLONG: 37,
    ENFILE: 41,
    ENOENT: 44,
    ENOMEM: 48,
    ENOSPC: 51,
    ENOSYS: 52,
    ENOTDIR: 54,
    ENXIO: 60,
    EPERM: 63,
    EPIPE: 64,
    EROFS: 69,
    ESPIPE: 70,
};

/* What a call says that this system does not have. */
const NOT_THERE = 52;
const TERMINAL = 2;
const REGULAR_FILE = 4;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Thrown through the command's frames to end it. */
class Exit {
    /** @param {number} status */
    constructor(status) {
        this.status = status;
    }
}

/** Thrown through the C frames that longjmp leaves. */
class Jump {}

/** @param {unknown} error @returns {number} throws what is no system's error */
function numberOf(error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "") throw error;
    return ERRORS[code] ?? /** @type {number} */ (ERRORS.EIO);
}

/** The instance's memory, which moves as it grows. */
class Memory {
    /** @type {WebAssembly.Memory} */
    memory = /** @type {any} */ (undefined);
    #view = new DataView(new ArrayBuffer(0));

    get view() {
        if (this.#view.buffer !== this.memory.buffer) this.#view = new DataView(this.memory.buffer);
        return this.#view;
    }

    /** @param {number} at @param {number} length */
    bytes(at, length) {
        return new Uint8Array(this.memory.buffer, at >>> 0, length);
    }

    /** @param {number} at of bytes that end with a zero */
    string(at) {
        const all = new Uint8Array(this.memory.buffer);
        return decoder.decode(all.subarray(at >>> 0, all.indexOf(0, at >>> 0)));
    }

    /** @param {number} at @param {string} text @returns {number} how many bytes it takes, the closing zero among them */
    write(at, text) {
        const bytes = encoder.encode(`${text}\0`);
        this.bytes(at, bytes.length).set(bytes);
        return bytes.length;
    }

    /** @param {number} at @param {number} number */
    word(at, number) {
        this.view.setUint32(at >>> 0, number, true);
    }

    /** @param {number} at @param {number} count @returns {Uint8Array[]} the pieces that a table of them names */
    pieces(at, count) {
        return Array.from({ length: count }, (_, index) => {
            const entry = (at >>> 0) + index * 8;
            return this.bytes(this.view.getUint32(entry, true), this.view.getUint32(entry + 4, true));
        });
    }
}

/* ---- WASI -------------------------------------------------------------------------------------------------------- */

/**
 * Lists of texts: how many and how long, then where each stands.
 * @param {Memory} memory
 * @param {() => string[]} texts
 */
function listCalls(memory, texts) {
    return {
        /** @param {number} count @param {number} size */
        sizes(count, size) {
            memory.word(count, texts().length);
            memory.word(
                size,
                texts().reduce((sum, text) => sum + encoder.encode(text).length + 1, 0),
            );
            return 0;
        },
        /** @param {number} table @param {number} at */
        get(table, at) {
            texts().forEach((text, index) => {
                memory.word(table + index * 4, at);
                at += memory.write(at, text);
            });
            return 0;
        },
    };
}

/**
 * A call's result as WASI wants it: 0, or the error's number.
 * @param {() => void} work
 */
function outcome(work) {
    try {
        work();
        return 0;
    } catch (error) {
        return numberOf(error);
    }
}

/** @param {Memory} memory @param {System} system */
function wasiCalls(memory, system) {
    const words = listCalls(memory, () => system.words);
    const environment = listCalls(memory, () =>
        Object.entries(system.environment).map(([name, value]) => `${name}=${value}`),
    );
    return {
        args_sizes_get: words.sizes,
        args_get: words.get,
        environ_sizes_get: environment.sizes,
        environ_get: environment.get,
        /** @param {number} status */
        proc_exit(status) {
            throw new Exit(status);
        },
        /** @param {number} file @param {number} table @param {number} count @param {number} done */
        fd_read: (file, table, count, done) =>
            outcome(() => {
                let total = 0;
                for (const piece of memory.pieces(table, count)) {
                    const got = piece.length === 0 ? 0 : system.read(file, piece);
                    total += got;
                    if (got < piece.length) break;
                }
                memory.word(done, total);
            }),
        /** @param {number} file @param {number} table @param {number} count @param {number} done */
        fd_write: (file, table, count, done) =>
            outcome(() => {
                let total = 0;
                for (const piece of memory.pieces(table, count)) total += system.write(file, piece);
                memory.word(done, total);
            }),
        /** @param {number} file */
        fd_close: (file) => outcome(() => system.close(file)),
        /** @param {number} file @param {bigint} offset @param {number} whence @param {number} result */
        fd_seek: (file, offset, whence, result) =>
            outcome(() => memory.view.setBigUint64(result >>> 0, system.seek(file, offset, whence), true)),
        /** Nanoseconds, of a clock that only goes forward. @param {number} _clock @param {bigint} _precision @param {number} at */
        clock_time_get(_clock, _precision, at) {
            memory.view.setBigUint64(at >>> 0, BigInt(Math.round(performance.now() * 1e6)), true);
            return 0;
        },
        /** A terminal is a device in which nobody seeks. @param {number} file @param {number} at */
        fd_fdstat_get: (file, at) =>
            outcome(() => {
                const isTerminal = system.isTerminal(file);
                memory.bytes(at, 24).fill(0);
                memory.view.setUint8(at >>> 0, isTerminal ? TERMINAL : REGULAR_FILE);
                memory.view.setBigUint64((at >>> 0) + 8, isTerminal ? 0n : ~0n & 0xffffffffffffffffn, true);
            }),
    };
}

/* ---- system.c ---------------------------------------------------------------------------------------------------- */

/**
 * A call's result as the C library wants it: what it gives, or the error's number, negative.
 * @param {() => number} work
 */
function result(work) {
    try {
        return work();
    } catch (error) {
        return -numberOf(error);
    }
}

/** @param {Memory} memory @param {System} system */
function systemCalls(memory, system) {
    /** @param {number} at @param {import("./command.d.ts").FileStatus} status */
    const writeStatus = (at, { mode, device, size, number }) => {
        memory.word(at, mode);
        memory.word(at + 4, device);
        memory.view.setBigUint64((at >>> 0) + 8, BigInt(size), true);
        memory.view.setBigUint64((at >>> 0) + 16, BigInt(number), true);
        return 0;
    };
    return {
        /** @param {number} path @param {number} flags */
        open: (path, flags) => result(() => system.open(memory.string(path), flags)),
        /** @param {number} file */
        duplicate: (file) => result(() => system.duplicate(file)),
        /** @param {number} path @param {number} follow @param {number} at */
        status_of_path: (path, follow, at) =>
            result(() => writeStatus(at, system.statusOfPath(memory.string(path), follow !== 0))),
        /** @param {number} file @param {number} at */
        status_of_file: (file, at) => result(() => writeStatus(at, system.statusOfFile(file))),
        /** Cut off where it is longer, as readlink() does. @param {number} path @param {number} at @param {number} size */
        link: (path, at, size) =>
            result(() => {
                const target = encoder.encode(system.link(memory.string(path))).subarray(0, size);
                memory.bytes(at, target.length).set(target);
                return target.length;
            }),
        /** @param {number} at @param {number} size */
        folder: (at, size) =>
            result(() => {
                const path = system.folder();
                return encoder.encode(path).length < size ? memory.write(at, path) : -68;
            }),
        /** @param {number} file @param {number} at @param {number} size */
        next_name: (file, at, size) =>
            result(() => {
                for (let name = system.nextName(file); name !== undefined; name = system.nextName(file))
                    if (encoder.encode(name).length < size) return memory.write(at, name);
                return 0;
            }),
    };
}

/* ---- Emscripten -------------------------------------------------------------------------------------------------- */

/**
 * Calls that longjmp may leave pass through here: the stack goes back to where it was, and the caller is told.
 * @param {() => any} exports
 */
function invoker(exports) {
    /** @param {number} index @param {unknown[]} values */
    return (index, ...values) => {
        const { stackSave, stackRestore, setThrew, __indirect_function_table: table } = exports();
        const stack = stackSave();
        try {
            return table.get(index)(...values);
        } catch (error) {
            if (!(error instanceof Jump)) throw error;
            stackRestore(stack);
            setThrew(1, 0);
            return undefined;
        }
    };
}

/** @param {WebAssembly.Module} module @param {() => any} exports */
function libraryCalls(module, exports) {
    let high = 0;
    /** @type {Record<string, (...values: any[]) => unknown>} */
    const calls = {
        emscripten_notify_memory_growth: () => undefined,
        setTempRet0: (word) => void (high = word),
        getTempRet0: () => high,
        _emscripten_throw_longjmp() {
            throw new Jump();
        },
    };
    const invoke = invoker(exports);
    for (const { module: from, name } of WebAssembly.Module.imports(module))
        if (from === "env" && name.startsWith("invoke_")) calls[name] = invoke;
        else if (from === "env" && name.startsWith("__syscall_")) calls[name] ??= () => -NOT_THERE;
    return calls;
}

/**
 * Runs the command once, to its end.
 * @param {WebAssembly.Module} module command.wasm
 * @param {System} system
 * @returns {number} its exit status
 */
export function runOn(module, system) {
    const memory = new Memory();
    /** @type {WebAssembly.Instance} */
    const instance = new WebAssembly.Instance(module, {
        wasi_snapshot_preview1: wasiCalls(memory, system),
        system: systemCalls(memory, system),
        env: libraryCalls(module, () => instance.exports),
    });
    /** @type {any} */
    const { memory: own, _start: start } = instance.exports;
    memory.memory = own;
    try {
        start();
        return 0;
    } catch (error) {
        if (error instanceof Exit) return error.status;
        throw error;
    }
}
