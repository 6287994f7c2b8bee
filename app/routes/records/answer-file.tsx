import type { LoaderFunctionArgs } from "@remix-run/node";
import { renderToStaticMarkup } from "react-dom/server";
import { guard, handled } from "#app/http/guard";
import { takeAnswer } from "#services/records/access/read-answer";
import { AnswerDocument } from "../../components/records/answer-document.tsx";

/** Sent as a file: it is for somebody else, who opens it without this service. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { context, actor, params } = await guard(args, "records.answer-file");
  const answer = await handled(() => takeAnswer(context, actor, params["id"] ?? ""));
  const { authorityName } = context.settings;
  const html = renderToStaticMarkup(<AnswerDocument answer={answer} authority={authorityName} />);
  return new Response(`<!doctype html>${html}`, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Disposition": `attachment; filename="what-is-held.html"`,
      "Cache-Control": "no-store",
    },
  });
}
