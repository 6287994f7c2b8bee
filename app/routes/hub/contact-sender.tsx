import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formState, problemsShown, takeForm } from "#app/http/admin-form";
import { readForm } from "#app/http/form";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { answerChallengeSchema, askSenderSchema, senderCallSchema } from "#domain/hub-forms";
import { answerChallenge } from "#services/senders/answer-challenge";
import { askSender } from "#services/senders/ask-sender";
import { readSenderPage } from "#services/senders/read-sender-page";
import { recordSenderCall } from "#services/senders/record-call";
import { ContactPage } from "../../components/hub/contact-page.tsx";
import { SenderCalls } from "../../components/hub/sender-calls.tsx";
import { SenderChallenges } from "../../components/hub/sender-challenges.tsx";
import { SenderQuestions } from "../../components/hub/sender-questions.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.sender");
  const read = await handled(() => readSenderPage(context, actor, params["reference"] ?? ""));
  return { title: "The sender", me: meOf(actor), ...read };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.sender");
  const reference = params["reference"] ?? "";
  // Whatever was typed: what is not theirs is not there.
  await handled(() => readSenderPage(context, actor, reference));
  const body = await readForm(args.request);
  const back = () => href("hub.contact.sender", { reference });
  if (body.get("do") === "call")
    return takeForm(body, { schema: senderCallSchema, fields: ["call"] }, ({ call }) =>
      recordSenderCall(context, actor, { reference, call }).then(back),
    );
  if (body.get("do") === "answer")
    return takeForm(body, { schema: answerChallengeSchema, fields: ["outcome", "text"] }, (value) =>
      answerChallenge(context, actor, { reference, ...value }).then(back),
    );
  return takeForm(body, { schema: askSenderSchema, fields: ["text", "hours"] }, (value) =>
    askSender(context, actor, { reference, ...value }).then(back),
  );
}

export default function ContactSenderPage() {
  const { me, head, sender, news, questions, challenges, mayAnswer } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const here = href("hub.contact.sender", { reference: head.reference });
  return (
    <ContactPage me={me} head={head} current="hub.contact.sender">
      <FormProblems problems={problemsShown(again)} />
      <h1 className="govuk-heading-l">The sender</h1>
      <p className="govuk-body">
        Who it is stands in{" "}
        <a className="govuk-link" href={href("hub.contact.referrer", { reference: head.reference })}>
          a room of its own
        </a>
        .
      </p>
      <SenderCalls here={here} sender={sender} news={news} form={formState("call", again)} />
      {challenges.length > 0 && (
        <SenderChallenges
          here={here}
          challenges={challenges}
          mayAnswer={mayAnswer}
          asAt={head.asAt}
          form={formState("answer", again)}
        />
      )}
      <SenderQuestions
        here={here}
        questions={questions}
        mayAsk={head.can.note && sender.canBeAsked}
        asAt={head.asAt}
        form={formState("ask", again, { hours: "4" })}
      />
    </ContactPage>
  );
}
