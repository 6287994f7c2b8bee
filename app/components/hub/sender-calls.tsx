import { dayAndTime } from "#domain/time-words";
import type { SenderPage } from "#services/senders/read-sender-page";
import type { FormState } from "../../http/admin-form.ts";
import { Button } from "../govuk/button.tsx";
import { Radios } from "../govuk/radios.tsx";
import { SummaryList } from "../govuk/summary-list.tsx";

type SenderCallsProps = { here: string; form: FormState } & Pick<SenderPage, "sender" | "news">;

/** How well we know who sent it, whether they heard what was decided, and what came of ringing them. */
export function SenderCalls({ here, form, sender, news }: SenderCallsProps) {
  const heard = [
    news.read > 0 && `${news.read} read`,
    news.told > 0 && `${news.told} told on the phone`,
    news.unread > 0 && `${news.unread} not heard yet`,
  ].filter((part) => part !== false);
  return (
    <>
      <SummaryList
        rows={[
          {
            key: "Their address",
            value: sender.proven
              ? "They showed that they read it"
              : "Not proven: anybody can type an address",
          },
          {
            key: "Rung back",
            value: sender.calledBack === null ? "Not yet" : `It is them: ${dayAndTime(sender.calledBack)}`,
          },
          { key: "News of decisions", value: heard.length === 0 ? "None yet" : heard.join(", ") },
        ]}
      />
      <form method="post" action={here} noValidate>
        <input type="hidden" name="do" value="call" />
        <Radios
          name="call"
          idPrefix={form.field("call").id}
          legend={{ text: "What came of ringing them?", classes: "govuk-fieldset__legend--m" }}
          hint="Ring a number that you found yourself, such as the school’s own: not one from the form"
          error={form.field("call").error}
          items={[
            {
              value: "it-is-them",
              text: "They are who they say",
              hint: "They may then read what was decided, behind a code to their address",
            },
            { value: "told", text: "I told them what was decided" },
          ]}
        />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Keep it
        </Button>
      </form>
    </>
  );
}
