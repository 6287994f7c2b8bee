/** What to try; there is nobody on the page. */
export function SearchTips() {
  return (
    <>
      <h2 className="govuk-heading-m">What can be looked for</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          The names of a child or an adult in any order. Short forms and other spellings are found as well.
        </li>
        <li>A date of birth, also with its day and month swapped or a day off.</li>
        <li>A postcode, an NHS number, a pupil number, or the phone of a family who asked for help.</li>
        <li>A school, with the word school, primary or academy after its name.</li>
        <li>The reference of a contact: it leads to everybody in it.</li>
      </ul>
      <p className="govuk-body">
        Nobody found? Try less: a surname with a date of birth, or a first name with a postcode. A family
        whose address must stay secret is found by names and dates alone.
      </p>
    </>
  );
}
