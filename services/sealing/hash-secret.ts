import { createHash } from "node:crypto";

/** What is kept of the random secret in a cookie. It has 256 bits, so a plain hash cannot be tried out. */
export const hashSecret = (secret: string): Buffer => createHash("sha256").update(secret).digest();
