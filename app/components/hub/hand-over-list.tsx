import { formatReference } from "#domain/reference";
import { nearDayAndTime } from "#domain/time-words";
import type { HandOverItem, HandOverNews } from "#services/hand-over/list-hand-overs";
import type { Problems, Typed } from "../../http/form.ts";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Input } from "../govuk/input.tsx";
import { ClockWords } from "./clock-words.tsx";

/** Which form of the list was refused, and what was typed into it. */
export type RefusedOne = { id: string; typed: Typed; problems: Problems | undefined };

type HandedOverProps = {
  items: readonly HandOverItem[];
  refused: RefusedOne;
  answers: "accept" | "withdraw";
  empty: string;
  asAt: Date;
};

const ContactLink = ({ reference }: { reference: string }) => (
  <a className="govuk-link" href={href("hub.contact", { reference })}>
    <strong>{formatReference(reference)}</strong>
  </a>
);

/** One button that posts one act about one hand-over. */
function Act({ id, act, text }: { id: string; act: string; text: string }) {
  return (
    <form method="post" action={href("hub.shift")}>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="id" value={id} />
      <Button classes={act === "accept" ? "" : "govuk-button--secondary"} preventDoubleClick>
        {text}
      </Button>
    </form>
  );
}

/** Contacts that were offered and that nobody has accepted, each answered by itself. */
export function HandedOver({ items, refused, answers, empty, asAt }: HandedOverProps) {
  if (items.length === 0) return <p className="govuk-body">{empty}</p>;
  return (
    <ol className="govuk-list app-notes">
      {items.map((item) => (
        <li className="app-notes__note" key={item.id}>
          <ContactLink reference={item.reference} /> from {item.from} to {item.to},{" "}
          {nearDayAndTime(item.offeredAt, asAt)}
          <ClockWords label="Accept by" face={item.acceptBy} />
          {item.line !== null && <p className="govuk-body app-written">{item.line}</p>}
          {answers === "accept" && (
            <Act id={item.id} act="accept" text={`I have ${formatReference(item.reference)}`} />
          )}
          {answers === "accept" && item.byName && <Decline id={item.id} refused={refused} />}
          {answers === "withdraw" && item.mine && (
            <Act id={item.id} act="decline" text={`Take ${formatReference(item.reference)} back`} />
          )}
        </li>
      ))}
    </ol>
  );
}

function Decline({ id, refused }: { id: string; refused: RefusedOne }) {
  const mine = refused.id === id ? refused : null;
  const reason = mine?.typed["reason"];
  return (
    <form method="post" action={href("hub.shift")} noValidate>
      <input type="hidden" name="act" value="decline" />
      <input type="hidden" name="id" value={id} />
      <Input
        id={`reason-${id}`}
        name="reason"
        label="Or why you do not take it, in one line"
        value={typeof reason === "string" ? reason : ""}
        error={mine?.problems?.fields["reason"]}
        autocomplete="off"
      />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        Do not take it
      </Button>
    </form>
  );
}

/** What became of what somebody gave or held; it stays until they say that they have seen it. */
export function HandOverNewsList({ news, asAt }: { news: readonly HandOverNews[]; asAt: Date }) {
  return (
    <ul className="govuk-list app-notes">
      {news.map((one) => (
        <li className="app-notes__note" key={one.id}>
          <ContactLink reference={one.reference} />: {one.what}, {nearDayAndTime(one.at, asAt)}.
          {one.because !== null && <p className="govuk-body app-written">{one.because}</p>}
          <Act id={one.id} act="seen" text="Seen" />
        </li>
      ))}
    </ul>
  );
}
