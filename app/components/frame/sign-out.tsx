import { href } from "../../href.ts";

/** A post and not a link: following a link must never sign anybody out. */
export function SignOut() {
  return (
    <form method="post" action={href("account.sign-out")}>
      <button type="submit" className="app-button-link govuk-!-font-size-16">
        Sign out
      </button>
    </form>
  );
}
