import type { Problems, Typed } from "../../http/form.ts";

/** A form of the family's page that was refused: which of them, and what was typed. */
export type FamilyForm = { formId: string; typed: Typed | undefined; problems: Problems | undefined };

/** What the fields of each form of the page end in: what it does, and to which contact. */
export function familyFormId(typed: Typed | undefined): string {
  const said = (name: string) => {
    const value = typed?.[name];
    return typeof value === "string" ? value : "";
  };
  return ["together", "apart"].includes(said("do")) ? `${said("do")}-${said("other")}` : "link";
}

/** What was typed into a form and is wrong with it, when it is the one that was refused. */
export function refusedIn({ formId, typed, problems }: FamilyForm, id: string) {
  const value = (name: string) => {
    const said = formId === id ? typed?.[name] : undefined;
    return typeof said === "string" ? said : "";
  };
  return { value, error: (name: string) => (formId === id ? problems?.fields[name] : undefined) };
}
