import { z } from "zod";
import { parseEmailAddress } from "../email-address.ts";
import { optionalText, typedText } from "../questions/typed-text.ts";

/** Who can be asked about a file. The file itself is beside it. */
export const uploadSchema = z.object({
  officer: typedText(200, "Write who can be asked about the notices"),
  email: typedText(254, "Write an email address that they read").transform((typed, check) => {
    const address = parseEmailAddress(typed);
    if (address !== null) return address;
    check.addIssue({ code: "custom", message: "Write one email address, such as name@force.police.uk" });
    return z.NEVER;
  }),
  phone: optionalText(100),
});

export const sendSchema = z.object({
  declared: z.literal("yes", "Tick that the notices may be sent"),
});

/** One notice without a file; what it says is read as a row is. */
export const noticeSchema = uploadSchema.extend({
  ...sendSchema.shape,
  /** Of our own page, so that pressing twice sends once. */
  key: z.uuid("Open this page again"),
});
