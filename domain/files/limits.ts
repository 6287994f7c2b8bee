export const fileBytesAtMost = 25 * 1024 * 1024;
export const filesAtMost = 10;
/** All files of one contact together. */
export const contactBytesAtMost = 100 * 1024 * 1024;
/** A picture of a modern telephone has fifty million; a few kilobytes can claim a thousand times more. */
export const pixelsAtMost = 100_000_000;
/** What a packed document may hold once it is unpacked. */
export const unpackedBytesAtMost = 100 * 1024 * 1024;
/** A chunk is read, opened and sent on by itself, so this is what a download holds in memory. */
export const chunkBytes = 512 * 1024;
