import { ofAccounts } from "./guards/accounts.ts";
import { ofTheChain } from "./guards/chain.ts";
import { ofAfterwards } from "./guards/afterwards.ts";
import { ofFiles } from "./guards/files.ts";
import { ofLanguages } from "./guards/languages.ts";
import { ofTheOutside } from "./guards/outside.ts";
import { ofRights } from "./guards/rights.ts";
import { atTheWall } from "./guards/wall.ts";
import { ofSecrets } from "./guards/secrets.ts";
import type { Mutation } from "./mutation.ts";

export const mutations: readonly Mutation[] = [
  ...ofRights,
  ...ofAccounts,
  ...ofSecrets,
  ...atTheWall,
  ...ofTheChain,
  ...ofAfterwards,
  ...ofTheOutside,
  ...ofFiles,
  ...ofLanguages,
];
