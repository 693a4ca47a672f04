// Given names as evidence, never as proof: a column in which many cells hold one is a column of people; Bob may be Robert.
// The most frequent ones of registers of births and name days: https://www.ons.gov.uk/peoplepopulationandcommunity/birthsdeathsandmarriages/livebirths,
// https://www.insee.fr/fr/statistiques/8595130, https://www.ine.es/daco/daco42/nombyapel/nombyapel.htm, https://gfds.de/vornamen/

import { hashText } from '../hash.ts';
import { foldLetters } from '../text/letters.ts';
import { hasEastAsianSurname } from './east-asian-names.ts';
import { givenNamesAbroad } from './given-names-abroad.ts';

/** Each line a name and what people are called for it. https://en.wikipedia.org/wiki/Hypocorism */
const diminutives = `
abigail abby abbie gail
albert al bert bertie
alexander alex alec sandy xander sasha lex
alexandra alex sandra sandy lexie
alfred alf alfie fred freddie
amanda mandy
andrew andy drew
angela angie
anne ann anna annie nan
anthony tony antony
antonio toni tonio
arthur art artie
barbara babs barb barbie
benjamin ben benny benji
bernard bernie
bridget biddy bridie
cameron cam
caroline carol carrie
carlos carlo charly
catherine katherine kathryn cath cathy kate katie kathy kath kitty kit cat
charles charlie chuck chas
charlotte lottie charlie lotte
christian chris
christina chris tina chrissie christine
christopher chris kit topher
clifford cliff
cynthia cindy
daniel dan danny
danielle dani danny
david dave davy davey
deborah debra deb debbie
dennis den denny
dominic dom
donald don donny
dorothy dot dottie dolly
douglas doug
edward ed eddie ted teddy ned
eleanor ellie nell nora elle
eric erik erick
elizabeth elisabeth liz lizzie beth betty bess bessie eliza libby lisa betsy lilibet elsie lise liesel
emily em emmy millie
emma em
ernest ernie
eugene gene
florence flo florrie
frances fran francesca frankie fanny
francis frank frankie
francisco paco pancho curro fran
franklin frank
frederick fred freddie freddy
gabriel gabe
gabriella gabby ella
geoffrey jeffrey geoff jeff
george georgie jorge
gerald gerry jerry
gerard gerry
gillian gill jill
giovanni gianni
giuseppe beppe peppe pino
gregory greg
guadalupe lupe
guillermo memo
harold harry hal
helen nell nellie ellen lena
heinrich heinz
henry harry hank hal
hubert bert hugh
ignacio nacho
isabella isabel isabelle isobel bella izzy belle
jacob jake
jacqueline jackie jacqui
james jim jimmy jamie jem
janet jan jenny
jennifer jen jenny jennie
jeremy jem jerry
jerome jerry
jessica jess jessie
joan joanie
joanna jo joanne
johannes hans hannes
john johnny jack jock jon
jonathan jon jonny nathan
jose pepe
joseph joe joey jo
josephine jo josie
joshua josh
judith judy judi
julia julie
juliana liana
katarina kati kat
kenneth ken kenny
kimberly kim
konrad konni
laurence lawrence larry laurie lars
leonard len lenny leo
leopold leo poldi
lesley les
lillian lily lil
louis lou louie
louise lou
ludwig lutz
lucas luke
luis lucho
luigi gigi
lucy lucinda lucille
madeleine maddie maddy
magdalena lena magda
margaret maggie meg peggy marge margie madge daisy greta rita peg gretel margarete
maria marie mia mitzi
martha marty mattie
martin marty
mary molly polly may
matilda tilly tilda
matthew matt matty
maureen mo
maximilian max maxi
maxine max
megan meg
michael mike mick micky mickey mikey michel
miguel mikel
millicent millie
mohammed mohamed muhammad mohammad mo
mildred millie
nancy nan
natalie nat nattie
natasha tasha
nathaniel nathan nate nat
nicholas nick nicky nico klaus
nicola nicky nikki
nicole nicky nikki
norman norm
oliver ollie olly
olivia liv livvy
pamela pam
patricia pat patty tricia trish patsy
patrick pat paddy
paul pablo
paula polly
peter pete
philip phillip phil pip
phyllis phyl
priscilla prissy cilla
rachel rach
rafael rafa
raymond ray
rebecca becky becca beck
reginald reg reggie
ricardo rick
richard dick rick ricky richie rich
robert bob bobby rob robbie bert rupert
roberta bobbie
roberto berto beto
roderick rod roddy
rodney rod
roger rodge
ronald ron ronnie
rosemary rose rosie
russell russ
samantha sam sammy
samuel sam sammy
sarah sara sally sadie
sebastian seb basti bastian
sharon shaz
sidney sid
simon si
sophia sophie sofia fia
stanley stan
stephanie steph steffi
stephen steven steve stevie stef
stuart stu stewart
susan sue suzie susie suzanne susannah
sylvia syl
terence terry
theodore ted teddy theo
theresa teresa terry tess tessa tracy resi
thomas tom tommy
timothy tim timmy
tobias toby tobi
ulrich uli
ulrike uli rike
valerie val
veronica ronnie vera
victor vic
victoria vicky vicki tori
vincent vince vinnie
vincenzo enzo
virginia ginny ginger
vivian viv
walter walt wally
wilhelm willi willy
wilhelmina mina minnie
william will bill billy willie liam wilf
winifred winnie freda
winston win
wolfgang wolf
zachary zach zack zak
`;

