import { emergencyWords } from "#domain/wording/emergency";
import { PhoneLink } from "../phone-link.tsx";
import { Sentence } from "../sentence.tsx";
import { useWords } from "../use-words.ts";

/** How to reach the emergency services, for those who cannot speak or hear as well. */
export function EmergencyBlock({ heading: Heading = "h2" }: { heading?: "h1" | "h2" }) {
  const words = useWords(emergencyWords);
  const number = <PhoneLink number="999" />;
  return (
    <div className="app-emergency">
      <Heading className={Heading === "h1" ? "govuk-heading-l" : "govuk-heading-m"}>
        <Sentence words={words.heading} number={number} />
      </Heading>
      {([words.silent, words.text, words.bsl, words.relay] as const).map((line) => (
        <p className="govuk-body" key={line}>
          <Sentence words={line} number={number} relay={<PhoneLink number="18000" />} />
        </p>
      ))}
    </div>
  );
}
