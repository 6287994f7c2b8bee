import type { Letter, Sent } from "#domain/messages";

/** The port through which services send mail; emails/transport.ts is behind it, and only in the worker. */
export type Mailer = {
  /** Never throws: whatever goes wrong is an outcome. */
  send: (letter: Letter) => Promise<Sent>;
};
