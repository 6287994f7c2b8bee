/** Connection classes of SQLSTATE, cancelled statements, and sockets that never opened. */
export function isConnectionTrouble(error: unknown): boolean {
  const code = databaseCode(error);
  return code !== null && /^(08|53|57)|^ECONN|^CONNECT|^CONNECTION_|^ETIMEDOUT|^EPIPE/.test(code);
}

/**
 * The database's own error code, dug out of what drizzle wraps it in; null when the error is no database error. The
 * wrapping error's message holds SQL and values, so it must never be logged or shown.
 */
export function databaseCode(error: unknown): string | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const code = (at as { code?: unknown }).code;
    if (typeof code === "string") return code;
  }
  return null;
}