const others = `
aaron adam adrian aidan ailsa aisha alan albie alice alicia alison allan amber amelia amina amy ana anastasia andrea andreas angus anita anja anna
anne annette annie anton archie ariana arlo astrid aurora austin ava barry beatrice becky bella bernd bertha beverley bjorn bonnie brandon brenda
brian britta bruce bruno bryan caleb callum camille candice carla carmen carolina caroline cassandra cecilia cedric celine chantal chelsea cheryl chloe
claire clara clare claudia claude clive colin connor cora craig curtis dagmar daisy damian daniela daphne darcy darren dawn dean declan delia
denise derek desmond diana diane diego dieter dina dirk dmitri dolores donna doris dorothea duncan dylan edgar edith edmund edwin eileen elaine elena eliana
elias elijah elke ella elliot elsa elvira emanuel emil emilia emilio emmanuel enrique eric erica erik erika erin ernesto esme esther ethan eva evan
eve evelyn ewan faith fatima felicity felix fernando finlay finn fiona flora florian frances franco frank frans franz fredrik frieda friedrich fritz gareth
gary gavin gemma genevieve georgia georgina gerhard gertrude gianluca gilbert giles gina giorgio giulia glen glenn gloria gordon grace graham
grant gregor guido gunther gustav guy gwen hamish hana hannah harriet harrison harvey hassan hazel heather hector heidi heike helena helga helmut henrik herbert herman
hilary hilda holger holly horst howard hugo ian ibrahim ida igor imogen ines inga ingrid irene iris irma isaac isla ivan ivy jacques jan jana jane janice
jared jason jasmine javier jay jayden jean jeanne jenna jens jesse jesus joachim joan joel joerg johan johanna jonas jordan jorg joris joy joyce juan juanita judy
julian juliana julien juliet june jurgen justin justine kai kara karen karin karl karla karsten kasper katja kay kayla keith kelly kelvin kevin kieran kim kirsten
kirsty klara kristen kristin kurt kyle lara larissa lars laura lauren leah lee leila leo leon leonie leonora leroy leslie lewis lia lila lilian lily linda lindsay
lina lisa logan lois loren lorenzo loretta lorna lorraine luca lucia luciano ludovic luis luisa luke luna lydia lynn mabel manfred manuel marc marcel marcello marco marcus
margot marguerite marian mariana marianne mariano marina mario marion marisa marjorie mark marko markus marlene marta martina marvin mathieu matteo matthias maurice mauro
max maya mehmet melanie melissa melvin mercedes meredith mia michele michelle miles milo miriam mohamed moira mona monica monika morgan muriel mustafa myra nadia
naomi neil nelson nia nigel nils nina noah noel noemi nora norbert norma nuria olaf olga omar orlando oscar oskar otto owen pablo paolo pascal paulina pauline pavel pedro
penelope penny petra philippa pia pierre piotr poppy quentin rachael rainer ralf ralph ramon raul regina reiner renate rene rhys rita robin rocco roland rolf roman ronan rosa rosalind
rosie ross rowan ruby rudolf ruth ryan sabine sabrina salvador salvatore sandra santiago saskia scott sean sergio seth shane shannon sheila shirley sienna sigrid silke silvia simone skye
sofia sonia sonja stacey stefan stefania stefano stella sven svenja sylvie tamara tania tanja tanya tara thea theo thelma thierry thorsten tiffany till tina todd torsten trevor
tristan ulla ursula ute uwe valentin valentina vanessa vera verena vernon viktor viola vivienne volker wanda warren wayne wendy werner wesley wilma xavier yasmin yolanda yusuf
yvette yvonne zara zoe ahmed ali ayesha chiara chen davide deepak elif emine fatma francesco giovanna hiroshi hui ikram imran irina jing katarzyna kenji khadija lakshmi lei ling malgorzata
marek mei ming minh mina mira nguyen nikhil nikolai olena oksana priya pradeep rahul raj rajesh ravi sanjay sergei sunita suresh svetlana tomasz vijay wei xin yan yuki yuri zainab
aleksandra agnieszka andrzej barbora bartosz ewa grzegorz jakub jiri jitka krzysztof lukasz maciej magdalena milan pawel petr stanislav vaclav wojciech zbigniew zuzana
alejandra alejandro alvaro angeles arturo beatriz consuelo cristina dolores eduardo esperanza esteban felipe gonzalo hugo ignacio jaime joaquin jorge josefa juana lorena lourdes macarena
marisol montserrat natalia pilar rocio rodrigo rosario ruben vicente ximena adele agathe amelie antoine aurelie baptiste benoit bertrand brigitte camille cecile christelle clement
clementine corinne damien delphine didier dominique elise emilie emmanuelle estelle etienne fabien fabrice florent francois francoise frederic gaelle gerard gilles guillaume helene
herve isabelle jerome josiane laurent lucie lucien marcel margaux mathilde maxime melanie monique nathalie nicolas odile olivier pascale patrice philippe quentin raphael regine remi
remy romain sandrine severine solange stephane sylvain thibault veronique virginie xavier yannick yves bart bas bram coen daan dirk femke floor geert hendrik ineke jaap jeroen jelle joost
joke kees klaas koen lieke lotte maaike maarten marieke marjolein mieke niels pieter pim rik roel ruud sander sanne sjoerd teun tijmen wim wouter willem alessandra alessandro alessio
andrea angelo antonella arianna barbara carmela claudio cosimo daniele domenico donatella elisa elisabetta emanuela fabio fabrizio federica federico filippo francesca gabriele gennaro
giacomo giorgia giulio ilaria isabella laura leonardo letizia lorenzo luca lucia marcella massimo matilde maurizio michela mirko nicola ornella patrizia pietro raffaele riccardo
roberta rosanna rossella sabina serena silvio simona sofia stefania tiziana tommaso umberto valeria vittoria vittorio
`;

