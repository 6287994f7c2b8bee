import { list, type NameGroup } from "./name-group.ts";

const britishGirls =
  list(`Olivia Amelia Isla Ava Lily Freya Poppy Evie Ella Grace Ruby Daisy Sophie Millie Elsie Rosie
  Phoebe Maisie Harper Willow Evelyn Chloe Lexi Scarlett Erin Imogen Bethany Eliza Hallie Skye Summer Megan Keira Lola
  Nancy Edith Orla Robyn Paige Libby`);
const britishBoys =
  list(`Oliver George Noah Arthur Harry Leo Jack Charlie Oscar Jacob Henry Thomas Freddie Alfie Theo
  William Archie Joshua Logan Reggie Finley Mason Tommy Riley Jayden Kai Tyler Ellis Connor Callum Rhys Dylan Owen Toby
  Jenson Blake Corey Zak Albie Ronnie`);
const britishWomen =
  list(`Sarah Claire Emma Laura Rebecca Gemma Kelly Lisa Michelle Stacey Hayley Kirsty Leanne Samantha
  Rachel Donna Natalie Jade Charlotte Lauren Danielle Katie Vicky Zoe Chantelle Holly Amy Nicola Tracey Joanne`);
const britishMen =
  list(`David Paul Andrew Mark Lee Craig Darren Gary Stephen Jason Matthew Daniel Christopher James
  Ryan Scott Carl Kevin Wayne Dean Shane Ashley Liam Adam Robert Martin Simon Neil Karl Stuart`);

export const british: NameGroup = {
  share: 640,
  ethnicity: "WBRI",
  girls: britishGirls,
  boys: britishBoys,
  women: britishWomen,
  men: britishMen,
  surnames:
    list(`Smith Jones Taylor Williams Brown Davies Evans Wilson Thomas Roberts Johnson Walker Wright Robinson
    Thompson White Hughes Edwards Green Hall Wood Harris Lewis Martin Jackson Clarke Clark Turner Hill Cooper Morris
    Ward Moore Baker King Harrison Allen Morgan Scott Watson Parker Price Bennett Young Griffiths Mitchell Cook
    Campbell Stewart Fraser Murray Reid Bell Shaw Holmes Rogers Hunt Mills Chapman Palmer Pearce Barker Dixon Fox
    Webb Hobbs Tranter Sissons Arkwright Penhaligon Threlfall`),
  rare: {
    starts:
      list(`Ash Birk Black Brad Bur Clay Crow Dal Eaves Fair Garth Hart Hazel Hol Kirk Lang Marl Nether Oak Pen
      Rad Rose Sal Stan Thorn Under Wake Wether Win Wol`),
    endings:
      list(`bourne bridge burn by combe croft dale den field ford ham hurst ley low more shaw stead thorpe ton
      wall well wick wood worth`),
    closings: ["", "e", "s", "man", "er"],
  },
  firstLanguage: "English",
};

export const irish: NameGroup = {
  share: 40,
  ethnicity: "WIRI",
  girls: list(`Aoife Saoirse Niamh Ciara Caoimhe Orlaith Róisín Clodagh Shauna Eimear Sinéad Aisling`),
  boys: list(`Conor Sean Cian Oisín Fionn Darragh Cillian Eoin Rory Declan Ronan Tadhg`),
  women: list(`Siobhan Maureen Deirdre Grainne Bernadette Orla Sinead Mairead`),
  men: list(`Patrick Brendan Eamon Kieran Niall Padraig Dermot Gerard`),
  surnames:
    list(`Murphy Kelly O'Brien Byrne Ryan Walsh O'Connor Doyle McCarthy Gallagher Doherty Kennedy Lynch Murray
    Quinn Moore McLoughlin Carroll Connolly Daly Power Maguire Delaney Ward McDonagh`),
  rare: {
    starts: list(`O' Mc Mac Fitz`),
    endings: list(`Shea Hara Grath Cabe Keown Namara Gerald Neill Dwyer Leary Toole
    Rourke Sweeney Kenna Givern Elroy Aleese`),
    closings: [""],
  },
  firstLanguage: "English",
};
