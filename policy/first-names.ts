// Given names that are common in Britain and Ireland, with their short forms: alone, none of them says who someone is. Chosen by hand
// from the ranks of https://www.ons.gov.uk/peoplepopulationandcommunity/birthsdeathsandmarriages/livebirths (1944 to 2004).

export const commonFirstNames: ReadonlySet<string> = new Set(
  [
    'aaron abbie abdul abigail adam adrian ahmed aidan aisha alan alastair albert alex alexander alexandra alfie alfred ali alice alison',
    'amanda amber amelia amir amy andrea andrew andy angela anita ann anna anne annette annie anthony antony archie arthur ashley barbara',
    'barry becky ben benjamin bernadette bernard beth bethany betty beverley bill billy bob brandon brenda brian bridget bruce callum cameron',
    'carl carla carol caroline catherine cathy charlie charles charlotte chelsea cheryl chloe chris christian christina christine christopher',
    'ciaran claire clare clive colin connor conor craig daisy dan daniel danielle darren dave david dawn dean debbie deborah declan denis',
    'denise dennis derek diana diane dominic donald donna doreen dorothy douglas duncan dylan eamonn edward eileen elaine eleanor elizabeth',
    'ella ellen ellie elsie emily emma eric erin ethan eva evelyn evie fatima fiona florence frances francis frank fred freddie frederick',
    'freya gareth gary gavin gemma geoff geoffrey george georgia georgina gerald gerard gillian glen glenn gloria gordon grace graham grant',
    'greg gregory guy hannah harriet harry harvey hassan hazel heather helen henry hilary holly howard hugh ian ibrahim imogen irene isaac',
    'isabel isabella isla ivan jack jackie jacob jacqueline jade jake james jamie jan jane janet janice jasmine jason jay jayne jean jeff',
    'jeffrey jenna jennifer jenny jeremy jessica jill jim joan joanna joanne joe joel john johnny jon jonathan jordan joseph josephine josh',
    'joshua joy joyce judith judy julia julian julie june karen karl kate katherine kathleen kathryn katie katy kay kayleigh keith kelly ken',
    'kenneth kerry kevin kieran kim kirsty kyle laura lauren leah leanne lee leo leon leonard leslie lesley lewis liam lily linda lindsay lisa',
    'liz lizzie lloyd logan lorraine louis louise luca lucy luke lydia lynn lynne maddie madeleine malcolm mandy marc marcus margaret maria',
    'marian marie marilyn marion mark martin martyn mary mason matilda matt matthew maureen max maxine megan mehmet melanie melissa mia michael',
    'michelle mick mike millie miriam mohammad mohammed molly monica morgan muhammad nadia naomi natalie natasha nathan neil niall nicholas nick',
    'nicky nicola nicole nigel noah noel nora norma norman oliver olivia omar oscar owen pamela pat patricia patrick paul paula pauline peggy',
    'penny pete peter phil philip phillip phoebe pippa poppy priya rachael rachel ralph ray raymond rebecca reece rhys richard rita rob robert',
    'roberta robin rodney roger ronald rosa rose rosemary rosie ross roy ruby rupert russell ruth ryan sally sam samantha samuel sandra sara',
    'sarah scott sean shane shannon sharon shaun sheila shirley sian simon siobhan sofia sophia sophie stacey stella stephanie stephen steve',
    'steven stewart stuart sue summer susan suzanne sylvia tanya tara ted teresa terence terry theo theresa thomas tim timothy tina toby todd',
    'tom tommy tony tracey tracy trevor valerie vanessa vera veronica vicky victor victoria vincent violet vivien walter warren wayne wendy',
    'will william yasmin yusuf yvonne zachary zara zoe',
  ].flatMap((line) => line.split(' ')),
);
