import { list, type NameGroup } from "./name-group.ts";

export const african: NameGroup = {
  share: 55,
  ethnicity: "BAFR",
  girls: list(`Adaeze Temitope Amara Chiamaka Abena Hodan Fadumo Yaa Oluwaseun Ifeoma Sagal Efua`),
  boys: list(`Emeka Tobi Chidera Kwame Kofi Abdirahman Oluwaseyi Kwabena Mahad Ikenna Ayodele Yonas`),
  women: list(`Ngozi Folake Akosua Hawa Blessing Patience Amal Chinwe`),
  men: list(`Emmanuel Samuel Abdullahi Femi Kwaku Chukwudi Tesfaye Ibrahim`),
  surnames:
    list(`Okafor Mensah Adeyemi Mohamed Osei Eze Boateng Ali Okonkwo Owusu Abdi Hassan Nwosu Asante Bello Tesfay
    Ojo Amoah Kamara Sesay Warsame Banda Moyo Dube`),
  rare: {
    starts: list(`Ade Olu Ayo Oye Ola Babat Ogun Aki Ife`),
    endings: list(`bayo yinka wale sola lade kunle tunde biyi
    femi jimi niran wumi`),
    closings: [""],
  },
  firstLanguage: "English",
};

export const caribbean: NameGroup = {
  share: 37,
  ethnicity: "BCRB",
  girls: list(`Shanice Tianna Kezia Aaliyah Jada Keisha Amari Renée`),
  boys: list(`Jaden Tyrese Malachi Kyron Andre Zion Marcus Tremaine`),
  women: list(`Sharon Marcia Yvonne Beverley Natasha Sonia`),
  men: list(`Delroy Winston Marlon Trevor Leroy Devon`),
  surnames:
    list(`Campbell Brown Williams Clarke Grant Francis Bailey Gordon Lewis Reid Henry Palmer Powell Wallace
    Blake Morrison McKenzie Barrett Douglas Samuels`),
  rare: {
    starts: list(`Hen Rich Robin Wal Beck Ains`),
    endings: list(`riques ards son cott ford worth`),
    closings: [""],
  },
  firstLanguage: "English",
};
