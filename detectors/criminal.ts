// Criminal offence data, GDPR Article 10: convictions, cautions, sentences, and being under suspicion.
// https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/lawful-basis/criminal-offence-data/, offences by Home Office group:
// https://www.gov.uk/government/publications/counting-rules-for-recorded-crime
import type { Detector } from './detector.ts';
import { judgeNothing } from './detector.ts';
import { phrases } from './phrases.ts';
import { readStated } from './stated.ts';

const offences = `theft, burglary, robbery, fraud, forgery, shoplifting, handling stolen goods, assault, common assault, battery, abh, gbh, actual bodily harm, grievous bodily harm, wounding, affray, murder, manslaughter, attempted murder, rape, sexual assault, sexual abuse, indecent assault, indecent exposure, indecent images, grooming, arson, criminal damage,
  vandalism, harassment, stalking, threats to kill, blackmail, kidnapping, false imprisonment, drink driving, drunk driving, drug driving, dangerous driving, careless driving, driving while disqualified, speeding, drug dealing, drug trafficking, drug offences, possession, possession of cannabis, possession of cocaine, possession of heroin, possession of class a, possession with intent to supply,
  possession of a knife, possession of an offensive weapon, supplying drugs, intent to supply, money laundering, bribery, corruption, embezzlement, tax evasion, benefit fraud, false accounting, perjury, perverting the course of justice, contempt of court, conspiracy, terrorism, terrorism offences, modern slavery, human trafficking, domestic violence, domestic abuse, coercive control,
  child cruelty, child neglect, soliciting, prostitution, public order offences, breach of the peace, disorderly conduct, drunk and disorderly, hate crime, racially aggravated, obstruction, resisting arrest, escape, breach of bail, breach of probation, cybercrime, hacking, identity theft, trespass, poaching, animal cruelty, dui, dwi, larceny, felony, misdemeanor, grand theft, aggravated assault, offences, an offence, a crime`;

