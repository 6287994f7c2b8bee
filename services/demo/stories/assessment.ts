import type { Story } from "./story.ts";

/** A child in need whose situation has to be assessed. */
export const assessmentStories: readonly Story[] = [
  {
    worries: ["not_looked_after"],
    senders: ["school", "school_nurse"],
    ages: [4, 13],
    needs: ["mother"],
    text: '{child} has come to {school} hungry every day for three weeks and takes food from other children\'s bags. {He} smells of urine and has sores behind {his} knees. {He} told me, "Mummy stays in bed and we have crisps." {mother} did not answer the door when our family worker called on Tuesday and Thursday.',
    effect: '{child} has lost weight, sleeps in lessons and says that {he} is "the smelly one".',
    tried: "Five calls home, two visits, clean clothes and breakfast every day.",
    goingWell: "{He} comes every day and trusts {his} class teacher.",
  },
  {
    worries: ["home_violence"],
    senders: ["police", "health_visitor", "school"],
    ages: [0, 16],
    needs: ["mother", "partner"],
    text: '{partner} pushed {mother} against the kitchen door and broke her phone while {child} stood in the hall. It is the third time this year that somebody has been called. {mother} does not want to press charges and says that he is staying with his brother "for now".',
    effect: "{child} asked if he would come back tonight and wet the bed afterwards.",
    untold: "risk",
    risks: ["do_not_phone_home"],
  },
  {
    worries: ["adult_substances"],
    senders: ["gp", "adult_care", "probation"],
    ages: [0, 12],
    needs: ["mother"],
    text: '{mother} has started using heroin again after eleven months. She missed her last three appointments and her prescription was stopped. She told our worker that a neighbour "has {child} most of the time" but could not give the neighbour\'s surname.',
  },
  {
    worries: ["unborn", "adult_mental_health"],
    senders: ["midwife"],
    ages: [-1, -1],
    needs: ["mother"],
    text: "{mother} booked late at 24 weeks. An older child lives with a grandparent under an order. She hears voices at times and stopped her medicine when she learned that she was pregnant. She has nowhere settled to live from next month. She is frightened that we will take the baby and also says that she would like help.",
    goingWell: "She has kept both appointments since booking.",
  },
  {
    worries: ["groomed", "missing"],
    senders: ["police", "school"],
    ages: [13, 17],
    text: "{child} has been missing overnight four times since the start of term. Last time {he} was found in a flat in another town with two adults and a young person known for dealing. {He} had £140 and a second phone and would not say whose they were.",
    effect: "{He} has stopped coming to lessons and flinches when {his} phone rings.",
    untold: "not_reached",
  },
  {
    worries: ["put_down", "adult_mental_health"],
    senders: ["neighbour", "relative", "school"],
    ages: [4, 14],
    needs: ["father"],
    text: '{father} shouts at {child} most evenings for an hour or more, and calls {him} useless and a mistake. I have heard it through the wall since the summer. Last week {he} was outside in {his} socks in the rain and said that {he} was "not allowed back in yet".',
    untold: "risk",
  },
  {
    worries: ["child_mental_health"],
    senders: ["hospital", "mental_health"],
    ages: [11, 17],
    text: "{child} took twelve tablets on Saturday night after an argument at home and told a friend, who rang us. {He} is well enough to go home. {He} says that nobody there would notice. The parents came after four hours and wanted to leave at once.",
    next: {
      kind: "going_home",
      time: "6pm",
      detail: "Discharge from the children's ward to the family home",
    },
  },
];
