import type { LoaderFunctionArgs } from "@remix-run/node";
import { goTo, openForm } from "#app/http/draft";
import { seeOther } from "#app/http/guard";
import { firstToDo } from "#domain/journeys";
import { href } from "../../href.ts";

/** Where somebody goes on who comes back: to the first page that is still to do, or to the receipt. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { access, journey, answers, reading, sent } = await openForm(args, "report.go-on");
  return sent === null
    ? goTo(access.draftId, firstToDo(journey, answers, reading.at))
    : seeOther(href("report.sent", { draft: access.draftId }));
}
