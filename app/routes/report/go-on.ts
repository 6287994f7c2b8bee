import type { LoaderFunctionArgs } from "@remix-run/node";
import { goTo, openForm } from "#app/http/draft";
import { seeOther } from "#app/http/guard";
import { languageCookie, languageCookieOf } from "#app/http/session";
import { firstToDo } from "#domain/journeys";
import { href } from "../../href.ts";

/** Where somebody goes on who comes back: to the first page that is still to do, or to the receipt. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { context, access, journey, answers, reading, sent, begunIn } = await openForm(args, "report.go-on");
  const answer =
    sent === null
      ? goTo(access.draftId, firstToDo(journey, answers, reading.at))
      : seeOther(href("report.sent", { draft: access.draftId }));
  // A browser in which no language was chosen goes on in that of the form.
  if (languageCookieOf(args.request.headers.get("cookie"), context) === null && begunIn !== "en")
    answer.headers.append("Set-Cookie", languageCookie(context, begunIn));
  return answer;
}
