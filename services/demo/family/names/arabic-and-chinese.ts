import { list, phrases, type NameGroup } from "./name-group.ts";

export const arabic: NameGroup = {
  share: 14,
  ethnicity: "OOTH",
  girls: list(`Layla Yara Rahaf Sidra Jana Hala Rima Nour`),
  boys: list(`Omar Kareem Yazan Majd Anas Tarek Amir Laith`),
  women: list(`Rania Hanan Iman Samira Huda Lina`),
  men: list(`Khaled Mustafa Basel Ahmad Walid Fadi`),
  surnames:
    phrases(`Al-Hassan, Haddad, Khalil, Al-Masri, Nasser, Saleh, Mansour, Al-Jaziri, Darwish, Hamdan, El-Sayed,
    Bin Yahya, Abu Zaid, Al Rashid, Barakat`),
  rare: {
    starts: phrases(`Al-, El-, Abu , Ben `),
    endings: list(`Khatib Najjar Sabbagh Tikriti Halabi Qasim Jabri Hariri
    Kurdi Shami Douri Zahra`),
    closings: [""],
  },
  firstLanguage: "Arabic",
};

export const chinese: NameGroup = {
  share: 8,
  ethnicity: "CHNE",
  girls: phrases(`Jia Yi, Mei, Xin Yi, Yuhan, Siu Ling, Zihan, Hoi Ching`),
  boys: phrases(`Wei, Jun Hao, Haoran, Ka Ho, Zimo, Yuxuan, Chun Kit`),
  women: phrases(`Li Na, Xiu Ying, Wai Fong, Fang, Yan`),
  men: phrases(`Wei Ming, Jian, Chi Keung, Qiang, Lei`),
  surnames: list(`Chen Wong Li Zhang Lau Lin Chan Wang Cheung Liu Ng Yang Ho Huang Leung Xu Kwok Zhao`),
  rare: { starts: list(`Ou Si Shang Zhu`), endings: list(`yang tu guan ge`), closings: [""] },
  firstLanguage: "Cantonese",
};
