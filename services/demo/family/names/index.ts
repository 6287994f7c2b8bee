import { african, caribbean } from "./african-and-caribbean.ts";
import { arabic, chinese } from "./arabic-and-chinese.ts";
import { british, irish } from "./british-and-irish.ts";
import { polish, romanian } from "./european.ts";
import type { NameGroup } from "./name-group.ts";
import { bangladeshi, indian, pakistani } from "./south-asian.ts";

export const nameGroups = {
  british,
  irish,
  pakistani,
  bangladeshi,
  indian,
  african,
  caribbean,
  polish,
  romanian,
  arabic,
  chinese,
} satisfies Record<string, NameGroup>;

export type NameGroupId = keyof typeof nameGroups;
