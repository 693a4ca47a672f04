// Names of illnesses, injuries, disabilities and states of health, by the chapters of ICD-10 (https://icd.who.int/browse10/) and as people
// write them (https://www.nhs.uk/conditions/). Families such as -itis are told by their ending: health.ts.
import { phrases } from '../phrases.ts';

export const conditions: readonly string[] = phrases(`
  tuberculosis, sepsis, septicaemia, septicemia, meningitis, hiv positive, hiv, hepatitis b, hepatitis c, herpes, shingles, chlamydia,
  gonorrhoea, gonorrhea, syphilis, genital warts, scabies, malaria, measles, mumps, chickenpox, whooping cough, glandular fever, lyme disease,
  covid, covid 19, long covid, influenza, flu, norovirus, salmonella, mrsa, c difficile, toxoplasmosis, candida, thrush, ringworm, polio,
  sexually transmitted infection, sexually transmitted disease, urinary tract infection, chest infection, kidney infection, ear infection,
  cancer, tumour, tumor, leukaemia, leukemia, breast cancer, prostate cancer, lung cancer, bowel cancer, skin cancer, metastatic, metastasis,
  metastases, malignant, malignancy, neoplasm, hodgkins disease, brain tumour, terminally ill, terminal illness, palliative, end of life care,
  chemotherapy, radiotherapy, oncology patient, remission from cancer, in remission,
  anaemia, anaemic, sickle cell, sickle cell disease, thalassaemia, haemophilia, hemophilia, haemophiliac, blood clot, deep vein thrombosis,
  pulmonary embolism, immunosuppressed, immunocompromised, immune deficiency, autoimmune disease, sarcoidosis, sjogrens,
  diabetes, diabetic, type 1 diabetes, type 2 diabetes, type i diabetes, type ii diabetes, prediabetes, hypothyroidism, hyperthyroidism,
  underactive thyroid, overactive thyroid, thyroid disorder, graves disease, hashimotos, obese, obesity, morbidly obese, addisons disease,
  cushings syndrome, hypoglycaemia, high cholesterol, gout, malnutrition, malnourished, vitamin b12 deficiency, lactose intolerant, lactose intolerance,
  dementia, alzheimers, alzheimers disease, vascular dementia, lewy body, delirium, schizophrenia, schizophrenic, schizoaffective, psychosis,
  psychotic, bipolar, bipolar disorder, manic depression, manic episode, clinical depression, depressive episode, depressive disorder,
  depression, anxiety, postnatal depression, postpartum depression, severe depression, depression and anxiety, anxiety and depression, anxiety disorder,
  generalised anxiety, panic attack, panic disorder, agoraphobia, social anxiety, obsessive compulsive, ptsd, cptsd, post traumatic stress,
  personality disorder, borderline personality, eating disorder, anorexia, anorexic, bulimia, bulimic, binge eating, self harm, self harming, self harmed,
  suicidal, suicide attempt, attempted suicide, suicidal ideation, overdose, overdosed, mental health issue, mental health problem, mental health condition,
  mental health difficulty, mental illness, mentally ill, mental breakdown, nervous breakdown, mental disorder, mental health crisis, mental health act, sectioned under,
  poor mental health, work related stress, stress related absence, signed off with stress, off with stress, burnout, insomnia, sleep apnoea, sleep apnea, night terrors,
  alcoholic, alcoholism, alcohol dependence, alcohol dependent, alcohol dependency, alcohol misuse, alcohol abuse, alcohol addiction, drinking problem,
  drug addiction, drug addict, drug dependence, drug misuse, drug abuse, substance misuse, substance abuse, substance use disorder, heroin addict,
  opioid dependence, recovering addict, recovering alcoholic, in rehab, detox programme, gambling addiction,
  autism, autistic, autism spectrum, aspergers, asperger syndrome, adhd, attention deficit, hyperactivity disorder, dyslexia, dyslexic, dyspraxia, dyspraxic,
  dyscalculia, tourettes, tourette syndrome, learning disability, learning difficulty, learning disabled, developmental delay, global developmental delay,
  special educational needs, speech delay, language disorder, selective mutism, neurodivergent, neurodiverse, intellectual disability, downs syndrome,
  down syndrome, fetal alcohol syndrome, foetal alcohol syndrome,
  epilepsy, epileptic, epileptic seizure, seizures, convulsion, multiple sclerosis, motor neurone disease, parkinsons, parkinsons disease, huntingtons,
  huntingtons disease, cerebral palsy, muscular dystrophy, spina bifida, migraine, cluster headache, stroke, mini stroke, transient ischaemic attack,
  brain injury, head injury, brain haemorrhage, aneurysm, concussion, hydrocephalus, narcolepsy, sciatica, bells palsy, paralysis, paralysed, paralyzed,
  paraplegic, quadriplegic, tetraplegic, hemiplegia, guillain barre, myasthenia gravis, chronic fatigue syndrome, myalgic encephalomyelitis, restless legs,
  functional neurological disorder, cauda equina,
  partially sighted, visually impaired, visual impairment, sight impaired, registered blind, legally blind, blindness, glaucoma, cataract, macular degeneration,
  detached retina, diabetic retinopathy, hard of hearing, hearing impaired, hearing impairment, hearing loss, deafness, profoundly deaf, tinnitus, cochlear implant, hearing aid, menieres,
  vertigo, heart attack, myocardial infarction, angina, heart failure, heart disease, heart condition, coronary heart disease, cardiac arrest, arrhythmia, atrial fibrillation,
  heart murmur, high blood pressure, low blood pressure, hypertension, hypertensive, hypotension, varicose veins, peripheral arterial disease, cardiovascular disease,
  asthma, asthmatic, copd, chronic obstructive, emphysema, pneumonia, cystic fibrosis, pulmonary fibrosis, lung disease, pleurisy, hay fever, respiratory failure,
  crohns, crohns disease, irritable bowel, irritable bowel syndrome, inflammatory bowel disease, coeliac, coeliac disease, celiac disease, stomach ulcer, peptic ulcer, acid reflux,
  hernia, gallstones, kidney stone, kidney disease, kidney failure, renal failure, chronic kidney disease, liver disease, liver failure, cirrhosis, fatty liver, jaundice,
  haemorrhoids, hemorrhoids, incontinence, incontinent, doubly incontinent, diverticular disease, gastric ulcer, food intolerance,
  eczema, psoriasis, rosacea, vitiligo, acne, urticaria, cellulitis, pressure ulcer, pressure sore, leg ulcer, skin condition,
  rheumatoid, osteoporosis, fibromyalgia, lupus, scoliosis, slipped disc, prolapsed disc, back injury, back pain, chronic pain, whiplash, fracture, fractured, broken leg,
  broken arm, broken wrist, broken hip, broken ankle, hip replacement, knee replacement, joint replacement, amputee, amputation, amputated, repetitive strain injury, carpal tunnel,
  frozen shoulder, torn ligament, spinal injury, spinal cord injury, ankylosing, ehlers danlos, hypermobility, marfan syndrome, joint pain, chest pain,
  pregnant, pregnancy, expecting a baby, miscarriage, miscarried, stillbirth, stillborn, ectopic pregnancy, pre eclampsia, preeclampsia, gestational diabetes, caesarean, c section,
  termination of pregnancy, abortion, ivf, fertility treatment, infertile, infertility, endometriosis, polycystic ovary, polycystic ovaries, fibroids, menopause, menopausal, hysterectomy,
  erectile dysfunction, premature birth, antenatal, prenatal, maternity pathway, due to give birth, morning sickness, hyperemesis,
  cleft lip, cleft palate, congenital heart, congenital disorder, birth defect, phenylketonuria, hirschsprung,
  disability, physical disability, disabled person, registered disabled, wheelchair user, wheelchair bound, uses a wheelchair, in a wheelchair, mobility impairment, reduced mobility,
  mobility problems, long term condition, long term illness, limiting illness, chronic illness, chronically ill, critically ill, seriously ill, medical condition, health condition,
  underlying health, health problem, ill health, poor health, health issue, life limiting, terminally, bedbound, housebound, frailty, frail, prosthetic leg, prosthetic limb, hidden disability,
  allergic to, allergy, nut allergy, peanut allergy, anaphylaxis, anaphylactic, food allergy, latex allergy, penicillin allergy, severe allergy, epipen,
  sick leave, sickness absence, off sick, signed off sick, signed off work, long term sick, fit note, sick note, unfit for work, medical leave, return from sickness, sick pay due to,
  medically retired, ill health retirement, statutory sick pay, occupational health referral, medical appointment, hospital appointment, hospitalised, hospitalized, admitted to hospital, in hospital, discharged from hospital,
  intensive care, in a coma, life support, on oxygen, feeding tube, stoma, colostomy, catheter, dialysis, transplant, kidney transplant, liver transplant, pacemaker, defibrillator, stent,
  heart bypass, bypass surgery, underwent surgery, had surgery, having surgery, surgery for, operation on her, operation on his, keyhole surgery, blood transfusion, biopsy, mri scan, ct scan, x ray results, ultrasound scan,
  blood test, blood test results, smear test, mammogram, colonoscopy, endoscopy, ecg, echocardiogram, hba1c, blood sugar, blood pressure, blood glucose, body mass index, viral load, cd4 count, psa level, test positive, tested positive,
  positive test, diagnosed with, diagnosis of, diagnosed as, prognosis, symptoms of, suffers from, suffering from, suffered from, medical history, medical record, gp records, health records,
  prescribed, prescription for, medication for, on medication, taking medication, repeat prescription, antidepressant, antidepressants, anti depressants, antipsychotic, antipsychotics, antibiotics, painkillers, insulin, inhaler, inhalers, beta blocker, beta blockers, blood thinners, steroids for,
  chemo, hormone replacement, contraceptive pill, contraception, vaccinated against, vaccination status, unvaccinated, immunisation, physiotherapy, psychotherapy, psychiatrist, psychiatric, counselling for, cbt for, speech therapy, occupational therapy,
  under the care of, attends camhs, camhs, community mental health team, crisis team, rehab for, care plan for, personal care needs, continence care, needs hoist, dnacpr, do not resuscitate, advance care plan,
  smoker, heavy smoker, ex smoker, smokes 20, units of alcohol, blood group, blood type, organ donor, head lice, bedwetting, soiling,
  brain damage, nerve damage, physical injury, personal injury, industrial injury, serious injury, work injury, injured her, injured his, burns to, dislocated, sprained, ruptured, stab wound, gunshot wound, soft tissue injury, internal bleeding
`);