export const criminal: Detector = {
  id: 'criminal',
  category: 'criminal',
  anchor: 'words',
  weak: true,
  key: 'none',
  labels: phrases(`
    conviction, convictions, criminal record, criminal convictions, previous convictions, unspent convictions, offence, offences, offense, dbs, dbs check, dbs result, dbs status, pnc id, sentence length, bail conditions, vorstrafen, führungszeugnis, casier judiciaire
  `),
  headers: phrases(`
    conviction, convictions, conviction date, date of conviction, criminal conviction, criminal convictions, previous convictions, unspent convictions, spent convictions, convicted, criminal record, criminal records, criminal record check, criminal history, criminal background, criminal charges, charge description, offence, offences, offence type, offence code, offence date, offence description, index offence, offense, offenses, offense type, offense code, offense date,
    crime type committed, caution, cautions, police caution, police record, pnc, pnc id, pnc number, cro number, cro no, arrest, arrests, arrest date, arrested, arrest reason, arrest record, sentence length, sentence type, sentence date, sentence expiry, sentencing, custodial sentence, licence conditions, probation officer, probation status, probation order, probation area, parole, parole status, parole date, prison, prison number, prisoner number, noms, noms id, noms number,
    bail, bail status, bail conditions, remand status, release date prison, sex offender, sex offender status, registered sex offender, mappa, mappa level, oasys, dbs, dbs check, dbs result, dbs status, dbs outcome, dbs number, dbs certificate, dbs certificate number, dbs certificate no, dbs no, dbs date, dbs issue date, dbs disclosure, dbs level, enhanced dbs, crb, crb check, crb number, crb result, pvg, pvg number, disclosure number, barred list, barred list check, background check result, driving offences,
    motoring convictions, penalty points, disqualification driving, court case outcome, verdict, plea, asbo, gang affiliation, vorstrafe, vorstrafen, führungszeugnis, straftat, straftaten, verurteilung, verurteilungen, strafregister, haftstrafe, bewährung, casier judiciaire, condamnation, condamnations, infraction, infractions, délit, antécédents judiciaires
  `),
  words: {
    pairs: [
      [
        phrases(
          'convicted of, convicted for, charged with, accused of, suspected of, guilty of, arrested for, arrested on suspicion of, wanted for, sentenced for, jailed for, imprisoned for, investigated for, prosecuted for, cautioned for, fined for, alleged, committed, previous for, record for, offence of, suspicion of, admitted, served time for',
        ),
        phrases(offences),
      ],
    ],
    terms: phrases(`
        convicted, served two years, served six months, cautioned by the police, cautioned by, electronically tagged, on tag, murder charge, manslaughter charge, fraud charges, racketeering, embezzlement, embezzled, restraining order, police investigation, investigated by the police, investigated by police, wanted by police, wanted by the police, caught stealing, caught shoplifting, was fined for, fined for speeding, penalty notice, warrant issued, bench warrant, offender manager, offender management, found not guilty, not guilty plea, police complaint against, murder suspect, murdered, committed murder, stabbed, assaulted, sexually assaulted, sexually abused, abused children, indecent images, knife crime, stolen car, stole from, theft from, theft charge, assault charge, burglary, drug offence, driving offence, sexual offence, sexual offences, violent offence, weapons offence, public order offence, hate crime, conviction for, police matter, crime reference number, crime ref, custody suite, custody record, magistrates court hearing, court order against, appeared in court, appeared before magistrates, crown prosecution service, cps charging, intermediate custody, tag curfew, detained by police, police station interview, previous conviction, criminal conviction, spent conviction, unspent conviction, motoring conviction, conviction, criminal record, criminal history, criminal past, criminal offence, criminal offense, criminal charge, criminal charges, criminal proceedings, criminal investigation, criminal behaviour, police caution, cautioned by police, cautioned for, formally cautioned, conditional caution, caution for,
        arrested, re arrested, under arrest, arrest warrant, warrant for her arrest, warrant for his arrest, on bail, released on bail, bail conditions, police bail, bail hostel, breached bail, remanded, on remand, remanded in custody, in custody, in police custody, taken into custody, charged by police, charged under, pleaded guilty, pleads guilty, pled guilty, plead guilty, found guilty, guilty plea, guilty verdict, acquitted, awaiting trial, awaiting sentence, sentenced to, sentenced for, was sentenced,
        been sentenced, prison sentence, custodial sentence, suspended sentence, life sentence, jail sentence, jail term, months in prison, years in prison, year sentence, month sentence, served time, serving a sentence, serving time, in prison, sent to prison, released from prison, prison release, imprisoned, imprisonment, jailed, incarcerated, incarceration, young offender, young offender institution, youth offending, youth offending team, ex offender, ex convict, offender, reoffending, re offending, reoffended, offending history, offending behaviour,
        offended again, on probation for, probation officer, probation order, probation service, on licence from, released on licence, recalled to prison, on parole, parole board, parole officer, parole hearing, community order, community service order, community payback, unpaid work order, curfew order, electronic tag, ankle tag, tagged by, restraining order against, non molestation order, injunction against her, injunction against him, asbo, antisocial behaviour order, criminal behaviour order, sexual harm prevention order, sex offender, sex offenders register, registered sex offender,
        paedophile, pedophile, child abuser, rapist, murderer, drug dealer, drug dealing, thief, shoplifter, shoplifting, arsonist, fraudster, domestic abuser, perpetrator of, alleged perpetrator, gang member, gang involvement, county lines, radicalised, terrorist offence, mappa, prisoner, inmate, detainee, ex prisoner, drink driving, drink driver, drunk driving, drug driving, driving ban, banned from driving, disqualified from driving, penalty points, speeding offence, fixed penalty notice, gbh, grievous bodily harm, actual bodily harm, stolen goods,
        class a drugs, class b drugs, possession of cannabis, possession of drugs, possession with intent, dbs check, dbs certificate, enhanced dbs, dbs disclosure, dbs result, dbs positive, crb check, disclosure and barring, barred list, barred from working with children, magistrates court for, crown court for, crown court trial, police record, police national computer, rap sheet, mugshot, police interview under caution, interviewed under caution, under police investigation, suspect in, prime suspect, indicted, indictment, felony, felon, misdemeanor, misdemeanour, parolee, juvenile detention, dui, war criminal, deportation order,
        hmp wandsworth, hmp, vorbestraft, vorstrafe, vorstrafen, verurteilt, verurteilt wegen, straftat, straftäter, straftäterin, haftstrafe, freiheitsstrafe, bewährungsstrafe, auf bewährung, bewährungshelfer, untersuchungshaft, in haft, festgenommen, verhaftet, angeklagt, strafverfahren, ermittlungsverfahren, ermittlungsverfahren gegen, führungszeugnis, vorbestrafung, trunkenheit am steuer, körperverletzung, diebstahl verurteilt, sexualstraftäter, justizvollzugsanstalt, strafbefehl,
        condamné, condamnée, condamné pour, condamnation pénale, casier judiciaire, en garde à vue, garde à vue, mis en examen, mise en examen, incarcéré, incarcérée, en prison, emprisonné, emprisonnement, sursis, prison avec sursis, libération conditionnelle, détention provisoire, détenu, détenue, délinquant, délinquante, récidiviste, agresseur, délinquant sexuel, conduite en état d ivresse, infraction pénale, interpellé par la police, plainte contre lui
      `),
    acronyms: phrases('abh, rso, shpo, mappa, hdc, cro'),
    cued: {
      cues: phrases(
        'convicted, condamné pour, charged, accused, suspected, guilty, arrested, sentenced, jailed, imprisoned, prosecuted, cautioned, counts of, offence, offences, sentence, conviction, convictions, allegation, allegations, perpetrator, verurteilt, condamné, condamnée, bail',
      ),
      terms: [
        ...phrases(offences).filter((offence) => offence !== 'battery'),
        ...phrases(
          'violence, drugs, cannabis, cocaine, heroin, weapons, knife, offender, stealing, stole, dealing, trafficking, custody, diebstahl, betrug, raub, mord, körperverletzung, vol, viol, escroquerie, meurtre, violences, recel',
        ),
      ],
    },
    except: phrases(`
      conviction that, conviction rate, conviction rates, strong conviction, strong convictions, with conviction, of conviction, great conviction, deep conviction, religious conviction, religious convictions, political conviction, political convictions, courage of her convictions, courage of his convictions, courage of their convictions, my conviction, our conviction, lacks conviction, carries conviction, personal conviction, convictions politiques, convictions religieuses,
      cardiac arrest, respiratory arrest, arrested development, convicted that, admitted to, admitted assault course, committed to, committed an offence under the terms, committed to the, prison officer, prison service, prison reform, prison nurse, prison visitor, prison break, offender management unit vacancy, in custody of the bank, safe custody, custody of the goods, custody account, custody services, child custody, custody of the children, joint custody, custody battle, custody arrangements, custody hearing, asset custody,
      bail out, bail in, cricket bail, hay bail, charged under warranty, charged under the contract, charged under separate, charged under this, guilty pleasure, guilty conscience, feel guilty, feels guilty, felt guilty, battery charged with, fully charged with, dbs bank, dbs cheques, dbs check provider, sentenced in, thief proof, stolen goods report, identity thief, victim of identity theft, dui data, murder mystery, criminal justice, criminal law, criminal lawyer, criminal solicitor, criminal barrister, criminal procedure, criminal court clerk,
      criminal finances act, alleged offences act, fraud prevention, committed offences under, parole vacancy, speeding up, speeding things up, suspect in the code, the prisoner of azkaban, criminal minds, offender profile, sursis à statuer, arrested the decline, arrested the fall, admitted possession of the keys, possession of the keys, possession of the property, possession of the goods, admitted speeding up, charged with leading, charged with managing, hmp ltd, prisoner of conscience, prisoner of war
    `),
  },
  judge: judgeNothing,
  read: readStated,
};
