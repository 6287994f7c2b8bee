/** What to try; there is nobody on the page. */
export function SearchTips() {
  return (
    <>
      <h2 className="govuk-heading-m">What can be looked for</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>A child’s names in any order. Short forms and other spellings are found as well.</li>
        <li>A date of birth, also with its day and month swapped or a day off.</li>
        <li>A postcode, a phone number, an NHS number or a pupil number.</li>
        <li>The reference of a contact: it leads to everybody in it.</li>
      </ul>
      <p className="govuk-body">
        Nobody found? Try less: a surname with a date of birth, or a first name with a postcode. A family
        whose address must stay secret is found by names and dates alone.
      </p>
    </>
  );
}
