import * as oidc from "openid-client";
import type { RolesByGroup } from "#domain/identity-provider";
import { flowValue } from "./flow-values.ts";
import { claimsOf, groupsIn, problemOf, ProviderProblem, type Claims } from "./provider-claims.ts";

/** The council's identity provider, as config.ts read it. */
export type ProviderSettings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  roles: RolesByGroup;
  mfa: readonly string[];
};

export type Provider = {
  settings: ProviderSettings;
  /** Where the browser goes to sign in; `afresh` also for somebody who is signed in there already. */
  signInUrl: (flow: string, afresh: boolean) => Promise<string>;
  /** Exchanges what the browser came back with. @throws ProviderProblem */
  claimsFrom: (back: URL, flow: string, afresh: boolean) => Promise<Claims>;
  /** Where the provider's own session is ended; null when it does not offer that, or has not told us yet. */
  signOutUrl: () => string | null;
};

/**
 * @param origin our own, which the provider sends browsers back to
 * @param patienceSeconds a provider that is slow is a page that is slow; after this the page says so
 */
export function openProvider(
  settings: ProviderSettings,
  origin: string,
  backPath: string,
  patienceSeconds = 8,
): Provider {
  const back = new URL(backPath, origin).href;
  let found: Promise<oidc.Configuration> | undefined;
  let known: oidc.Configuration | undefined;
  const discover = async (): Promise<oidc.Configuration> => {
    const issuer = new URL(settings.issuer);
    const plain = issuer.protocol === "http:";
    found ??= oidc.discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
      timeout: patienceSeconds,
      execute: [
        // The library trusts what comes over TLS from the provider itself; this has the signature checked as well.
        oidc.enableNonRepudiationChecks,
        // config.ts lets plain http through for this machine alone.
        ...(plain ? [oidc.allowInsecureRequests] : []),
      ],
    });
    // One that was away is asked again by the next person, and not remembered.
    try {
      return (known = await found);
    } catch (error) {
      found = undefined;
      throw new ProviderProblem("unreachable", problemOf(error).detail);
    }
  };
  return {
    settings,
    async signInUrl(flow, afresh) {
      const provider = await discover();
      // Some providers tell groups only to who asks for them, and some refuse whoever asks for what they do not know.
      const groups = provider.serverMetadata().scopes_supported?.includes("groups") ? " groups" : "";
      const url = oidc.buildAuthorizationUrl(provider, {
        redirect_uri: back,
        scope: `openid profile email${groups}`,
        state: flowValue(flow, "state"),
        nonce: flowValue(flow, "nonce"),
        code_challenge: await oidc.calculatePKCECodeChallenge(flowValue(flow, "verifier")),
        code_challenge_method: "S256",
        ...(afresh ? { prompt: "login", max_age: "0" } : {}),
      });
      return url.href;
    },
    async claimsFrom(url, flow, afresh) {
      const provider = await discover();
      try {
        // Compared by the library: state, issuer, nonce, audience, signature, times, and that the verifier fits.
        const tokens = await oidc.authorizationCodeGrant(provider, url, {
          expectedState: flowValue(flow, "state"),
          expectedNonce: flowValue(flow, "nonce"),
          pkceCodeVerifier: flowValue(flow, "verifier"),
          idTokenExpected: true,
          ...(afresh ? { maxAge: 60 } : {}),
        });
        const said: oidc.IDToken | undefined = tokens.claims();
        if (!said) throw new ProviderProblem("wrong-answer", "no_id_token");
        const asked = groupsIn(said).length === 0 || said["email"] === undefined;
        const more: Record<string, unknown> =
          asked && provider.serverMetadata().userinfo_endpoint
            ? await oidc.fetchUserInfo(provider, tokens.access_token, said.sub)
            : {};
        // What the signed token says counts before what the other address adds.
        return claimsOf({ ...more, ...said }, said);
      } catch (error) {
        throw problemOf(error);
      }
    },
    signOutUrl() {
      // Asked in the background: the sign-in page is also for people who have nothing to do with this provider.
      if (!known) void discover().catch(() => undefined);
      if (!known?.serverMetadata().end_session_endpoint) return null;
      return oidc.buildEndSessionUrl(known, { post_logout_redirect_uri: origin }).href;
    },
  };
}
