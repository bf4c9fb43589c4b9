/* clock.mjs: how time is taken: CPU time where it can be had, medians always, since the machines are shared. Knows nothing
 * of what is timed. */
import { spawnSync } from "node:child_process";
import process from "node:process";

/** The value below which a share of the numbers lies. @param {number[]} numbers @param {number} share */
export function quantile(numbers, share) {
    const sorted = [...numbers].sort((one, other) => one - other);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** @param {number[]} numbers */
export function median(numbers) {
    return quantile(numbers, 0.5);
}

/** Milliseconds of CPU that `work` takes in this process; the first round only warms up. @param {number} rounds @param {() => void} work */
export function cpuOf(rounds, work) {
    work();
    const times = Array.from({ length: rounds }, () => {
        const before = process.cpuUsage();
        work();
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
    });
    return median(times);
}

/**
 * What a command costs, by the program spend (spend.c): milliseconds and megabytes.
 * @param {number} rounds
 * @param {string} spend
 * @param {string[]} command
 */
export function costOf(rounds, spend, command) {
    const all = Array.from({ length: rounds }, () => {
        const { stdout, status, stderr } = spawnSync(spend, command, { encoding: "utf8" });
        if (status !== 0) throw new Error(`${command.join(" ")}: ${stderr}`);
        const [wall = NaN, cpu = NaN, memory = NaN] = stdout.trim().split(" ").map(Number);
        return { wall: wall / 1000, cpu: cpu / 1000, memory: (memory * 1024) / 1e6 };
    });
    return {
        wall: median(all.map(({ wall }) => wall)),
        cpu: median(all.map(({ cpu }) => cpu)),
        memory: Math.max(...all.map(({ memory }) => memory)),
    };
}

/** Megabytes a second. @param {number} bytes @param {number} milliseconds */
export function rate(bytes, milliseconds) {
    return bytes / 1e6 / (milliseconds / 1000);
}
