import { z } from "zod";
import { roles } from "./actor.ts";
import { parseEmailAddress } from "./email-address.ts";
import { addableKinds, organisationKinds, teamPurposes } from "./organisation.ts";
import { teamNeeds } from "./team-needs.ts";
import { sourceCodes } from "./questions/you.ts";
import { typedText } from "./questions/typed-text.ts";

/** Why an administrator changes something: one line that stays in the history. */
export const reasonLine = typedText(300, "Say why in one line");

const nameLine = typedText(120, "Write its name");
const notAnAddress = "Write one email address, such as duty@example.gov.uk";

/** An inbox that is read by several people. Empty where there is none. */
const addressLine = z
  .string()
  .default("")
  .transform((typed, check) => {
    if (typed.trim() === "") return null;
    const address = parseEmailAddress(typed);
    if (address !== null) return address;
    check.addIssue({ code: "custom", message: notAnAddress });
    return z.NEVER;
  });

const cinCode = z
  .union([z.enum(sourceCodes), z.literal("")], "Choose a code from the list")
  .default("")
  .transform((code) => (code === "" ? null : code));

/** What comes after the @, between spaces, commas or lines; none where it has no addresses of its own. */
const emailDomains = z
  .string()
  .default("")
  .transform((typed, check) => {
    const all = typed
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((one) => one.replace(/^@/, ""));
    if (all.length <= 20 && all.every((one) => parseEmailAddress(`someone@${one}`) !== null))
      return [...new Set(all)];
    check.addIssue({
      code: "custom",
      message: "Write what comes after the @, such as hilltop.example.sch.uk, 20 at most",
    });
    return z.NEVER;
  });

export const changeOrganisationSchema = z.object({
  name: nameLine,
  kind: z.enum(organisationKinds, "Choose what kind it is"),
  cinCode,
  emailDomains,
  reason: reasonLine,
});
export type OrganisationForm = z.output<typeof changeOrganisationSchema>;

export const addOrganisationSchema = changeOrganisationSchema.extend({
  kind: z.enum(addableKinds, "Choose what kind it is"),
  dutyEmail: addressLine,
});

const ageSays = "Write whole years from -1 (unborn) to 17";
const age = z
  .string(ageSays)
  .regex(/^\s*(-1|\d|1[0-7])\s*$/, ageSays)
  .transform(Number);

/** Beginnings of postcodes between commas, spaces or lines; none is everywhere. */
const areas = z
  .string()
  .default("")
  .transform((typed, check) => {
    const all = typed
      .toUpperCase()
      .split(/[\s,]+/)
      .filter(Boolean);
    if (all.length <= 200 && all.every((one) => /^[A-Z]{1,2}(\d[A-Z\d]?)?$/.test(one)))
      return [...new Set(all)];
    check.addIssue({
      code: "custom",
      message: "Write the beginnings of postcodes, such as AB or AB1, 200 at most",
    });
    return z.NEVER;
  });

const needs = z.array(z.enum(teamNeeds, "Choose from the list")).default([]);

const teamFields = z.object({ name: nameLine, fromAge: age, toAge: age, areas, needs, reason: reasonLine });
const agesInOrder = { path: ["toAge"], error: "The oldest age comes after the youngest" };
const inOrder = (team: { fromAge: number; toAge: number }) => team.fromAge <= team.toAge;

export const changeTeamSchema = teamFields.refine(inOrder, agesInOrder);
export type TeamForm = z.output<typeof changeTeamSchema>;

export const addTeamSchema = teamFields
  .extend({
    organisationId: z.uuid("Choose whose team it is"),
    purpose: z.enum(teamPurposes, "Choose what it does"),
    dutyEmail: addressLine,
  })
  .refine(inOrder, agesInOrder);

export const endSchema = z.object({ reason: reasonLine });

export const proposeAddressSchema = z.object({
  newEmail: addressLine
    .refine((address) => address !== null, notAnAddress)
    .transform((address) => address ?? ""),
  reason: reasonLine,
});

export const settleAddressSchema = z.object({
  id: z.uuid(),
  what: z.enum(["confirm", "refuse", "withdraw"]),
});

export const changePersonSchema = z.object({
  /** Empty for somebody of no team. */
  teamId: z.union([z.uuid(), z.literal("")], "Choose a team from the list").default(""),
  roles: z.array(z.enum(roles)).default([]),
  reason: reasonLine,
});
export type PersonForm = z.output<typeof changePersonSchema>;
