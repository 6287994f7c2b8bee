/** Ethnic groups of the children-in-need census, with the words that the form shows. */
export const ethnicityOptions = {
  WBRI: "White British",
  WIRI: "White Irish",
  WIRT: "Traveller of Irish heritage",
  WROM: "Gypsy or Roma",
  WOTH: "Any other White background",
  MWBC: "White and Black Caribbean",
  MWBA: "White and Black African",
  MWAS: "White and Asian",
  MOTH: "Any other mixed background",
  AIND: "Indian",
  APKN: "Pakistani",
  ABAN: "Bangladeshi",
  AOTH: "Any other Asian background",
  BCRB: "Black Caribbean",
  BAFR: "Black African",
  BOTH: "Any other Black background",
  CHNE: "Chinese",
  OOTH: "Any other ethnic group",
  REFU: "They prefer not to say",
  NOBT: "I do not know",
} as const;
export type Ethnicity = keyof typeof ethnicityOptions;
export const ethnicityNames = Object.keys(ethnicityOptions) as [Ethnicity, ...Ethnicity[]];

/** Kinds of disability of the same census. */
export const disabilityOptions = {
  NONE: "No disability",
  MOB: "Moving about",
  HAND: "Using hands",
  PC: "Washing, dressing or eating",
  INC: "Controlling bladder or bowels",
  COMM: "Speaking or being understood",
  LD: "Learning",
  HEAR: "Hearing",
  VIS: "Seeing",
  BEH: "Behaviour",
  CON: "Fits or losing consciousness",
  AUT: "Autism",
  DDA: "Another disability",
} as const;
export type Disability = keyof typeof disabilityOptions;
export const disabilityNames = Object.keys(disabilityOptions) as [Disability, ...Disability[]];
