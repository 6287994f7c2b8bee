import type { ErasureGround } from "#domain/erasure";

/** Missing, or not yours: the two are never told apart, except in the audit. */
export class NotFound extends Error {
  override name = "NotFound";
  /** The contact that there is and that they may not see; the audit keeps who asked for it. */
  readonly contactId: string | undefined;
  constructor(message: string, contactId?: string) {
    super(message);
    this.contactId = contactId;
  }
}

/** It was there and is erased; everything about it that could be read is gone. What is left can be said to anybody who may read it. */
export class Erased extends NotFound {
  override name = "Erased";
  readonly erasedAt: Date;
  readonly ground: ErasureGround | null;
  constructor(erasedAt: Date, ground: ErasureGround | null = null) {
    super("erased");
    this.erasedAt = erasedAt;
    this.ground = ground;
  }
}

/** Signed in, but not allowed to do this here. `message` says in words who can. */
export class Forbidden extends Error {
  override name = "Forbidden";
}

/** Somebody else was first, or things changed meanwhile. Nothing was written; `details` says what stands now. */
export class Conflict<Details = unknown> extends Error {
  override name = "Conflict";
  readonly details: Details;
  constructor(message: string, details: Details) {
    super(message);
    this.details = details;
  }
}

/** What was sent cannot be taken. `problems` maps a field to words for the person who typed it. */
export class Invalid extends Error {
  override name = "Invalid";
  readonly problems: Readonly<Record<string, string>>;
  constructor(problems: Readonly<Record<string, string>>) {
    super("invalid");
    this.problems = problems;
  }
}

/**
 * A form that was kept over a lock is being shown again: whatever was about to be read or written for it is not. It is
 * an Invalid without problems, so every page shows the form as it was typed, as it does when something in it is wrong.
 */
export class NothingSaved extends Invalid {
  override name = "NothingSaved";
  constructor() {
    super({});
  }
}

/** The database did not answer in time: nothing is known to have been written. A retry with the same key is safe. */
export class Unavailable extends Error {
  override name = "Unavailable";
}

/** The database of a demonstration under a live service, or the reverse: to a visitor there is no database. */
export class WrongInstallation extends Unavailable {
  override name = "WrongInstallation";
}

/** Tried too often, for this account or from this place. It may be tried again from `until` on. */
export class TooManyAttempts extends Error {
  override name = "TooManyAttempts";
  readonly until: Date;
  constructor(until: Date) {
    super("too many attempts");
    this.until = until;
  }
}
