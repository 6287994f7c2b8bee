// A program that tells the hub about a child, in one file that needs nothing but Node 20 or newer. Copy it into your
// own. The whole description is at /api/openapi.json, and in words at /api/docs.
import { randomUUID } from "node:crypto";

/** The least that a contact holds; everything else that may be sent is in the description. */
export type Contact = {
  danger: "yes" | "no" | "not_sure";
  children: { firstName?: string; lastName?: string; dateOfBirth?: string; description?: string }[];
  whatHappened: string;
  sender: { name: string; email?: string; phone?: string };
};

export type Receipt = { reference: string; receivedAt: string; decideBy: string };
export type Status = Omit<Receipt, "reference"> & {
  reference: string;
  status: "received" | "being-screened" | "decision-made";
};

/** What is wrong with a request. Sending it again as it is would be refused again. */
export class Refused extends Error {
  readonly status: number;
  readonly problem: { type: string; title: string; errors?: { pointer: string; detail: string }[] };
  constructor(status: number, problem: Refused["problem"]) {
    super(problem.title);
    this.status = status;
    this.problem = problem;
  }
}

export class FrontDoor {
  readonly #origin: string;
  readonly #key: string;
  readonly #waitMs: number;

  /** @param waitMs before the second try; each further one waits twice as long */
  constructor({ origin, key, waitMs = 1_000 }: { origin: string; key: string; waitMs?: number }) {
    this.#origin = origin;
    this.#key = key;
    this.#waitMs = waitMs;
  }

  /**
   * Sends a contact, and again when no answer comes. One key for all tries makes one contact of them. If your program
   * may be stopped meanwhile, keep the key beside the contact until you have the receipt, and hand it in here.
   */
  send(contact: Contact, idempotencyKey: string = randomUUID()): Promise<Receipt> {
    return this.#ask<Receipt>("/api/contacts", {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": idempotencyKey },
      body: JSON.stringify(contact),
    });
  }

  status(reference: string): Promise<Status> {
    return this.#ask<Status>(`/api/contacts/${encodeURIComponent(reference)}`, {});
  }

  async #ask<Answer>(path: string, request: RequestInit, tries = 5): Promise<Answer> {
    const headers = { ...request.headers, Authorization: `Bearer ${this.#key}` };
    const answer = await fetch(`${this.#origin}${path}`, { ...request, headers }).catch(() => null);
    if (answer?.ok) return (await answer.json()) as Answer;
    // No answer, or one that says to come again: nothing is lost as long as the key stays the same.
    const passing = answer === null || answer.status === 429 || answer.status >= 500;
    if (!passing || tries <= 1) {
      if (answer === null) throw new Error("No answer. Call the hub if it cannot wait");
      throw new Refused(answer.status, (await answer.json()) as Refused["problem"]);
    }
    const asked = Number(answer?.headers.get("Retry-After") ?? 0) * 1_000;
    await new Promise((resolve) => setTimeout(resolve, asked || this.#waitMs * 2 ** (5 - tries)));
    return this.#ask<Answer>(path, request, tries - 1);
  }
}
