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

/** Why the provider did not say who somebody is. */
export class ProviderProblem extends Error {
  override name = "ProviderProblem";
  readonly code: "unreachable" | "refused" | "wrong-answer";
  /** For the operator's log: the library's code, or the protocol's; never words that the provider sent. */
  readonly detail: string;
  constructor(code: ProviderProblem["code"], detail: string) {
    super(code);
    this.code = code;
    this.detail = detail;
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
    name: text(claims["name"])?.slice(0, 120) ?? null,
    email: text(claims["email"]),
    groups,
    acr,
    amr,
  };
}

export function problemOf(error: unknown): ProviderProblem {
  if (error instanceof ProviderProblem) return error;
  const detail = detailOf(error);
  if (error instanceof oidc.AuthorizationResponseError) return new ProviderProblem("refused", detail);
  const isNetwork = error instanceof TypeError || detail === "OAUTH_TIMEOUT";
  return new ProviderProblem(isNetwork ? "unreachable" : "wrong-answer", detail);
}

/** "invalid_client", "OAUTH_TIMEOUT", "ECONNREFUSED": the first thing like it, from the outside in. */
function detailOf(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { error: said, code } = at as { error?: unknown; code?: unknown };
    const found = [said, code].find((one) => typeof one === "string" && /^\w{3,60}$/.test(one));
    if (typeof found === "string") return found;
  }
  return error instanceof Error ? error.name : typeof error;
}
