import { href } from "../../href.ts";
import type { RefusedEntry } from "../../http/refused-entry.ts";
import { Button } from "../govuk/button.tsx";
import { Input } from "../govuk/input.tsx";
import { PasswordInput } from "../govuk/password-input.tsx";
import { UsePasskey } from "./passkey-form.tsx";

/** Signing in with an account of ours: a passkey alone, or a password and then a code. */
export function LocalSignIn({ next, again }: { next: string | null; again: RefusedEntry | undefined }) {
  const typed = again?.typed["email"];
  return (
    <>
      <UsePasskey action={href("account.passkey")} next={next}>
        Sign in with a passkey
      </UsePasskey>
      <form method="post" action={href("account.sign-in")}>
        {next !== null && <input type="hidden" name="next" value={next} />}
        <Input
          name="email"
          label="Email address"
          type="email"
          autocomplete="username"
          spellcheck={false}
          value={typeof typed === "string" ? typed : undefined}
          error={again?.problems.fields["email"]}
          classes="govuk-input--width-20"
        />
        <PasswordInput
          name="password"
          label="Password"
          show="Show"
          showLabel="Show password"
          error={again?.problems.fields["password"]}
          classes="govuk-input--width-20"
        />
        <Button>Sign in</Button>
      </form>
      <p className="govuk-body">
        <a className="govuk-link" href={href("account.join")}>
          I was invited, or my account is being set up anew
        </a>
      </p>
      <p className="govuk-body">
        If you have lost your password, your passkey or your phone, ask an administrator of this service. They
        can start a recovery; nobody can do it alone.
      </p>
    </>
  );
}
