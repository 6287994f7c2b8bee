import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formState } from "#app/http/admin-form";
import { parseForm, readForm, typedIn } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { problemsFrom } from "#app/http/refused-change";
import { entered, wrongEntry } from "#app/http/refused-entry";
import { siteNow } from "#app/http/site";
import { policeFields } from "#domain/police/fields";
import { noticeSchema } from "#domain/police/forms";
import { inWords, readNotice, typedNotice, type RowValues } from "#domain/police/notice";
import { localDate } from "#domain/time-words";
import { listBatches } from "#services/police/read-batch";
import { sendNotice } from "#services/police/send-notice";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { InsetText } from "../../components/govuk/inset-text.tsx";
import { PhoneLink } from "../../components/phone-link.tsx";
import { AskingFields } from "../../components/police/asking-fields.tsx";
import { NoticeFields } from "../../components/police/notice-fields.tsx";
import { DeclareAndSend } from "../../components/police/send-notices.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

const own = ["officer", "email", "phone", "declared", "key"];

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "police.notice");
  await handled(() => listBatches(context, actor));
  const { open, phones } = siteNow(context, "en");
  return {
    ...{ title: "One police notice", me: meOf(actor), key: context.newId() },
    phone: open ? phones.day : phones.night,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor } = await guard(args, "police.notice");
  // Whoever asks: to anybody who is not of a force there is nothing here.
  if (!context.showingKeptForm) await handled(() => listBatches(context, actor));
  const body = await readForm(args.request);
  const typed = typedIn(body, { fields: [...policeFields.map(({ name }) => name), ...own] });
  const { problems } = readNotice(typedNotice(typed as RowValues), localDate(context.now()));
  const form = parseForm(body, { schema: noticeSchema, fields: own });
  if (!form.ok || problems.length > 0) {
    const ofNotice = problemsFrom(inWords(problems));
    const ofRest = form.ok ? { summary: [], fields: {} } : form.problems;
    return wrongEntry(
      {
        summary: [...ofNotice.summary, ...ofRest.summary],
        fields: { ...ofNotice.fields, ...ofRest.fields },
      },
      typed,
    );
  }
  const { key, officer, email, phone } = form.value;
  return entered(async () => {
    await sendNotice(context, actor, { key, asking: { officer, email, phone }, typed: typed as RowValues });
    return seeOther(href("police.batch", { id: key }));
  }, typed);
}

export default function NoticePage() {
  const { me, key, phone } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const form = formState("", again);
  return (
    <StaffPage me={me} section="partner.home" back={{ href: href("police.home"), text: "Police notices" }}>
      <FormProblems problems={again?.problems} />
      <h1 className="govuk-heading-l">One police notice</h1>
      <InsetText>
        Does it need action today? Call <PhoneLink number={phone} /> before you send it.
      </InsetText>
      <form method="post" action={href("police.notice")} noValidate>
        <input type="hidden" name="key" value={form.value("key") || key} />
        <NoticeFields values={(again?.typed ?? {}) as RowValues} problems={again?.problems} />
        <h2 className="govuk-heading-m">Who can be asked about it</h2>
        <AskingFields form={form} />
        <DeclareAndSend count={1} error={again?.problems.fields["declared"]} />
      </form>
    </StaffPage>
  );
}
