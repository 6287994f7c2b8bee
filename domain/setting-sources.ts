import { sourcedKeys, type SettingKey, type Settings } from "./settings.ts";

export type SettingSource = {
  label: string;
  /** Where the default comes from, so that nobody has to guess which numbers are law and which are ours. */
  source: string;
  /** ISO date. After it the administrator's list asks somebody to look again. */
  reviewBy: string;
};

const ours = "Chosen for this product; each authority sets its own";
const local = "Set by each authority";
const guidance = "Working Together to Safeguard Children 2023";

const of = (label: string, source: string, reviewBy = "2027-03-31"): SettingSource => ({
  label,
  source,
  reviewBy,
});

export const settingSources: Record<SettingKey, SettingSource> = {
  authorityName: of("Name of the authority", local),
  phones: of("Telephone numbers by day and by night", local),
  timeZone: of("Time zone", "England; not for changing"),
  openingHours: of("When the hub is open", local),
  extraBankHolidays: of("Bank holidays beside the published list", "gov.uk/bank-holidays", "2026-12-31"),
  bragHours: of(
    "Hours to gather what is needed, by rating",
    "Published by Merton (default) and by Surrey Police; no national table",
  ),
  ratingMeanings: of("What each colour means here, where it differs", local),
  ratingMinutes: of("Minutes within which a contact is rated", ours),
  secondLookOneIn: of("Of how many decisions one is looked at again by somebody who does not see it", ours),
  policeFilesPerDay: of("Files of notices that one officer may upload in a day", ours),
  leaseMinutes: of("Minutes that a contact stays held without activity", ours),
  familyKeptMinutes: of("Minutes that a new contact is kept for whoever holds its family (0 for none)", ours),
  lockMinutes: of("Minutes without a click until a screen locks", ours),
  signOutMinutes: of("Minutes without a click until somebody is signed out", ours),
  feedbackDelayMinutes: of("Minutes before feedback to a referrer is sent", ours),
  repeatRule: of(
    "How many contacts in how many days make a pattern",
    "Devon and Cornwall Police: three notices in three months; a year is ours",
  ),
  repeatMonths: of(
    "Months within which another contact is called a repeat or a re-referral",
    "The children in need census counts re-referrals within 12 months",
  ),
  levels: of("Names of the levels of need", "The authority's published threshold document"),
  familyCafLabel: of("What early help with the family is called", local),
  cafFirstContactWorkingDays: of("Working days to a first contact with the family", ours),
  callTries: of("Calls without an answer after which a manager looks at the risk again", ours),
  callTimesOfDay: of("Parts of the day (morning, afternoon, evening) in which those calls are tried", ours),
  cafStartCheckWeeks: of("Weeks after the hand-over until somebody asks whether the help has begun", ours),
  cafStartsPerMonth: of(
    "Early help plans begun in a month by every agency together",
    "Brighton and Hove, 2012: about 60 in a month across the city",
  ),
  cafQuietMonths: of("Months without a plan begun after which an agency is named", ours),
  strategyNowMinutes: of("Minutes within which a strategy discussion called for now is held", ours),
  strategyWithinHours: of(
    "Hours within which a strategy discussion is held",
    "Tees procedures: usually within 24 hours",
  ),
  strategyChaseMinutes: of("Minutes until an agency that has not answered an invitation is reminded", ours),
  strategyReconveneHours: of("Hours within which a discussion without its core meets again", ours),
  strategyAgreeHours: of("Hours within which agencies agree to the record of a discussion", ours),
  assessmentWorkingDays: of("Working days to finish an assessment", guidance),
  conferenceWorkingDays: of("Working days to a child protection conference", guidance),
  childSeenSection47Hours: of(
    "Hours within which a child is seen, section 47",
    "Sefton and Berkshire procedures",
  ),
  childSeenSection17WorkingDays: of(
    "Working days within which a child is seen, section 17",
    "Berkshire procedures",
  ),
  acceptReferralWorkingHours: of("Working hours for a team to accept a referral", ours),
  allocateWorkingHours: of("Working hours for a team to give a child to a worker once it has accepted", ours),
  assessmentFirstReviewWorkingDays: of("Working days to the first review of an assessment", ours),
  assessmentSecondReviewWorkingDays: of("Working days to its second review", ours),
  caseloadAspiration: of(
    "Children that one worker has at most, as an aspiration",
    "A council's own report to its scrutiny committee: 20",
  ),
  transferReceiptWorkingHours: of("Working hours for another authority to confirm receipt", ours),
  bundleDays: of("Days within which contacts of one household are offered to be screened together", ours),
  openCasesStaleHours: of("Hours after which the list of open cases is called old", ours),
  openCaseAcknowledgeMinutes: of("Minutes for an allocated worker to acknowledge", ours),
  openCaseEscalateMinutes: of(
    "Minutes after that until the service manager hears that Red information is not acknowledged",
    ours,
  ),
  outOfHoursAckMinutes: of("Minutes for the out-of-hours worker to acknowledge", ours),
  requestChasePercent: of("Percent of an agency's time to answer after which it is reminded", ours),
  requestChaseLateMinutes: of("Minutes after that time until it is reminded again", ours),
  retention: of(
    "Years for which contacts are kept, by what was decided",
    "North Somerset: until the child is 30, and 35 years after closure from a strategy discussion on; councils differ",
  ),
  neighbours: of("Neighbouring authorities and their numbers", local),
  postcodeAreas: of("Postcodes that this authority covers", local),
  helplines: of("Helplines that pages may name", "Each line's own website", "2026-12-31"),
  languages: of("Translations that are offered", "Whoever read them through here"),
  exitUrl: of("Where “hide this page” leads", local),
  sources: of("Where the numbers of law and guidance come from", local),
};

/** The day on which each setting was last kept, changed or not: an ISO date. */
export type LastKept = Partial<Record<SettingKey, string>>;

/**
 * Where a setting comes from and when to look again: for the numbers of law and guidance as an administrator wrote it,
 * for every other a year after it was last kept, and before that as the product came.
 */
export function standingSource(
  key: SettingKey,
  { sources }: Pick<Settings, "sources">,
  lastKept: LastKept,
): SettingSource {
  const came = settingSources[key];
  const sourced = sourcedKeys.find((one) => one === key);
  if (sourced) return { ...came, ...sources[sourced] };
  const kept = lastKept[key];
  const yearAfter = kept === undefined ? "" : `${Number(kept.slice(0, 4)) + 1}${kept.slice(4)}`;
  return { ...came, reviewBy: yearAfter > came.reviewBy ? yearAfter : came.reviewBy };
}

/** The settings somebody should look at again, oldest review date first. `today` is an ISO date. */
export function settingsToReview(
  today: string,
  settings: Pick<Settings, "sources">,
  lastKept: LastKept = {},
): SettingKey[] {
  const due = (key: SettingKey) => standingSource(key, settings, lastKept).reviewBy;
  return (Object.keys(settingSources) as SettingKey[])
    .filter((key) => due(key) < today)
    .sort((a, b) => due(a).localeCompare(due(b)));
}
