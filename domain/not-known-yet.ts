import type { ContactFacts } from "./contact-facts.ts";
import type { Birth } from "./questions/submission.ts";

type Asked = {
  facts: Pick<ContactFacts, "householdKnown" | "parents" | "childNow">;
  children: readonly {
    name: string;
    named: boolean;
    birth: Birth;
    nhsNumber: string | null;
    school: string | null;
  }[];
  hasAddress: boolean;
  adults: number;
  partial: boolean;
};

/** What a screener still has to find out, from what the sender left open. Nothing is guessed. */
export function notKnownYet({ facts, children, hasAddress, adults, partial }: Asked): string[] {
  return [
    ...(partial ? ["The sender sent this early and may add to it"] : []),
    ...children.flatMap((child) => [
      ...(child.named ? [] : [`What ${lower(child.name)} is called`]),
      ...(child.birth.kind === "not_known" ? [`How old ${child.name} is`] : []),
      ...(child.birth.kind === "about" ? [`The date of birth of ${child.name}`] : []),
    ]),
    ...(hasAddress ? [] : ["Where the family lives"]),
    ...(facts.householdKnown ? [] : ["Who lives in the home"]),
    ...(adults === 0 ? ["Who cares for the children"] : []),
    ...(facts.parents === null || facts.parents.told === "not_known"
      ? ["Whether the parents know of this contact"]
      : []),
    ...(facts.childNow === null ? ["Where the child is now"] : []),
  ];
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
