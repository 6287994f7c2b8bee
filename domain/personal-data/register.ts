import { familyColumns } from "./family.ts";
import { houseColumns } from "./house.ts";
import { workColumns } from "./work.ts";

/** Every column of the database. A test compares this with the schema, so a new column cannot be forgotten. */
export const personalData = { ...familyColumns, ...workColumns, ...houseColumns };
