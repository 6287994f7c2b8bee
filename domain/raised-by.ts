import type { Audience, Channel } from "./intake.ts";

const workplaceWords: Readonly<Record<string, string>> = {
  "2A": "A school",
  "2B": "An education service",
  "3A": "A GP",
  "3B": "A health visitor",
  "3C": "A school nurse",
  "3D": "A health service",
  "3E": "An emergency department",
  "3F": "A health service",
  "4": "Housing",
  "5A": "Adult social care",
  "5B": "A service of the council",
  "5C": "Another council",
  "5D": "Early help",
  "6": "The police",
  "7": "Courts, probation or immigration",
  "8": "A nursery or charity",
};

type Raised = { channel: Channel; audience: Audience; sourceCode: string | null; keepSecret: boolean };

/**
 * What kind of sender raised a contact, for whoever counts independent voices. Never who: a neighbour, a parent and the
 * other parent are one kind here, because families read along and a kind that fits one person names them.
 */
export function raisedByWords({ channel, audience, sourceCode, keepSecret }: Raised): string {
  if (channel === "police") return "The police";
  if (keepSecret) return "Somebody who is not to be named";
  if (audience === "young_person") return "A young person";
  if (audience === "family") return "A family who asked for help";
  const work =
    audience === "professional" || channel === "api" ? workplaceWords[sourceCode ?? ""] : undefined;
  return work ?? (audience === "professional" ? "A professional" : "A member of the public");
}
