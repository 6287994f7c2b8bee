import { z } from "zod";
import { typedText } from "../questions/typed-text.ts";
import { searchAtMost } from "./read-search.ts";

export const searchSchema = z.object({
  search: typedText(searchAtMost, "Type a name, a date of birth, a postcode, a phone number or a reference"),
});
