import type { Story } from "./story.ts";

/** Several needs at once, and a family that would take help: the Family CAF. */
export const earlyHelpStories: readonly Story[] = [
  {
    worries: ["not_looked_after", "money_housing"],
    senders: ["school", "nursery"],
    ages: [3, 14],
    needs: ["mother"],
    text: "{child}'s attendance is 81 %. {He} is often in yesterday's clothes and tells us that there is damp on {his} bedroom wall. {mother} works nights and {child} gets {himself} up. She was open with us and said that she would like some help.",
    effect: "{He} is tired by eleven and has fallen behind in reading.",
    goingWell: "{mother} comes to every meeting and {child} talks of her with love.",
    tried: "Breakfast club, a uniform grant, and a letter to the landlord.",
  },
  {
    worries: ["adult_mental_health", "family_breakdown"],
    senders: ["gp", "health_visitor"],
    ages: [0, 8],
    needs: ["mother"],
    text: "{mother} has felt very low since {his} birth and the baby's father left in the spring. She has no family here. She is on a waiting list for talking therapy and struggles to get {child} dressed and out on most days.",
    goingWell: "{child} is growing well and looks to her for comfort.",
  },
  {
    worries: ["child_mental_health", "home_violence"],
    senders: ["school", "school_nurse", "mental_health"],
    ages: [8, 16],
    needs: ["mother", "sibling"],
    text: "{child} hits {his} mother and {sibling} when {he} is told to come off {his} phone. It happens weekly. {mother} has locked herself in the bathroom twice. {child} is sorry afterwards and wants it to stop. No weapons, nobody hurt beyond bruised arms.",
    tried: "Two parenting sessions; a safe room for {sibling}.",
  },
  {
    worries: ["health_needs"],
    senders: ["hospital", "school", "gp"],
    ages: [2, 15],
    text: "{child} has type 1 diabetes and has missed three of the last five clinics. {His} readings are creeping up. The parents say that they cannot get the time off work together and do not feel sure about the doses. They accept that they need somebody to pull it together.",
    effect: "{He} was admitted overnight in March.",
  },
  {
    worries: ["money_housing", "adult_substances"],
    senders: ["housing", "charity"],
    ages: [0, 15],
    needs: ["father"],
    text: "Rent arrears of £1,900 and a notice to quit. {father} told our officer that he drinks most evenings since he lost his job, never when he is alone with the children. He asked for help in front of us and would work with somebody.",
    goingWell: "The children are in school every day.",
  },
  {
    worries: ["missing", "groomed"],
    senders: ["school", "police"],
    ages: [12, 16],
    text: "{child} has missed the last lesson on six Fridays and was seen at the bus station with older young people. {He} has new trainers that {mother} did not buy. Nothing firm, but {mother} is worried and would welcome a key worker.",
    needs: ["mother"],
  },
];
