import type { Audience } from "#domain/intake";
import type { CannotWait as Told } from "#domain/sent";
import { youngWords } from "#domain/wording/at-home";
import { momentWords } from "#domain/wording/moments";
import { reportWords } from "#domain/wording/report";
import { filled } from "#domain/wording/site";
import { useSite } from "../frame/use-site.ts";
import { PhoneLink } from "../phone-link.tsx";
import { Sentence } from "../sentence.tsx";
import { useWords } from "../use-words.ts";

/** Something happens before we have decided: that it was sent stops nothing. */
export function CannotWait({ audience, told }: { audience: Audience; told: Told | null }) {
  const { open, phones } = useSite();
  const { timeOnDay } = useWords(momentWords);
  const [report, young] = [useWords(reportWords).sent.cannotWait, useWords(youngWords).cannotWait];
  const words = audience === "young_person" ? young : report;
  if (told === null) return null;
  const { danger, event } = told;
  const when = event === "soon" ? words.soon : event && filled(words.event, { time: timeOnDay(event) });
  return (
    <div className="app-danger-banner">
      <p>{[danger && words.danger, when].filter(Boolean).join(" ")}</p>
      <p>
        <Sentence
          words={words.call}
          phone={<PhoneLink number={open ? phones.day : phones.night} />}
          emergency={<PhoneLink number="999" />}
        />
      </p>
    </div>
  );
}
