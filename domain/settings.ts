import { z } from "zod";
import { translations, type Translation } from "./intake.ts";
import { levels, outcomes, type Outcome } from "./outcome.ts";
import { typedText } from "./questions/typed-text.ts";
import { ratingCodes } from "./rating.ts";

const words = (max = 200) => typedText(max, "Write something here");
const whole = (least: number, most: number) => {
  const say = `Write a whole number from ${least} to ${most}`;
  return z.number(say).int(say).min(least, say).max(most, say);
};
const calendarDate = z.iso.date("Write the date as year-month-day, such as 2027-12-31");
const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/;
const clockTime = z.string().regex(timePattern, "Write the time as hours and minutes, such as 08:30");

/** Monday is 1 and Sunday is 7. */
const openingHoursSchema = z
  .object({
    days: z.array(whole(1, 7)).min(1, "Choose the days").max(7),
    opens: clockTime,
    closes: clockTime,
  })
  // Two times that are none are told once each, and not compared.
  .refine(({ opens, closes }) => opens < closes || ![opens, closes].every((time) => timePattern.test(time)), {
    path: ["closes"],
    error: "The hub must open before it closes",
  })
  .refine((hours) => new Set(hours.days).size === hours.days.length, "A day is there twice");

/** Hours on the wall clock ("elapsed") or hours while the hub is open ("working"). */
const targetSchema = z.object({
  hours: whole(1, 240),
  counting: z.enum(["elapsed", "working"], "Choose how it counts"),
});

/** Blue has no target: nothing is gathered for it. */
const bragHoursSchema = z.object({ R: targetSchema, A: targetSchema, G: targetSchema });

const repeatSchema = z.object({ contacts: whole(2, 50), days: whole(1, 1100) });

/** Years for which something is kept, counted from a child's birth or from when the last work on it ended. */
const keptSchema = z.object({ years: whole(1, 100), from: z.enum(["birth", "closure"]) });

const postcodeArea = z.string().regex(/^[A-Z]{1,2}(\d[A-Z\d]?)?$/, "Such as AB or AB1");

/** Another authority: which postcodes are theirs, and the number of their hub. */
const neighbourSchema = z.object({
  name: words(),
  number: words(40),
  areas: z.array(postcodeArea).min(1, "Write at least one postcode area").max(200),
});

const helplineSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: words(),
  number: words(40),
  /** Null while nobody has checked them: pages then say nothing about hours. */
  hours: words().nullable(),
  /** When somebody here last rang or looked it up; null is "not yet" and shows on the administrator's list. */
  checkedOn: calendarDate.nullable(),
});

export type Helpline = z.infer<typeof helplineSchema>;

/** Whether a translation is offered, and who here has read it through: nobody is offered one that nobody has. */
const translationSchema = z
  .object({
    offered: z.enum(["yes", "no"], "Choose yes or no"),
    reviewedBy: words().nullable(),
    reviewedOn: calendarDate.nullable(),
  })
  .refine(({ offered, reviewedBy }) => offered === "no" || reviewedBy !== null, {
    path: ["reviewedBy"],
    error: "Write who has read the translation through",
  })
  .refine(({ offered, reviewedOn }) => offered === "no" || reviewedOn !== null, {
    path: ["reviewedOn"],
    error: "Write when it was read through",
  });

const notOffered = { offered: "no", reviewedBy: null, reviewedOn: null } as const;
/** A language that the product learns later is not offered by settings that are older. */
const inEach = <Each>(each: Each) =>
  Object.fromEntries(translations.map((language) => [language, each])) as Record<Translation, Each>;

/** Numbers that law or guidance sets: an administrator keeps where each comes from and when to look again. */
export const sourcedKeys = [
  "assessmentWorkingDays",
  "conferenceWorkingDays",
  "childSeenSection47Hours",
  "childSeenSection17WorkingDays",
] as const;

type KeptByOutcome = Record<Outcome, typeof keptSchema>;

