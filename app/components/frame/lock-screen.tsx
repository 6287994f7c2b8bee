import { useLocation } from "@remix-run/react";
import { href } from "../../href.ts";

/** For whoever walks away from their desk. It leads back to this page. */
export function LockScreen() {
  const { pathname, search } = useLocation();
  return (
    <form method="post" action={href("account.lock")}>
      <input type="hidden" name="next" value={pathname + search} />
      <button type="submit" className="app-button-link govuk-!-font-size-16">
        Lock screen
      </button>
    </form>
  );
}
