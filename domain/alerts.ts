/**
 * Every page that stops somebody in the middle of their work. Each has an owner and a day on which somebody asks whether
 * it still earns that: what people pass by without acting hides what they should see.
 */
export const alertKinds = ["red-unanswered", "other-family"] as const;
export type AlertKind = (typeof alertKinds)[number];

export const alertFacts: Record<
  AlertKind,
  { says: string; because: string; owner: string; reviewOn: string }
> = {
  "red-unanswered": {
    says: "Ending a Red contact while an agency has not answered",
    because: "What an agency knows has changed decisions that were made without it",
    owner: "The managers of the hub",
    reviewOn: "2027-05-28",
  },
  "other-family": {
    says: "A recommendation that names a child of another contact",
    because: "Text that is pasted from another family would be believed",
    owner: "The managers of the hub",
    reviewOn: "2027-05-28",
  },
};

/** No more than one in so many contacts is stopped, and a stop that fewer than this act on is taken away. */
export const alertBudget = { oneIn: 20, actedOnAtLeast: 0.3 } as const;

export type AlertCounts = { shown: number; passed: number };

/** @returns the share that was acted on, null while none was shown, and what that means for it */
export function alertRate({ shown, passed }: AlertCounts): { actedOn: number | null; keep: boolean } {
  if (shown === 0) return { actedOn: null, keep: true };
  const actedOn = (shown - passed) / shown;
  return { actedOn, keep: actedOn >= alertBudget.actedOnAtLeast };
}

/** Whether all of them together stop more people than they may. */
export const overBudget = (shown: number, contacts: number): boolean => shown * alertBudget.oneIn > contacts;
