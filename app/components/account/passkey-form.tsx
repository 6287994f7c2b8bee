import type { ReactNode } from "react";
import { Button } from "../govuk/button.tsx";

type PasskeyFormProps = {
  /** Where the browser's answer is posted. */
  action: string;
  /** Where to go afterwards. */
  next?: string | null;
  /** Where the challenge comes from, when it is not this form's own address. */
  optionsFrom?: string;
  children: ReactNode;
};

/**
 * The button that asks the browser for a passkey. It is hidden until a script has found that the browser has them: the
 * page always offers another way beside it.
 */
export function UsePasskey({ action, next = null, optionsFrom, children }: PasskeyFormProps) {
  return (
    <form
      method="post"
      action={action}
      hidden
      data-passkey="use"
      data-options-from={optionsFrom}
      data-failed="The passkey was not used. Try again, or sign in another way."
    >
      {next !== null && <input type="hidden" name="next" value={next} />}
      <input type="hidden" name="flow" value="" />
      <input type="hidden" name="credential" value="" />
      <Button classes="govuk-button--secondary">{children}</Button>
      <p className="govuk-body" role="status" />
    </form>
  );
}

/** The same for making one; its challenge is in the page. */
export function MakePasskey({
  action,
  options,
  children,
}: {
  action: string;
  options: unknown;
  children: ReactNode;
}) {
  return (
    <form
      method="post"
      action={action}
      hidden
      data-passkey="make"
      data-options={JSON.stringify(options)}
      data-failed="The passkey was not made. Try again, or use an authenticator app."
    >
      <input type="hidden" name="credential" value="" />
      <Button>{children}</Button>
      <p className="govuk-body" role="status" />
    </form>
  );
}
