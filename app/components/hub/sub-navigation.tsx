import type { ContactHead } from "#services/contacts/contact-head";
import { href } from "../../href.ts";
import { contactSections, type ContactSection } from "./contact-sections.ts";

/** Links between the pages of one contact; they wrap on a narrow screen and never fold away. */
export function SubNavigation({ head, current }: { head: ContactHead; current: ContactSection | null }) {
  const { reference } = head;
  return (
    <nav aria-label="This contact" className="app-sub-navigation">
      <ul className="app-sub-navigation__list">
        {contactSections
          .filter(({ when }) => when === undefined || when(head))
          .map(({ name, text, count }) => (
            <li key={name}>
              <a
                className="app-sub-navigation__link"
                href={href(name, { reference })}
                aria-current={name === current ? "page" : undefined}
              >
                {text}
                {count?.(head) != null && ` ${count(head) ?? ""}`}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
