import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";

/** The one green button of the hub. */
export function TakeNext() {
  return (
    <form method="post" action={href("hub.next")} className="app-take-next">
      <Button preventDoubleClick>Take the next contact</Button>
    </form>
  );
}
