import type { ProofStep } from "#services/accounts/prove-again";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
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
  return (
    <>
      {step.by === "button" ? (
        <form method="post" action={action}>
          {next !== null && <input type="hidden" name="next" value={next} />}
          <p className="govuk-body">This is a demonstration: no password is needed.</p>
          <Button>{button}</Button>
        </form>
      ) : (
        <p className="govuk-body">
          Sign out, and{" "}
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