const settingsObject = z.object({
  authorityName: words(),
  phones: z.object({ day: words(40), night: words(40) }),
  timeZone: z.literal("Europe/London"),
  openingHours: openingHoursSchema,
  /** Weekdays that count as bank holidays here beside the published ones. */
  extraBankHolidays: z.array(calendarDate).max(50),
  bragHours: bragHoursSchema,
  ratingMeanings: z.partialRecord(z.enum(ratingCodes), words()),
  ratingMinutes: whole(5, 480),
  leaseMinutes: whole(5, 240),
  /** For how long a new contact is first its family's holder's to take; 0 keeps it for nobody. */
  familyKeptMinutes: whole(0, 60),
  lockMinutes: whole(1, 60),
  signOutMinutes: whole(2, 120),
  feedbackDelayMinutes: whole(0, 120),
  /** Any one of these met makes a contact a repeat; they are counted back from the day it reached the hub. */
  repeatRule: z.array(repeatSchema).min(1).max(5),
  /** Within how many months another contact is a repeat, and another referral a re-referral, in words on its page. */
  repeatMonths: whole(1, 60),
  levels: z
    .array(z.object({ level: z.literal(levels), name: words(60) }))
    .min(3)
    .max(4)
    .refine((all) => all.every((one, i) => one.level === i + 1), "Levels run from 1 with none left out"),
  familyCafLabel: words(60),
  cafFirstContactWorkingDays: whole(1, 30),
  /** After how many calls without an answer, in how many parts of the day, a family counts as unreachable. */
  callTries: whole(1, 10),
  callTimesOfDay: whole(1, 3),
  cafStartCheckWeeks: whole(1, 26),
  /** Begun by every agency together, in a month. */
  cafStartsPerMonth: whole(1, 2000),
  cafQuietMonths: whole(1, 24),
  strategyNowMinutes: whole(15, 480),
  strategyWithinHours: whole(1, 72),
  /** Until an agency that is invited to a strategy discussion and has not answered is reminded. */
  strategyChaseMinutes: whole(5, 720),
  /** Within which a discussion that met without its core meets again. */
  strategyReconveneHours: whole(1, 120),
  /** Within which those who took part say whether they agree to the record. */
  strategyAgreeHours: whole(1, 120),
  assessmentWorkingDays: whole(1, 45),
  conferenceWorkingDays: whole(1, 15),
  childSeenSection47Hours: whole(1, 72),
  childSeenSection17WorkingDays: whole(1, 10),
  acceptReferralWorkingHours: whole(1, 40),
  allocateWorkingHours: whole(1, 80),
  /** How many children one worker has at most, as this council wants it: told above it, never a bar. */
  caseloadAspiration: whole(1, 60),
  /** When an assessment is looked at on its way, counted in working days from the decision. */
  assessmentFirstReviewWorkingDays: whole(1, 44),
  assessmentSecondReviewWorkingDays: whole(1, 44),
  transferReceiptWorkingHours: whole(1, 40),
  openCaseAcknowledgeMinutes: whole(5, 480),
  /** After the team's manager was told that a Red notice is not acknowledged, until the service manager is. */
  openCaseEscalateMinutes: whole(5, 240),
  outOfHoursAckMinutes: whole(1, 120),
  requestChasePercent: whole(10, 90),
  requestChaseLateMinutes: whole(0, 480),
  policeFilesPerDay: whole(1, 1000),
  /** Of how many decisions one is looked at again by somebody who does not see what was decided. */
  secondLookOneIn: whole(1, 1000),
  openCasesStaleHours: whole(1, 720),
  bundleDays: whole(1, 365),
  /** By what was decided about a child; the longest of a contact's children counts. */
  retention: z.object(Object.fromEntries(outcomes.map((outcome) => [outcome, keptSchema])) as KeptByOutcome),
  postcodeAreas: z.array(postcodeArea).min(1).max(200),
  /** Whom a sender is told of when a child lives in their area. */
  neighbours: z.array(neighbourSchema).max(60),
  helplines: z.array(helplineSchema).max(50),
  languages: z.object(inEach(translationSchema.default(notOffered))),
  /** Where somebody who has to hide the page quickly is sent: a page that says nothing of us. */
  exitUrl: z.url({ protocol: /^https$/, error: "Write a web address that starts with https://" }).max(300),
  /** What stands here goes before the source and date that the product came with (setting-sources.ts). */
  sources: z.partialRecord(z.enum(sourcedKeys), z.object({ source: words(), reviewBy: calendarDate })),
});

