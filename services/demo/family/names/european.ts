import { list, type NameGroup } from "./name-group.ts";

export const polish: NameGroup = {
  share: 33,
  ethnicity: "WOTH",
  girls: list(`Zofia Maja Zuzanna Oliwia Lena Wiktoria Amelia Natalia Kinga Julia`),
  boys: list(`Jakub Szymon Kacper Filip Antoni Mateusz Oskar Bartosz Igor Dominik`),
  women: list(`Agnieszka Katarzyna Małgorzata Magdalena Ewa Iwona Justyna Beata`),
  men: list(`Piotr Krzysztof Tomasz Marcin Paweł Grzegorz Dariusz Łukasz`),
  surnames:
    list(`Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski
    Mazur Krawczyk Grabowski Pawlak Wieczorek`),
  rare: {
    starts: list(`Borow Gor Jasin Kalin Lip Malin Ostrow Sikor Topol Zawad`),
    endings: list(`ski icki czyk iak ka`),
    closings: [""],
  },
  firstLanguage: "Polish",
};

export const romanian: NameGroup = {
  share: 25,
  ethnicity: "WROM",
  girls: list(`Andreea Ioana Daria Bianca Alexandra Maria Larisa Denisa`),
  boys: list(`Andrei Matei Ștefan David Luca Gabriel Ionuț Rareș`),
  women: list(`Elena Mihaela Cristina Daniela Florentina Nicoleta`),
  men: list(`Marian Florin Vasile Constantin Gheorghe Adrian`),
  surnames: list(
    `Popescu Ionescu Popa Radu Dumitru Stan Stoica Gheorghe Matei Ciobanu Rusu Munteanu Lăcătuș Dinu`,
  ),
  rare: {
    starts: list(`Anton Barb Cost Dragom Flor Ior Mar Vas`),
    endings: list(`escu eanu ache oiu in`),
    closings: [""],
  },
  firstLanguage: "Romanian",
};
