export const nextEventKinds = ["going_home", "contact", "person_returns", "leaving_area", "other"] as const;
export type NextEventKind = (typeof nextEventKinds)[number];