/** The names of `diminutives` by number of their lines. A short form may stand for several names. */
const lines = new Map<string, number[]>();
for (const [line, written] of diminutives.trim().split('\n').entries())
  for (const name of written.split(' ')) lines.set(name, [...(lines.get(name) ?? []), line]);

const known = new Set([...lines.keys(), ...others.trim().split(/\s+/), ...givenNamesAbroad.trim().split(/\s+/)]);

/** Whether any word of the text is a common given name. */
export function hasGivenName(text: string): boolean {
  for (const word of foldLetters(text).split(/[^\p{L}]+/u)) if (known.has(word)) return true;
  return hasEastAsianSurname(text);
}

let hashedFor = Number.NaN;
let hashedNames: ReadonlySet<number> = new Set();
let hashedLines: ReadonlyMap<number, readonly number[]> = new Map();

/** The names as they are hashed in this session. */
function hashIn(session: number): void {
  if (hashedFor === session) return;
  hashedFor = session;
  hashedNames = new Set([...known].map((name) => hashText(name, session)));
  hashedLines = new Map([...lines].map(([name, numbers]) => [hashText(name, session), numbers]));
}

/** Whether a hashed word is a common given name. */
export function isGivenHash(hash: number, session: number): boolean {
  hashIn(session);
  return hashedNames.has(hash);
}

/** Whether two hashed words are names of which one is short for the other, or both for the same. */
export function areDiminutives(one: number, other: number, session: number): boolean {
  hashIn(session);
  const numbers = hashedLines.get(one);
  return numbers !== undefined && (hashedLines.get(other)?.some((line) => numbers.includes(line)) ?? false);
}
