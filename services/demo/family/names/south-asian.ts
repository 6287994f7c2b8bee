import { list, type NameGroup } from "./name-group.ts";

export const pakistani: NameGroup = {
  share: 80,
  ethnicity: "APKN",
  girls: list(
    `Aisha Fatima Zara Maryam Hafsa Amina Khadija Zainab Iqra Sana Noor Hania Inaya Alishba Mahnoor`,
  ),
  boys: list(
    `Muhammad Ibrahim Yusuf Hamza Ali Zayn Bilal Umar Hassan Ismail Adam Haris Zakariya Rayyan Daniyal`,
  ),
  women: list(`Nasreen Shazia Rukhsana Saima Nazia Shabana Farah Robina Samina Yasmin`),
  men: list(`Tariq Imran Nadeem Shahid Waseem Asif Khalid Rizwan Javed Zahid`),
  surnames:
    list(`Khan Hussain Ahmed Ali Akhtar Iqbal Mahmood Malik Shah Butt Mirza Qureshi Chaudhry Rehman Aslam Rashid
    Nawaz Sheikh Bashir Yousaf Siddiqui Raja Bhatti Janjua Rafiq`),
  rare: {
    starts: list(`Abdul Noor Shams Zia Fazal Ghulam Inayat Karam`),
    endings: list(`lah uddin ullah ur elahi`),
    closings: [""],
  },
  firstLanguage: "Urdu",
};

export const bangladeshi: NameGroup = {
  share: 28,
  ethnicity: "ABAN",
  girls: list(`Tasnim Nusrat Sumaiya Tahmina Jannat Afsana Rima Sadia`),
  boys: list(`Rahim Tanvir Mahin Shakil Sabbir Nafis Ridwan Arif`),
  women: list(`Rahima Shirin Nazma Ayesha Salma Parveen Hasina Rehana`),
  men: list(`Abdul Mohammed Faruk Jamal Shafiq Rafiqul Kamal Mizanur`),
  surnames: list(
    `Begum Miah Uddin Rahman Islam Hoque Ali Choudhury Khatun Ahmed Hossain Alam Chowdhury Karim Sarkar`,
  ),
  rare: {
    starts: list(`Aziz Fazl Shams Mofiz Nazr Kamr`),
    endings: list(`ul uddin uzzaman ullah`),
    closings: [""],
  },
  firstLanguage: "Bengali",
};

export const indian: NameGroup = {
  share: 40,
  ethnicity: "AIND",
  girls: list(`Anaya Diya Priya Kavya Meera Simran Jasleen Harpreet Isha Riya`),
  boys: list(`Arjun Rohan Dev Aarav Gurpreet Jaspal Krish Veer Nikhil Harjit`),
  women: list(`Sunita Manjit Rajinder Geeta Hema Balwinder Nisha Deepa`),
  men: list(`Rajesh Sanjay Kuldip Harbhajan Vikram Amrit Suresh Dinesh`),
  surnames:
    list(`Patel Singh Kaur Sharma Shah Kumar Gill Mistry Sandhu Desai Bains Joshi Dhillon Mehta Chauhan Rai
    Sidhu Nair Reddy Solanki`),
  rare: {
    starts: list(`Dha Gre Sah Bha Man Par Kha`),
    endings: list(`liwal ota ndari riwal tiya gat`),
    closings: [""],
  },
  firstLanguage: "Punjabi",
};
