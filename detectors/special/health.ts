// Data concerning health, GDPR Article 4(15): what somebody has, takes, has had done or cannot do.
// https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/lawful-basis/special-category-data/what-is-special-category-data/
import type { Detector } from '../detector.ts';
import { judgeNothing } from '../detector.ts';
import { phrases } from '../phrases.ts';
import { readStated } from '../stated.ts';
import { conditionAcronyms, conditionPairs, conditions, conditionsByCue } from './conditions.ts';
import { foreignHealth } from './foreign-health.ts';
import { medicineStems, medicines } from './medicines.ts';
import { bodyPairs, moreConditions, moreMedicines, statedPairs } from './more-conditions.ts';

/** Greek and Latin endings of illnesses and procedures. https://www.ncbi.nlm.nih.gov/books/NBK482122/ */
const endings = phrases(`
  itis, oma, omas, aemia, emia, pathy, osis, ectomy, ostomy, otomy, plasty, oscopy, plegia, paresis, algia, rrhoea, rrhea, dystrophy, atrophy, penia, uria, oedema, edema, epilepsy, sclerosis, stenosis, megaly, kinesia, dysplasia, iasis, phobia,
  ophrenia, somnia, rrhagia, rrhage, ischaemia, ischemia, arthrosis, thrombosis,  pnoea, pnea, aphasia, phasia, phagia, ectasia, ptosis, malacia, entzundung, erkrankung, ektomie, pathie, dystrophie, plegie, algie
`);

const lookAlikes = phrases(`
  head office, back problem with the invoice, back repair, foot traffic, head of, hand sanitiser, hand removal, hand repair, hand operation, disc repair, disc damage, disc failure, disc removal, disc operation, disc problem, disc scan, head repair, head damage, joint operation, joint venture, joint account, joint complaint, joint problem, arm repair, eye screening service, plant disease, elm disease, disease resistant, panic buying, panic button, dont panic, in a panic, no need to panic, panic over, manic monday, manic week, boiling, boils down, boils down to, terminal 1, terminal 2, terminal 3, terminal 4, terminal 5, terminal building, bus terminal, card terminal, payment terminal, airport terminal, computer terminal, ferry terminal, terminal emulator, terminal window, terminal server, container terminal, counselling and, icu time zone, terminal velocity, degenerative case, pet scanner, mri machine,
  premia, back to, back in, back on, back at, back from, back with, back by, back up, call back, come back, go back, get back, be back, is back, was back, cold call, cold calls, cold calling, cold storage, diploma, aroma, oklahoma, tacoma, sonoma, paloma, roma, coma, idioma, axioma,  sympathy, empathy, apathy, antipathy, telepathy,  academia, bohemia, euphemia, hypnosis, osmosis, metamorphosis, symbiosis, apotheosis, kurtosis,
  mitosis, meiosis, diagnosis, dichotomy, nostalgia, liguria, etruria, manchuria, islamophobia, homophobia, xenophobia, transphobia, biphobia,  photosynthosis, microscopy, spectroscopy, stroboscopy, fluoroscopy, april,   
           sympathie, telepathie, antipathie, nostalgie, apathie, empathie,           
  healthy margin, healthy balance, healthy profit, healthy competition, healthy pipeline, healthy growth, health and safety, occupational health and safety, health check of the, economic depression, great depression, tropical depression, stroke of luck, stroke of genius,
  stroke of the pen, brush stroke, two stroke, four stroke, key stroke, back stroke, breast stroke, at a stroke,   blind copy, blind carbon, blind spot, colour blind, double blind, venetian blind, roman blind, roller blind, window blind,
  blind tasting, tone deaf, fell on deaf ears, computer virus, virus scan, virus scanner, anti virus, antivirus, virus protection, virus definition, malware infection, pregnant pause, budget surgery, tree surgery, surgery hours,  
  cancer research, cancer charity, macmillan cancer, tropic of cancer, teenage cancer trust, breast cancer now, cancer newsletter, sick of, sick building, allergic to change, allergic to risk, hay fever pitch, fever pitch, disabled account, account is disabled, account was disabled,
  is disabled by default, feature is disabled, disabled by, temporarily disabled, disabled in, disabled on, button is disabled, disabled access, disabled parking, disabled toilet, disability insurance, health insurance, life insurance, health club, health food, mental note, mental arithmetic, injury time,
  stress test, stress tests, stress testing, under stress, stress that, stress the, stressed that, hearing from you, cold shock, culture shock, shock absorber, sticker shock, paralysis by analysis, wheelchair access, wheelchair accessible, wheelchair ramp, wheelchair space, wheelchair friendly, hearing aid loop, water retention tank, ultrasound machine, ultrasound cleaner, ultrasonic, x ray machine, venous, vestibular, corneal lens, doctor syndrome, analysis paralysis, fatal error, bug bite, memory loss detection, insulin pump manufacturer,  
  inflation fever, gold fever, operation hours, in operation, hours of operation, co operation, the operation of, confusion about, confusion over, to avoid confusion, complications with the order, flu season, depression in the market, anxiety about the, anxious to, medical supplies, medical equipment, medical device, medical practice, medical centre, medical center, medical school, medical insurance,
  sick leave policy, maternity policy, absence policy, wellbeing day, fire blanket, burns night, burns supper,  patient portal,  blood orange,  contact tracing, first aid, first aider, prescribed form, prescribed period, prescribed by law, prescribed by the, prescribed in, prescribed information,
  prescribed limit, prescribed manner, prescribed time, diagnosed a fault, diagnosed the fault, diagnosed the problem, fault diagnosis, diagnosis of the fault, diagnosis of the problem, symptoms of the problem, suffers from a lack, suffering from a lack, suffers from poor, under the care of the carrier, transplant the, catheter tip, 
  pregnancy yoga, antenatal class, 
   stockholm syndrome, imposter syndrome, impostor syndrome, paranoid android, weight loss shake, trauma centre, fits in, fits the, fits with, fits into, fits well, fits all, fits our, fits your, fits a, from confusion, disorder of the files
`);

