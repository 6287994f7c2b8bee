/** A number that can be read, copied and pressed. */
export function PhoneLink({ number }: { number: string }) {
  return (
    <a className="govuk-link app-phone" href={`tel:${number.replace(/[^\d+]/g, "")}`}>
      {number}
    </a>
  );
}
