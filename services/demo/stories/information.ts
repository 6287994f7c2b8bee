import type { Story } from "./story.ts";

/** Told so that it is on record: the family has what it needs, or it turned out to be nothing. */
export const informationStories: readonly Story[] = [
  {
    worries: ["home_violence"],
    senders: ["police"],
    ages: [0, 17],
    needs: ["mother", "father"],
    text: "Officers were called at 9:40pm to raised voices. {mother} and {father} had argued about money. No injuries and no offences disclosed. {child} was asleep upstairs and was seen safe and well. Both parents were calm when officers left.",
  },
  {
    worries: ["missing"],
    senders: ["police"],
    ages: [11, 17],
    text: "{child} was reported missing at 10pm when {he} did not come home from a friend's, and was back by 10:50pm. {He} said {his} phone had run out of battery. First report. Prevention talk given.",
  },
  {
    worries: ["hurt"],
    senders: ["hospital"],
    ages: [1, 9],
    text: "{child} came to the emergency department with a broken wrist after falling from a climbing frame, seen by several adults. The explanation fits the injury and was the same each time. Sent for information under our under-tens rule.",
  },
  {
    worries: ["something_else"],
    senders: ["school", "nursery"],
    ages: [3, 16],
    text: "{child} has joined us from another area and the file had not come with {him}. We wanted to know if the family is known to you. There is nothing that worries us at present.",
  },
  {
    worries: ["adult_mental_health"],
    senders: ["gp"],
    ages: [0, 15],
    needs: ["mother"],
    text: "{mother} has started treatment for low mood and is keeping all her appointments. She has good support from her sister. I see no effect on {child} and am letting you know only because the practice agreed to with her.",
    goingWell: "The family is open about it and asks for help in good time.",
  },
  {
    worries: ["money_housing"],
    senders: ["housing"],
    ages: [0, 17],
    text: "Notice of a tenancy transfer on medical grounds. The family moves within the town next month and keeps the same schools. Rent is paid. For information.",
  },
];
