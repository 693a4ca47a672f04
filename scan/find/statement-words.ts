// Words that deny a statement, turn it away from the person, or bring it back. After NegEx: triggers before and behind a finding, false
// triggers, and a scope of a few words that a turn ends. https://doi.org/10.1006/jbin.2001.1029, multilingual lexicon: https://doi.org/10.3233/978-1-61499-289-9-677
import { phrases } from '../../detectors/phrases.ts';

/** Phrases that deny what follows within so many words, or say it of people in general. */
export const deniers: readonly [reach: number, phrases: readonly string[]][] = [
  [
    6,
    phrases(`
      no, not, never, none, without, nor, neither, denies, denied, denying, negative for, negative to, free of, free from,
      ruled out, rules out, rule out, excluded, absence of, lack of, hasnt, havent, isnt, wasnt, doesnt, dont, didnt, cannot have,
      no evidence of, no history of, no sign of, no signs of, no known, no record of, no previous, tested negative for, never had,
      unlikely to have, instead of, nicht, kein, keine, keinen, keiner, keinerlei, nie, niemals, ohne, weder, verneint, ausgeschlossen,
      pas de, pas d, n est pas, na pas, n a pas, nest pas, aucun, aucune, jamais, sans, ni, nie avoir, absence de
    `),
  ],
  [
    5,
    phrases(`
      people with, people who have, people living with, patients with, patients who have, those with, those who have, anyone with,
      anybody with, anyone who has, someone with, everyone with, individuals with, adults with, children with, women with, men with,
      customers with, employees with, staff with, users with, persons with, people on, patients on, if you have, if you are, if someone has,
      in case of, prevention of, prevent, preventing, treatments for, treatment of, research into, research on, awareness of,
      market for, studies of, study of, study on, article on, article about, book on, book about, talk on, lecture on, workshop on,
      seminar on, webinar on, training on, training in, course on, policy on, guidance on, guide to, information on, information about,
      leaflet on, leaflets on, leaflet about, facts about, specialist in, specialises in, specializes in, specialising in, expert in, expert on,
      consultant in, lead for, head of, professor of, lecturer in, works in, working in, works for, interested in, experience in,
      raise money for, raising money for, fundraising for, in aid of, donation to, donations to, donate to, sponsor, sponsored by,
      manufacturer of, supplier of, range of, menschen mit, patienten mit, personen mit, personnes atteintes de, patients atteints de
    `),
  ],
];

/** Phrases that hold a denier, a writer or the like and are none: numbers, and what is denied is not the finding. */
export const elsewhere: readonly string[] = phrases(`
  no doubt, no longer, no change in, no change, no improvement, no increase in, no better, no worse, no cure, not only, not just, not sure if,
  not sure whether, not certain, not coping with, not managing, not responding to, not taking, not complying with, not well, not yet treated for,
  not controlled, no control of, not necessarily, not surprising, without doubt, without delay, without treatment, no stranger to,
  ref no, reference no, policy no, account no, nhs no, phone no, tel no, telephone no, mobile no, ni no, client no,
  customer no, patient no, case no, house no, id no, membership no, passport no, licence no, certificate no, acc no, hospital no,
  i think, i believe, i understand, i hear, i heard, i am told, i was told, i note, i see, i know, i met, i saw, i visited, i am writing about,
  we think, we believe, we understand, we know, we have been told, you know, you asked about, nicht nur, pas seulement
`);

/** Words that begin something new, in which a denial does not hold on. */
export const turns: readonly string[] = phrases(`
  but, however, although, though, yet, except, apart from, has, takes, taking, suffers, still, diagnosed, instead, aber, jedoch, obwohl, sondern,
  leidet, nimmt, hat, mais, cependant, toutefois, sauf, souffre, prend
`);

/** Who writes and who reads: what is said of them is said of nobody's client. */
export const writers: readonly string[] = phrases(`
  i, im, ive, my, me, we, our, you, your, youre, youve, ich, mein, meine, meiner, wir, unser, unsere, sie haben, je, mon, ma,
  mes, nous, notre, nos, vous, votre, vos
`);

/** Those who are neither. */
export const otherSubjects: readonly string[] = phrases(`
  he, she, they, his, her, him, their, them, hes, shes, theyre, who, whose, mr, mrs, ms, miss, patient, client, customer, tenant, resident, employee,
  colleague, member, pupil, student, applicant, claimant, defendant, service user, candidate, son, daughter, child, husband, wife, partner,
  mother, father, er, seine, seiner, patientin, klient, klientin, kunde, kundin, mitarbeiter, mitarbeiterin, herr, frau, il, elle, son, sa, ses,
  patiente, cliente, monsieur, madame
`);

/** Nouns behind a term that make it a subject, an event, a job or a thing rather than somebody's state. */
export const topics: ReadonlySet<string> = new Set(
  phrases(`
    awareness, research, researcher, charity, charities, fundraiser, fundraising, campaign, campaigns, campaigner, week, month, day, conference,
    congress, seminar, webinar, workshop, workshops, training, course, courses, lecture, talk, policy, policies, guidance, guideline, guidelines,
    leaflet, leaflets, newsletter, magazine, journal, book, books, article, articles, blog, podcast, documentary, event, events, foundation,
    society, association, institute, statistics, stats, survey, study, studies, trial, trials, market, markets, industry, sector, product,
    products, equipment, supplies, software, app, device, devices, film, films, festival, nurse, nurses, doctor, practitioner, practitioners,
    specialist, specialists, consultant, consultants, therapist, counsellor, adviser, advisor, lecturer, professor, expert, experts, lead,
    manager, coordinator, champion, helpline, hotline, prevention, kit, kits, sponsor, sponsors, sponsorship, strategy, legislation, law, bill,
    act, theme, themed, quiz, fair, expo, exhibition, stand, poster, posters, video, videos, website, page, forum, network, committee,
    directorate, department, dept, budget, funding, grant, grants, initiative, agenda, drug company, risk factors, rates, rate, cover, insurance,
    forschung, verband, verein, stiftung, beratung, tag, woche, kongress, studie, recherche, semaine, journee, colloque
  `),
);

/** Nouns behind a term that make a name of both where they are capitalised: "Diabetes UK", "Macmillan Cancer Support". */
export const namesOfBodies: ReadonlySet<string> = new Set(
  phrases(`
    uk, support, action, care, relief, trust, centre, center, clinic, hospital, ward, services, service, alliance, union, council, team, unit,
    fund, aid, scotland, wales, ireland, england, international, europe, street, road, lane, avenue, close, square, house, court, terrace, hill
  `),
);
