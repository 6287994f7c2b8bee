import { isIP } from "node:net";
import { z } from "zod";
import { parseRolesByGroup, type RolesByGroup } from "#domain/identity-provider";

/* How each kind of setting is written, and what an operator is told who writes it otherwise. */

export type VersionedKeys = {
  /** The version that seals or signs what is new. */
  current: number;
  /** 32-byte keys by version; older ones only open or check what was made with them. */
  keys: ReadonlyMap<number, Buffer>;
};

/** Compose files pass unset variables as empty strings. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((v) => (v === "" ? undefined : v), schema.optional());

export const flag = z.enum(["1", "0"], "must be 1 or 0").transform((text) => text === "1");
const portHelp = "must be a port number, 0 to 65535";
export const port = z
  .string()
  .regex(/^\d{1,5}$/, portHelp)
  .transform(Number)
  .refine((n) => n <= 65535, portHelp);

export function url(what: string, schemes: readonly string[]) {
  return z.string().refine(
    (value) => {
      const parsed = URL.canParse(value) ? new URL(value) : undefined;
      return parsed !== undefined && schemes.includes(parsed.protocol) && parsed.hostname !== "";
    },
    `must be ${what}, starting with ${schemes.map((s) => `${s}//`).join(" or ")}`,
  );
}
const scannerHelp =
  "must be ClamAV, as in clamav://127.0.0.1:3310, clamav:///run/clamav/clamd.ctl or clamscan:///var/lib/clamav";
/** A machine or a path, and never a login: clamd knows none. */
export const scanner = z.string().refine((value) => {
  const parsed = URL.canParse(value) ? new URL(value) : undefined;
  if (parsed === undefined || parsed.username !== "" || parsed.search !== "") return false;
  const [here, path] = [parsed.hostname === "", parsed.pathname.length > 1];
  return parsed.protocol === "clamscan:" ? here && path : parsed.protocol === "clamav:" && here === path;
}, scannerHelp);

export const databaseUrl = url("a PostgreSQL address", ["postgres:", "postgresql:"]).refine(
  (value) => URL.canParse(value) && new URL(value).pathname.length > 1,
  "must name a database, as in postgres://login:password@host:5432/front_door",
);

export const origin = z.string().refine((value) => {
  const parsed = URL.canParse(value) ? new URL(value) : undefined;
  return parsed !== undefined && /^https?:$/.test(parsed.protocol) && parsed.origin === value;
}, "must be scheme, host and port only, as in https://front-door.example.gov.uk");

const keyHelp = "must be 32 random bytes in base64 (openssl rand -base64 32)";
const keysHelp = `must be version:key pairs, as in 1:key,2:key, each version once; each key ${keyHelp}`;
export const versionedKeys = z
  .string()
  .regex(/^[1-9]\d{0,3}:[A-Za-z0-9+/]{43}=(,[1-9]\d{0,3}:[A-Za-z0-9+/]{43}=)*$/, keysHelp)
  .transform((text) => text.split(",").map((pair) => pair.split(":") as [string, string]))
  .refine((pairs) => new Set(pairs.map(([version]) => version)).size === pairs.length, keysHelp)
  .transform((pairs): VersionedKeys => {
    const keys = new Map(
      pairs.map(([version, encoded]) => [Number(version), Buffer.from(encoded, "base64")]),
    );
    return { current: Math.max(...keys.keys()), keys };
  });

/** Which version seals what is new, while a newer one is being given to every process. */
export const keyVersion = z
  .string()
  .regex(/^[1-9]\d{0,3}$/, "must be the version of a key, as in 1")
  .transform(Number);

/** A key without a version is version 1: what was made before there were versions was made with it. */
export const keyOrKeys = z
  .string()
  .transform((text) => (text.includes(":") ? text : `1:${text}`))
  .pipe(versionedKeys);

/** One address, bare or as Name <address>: a header or a second address must not fit in. */
export const mailbox = z
  .string()
  .regex(
    /^(?:[^<>\r\n",]*<[\w.+'-]+@[\w.-]+>|[\w.+'-]+@[\w.-]+)$/,
    "must be one address, as in Front Door <front-door@example.gov.uk>",
  )
  .transform((text) => {
    const [, name = "", address = text] = /^(.*)<(.+)>$/.exec(text) ?? [];
    return { name: name.trim() || "Front Door", address };
  });

export const proxies = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((entry) => entry !== ""))
  .refine((entries) => entries.every(isAddressOrSubnet), "must be IP addresses or subnets, as in 10.0.0.0/8");

function isAddressOrSubnet(entry: string): boolean {
  const [ip = "", bits = "0", ...rest] = entry.split("/");
  const most = isIP(ip) === 6 ? 128 : 32;
  return isIP(ip) !== 0 && rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
}

const rolesHelp =
  "must be group=role pairs, as in MASH Screeners=screener; MASH Managers=manager+strategy_chair, with roles of this product";
export const rolesByGroup = z.string().transform((text, check): RolesByGroup => {
  const parsed = parseRolesByGroup(text);
  if (parsed !== null) return parsed;
  check.addIssue({ code: "custom", message: rolesHelp });
  return z.NEVER;
});

export const words = z.string().transform((text) => text.split(/[\s,]+/).filter((word) => word !== ""));
