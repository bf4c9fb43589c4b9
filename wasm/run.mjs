/* run.mjs: runs a program of the build that was compiled to WebAssembly, where CMake would run a native one. Knows WASI as
 * Node has it; nothing of what the program does.
 *
 *     node --no-warnings wasm/run.mjs PROGRAM.wasm [ARGUMENT…] */
import { readFile } from "node:fs/promises";
import process from "node:process";
import { WASI } from "node:wasi";

const [, , program = "", ...rest] = process.argv;
const wasi = new WASI({ version: "preview1", args: [program, ...rest] });
const imports = {
    wasi_snapshot_preview1: wasi.wasiImport,
    env: { emscripten_notify_memory_growth: () => {} },
};
const { instance } = await WebAssembly.instantiate(await readFile(program), imports);
process.exitCode = wasi.start(instance) ?? 0;
