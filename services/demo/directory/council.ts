import { person, type DemoOrganisation, type DemoTeam } from "./demo-organisation.ts";

const socialWork = (
  name: string,
  mailbox: string,
  manager: string,
  to: Pick<DemoTeam, "ages" | "areas" | "needs">,
  workers: readonly string[] = [],
): DemoTeam => ({
  name,
  purpose: "social_work",
  mailbox,
  ...to,
  people: [
    person(manager, "Social work team manager", "social_work_manager"),
    ...workers.map((worker) => person(worker, "Social worker", "social_worker")),
  ],
});

/** A made-up authority: one named person for every role. */
export const council: DemoOrganisation = {
  name: "Anytown Council",
  kind: "council",
  domain: "anytown.example",
  teams: [
    {
      name: "Front door hub",
      purpose: "hub",
      mailbox: "front-door",
      people: [
        person("Sam Kaur", "Screener", "screener"),
        person("Grace Adeyemi", "Screener", "screener"),
        person("Tom Whitfield", "Screener", "screener"),
        person("Helen Marsh", "Hub manager", "manager"),
        person("Imran Aziz", "Hub manager", "manager"),
        person("Dev Patel", "Out-of-hours social worker", "out_of_hours"),
        person("Carol Sweeney", "On-call manager", "on_call_manager"),
        person("Jess Turner", "Contact officer", "call_taker"),
      ],
    },
    {
      name: "Advice team",
      purpose: "advice",
      mailbox: "advice",
      people: [
        person("Nadia Hussain", "Advice worker", "advice"),
        person("Ben Carter", "Advice worker", "advice"),
      ],
    },
    {
      name: "Family CAF",
      purpose: "family_caf",
      mailbox: "family-caf",
      people: [person("Marcia Bailey", "Family CAF coordinator", "advice")],
    },
    socialWork("Disabled children", "disabled-children", "Joanne Pike", {
      ...{ ages: [-1, 17], needs: ["disability"] },
    }),
    socialWork("Pre-birth", "pre-birth", "Ciara Doyle", { ages: [-1, -1], needs: ["unborn"] }),
    socialWork("North assessment", "north", "Priya Nair", { ages: [0, 17], areas: ["AB1", "AB2", "AB3"] }, [
      "Tess Owusu",
      "Callum Reid",
    ]),
    socialWork("South assessment", "south", "Michael Osei", { ages: [0, 17], areas: ["AB4", "AB5", "AB6"] }, [
      "Yusuf Demir",
    ]),
    socialWork("East assessment", "east", "Ewa Zielińska", { ages: [0, 17], areas: ["AB7", "AB8", "AB9"] }),
    {
      name: "Safeguarding and quality",
      purpose: "governance",
      mailbox: "safeguarding",
      people: [
        person("Ruth Bellamy", "Strategy discussion chair", "strategy_chair"),
        person("Owen Price", "LADO", "lado"),
        person("Fiona McKenzie", "Practice auditor", "auditor"),
        person("Wei Zhang", "Performance analyst", "analyst"),
        person("Alan Frost", "System administrator", "administrator"),
        person("Meera Joshi", "Deputy system administrator", "administrator"),
        person("Shirin Rahman", "Records officer", "records_officer"),
        person("Gwen Hopkins", "Deputy records officer", "records_officer"),
      ],
    },
  ],
};
