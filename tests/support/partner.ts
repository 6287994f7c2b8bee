import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { StaffActor } from "#domain/actor";
import type { ApiScope } from "#domain/api/keys";
import type { ContactReceipt } from "#domain/api/answers";
import { exampleBody } from "#domain/api/example";
import { problemKinds, type Problem, type ProblemKind } from "#domain/api/problems";
import { makeKey } from "#services/api/change-keys";
import type { Context } from "#services/context";
import { ask, type Answer, type Asking } from "./http-client.ts";
import { addStaff, addTeam, type Place } from "./staff.ts";

/** A system of an organisation, with its key. */
export type PartnerSystem = { place: Place; keyId: string; secret: string };

export async function addPartner(
  context: Context,
  {
    place,
    administrator,
    scopes = ["contacts:send", "contacts:status"],
  }: { place?: Place; administrator?: StaffActor; scopes?: readonly ApiScope[] } = {},
): Promise<PartnerSystem> {
  const theirs = place ?? (await addTeam(context, { kind: "education", purpose: "partner" }));
  const by = administrator ?? (await addStaff(context, ["administrator"]));
  const keyId = context.newId();
  const wanted = { id: keyId, name: "Its records", scopes: [...scopes], reason: "The test asks for it" };
  const { secret } = await makeKey(context, by, theirs.organisationId, wanted);
  return { place: theirs, keyId, secret };
}

/** Sends a body as a partner's system does; an object as JSON, anything else as it is. */
export function post(
  site: { url: string },
  secret: string,
  body: unknown = exampleBody,
  { headers, ...asking }: Asking = {},
): Promise<Answer> {
  return ask(site, "/api/contacts", {
    origin: null,
    method: "POST",
    ...asking,
    body: typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body),
    headers: {
      authorization: `Bearer ${secret}`,
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
      ...headers,
    },
  });
}

export const getAs = (site: { url: string }, secret: string, path: string): Promise<Answer> =>
  ask(site, path, { headers: { authorization: `Bearer ${secret}` } });

/** A problem as a program reads it, of the kind that is expected. */
export function problemIn(answer: Answer, kind: ProblemKind): Problem {
  assert.equal(answer.status, problemKinds[kind].status, answer.text.slice(0, 300));
  assert.match(answer.headers["content-type"] ?? "", /^application\/problem\+json/);
  assert.match(answer.headers["cache-control"] ?? "", /no-store/);
  const problem = JSON.parse(answer.text) as Problem;
  assert.equal(problem.type, `/api/docs#${kind}`);
  assert.equal(problem.status, answer.status);
  return problem;
}

/** The receipt in an answer. */
export const received = (answer: Answer) => {
  assert.equal(answer.status, 201, answer.text);
  return JSON.parse(answer.text) as ContactReceipt;
};
