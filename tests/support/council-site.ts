import assert from "node:assert/strict";
import type postgres from "postgres";
import { parseRolesByGroup } from "#domain/identity-provider";
import { openProvider, type ProviderSettings } from "#services/accounts/provider";
import { ask, type Answer } from "./http-client.ts";
import {
  CookieJar,
  councilProvider,
  throughProvider,
  type CouncilPerson,
  type CouncilProvider,
} from "./identity-provider.ts";
import { ownerOf } from "./queue.ts";
import { startSite, type Site } from "./site.ts";

/** A real service whose council has a sign-in of its own, and people who use it. */
export type CouncilSite = {
  site: Site;
  owner: postgres.Sql;
  council: CouncilProvider;
  /** Connects the service with this provider, by these settings where they are other than right. */
  connect: (to?: CouncilProvider, over?: Partial<ProviderSettings>, patienceSeconds?: number) => void;
  /** Somebody new at the council. @returns their subject */
  somebody: (person?: Partial<CouncilPerson>) => string;
  /** From our sign-in page to the provider. @returns the address that it wants the browser to go to */
  begin: (jar: CookieJar) => Promise<URL>;
  /** The whole way, with one browser of their own; `onTheWay` may change what the browser carries there. */
  signIn: (
    subject: string,
    onTheWay?: (to: URL) => void,
    jar?: CookieJar,
    theirs?: CookieJar,
  ) => Promise<{ answer: Answer; jar: CookieJar; home: string }>;
  staffOf: (subject: string) => Promise<{ id: string; name: string } | undefined>;
  close: () => Promise<void>;
};

const back = "/account/provider/back";

/** What a browser says when a link on a page of ours is followed. */
export const ourLink = { "sec-fetch-site": "same-origin" };

/** Why the browser was sent back to a page; null when it was not. */
export const whyNot = ({ location }: Answer): string | null =>
  location === null ? null : new URL(location, "http://own.invalid").searchParams.get("refused");

export async function councilSite(): Promise<CouncilSite> {
  const site = await startSite({ demo: false, reachable: true });
  const owner = ownerOf(site);
  const council = await councilProvider(site.url);
  let count = 0;

  const connect: CouncilSite["connect"] = (to = council, over = {}, patienceSeconds) => {
    const { issuer, client } = to;
    const roles = parseRolesByGroup("Screeners=screener; Managers=manager+strategy_chair") ?? new Map();
    const settings = { issuer, clientId: client.id, clientSecret: client.secret, roles, mfa: [], ...over };
    site.context.provider = openProvider(settings, site.url, back, patienceSeconds);
  };
  const somebody: CouncilSite["somebody"] = (person = {}) => {
    const subject = `subject-${String((count += 1))}`;
    const email = `${subject}@anytown.example`;
    council.people.set(subject, { name: "Amira Patel", email, groups: ["Screeners"], ...person });
    return subject;
  };
  const begin: CouncilSite["begin"] = async (jar) => {
    const begun = await ask(site, "/account/provider?next=%2Fhub%2Ftriage", {
      cookie: jar.toString(),
      headers: ourLink,
    });
    jar.keep(begun);
    assert.equal(begun.status, 303, begun.text);
    return new URL(begun.location ?? "");
  };
  return {
    site,
    owner,
    council,
    connect,
    somebody,
    begin,
    async signIn(subject, onTheWay = () => undefined, jar = new CookieJar(), theirs = new CookieJar()) {
      council.nowSignsIn(subject);
      const to = await begin(jar);
      onTheWay(to);
      const home = await throughProvider(to.href, theirs, site.url);
      const answer = await ask(site, home, { cookie: jar.toString() });
      jar.keep(answer);
      return { answer, jar, home };
    },
    async staffOf(subject) {
      const [row] = await owner<{ id: string; name: string }[]>`
        select s.id, s.name from staff s join federated_identity f on f.staff_id = s.id
        where f.subject = ${subject}`;
      return row;
    },
    async close() {
      await council.close();
      await owner.end();
      assert.deepEqual(site.faults, []);
      await site.close();
    },
  };
}
