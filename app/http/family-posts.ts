import type { StaffActor } from "#domain/actor";
import { bundleSchema, endLinkSchema, hubFormWords, linkSchema } from "#domain/hub-forms";
import type { Context } from "#services/context";
import { confirmBundle } from "#services/households/confirm-bundle";
import { leaveBundle } from "#services/households/leave-bundle";
import { endLink, linkChildren } from "#services/households/link-children";
import { href } from "../href.ts";
import { parseForm } from "./form.ts";
import { seeOther } from "./guard.ts";
import { refusedChange, versionIn, wrongForm } from "./refused-change.ts";

type Changing = { context: Context; actor: StaffActor; reference: string };

/** What somebody says about the family of a contact, by the button that they pressed. */
export async function changeFamily({ context, actor, reference }: Changing, body: URLSearchParams) {
  const version = versionIn(body);
  const words = hubFormWords;
  const run = async () => {
    switch (body.get("do")) {
      case "together":
      case "apart": {
        const form = parseForm(body, { schema: bundleSchema, fields: ["do", "other", "reason"], words });
        if (!form.ok) return wrongForm(form.problems, form.typed);
        const asked = { reference, version, ...form.value };
        const change = body.get("do") === "together" ? confirmBundle : leaveBundle;
        return refusedChange(() => change(context, actor, asked), form.typed);
      }
      case "unlink": {
        const form = parseForm(body, { schema: endLinkSchema, fields: ["do", "linkId"], words });
        if (!form.ok) return wrongForm(form.problems, form.typed);
        return refusedChange(
          () => endLink(context, actor, { reference, version, ...form.value }),
          form.typed,
        );
      }
      default: {
        const fields = ["do", "childId", "kind", "other", "otherName", "reason"];
        const form = parseForm(body, { schema: linkSchema, fields, words });
        if (!form.ok) return wrongForm(form.problems, form.typed);
        const asked = { reference, version, ...form.value };
        return refusedChange(() => linkChildren(context, actor, asked), form.typed);
      }
    }
  };
  return (await run()) ?? seeOther(href("hub.contact.family", { reference }));
}