/** Written in capitals; in small letters most are other words. */
export const conditionAcronyms: readonly string[] = phrases(`
  aids, ocd, bpd, asd, ibs, ibd, uti, dvt, sti, ckd, gad, mnd, tia, pcos, pmdd, odd, gerd, gord, hpv, als, arfid, sen, send, eupd, nhl, cll, aml, hfref,
  nstemi, stemi, copd, dm2, t1dm, t2dm, t1d, t2d, htn, afib, cvd, pnes, fnd, pots, dka, esrd, tbi, dpd
`);

/** Everyday words that are a state of health right behind one of these. */
const adjectives = [
  phrases(
    'is, was, been, being, feels, feeling, became, becoming, registered, born, profoundly, severely, partially, clinically, currently, still, too, very, off, hes, shes',
  ),
  phrases(
    'blind, deaf, disabled, depressed, ill, sick, unwell, anxious, paranoid, immobile, addicted, infertile, traumatised, manic',
  ),
] as const;
const possessed = [
  phrases(
    'has, has had, have, had, having, with, her, his, their, severe, chronic, acute, mild, bad, a bad, recurrent, ongoing, after a, a',
  ),
  phrases(`ms, tb, bad back, ulcer, cyst, seizure, blackouts, dizziness, fainting, fatigue, nausea, vomiting, diarrhoea, rash, fever, headaches, palpitations, breathlessness, numbness, tremor, mood swings, hallucinations, trauma,
  phobia, addiction, memory loss, memory problems, back problem, knee problem, heart problem, breathing problems, disorder, illness, concussion, breakdown, relapse, fits, injury, limp`),
] as const;

export const conditionPairs = [adjectives, possessed];

/** Everyday words that are a state of health a few words behind one of these. */
export const conditionsByCue = {
  cues: phrases(`
    suffers, suffer, suffering, suffered, diagnosed, history of, living with, treated for, absent, absence, off work, signed off, recovering from, symptoms, sickness, hospital, surgery, therapy for, leidet, wegen, souffre, atteint, atteinte
  `),
  terms: phrases(`
    stress, back, blind, deaf, ms, tb, ill, sick, infection, virus, injury, injuries, seizure, operation, shock, trauma, bleeding, ulcer, cyst, fits, dizziness, fainting, fatigue, nausea, vomiting, diarrhoea, diarrhea, rash, fever, headache, palpitations, breathlessness,
    numbness, tremor, mood swings, hallucinations, paranoia, phobia, addiction, memory loss, confusion, weight loss, swelling, relapse, complications, disorder, impairment, cold, cough, exhaustion
  `),
};
