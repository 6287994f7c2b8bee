import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { signInWithPassword } from "#services/accounts/sign-in-password";
import { testContext, type TestContext } from "./context.ts";
import { ownerOf } from "./queue.ts";
import { addStaff } from "./staff.ts";

/** Accounts of a real service, an administrator, and a clock that only the test moves. */
export type AccountKit = TestContext & {
  owner: postgres.Sql;
  admin: StaffActor;
  /** Moves the clock on, from a whole step of an authenticator app. @returns what it shows */
  later: (seconds: number) => Date;
  newEmail: () => string;
  /** The first half of signing in, from a browser and a network that mean nothing unless they are given. */
  signIn: (
    email: string,
    password: string,
    over?: { network?: string; device?: string | null },
  ) => Promise<string>;
  /** What was recorded about somebody, in order. */
  kinds: (staffId: string) => Promise<string[]>;
  /** What they were told by email, in order. */
  messages: (staffId: string) => Promise<string[]>;
};

export async function accountKit(): Promise<AccountKit> {
  const kit = await testContext();
  kit.context.site = { ...kit.context.site, demo: false };
  const owner = ownerOf(kit);
  let clock = Date.parse("2026-11-24T10:00:00Z");
  const later = (seconds: number): Date => {
    clock += seconds * 1_000;
    kit.at(new Date(clock));
    return new Date(clock);
  };
  later(0);
  const admin = await addStaff(kit.context, ["administrator"]);
  let people = 0;
  return {
    ...kit,
    owner,
    admin,
    later,
    newEmail: () => `nia.partner.${String((people += 1))}@health.example`,
    signIn: (email, password, over = {}) =>
      signInWithPassword(kit.context, {
        ...{ email, password, network: "203.0.113.7", device: null, next: null },
        ...over,
      }),
    async kinds(staffId) {
      const rows = await owner<{ kind: string }[]>`
        select kind from audit_event where subject_id = ${staffId} order by recorded_at, id`;
      return rows.map(({ kind }) => kind);
    },
    async messages(staffId) {
      const rows = await owner<{ message: string }[]>`
        select facts->>'message' as message from outbox
        where kind = 'send-message' and recipient_id = ${staffId} order by created_at, id`;
      return rows.map(({ message }) => message);
    },
    async close() {
      await owner.end();
      await kit.close();
    },
  };
}