export const health: Detector = {
  id: 'special-health',
  category: 'special',
  anchor: 'words',
  weak: true,
  key: 'none',
  labels: phrases(`
    diagnosis, diagnoses, primary diagnosis, secondary diagnosis, medical condition, medical conditions, health condition, health conditions, medication, medications, current medication, medicines, allergies, allergy, known allergies,
    disability, disabilities, medical history, past medical history, presenting complaint, symptoms, mental health, blood group, blood type, blood pressure, prognosis, treatment plan, diagnose, diagnosen, medikation, medikamente, allergien,
    behinderung, krankheiten, vorerkrankungen, diagnostic, diagnostic médical, traitement médical, médicaments, antécédents médicaux, handicap
  `),
  headers: phrases(`
    diagnosis, diagnoses, diagnosis code, primary diagnosis, secondary diagnosis, principal diagnosis, admission diagnosis, discharge diagnosis, icd, icd10, icd 10, icd code, icd 10 code, snomed, snomed code, read code, medical condition, medical conditions, health condition, health conditions,
    condition diagnosed, long term condition, long term conditions, pre existing conditions, underlying conditions, comorbidities, comorbidity, chief complaint, presenting complaint, symptom, symptoms, medication, medications, current medication, meds, medicine, medicines, prescription,
    prescriptions, prescribed medication, drug allergies, drug name, dosage, allergies, allergy, known allergies, food allergies, allergies intolerances, allergy information, disability, disabilities, disability status, disabled, is disabled, registered disabled, disability details, impairment, impairments,
    sen status, send status, sen need, sen type, special needs, special educational needs, ehcp, access needs medical, medical, medical notes, medical info, medical information, medical needs, medical details, medical history, past medical history, pmh, family medical history, health issues, health problems,
    health needs, health status, health notes, health details, health concerns, health information, mental health, mental health status, mental health condition, mental health notes, physical health, blood group, blood type, blood pressure, bp, bmi, hba1c, cholesterol, blood sugar, hiv status, covid status, covid 19 status,
    test result, lab result, lab results, test results medical, vaccination status, vaccinated, vaccinations, immunisations, immunizations, covid vaccination, pregnant, pregnancy, pregnancy status, due date baby, smoker, smoking status, alcohol intake, alcohol units, treatment plan, treatment received, procedure performed, surgery type, surgical procedure,
    reason for admission, admission reason, cause of death, injury, injuries, injury type, type of injury, nature of injury, sickness reason, sick leave, sick days, sickness absence, sickness, absence reason, reason for absence, fit note, sick note, occupational health, prognosis, patient condition, clinical notes, clinical diagnosis, triage category,
    dnacpr, care needs, mobility needs, dietary medical, diagnose, diagnosen, diagnoseschlussel, hauptdiagnose, medikation, medikamente, allergien, behinderung, schwerbehinderung, grad der behinderung, gdb, vorerkrankungen, krankheiten, erkrankung, krankmeldung, krankheitstage, blutgruppe, gesundheitszustand, symptome, schwangerschaft,
    diagnostic médical, pathologie, pathologies, maladie, maladies, allergie, traitement médical, médicament, médicaments, antécédents médicaux, handicap, groupe sanguin, arrêt maladie, état de santé, symptômes
  `),
  words: {
    pairs: [...conditionPairs, bodyPairs, statedPairs],
    terms: [...conditions, ...moreConditions, ...medicines, ...moreMedicines, ...foreignHealth],
    acronyms: conditionAcronyms,
    cued: conditionsByCue,
    endings: [...endings, ...medicineStems],
    except: lookAlikes,
  },
  judge: judgeNothing,
  read: readStated,
};
