import type { WorkField } from "../pathways/work-forms.ts";
import {
  actionFields,
  agreeFields,
  answerFields,
  appendFields,
  arrangeFields,
  attendeeFieldsAt,
  childFieldsAt,
  endFields,
  informFields,
  inviteFields,
  lockFields,
  meetingFields,
  nextFields,
  outcomeFields,
  withoutCoreFields,
  type DiscussionFormName,
} from "./discussion-forms.ts";

/** More children than any family has, and more organisations than any meeting: what is beyond is not looked at. */
const atMost = 20;
const countIn = (body: URLSearchParams, name: string) =>
  Math.min(atMost, Number(/^\d{1,2}$/.exec(body.get(name) ?? "")?.[0] ?? 0));
const each = (many: number, fieldsAt: (index: number) => readonly WorkField[]) =>
  Array.from({ length: many }, (_, index) => fieldsAt(index)).flat();

const recordFields = (body: URLSearchParams): readonly WorkField[] => [
  ...each(countIn(body, "attendees"), attendeeFieldsAt),
  ...meetingFields,
  ...withoutCoreFields,
  ...each(countIn(body, "children"), childFieldsAt),
];

/** The fields of a form, in the order of the page; those of a record by how many it is about. */
export const fieldsOf = (form: DiscussionFormName, body: URLSearchParams): readonly WorkField[] =>
  form === "record"
    ? recordFields(body)
    : {
        ...{ arrange: arrangeFields, invite: inviteFields, answer: answerFields, next: nextFields },
        ...{ inform: informFields, action: actionFields, end: endFields, agree: agreeFields },
        ...{ lock: lockFields, append: appendFields, outcome: outcomeFields },
      }[form];
