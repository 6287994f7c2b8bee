import type { ContactFacts } from "./contact-facts.ts";
import { isAddressSecret } from "./secret-address.ts";
import type { Audience, Channel, DangerAnswer } from "./intake.ts";
import type { NextEventKind } from "./questions/soon.ts";
import type { Worry } from "./questions/worries.ts";

/** What a row of the queue says about a contact, and which answer it comes from. A fact that somebody gave, no score. */
export type FactChip = { text: string; from: string };

/** Two can be taken in at a glance; a third would push the child's name off the row. */
const chipsAtMost = 2;

export const worryWords: Record<Worry, string> = {
  hurt: "Hurt by somebody",
  injury: "An injury or a mark",
  sexual_harm: "Sexual harm",
  // Not as the public form says it: to the hub, a child who is looked after is one in the care of a council.
  not_looked_after: "Neglect",
  put_down: "Put down or frightened",
  home_violence: "Violence or control at home",
  adult_substances: "An adult’s drink or drugs",
  adult_mental_health: "An adult’s mental health",
  child_mental_health: "The child’s mental health",
  missing: "Missing",
  groomed: "Groomed or exploited",
  harm_to_children: "May harm other children",
  unborn: "An unborn baby",
  health_needs: "Health or disability needs",
  fabricated_illness: "Illness made up or caused",
  forced_marriage: "Forced marriage",
  fgm: "FGM",
  honour: "Honour-based abuse",
  extremism: "Extremism",
  slavery: "Slavery or trafficking",
  private_fostering: "Private fostering",
  money_housing: "Money or housing",
  family_breakdown: "Family breaking down",
  position_of_trust: "About somebody who works with children",
  something_else: "Another worry",
};

export const nextEventWords: Record<NextEventKind, string> = {
  going_home: "Going home",
  contact: "Contact with somebody",
  person_returns: "Somebody comes back to the home",
  leaving_area: "Leaving the area",
  other: "Something happens",
};

type Sent = {
  audience: Audience;
  channel: Channel;
  danger: DangerAnswer;
  /** Something was added that nobody who works on it has looked at. */
  added_to?: boolean;
};

/** That a child lives where another council answers for them. */
export const outsideWords = (council: string | null): string =>
  council === null ? "Lives outside our area" : `Lives in the area of ${council}`;

/** The facts that decide what to look at first, most pressing first: danger, what happens next, who sent it, why. */
export function factChips(
  sent: Sent,
  facts: Pick<ContactFacts, "nextEvent" | "worries" | "safeContact" | "outOfArea">,
): FactChip[] {
  const chips: FactChip[] = [];
  if (sent.danger === "yes") chips.push({ text: "In danger now", from: "Is a child in danger now?" });
  if (sent.danger === "not_sure")
    chips.push({ text: "May be in danger now", from: "Is a child in danger now?" });
  if (sent.added_to === true) chips.push({ text: "Added to", from: "What was added since it was sent" });
  if (facts.safeContact?.onlyAsSaid === true)
    chips.push({ text: "Safe contact only", from: "Is anyone making you or your children feel scared?" });
  if (facts.nextEvent !== null)
    chips.push({
      text: [nextEventWords[facts.nextEvent.kind], facts.nextEvent.time].filter(Boolean).join(" "),
      from: "Will something happen in the next few hours?",
    });
  if (facts.outOfArea !== undefined && !isAddressSecret(facts))
    chips.push({ text: outsideWords(facts.outOfArea.council), from: "Where does the child live?" });
  if (sent.audience === "young_person") chips.push({ text: "From a young person", from: "Who sent it" });
  if (sent.audience === "family") chips.push({ text: "A family asks for help", from: "Who sent it" });
  if (sent.audience === "public") chips.push({ text: "From the public", from: "Who sent it" });
  if (sent.channel === "police") chips.push({ text: "Police notice", from: "How it arrived" });
  for (const worry of facts.worries)
    chips.push({ text: worryWords[worry], from: "What are you worried about?" });
  return chips.slice(0, chipsAtMost);
}
