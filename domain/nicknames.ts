/**
 * First names that are one name to the people who use them: short forms, spellings from one language to another, and
 * spellings in Latin letters of one name. Small on purpose: a pair is added when somebody met it, and a name may stand
 * in several groups. The first of a group stands for it in match keys.
 */
const groups = `
abdul abdal abdel
abigail abby abi gail
adam adem
agnes aggie nessa
ahmed ahmad achmed ahmet
albert al bert bertie
alexander alex alec alexandru aleksander oleksandr aleksandr alasdair alistair sandy xander sasha
alexandra alex lexi lexie sandra aleksandra oleksandra sasha
alfred alf alfie fred
alice ally ali allie
ali aly
alison ali allie
amanda mandy
amelia amy millie mia
andrew andy drew andrei andrzej andriy
angela angie
ann anne anna annie hannah ana
anthony antony tony ant
antonia toni
arthur art artie
barbara barb babs
barnaby barney
benjamin ben benji benny
bernard bernie
beatrice bea trixie
brian bryan
caroline carolyn carrie caz
catherine katherine kathryn catharine katharine katrina kate katie kathy cathy kat cat kitty katarzyna kateryna ekaterina
charles charlie chas chuck karl
charlotte charlie lottie lotte
christina christine chris chrissie tina kristina
christopher chris kris topher krzysztof
constance connie
cornelius neil
daisy margaret
daniel dan danny daniil
danielle dani
david dave davey davy dai dawid daud
deborah debra deb debbie
dennis denis den
derek del derrick
dominic dom nick
dorothy dot dotty dolly
douglas doug
edmund ed eddie ted
edward ed eddie ted teddy ned eduard
eleanor ellie nell nelly eleanora elena helen
elizabeth elisabeth liz lizzie beth betty bess bessie eliza elsie libby lisa betsy elspeth elzbieta
ellen nell nellie helen
emily em emmie millie
emma em emmie
emmanuel manny
esther essie hester hetty
eugene gene
evelyn eve evie
eve eva evie
fatima fatimah fatma fatema
felicity fliss flick
florence flo florrie flossie
frances fran frankie fanny
francis frank frankie fran francesco
frederick fred freddie freddy rick
gabriel gabe
gabriella gabby ella
geoffrey geoff jeff jeffrey jeffery
george georgie jorge jerzy
georgina georgia george georgie gina
gerald gerry jerry
gerard gerry
gillian gill jill jillian
gregory greg
gwendoline gwen
hannah anna hanna
harold harry hal
harriet hattie harry
hassan hasan
helen nell helena ellen olena
henry harry hal hank
herbert bert bertie herb
hugh hughie huw
hussain hussein husain hossein
ibrahim ebrahim abraham
imogen immy
isaac ishaq zac
isabella isabel isobel izzy bella isabelle bel
jacob jake jakub yaqub
jacqueline jackie jacqui
james jim jimmy jamie jem
jane jean janet jenny jan
jennifer jen jenny jenna
jeremy jerry jem
jessica jess jessie
joan joanie
joanna joanne jo
john jon johnny jack ian sean jan ivan juan
jonathan jon jonny john
joseph joe joey jo yusuf jozef giuseppe
josephine jo josie
joshua josh
judith judy jude
julia julie jules
juliet jules
julian jules
katherine kath kathleen kay
kathleen kath kathy
kenneth ken kenny
khadija khadijah
kimberley kim kimberly
laura laurie lori
lawrence laurence larry laurie lorenzo
leonard len lenny leo
leo leon
lewis louis lew lou luis
lillian lily lil
louise lou
lucy lucille lucinda
luke lucas lukasz luca
lydia liddy
madeleine maddie maddy madeline
magdalena magda lena
malcolm mal
margaret maggie meg megan peggy madge greta rita margie peg daisy malgorzata
maria mary marie miriam maryam mariam mia maya molly polly may mariya
mariam maryam miriam
marjorie marge
mark marc marcus marek
martha mattie patsy
martin marty marcin
martina tina
matilda tilly mattie maud
matthew matt mat mateusz matteo
maurice mo
maxwell max
maximilian max
melanie mel
melissa mel lissa
michael mike mick mickey mikey mikhail mykhailo michal miguel
michelle shell
mohammed muhammad mohamed mohammad muhammed mohamad muhamad mehmet mo md
mustafa mustapha
natalie nat
natalia nat natasha nataliya
natasha tasha
nathaniel nathan nat nate
nathan nat nate
nicholas nick nicky nico mykola nikolai mikolaj
nicola nicky nikki
norman norm
olga olha
oliver ollie olly
olivia liv livvy
oscar ossie
oswald ossie oz
pamela pam
patricia pat patsy tricia trish paddy
patrick pat paddy pad patryk
paul pavel pawel pavlo
penelope penny
peter pete piotr petro
philip phillip phil pip filip
philippa pippa pip
priscilla cilla
rachel rachael rach raquel
raymond ray
rebecca becky becca bex rebekah
reginald reg reggie
richard rick ricky dick rich richie dickie ryszard
robert rob robbie bob bobby bert robin
roberta bobbie
roger rodge
ronald ron ronnie
rosemary rose rosie
rose rosie rosa
roy royston
rupert bert
ruth ruthie
samuel sam sammy
samantha sam sammy
sarah sara sally sadie
saul sol
solomon sol sulaiman suleiman
sebastian seb
sharon shaz
shaun sean shawn
siobhan shevaun
simon si szymon
sophia sophie sofia zofia
stephanie steph steff
stephen steven steve stevie stefan stephan
stuart stewart stu
susan sue susie suzanne susanna suzy
sylvia silvia
tabitha tabby
terence terry tel terrence
theodore theo ted teddy
theresa teresa terry tess tessa
thomas tom tommy tomasz
timothy tim
tobias toby
tatiana tanya
umar omar
ursula ursa
valerie val
vanessa nessa
veronica ronnie
victor vic
victoria vicky vicki tori viktoria
vincent vince vinny
violet vi
virginia ginny
vivian viv vivien
volodymyr vladimir vova
walter wally walt
wilfred wilf fred
wilhelmina mina
william will bill billy willie willy liam wm
winifred win winnie
yasmin jasmine jasmin yasmine
yusuf yousef youssef yousuf usuf
yulia julia iulia
zachary zac zach zak
zoe zoey zowie
`;

const groupsOf = new Map<string, readonly string[]>();
const namesOf = new Map<string, readonly string[]>();
for (const line of groups.trim().split("\n")) {
  const names = line.split(" ");
  const head = names[0] ?? "";
  namesOf.set(head, names);
  for (const name of names) groupsOf.set(name, [...(groupsOf.get(name) ?? []), head]);
}

/** The groups that a folded first name belongs to, each by its head; none for most names. */
export function nicknameGroups(name: string): readonly string[] {
  return groupsOf.get(name) ?? [];
}

export function sameByNickname(a: string, b: string): boolean {
  const other = nicknameGroups(b);
  return nicknameGroups(a).some((group) => other.includes(group));
}

/** The other names that stand for this one. */
export const namesOfGroups = (name: string): readonly string[] =>
  [...new Set(nicknameGroups(name).flatMap((head) => namesOf.get(head) ?? []))].filter(
    (other) => other !== name,
  );
