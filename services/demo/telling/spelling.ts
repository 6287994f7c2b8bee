import type { Random } from "../random.ts";

/** Names that are written in several ways by people who only heard them. */
const variants: readonly (readonly string[])[] = [
  ["Muhammad", "Mohammed", "Mohammad", "Mohamed"],
  ["Aisha", "Ayesha", "Aysha"],
  ["Sophie", "Sofie"],
  ["Zofia", "Sofia"],
  ["Yusuf", "Yousef", "Yosef"],
  ["Hussain", "Hussein", "Husain"],
  ["Ahmed", "Ahmad"],
  ["Khadija", "Khadeeja"],
  ["Callum", "Calum"],
  ["Connor", "Conor", "Conner"],
  ["Aoife", "Eefa"],
  ["Niamh", "Neve"],
  ["Caoimhe", "Keeva"],
  ["Smith", "Smyth"],
  ["Clark", "Clarke"],
  ["Davies", "Davis"],
  ["Evelyn", "Evelin"],
  ["Isla", "Ila"],
  ["Catherine", "Katherine", "Kathryn"],
];

/** A name as somebody might write it who did not see it written. */
export function misspelt(random: Random, name: string): string {
  const known = variants.find((forms) => forms.includes(name));
  if (known) return random.pick(known.filter((form) => form !== name));
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").replace("ł", "l").replace("Ł", "L");
  if (plain !== name || name.length < 5) return plain;
  const at = random.whole(1, name.length - 2);
  return random.weighted({ dropped: 40, doubled: 30, swapped: 30 }) === "dropped"
    ? name.slice(0, at) + name.slice(at + 1)
    : name.slice(0, at) + name.charAt(at) + name.slice(at);
}
