import type { ReactNode } from "react";
import type { Me } from "../../http/me.ts";
import { href, type RouteName } from "../../href.ts";
import { StaffPage } from "../frame/staff-page.tsx";

type RecordsSection = Extract<
  RouteName,
  "records.asked" | "records.holds" | "records.retention" | "records.access"
>;

const sections: readonly { name: RecordsSection; text: string }[] = [
  { name: "records.asked", text: "Second person" },
  { name: "records.holds", text: "Legal holds" },
  { name: "records.retention", text: "Past its time" },
  { name: "records.access", text: "Requests for data" },
];

/** The frame of the pages about how long things are kept. */
export function RecordsPage({
  me,
  current,
  children,
}: {
  me: Me;
  current: RecordsSection | null;
  children: ReactNode;
}) {
  return (
    <StaffPage me={me} section="records.asked">
      <nav aria-label="Keeping and erasing" className="app-sub-navigation">
        <ul className="app-sub-navigation__list">
          {sections.map(({ name, text }) => (
            <li key={name}>
              <a
                className="app-sub-navigation__link"
                href={href(name)}
                aria-current={name === current ? "page" : undefined}
              >
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </StaffPage>
  );
}
