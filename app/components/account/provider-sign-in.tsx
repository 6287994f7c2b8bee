import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";

/**
 * A link and not a form: the browser goes on to another site, and a form of ours may be sent to ourselves only.
 */
export function ProviderSignIn({ next, signOut }: { next: string | null; signOut: string | null }) {
  return (
    <>
      <h2 className="govuk-heading-m">I work for the council</h2>
      <Button href={next === null ? href("account.provider") : href("account.provider", {}, { next })}>
        Sign in with your council account
      </Button>
      {signOut !== null && (
        <p className="govuk-body">
          On a computer that others use, also{" "}
          <a className="govuk-link" href={signOut}>
            sign out of your council account
          </a>
          .
        </p>
      )}
      <h2 className="govuk-heading-m">I work for another organisation</h2>
    </>
  );
}
