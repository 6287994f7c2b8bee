/** Headers that go on every answer, whatever it is. */
export function securityHeaders({
  nonce,
  secure,
}: {
  nonce: string;
  secure: boolean;
}): Record<string, string> {
  return {
    "Content-Security-Policy": [
      "default-src 'none'",
      // Not 'self': a file of ours that somebody else wrote must never run.
      `script-src 'nonce-${nonce}'`,
      "style-src 'self'",
      "img-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
    // Not "no-referrer": browsers then send "Origin: null" with our own forms, and the gate could not know them.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    // Two years, as browsers ask for; only where the site really is https, or a developer's localhost would be locked.
    ...(secure ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {}),
  };
}