/** Every local number and word of one authority. A stored value that does not fit is refused, never repaired. */
export const settingsSchema = settingsObject.refine(
  (settings) => settings.lockMinutes < settings.signOutMinutes,
  {
    path: ["signOutMinutes"],
    error: "Somebody is signed out later than their screen locks: write more minutes",
  },
);
export type Settings = z.infer<typeof settingsSchema>;
export type SettingKey = keyof Settings;

/** Targets that two places publish; an administrator picks one or writes their own. */
export const bragHoursPresets: Record<"merton" | "surrey", Settings["bragHours"]> = {
  merton: {
    R: { hours: 2, counting: "elapsed" },
    A: { hours: 6, counting: "elapsed" },
    G: { hours: 24, counting: "elapsed" },
  },
  surrey: {
    R: { hours: 4, counting: "working" },
    A: { hours: 24, counting: "working" },
    G: { hours: 72, counting: "elapsed" },
  },
};

/** A made-up authority: what a fresh install shows until somebody says whose it is. */
const untilThirty = { years: 30, from: "birth" } as const;

export const defaultSettings: Settings = {
  authorityName: "Anytown Council",
  phones: { day: "01234 567 890", night: "01234 567 899" },
  timeZone: "Europe/London",
  openingHours: { days: [1, 2, 3, 4, 5], opens: "08:30", closes: "17:00" },
  extraBankHolidays: [],
  bragHours: bragHoursPresets.merton,
  ratingMeanings: {},
  ratingMinutes: 60,
  leaseMinutes: 30,
  familyKeptMinutes: 15,
  lockMinutes: 15,
  signOutMinutes: 30,
  feedbackDelayMinutes: 10,
  repeatRule: [
    { contacts: 3, days: 90 },
    { contacts: 3, days: 365 },
  ],
  repeatMonths: 12,
  levels: [
    { level: 1, name: "Universal" },
    { level: 2, name: "Early help" },
    { level: 3, name: "Targeted help" },
    { level: 4, name: "Specialist" },
  ],
  familyCafLabel: "Family CAF",
  cafFirstContactWorkingDays: 3,
  callTries: 3,
  callTimesOfDay: 2,
  cafStartCheckWeeks: 4,
  cafStartsPerMonth: 60,
  cafQuietMonths: 3,
  strategyNowMinutes: 60,
  strategyWithinHours: 24,
  strategyChaseMinutes: 30,
  strategyReconveneHours: 24,
  strategyAgreeHours: 24,
  assessmentWorkingDays: 45,
  conferenceWorkingDays: 15,
  childSeenSection47Hours: 24,
  childSeenSection17WorkingDays: 5,
  acceptReferralWorkingHours: 4,
  allocateWorkingHours: 8,
  caseloadAspiration: 20,
  assessmentFirstReviewWorkingDays: 10,
  assessmentSecondReviewWorkingDays: 25,
  transferReceiptWorkingHours: 4,
  openCaseAcknowledgeMinutes: 30,
  openCaseEscalateMinutes: 30,
  outOfHoursAckMinutes: 15,
  requestChasePercent: 50,
  requestChaseLateMinutes: 0,
  policeFilesPerDay: 20,
  secondLookOneIn: 20,
  openCasesStaleHours: 36,
  bundleDays: 30,
  retention: {
    information_only: untilThirty,
    advice: untilThirty,
    family_caf: untilThirty,
    assessment: untilThirty,
    strategy_discussion: { years: 35, from: "closure" },
    transfer: untilThirty,
    already_open: untilThirty,
  },
  postcodeAreas: ["AB1", "AB2", "AB3"],
  neighbours: [{ name: "Othertown Council", number: "01632 960 100", areas: ["AC"] }],
  helplines: [
    { id: "childline", name: "Childline", number: "0800 1111", hours: null, checkedOn: null },
    { id: "nspcc", name: "NSPCC helpline", number: "0808 800 5000", hours: null, checkedOn: null },
    {
      id: "domestic-abuse",
      name: "National Domestic Abuse Helpline",
      number: "0808 2000 247",
      hours: null,
      checkedOn: null,
    },
    { id: "samaritans", name: "Samaritans", number: "116 123", hours: null, checkedOn: null },
  ],
  languages: inEach(notOffered),
  exitUrl: "https://www.metoffice.gov.uk/",
  sources: {},
};
