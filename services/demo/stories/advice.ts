import type { Story } from "./story.ts";

/** A little help, or the right address: the advice team's work. */
export const adviceStories: readonly Story[] = [
  {
    worries: ["child_mental_health"],
    senders: ["school", "gp", "school_nurse"],
    ages: [9, 16],
    text: "{child} has become very anxious about school since September and misses about one day a week. {He} says that mornings are the worst. {mother} is at her wits' end and does not know who to ask. No self-harm.",
    effect: "{He} has stopped going to football and sees {his} friends less.",
    tried: "A later start for two weeks, and a talk with the head of year.",
    needs: ["mother"],
  },
  {
    worries: ["family_breakdown"],
    senders: ["relative", "school"],
    ages: [3, 15],
    needs: ["mother", "father"],
    text: "{mother} and {father} separated at Easter and cannot agree when {child} sees {his} father. {child} carries messages between them and hates it. Both are good parents apart.",
    effect: "{child} cries before each change-over.",
  },
  {
    worries: ["money_housing"],
    senders: ["school", "charity", "nursery"],
    ages: [0, 16],
    text: "The family's benefits stopped when the father's hours changed and they have used the food bank four times. {child} comes in without lunch but is otherwise clean, cheerful and on time.",
    tried: "Free breakfast here; a food parcel last Friday.",
  },
  {
    worries: ["health_needs"],
    senders: ["health_visitor", "gp"],
    ages: [0, 5],
    needs: ["mother"],
    text: "{mother} missed two development checks for {child} after a house move. When I visited, {child} was well and she was glad to see me. She asked where she can meet other parents.",
    goingWell: "Warm and responsive with {child}; the home is tidy.",
  },
  {
    worries: ["harm_to_children"],
    senders: ["school"],
    ages: [5, 10],
    text: "{child} has hit other children three times this half term and says that {he} plays shooting games at night. {mother} would like ideas for bedtimes and screens.",
    needs: ["mother"],
  },
  {
    worries: ["not_looked_after"],
    senders: ["neighbour", "anonymous"],
    ages: [2, 12],
    text: "The little one next door is out on the green on {his} own until it gets dark, most evenings. I have never seen anybody shout at {him}. I think they just do not know when it is dark.",
  },
  {
    worries: ["something_else"],
    senders: ["family"],
    ages: [0, 15],
    needs: ["mother"],
    text: "I am {mother} and I would like some help with {child}. {He} does not sleep and I have not slept properly for months. The health visitor said that I could ask you myself.",
  },
];
