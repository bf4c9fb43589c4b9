#!/usr/bin/env node
/* main.js: `npx mouthpiece`: the command, compiled to WebAssembly, on this machine's files. */
import { readFileSync } from "node:fs";
import process from "node:process";

import { runOn } from "./host.js";
import { nodeSystem } from "./node.js";

const module = new WebAssembly.Module(readFileSync(new URL("../command.wasm", import.meta.url)));
process.exitCode = runOn(module, nodeSystem(["mouthpiece", ...process.argv.slice(2)]));
