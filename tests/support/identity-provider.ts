import { createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AccountClaims, Configuration, JWK } from "oidc-provider";
import { anyFreePort } from "../../scripts/ports.mjs";
import { ask, type Answer } from "./http-client.ts";

/** It warns on standard error that it keeps nothing, and that Node 20 is old: both are meant. */
async function quietly<T>(run: () => T | Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await run();
  } finally {
    console.warn = warn;
  }
}
const { default: Provider } = await quietly(() => import("oidc-provider"));

type Claims = Record<string, unknown>;
type Tamper = (token: string) => string | Promise<string>;

/** What a token says, whoever signed it. */
export const claimsIn = (token: string): Claims =>
  JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as Claims;

const part = (value: Claims): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Somebody at the council, as its provider knows them. */
export type CouncilPerson = { name?: string; email?: string; groups: string[]; amr?: string[] };

export type CouncilProvider = {
  issuer: string;
  client: { id: string; secret: string };
  people: Map<string, CouncilPerson>;
  /** Who sits at the provider's sign-in page. */
  nowSignsIn: (subject: string) => void;
  /** How often somebody had to sign in there. */
  asked: () => number;
  /** Changes the id token on its way to us, or keeps it back; null leaves it as it is. */
  tamper: (change: Tamper | null) => void;
  /** A token with the provider's own signature under whatever it says. */
  sign: (claims: Claims) => string;
  close: () => Promise<void>;
};

/**
 * A certified provider on this machine, that knows us. Its sign-in page lets in
 * whoever the test says, without questions; everything else is what a council's provider does.
 * @param options `groupsInToken: false` for one that tells groups at its userinfo endpoint alone
 */
export async function councilProvider(
  site: string,
  {
    groupsInToken = true,
    port,
    client = { id: "front-door", secret: randomBytes(24).toString("base64url") },
  }: { groupsInToken?: boolean; port?: number; client?: CouncilProvider["client"] } = {},
): Promise<CouncilProvider> {
  const at = port ?? (await anyFreePort());
  const issuer = `http://127.0.0.1:${String(at)}`;
  const people = new Map<string, CouncilPerson>();
  let next = "";
  let asked = 0;
  let change: Tamper | null = null;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const configuration: Configuration = {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${site}/account/provider/back`],
        post_logout_redirect_uris: [site],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" } as JWK] },
    scopes: ["openid", "profile", "email", "groups"],
    cookies: { keys: [randomBytes(16).toString("hex")] },
    claims: { openid: ["sub", "acr", "amr"], email: ["email"], profile: ["name"], groups: ["groups"] },
    conformIdTokenClaims: !groupsInToken,
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    findAccount: (_context, sub) => {
      const person = people.get(sub);
      return person && { accountId: sub, claims: (): AccountClaims => ({ sub, ...person }) };
    },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    // Nobody is asked whether the council's own service may know who they are.
    loadExistingGrant: async ({ oidc }) => {
      const { client, session } = oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid profile email groups");
      await grant.save();
      return grant;
    },
    ttl: { Grant: 600, Session: 600, Interaction: 600, AccessToken: 600, IdToken: 600 },
  };
  const provider = await quietly(() => new Provider(issuer, configuration));
  provider.use(async (context, proceed) => {
    await proceed();
    const body = context.body as { id_token?: string };
    if (change && context.path === "/token" && body.id_token)
      context.body = { ...body, id_token: await change(body.id_token) };
  });
  const answer = provider.callback();
  const interact = async (request: IncomingMessage, response: ServerResponse) => {
    asked += 1;
    const amr = people.get(next)?.amr ?? ["pwd", "mfa"];
    await provider.interactionFinished(request, response, { login: { accountId: next, amr } });
  };
  const server = createServer((request, response) => {
    if (request.url?.startsWith("/interaction/")) {
      interact(request, response).catch(() => response.destroy());
    } else void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(at, "127.0.0.1", resolve));
  return {
    issuer,
    client,
    people,
    nowSignsIn: (subject) => void (next = subject),
    asked: () => asked,
    tamper: (wanted) => void (change = wanted),
    sign: (claims) => {
      const said = `${part({ alg: "RS256", kid: "1", typ: "JWT" })}.${part(claims)}`;
      return `${said}.${createSign("RSA-SHA256").update(said).sign(privateKey, "base64url")}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A browser's cookies at one site. */
export class CookieJar {
  readonly #cookies = new Map<string, string>();
  keep({ headers }: Answer): void {
    for (const set of headers["set-cookie"] ?? []) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(set) || value === "") this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }
  get(name: string): string | undefined {
    return this.#cookies.get(name);
  }
  toString(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }
}

/**
 * Follows the provider's pages from an address of it until it sends the browser back to us.
 * @returns the address that it sends it back to, as a path of ours
 */
export async function throughProvider(at: string, jar: CookieJar, site: string): Promise<string> {
  for (let url = new URL(at), hops = 0; hops < 10; hops += 1) {
    const answer = await ask({ url: url.origin }, url.pathname + url.search, { cookie: jar.toString() });
    jar.keep(answer);
    if (answer.location === null) throw new Error(`the provider answered ${answer.status}: ${answer.text}`);
    url = new URL(answer.location, url);
    if (url.origin === site) return url.pathname + url.search;
  }
  throw new Error("the provider goes round in circles");
}
