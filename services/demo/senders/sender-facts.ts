import type { Audience, Channel } from "#domain/intake";
import type { SourceCode } from "#domain/questions/you";
import type { SenderKind } from "./sender.ts";

export type SenderFacts = {
  sourceCode: SourceCode;
  /** From 0 to 1, as in `Sender`. */
  knows: number;
  audience: Audience;
  channel: Channel;
  jobs: readonly string[];
  /** Null for the school, surgery or nursery of the district where the family lives. */
  work: { organisation: string; domain: string } | null;
};

function works(
  sourceCode: SourceCode,
  knows: number,
  jobs: string,
  work: SenderFacts["work"] = null,
): SenderFacts {
  return { sourceCode, knows, audience: "professional", channel: "online", jobs: jobs.split(", "), work };
}

/** Somebody who rings: the call is written down by the hub. */
function rings(sourceCode: SourceCode, knows: number, audience: Audience = "public"): SenderFacts {
  return { sourceCode, knows, audience, channel: "phone", jobs: [], work: null };
}

const communityHealth = {
  organisation: "Anytown Community Health NHS Trust",
  domain: "community-health.example",
};
const hospitals = { organisation: "Anytown Hospitals NHS Trust", domain: "anytown-hospitals.example" };
const mentalHealth = { organisation: "Anytown Young People's Mental Health", domain: "young-minds.example" };
const police = { organisation: "Anyshire Police", domain: "anyshire-police.example" };
const homes = { organisation: "Anytown Homes", domain: "anytown-homes.example" };
const earlyHelp = { organisation: "Anytown Early Help", domain: "early-help.example" };
const adultCare = { organisation: "Anytown Adult Social Care", domain: "adult-care.example" };
const probation = { organisation: "Anyshire Probation", domain: "anyshire-probation.example" };
const openDoor = { organisation: "Open Door Anytown", domain: "open-door.example" };

/** What is the same about everybody of one kind. Domains end in .example, which belongs to nobody. */
export const senderFacts: Record<SenderKind, SenderFacts> = {
  school: works("2A", 0.95, "Designated safeguarding lead, Class teacher, Head of year, Deputy head"),
  nursery: works("8", 0.85, "Nursery manager, Key person, Childminder"),
  school_nurse: works("3C", 0.95, "School nurse", communityHealth),
  gp: works("3A", 0.97, "GP, GP partner, Practice nurse"),
  health_visitor: works("3B", 0.97, "Health visitor, Specialist health visitor", communityHealth),
  midwife: works("3D", 0.95, "Community midwife, Safeguarding midwife", hospitals),
  hospital: works("3E", 0.9, "Emergency nurse, Paediatric registrar, Named nurse", hospitals),
  mental_health: works("3F", 0.9, "Crisis practitioner, Mental health nurse", mentalHealth),
  police: { ...works("6", 0.75, "Police constable, Response sergeant", police), channel: "police" },
  housing: works("4", 0.6, "Housing officer, Tenancy officer", homes),
  early_help: works("5D", 0.9, "Family support worker, Early help coordinator", earlyHelp),
  adult_care: works("5A", 0.6, "Social worker for adults, Substance misuse worker", adultCare),
  probation: works("7", 0.55, "Probation officer", probation),
  charity: works("8", 0.5, "Food bank coordinator, Refuge worker, Youth worker", openDoor),
  neighbour: rings("1B", 0.15),
  relative: rings("1A", 0.6),
  family: rings("1A", 1, "family"),
  anonymous: rings("9", 0.1),
};
