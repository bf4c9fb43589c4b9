/* What the command, compiled to WebAssembly, needs of a system, and what it gives. */

export interface FileStatus {
    /** The kind of file and who may do what with it, as POSIX has it. */
    mode: number;
    device: number;
    size: number | bigint;
    number: number | bigint;
}

/** Files by number; 0, 1 and 2 are the standard streams. What fails throws an Error with a `code` such as "ENOENT". */
export interface System {
    /** The command's own name, then its arguments. */
    words: string[];
    environment: Record<string, string>;
    /** The current folder's path. */
    folder(): string;
    /** `flags` as musl has them. */
    open(path: string, flags: number): number;
    duplicate(file: number): number;
    close(file: number): void;
    /** Returns how many bytes were read; 0 at the end. */
    read(file: number, bytes: Uint8Array): number;
    write(file: number, bytes: Uint8Array): number;
    /** From the start (0), from here (1), from the end (2); returns the place. */
    seek(file: number, offset: bigint, whence: number): bigint;
    isTerminal(file: number): boolean;
    statusOfPath(path: string, follow: boolean): FileStatus;
    statusOfFile(file: number): FileStatus;
    /** What a symbolic link holds. */
    link(path: string): string;
    /** The next name in an open folder. */
    nextName(file: number): string | undefined;
}
