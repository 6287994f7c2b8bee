import type { ReactNode } from "react";
import type { ProofStep } from "#services/accounts/prove-again";
import { href } from "../../href.ts";
import { AppCode } from "../account/app-code.tsx";
import { UsePasskey } from "../account/passkey-form.tsx";
import { Button } from "../govuk/button.tsx";
import { PasswordInput } from "../govuk/password-input.tsx";
import { SignOut } from "./sign-out.tsx";

type ProofFormProps = {
  step: ProofStep;
  /** Where it is posted. */
  action: string;
  /** Where to go afterwards. */
  next: string | null;
  button: string;
};

/** The form on which somebody signed in proves again who they are, in whatever way they sign in. */
export function ProofForm({ step, action, next, button }: ProofFormProps) {
  const form = (fields: ReactNode) => (
    <form method="post" action={action}>
      {next !== null && <input type="hidden" name="next" value={next} />}
      {fields}
      <Button>{button}</Button>
    </form>
  );
  const ways = step.by === "ways" ? step.ways : [];
  return (
    <>
      {step.by === "button" &&
        form(<p className="govuk-body">This is a demonstration: no password is needed.</p>)}
      {ways.includes("passkey") && (
        <UsePasskey action={action} next={next} optionsFrom={href("account.prove-passkey")}>
          {`${button} with a passkey`}
        </UsePasskey>
      )}
      {ways.includes("provider") && (
        <Button
          href={next === null ? href("account.prove-provider") : href("account.prove-provider", {}, { next })}
        >
          {`${button} with your council account`}
        </Button>
      )}
      {ways.includes("password") &&
        form(
          <>
            <PasswordInput
              name="password"
              label="Password"
              show="Show"
              showLabel="Show password"
              classes="govuk-input--width-20"
            />
            <AppCode error={undefined} />
          </>,
        )}
      {!ways.includes("password") && !ways.includes("provider") && step.by !== "button" && (
        <p className="govuk-body">
          {ways.length > 0 && "A passkey needs JavaScript. Without it: "}
          sign out, and{" "}
          <a
            className="govuk-link"
            href={next === null ? href("account.sign-in") : href("account.sign-in", {}, { next })}
          >
            sign in again
          </a>
          .
        </p>
      )}
      <SignOut />
    </>
  );
}
