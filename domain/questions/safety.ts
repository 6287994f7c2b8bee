export const safetyRisks = [
  "violence_or_weapons",
  "dog",
  "do_not_phone_home",
  "phone_is_read",
  "someone_listens",
  "other",
] as const;
export type SafetyRisk = (typeof safetyRisks)[number];
