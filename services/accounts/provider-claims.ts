import * as oidc from "openid-client";

/** What the provider said about somebody, signed for us, for this browser and for this moment. */
export type Claims = {
  issuer: string;
  subject: string;
  name: string | null;
  email: string | null;
  groups: string[];
  acr: unknown;
  amr: unknown;
};

/** Why the provider did not say who somebody is. A code: what it sent may hold anything. */
export class ProviderProblem extends Error {
  override name = "ProviderProblem";
  readonly code: "unreachable" | "refused" | "wrong-answer";
  constructor(code: ProviderProblem["code"]) {
    super(code);
    this.code = code;
  }
}

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

/** Groups, or the roles that some providers send in their place; names or ids. */
export const groupsIn = (claims: Record<string, unknown>): string[] =>
  [claims["groups"], claims["roles"]].flatMap((value) =>
    Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [],
  );

export function claimsOf(claims: Record<string, unknown>, { iss, sub }: oidc.IDToken): Claims {
  const { acr, amr } = claims;
  const groups = groupsIn(claims);
  return {
    issuer: iss,
    subject: sub,
    name: text(claims["name"]),
    email: text(claims["email"]),
    groups,
    acr,
    amr,
  };
}

export function problemOf(error: unknown): ProviderProblem {
  if (error instanceof ProviderProblem) return error;
  if (error instanceof oidc.AuthorizationResponseError) return new ProviderProblem("refused");
  const isNetwork = error instanceof TypeError || (error instanceof Error && error.name === "TimeoutError");
  return new ProviderProblem(isNetwork ? "unreachable" : "wrong-answer");
}
