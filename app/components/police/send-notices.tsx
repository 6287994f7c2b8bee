import { Button } from "../govuk/button.tsx";
import { Checkboxes } from "../govuk/checkboxes.tsx";

type SendNoticesProps = { action: string; ready: number; wrong: number; error: string | undefined };

const notices = (count: number) => `${count} ${count === 1 ? "notice" : "notices"}`;

/** Sends what can be sent, and says what is not. */
export function SendNotices({ action, ready, wrong, error }: SendNoticesProps) {
  return (
    <form method="post" action={action} noValidate>
      <h2 className="govuk-heading-m">Send</h2>
      {wrong > 0 && (
        <p className="govuk-body">{`${wrong} ${wrong === 1 ? "row" : "rows"} will not be sent.`}</p>
      )}
      <DeclareAndSend count={ready} error={error} />
    </form>
  );
}

/** Nothing is sent before somebody says that it may be. */
export function DeclareAndSend({ count, error }: { count: number; error: string | undefined }) {
  return (
    <>
      <Checkboxes
        name="declared"
        legend={{ text: "Before you send" }}
        error={error}
        items={[
          {
            value: "yes",
            text: `The ${count === 1 ? "notice is" : "notices are"} for this authority, and ${count === 1 ? "was" : "were"} checked as my force requires. Whatever needs action today was telephoned.`,
          },
        ]}
      />
      <Button preventDoubleClick>{`Send ${notices(count)}`}</Button>
    </>
  );
}
