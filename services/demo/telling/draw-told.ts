import type { Household, HouseholdChild } from "../family/household.ts";
import type { Random } from "../random.ts";
import { drawSender } from "../senders/draw-sender.ts";
import type { SenderKind } from "../senders/sender.ts";
import { stories, type Severity } from "../stories/index.ts";
import type { Story } from "../stories/story.ts";
import type { Told } from "./tell.ts";

const relationships = { mother: "mother", father: "father", partner: "partner of mother" } as const;

function fits(story: Story, { adults, children }: Household, child: HouseholdChild): boolean {
  const [youngest, oldest] = story.ages;
  if (child.age < youngest || child.age > oldest) return false;
  return (story.needs ?? []).every((need) =>
    need === "sibling"
      ? children.length > 1
      : adults.some((adult) => adult.relationship === relationships[need]),
  );
}

/** A toddler is known to a nursery and a pupil to a school. */
function sendersFor({ senders }: Story, { age }: HouseholdChild): readonly SenderKind[] {
  const near = senders.filter((kind) =>
    kind.startsWith("school") ? age >= 4 : kind !== "nursery" || age < 5,
  );
  return near.length > 0 ? near : senders;
}

/** A story of this severity that can be told about this family, and somebody to tell it. */
export function drawTold(random: Random, household: Household, severity: Severity, at: Date): Told {
  const tellable = stories[severity].flatMap((story: Story) =>
    household.children.filter((child) => fits(story, household, child)).map((child) => ({ story, child })),
  );
  // A family for which no story was written gets one with strangers in it.
  const [first] = household.children;
  if (!first) throw new Error("nobody to worry about");
  const { story, child } =
    tellable.length > 0
      ? random.pick(tellable)
      : { story: random.pick<Story>(stories[severity]), child: first };
  const sender = drawSender(random, random.pick(sendersFor(story, child)), household, child);
  return { household, sender, story, child, at };
}
