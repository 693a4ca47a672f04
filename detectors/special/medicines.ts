// Medicines by their international non-proprietary names: common ones, brands people write, and the stems by which families are named.
// https://www.nhs.uk/medicines/, https://www.who.int/teams/health-product-and-policy-standards/inn/stembook
import { phrases } from '../phrases.ts';

export const medicines: readonly string[] = phrases(`
  paracetamol, aspirin, ibuprofen, codeine, co codamol, tramadol, morphine, oxycodone, fentanyl, buprenorphine, methadone, naltrexone, naloxone, antabuse, disulfiram, acamprosate, gabapentin, pregabalin, amitriptyline,
  nortriptyline, sertraline, citalopram, escitalopram, fluoxetine, paroxetine, venlafaxine, duloxetine, mirtazapine, trazodone, bupropion, lithium, quetiapine, olanzapine, risperidone, aripiprazole, clozapine, haloperidol,
  chlorpromazine, paliperidone, diazepam, lorazepam, clonazepam, zopiclone, zolpidem, propranolol, methylphenidate, ritalin, concerta, lisdexamfetamine, atomoxetine, dexamfetamine, valproate, sodium valproate, carbamazepine,
  lamotrigine, levetiracetam, topiramate, phenytoin, levodopa, co careldopa, ropinirole, pramipexole, donepezil, memantine, rivastigmine, galantamine, metformin, gliclazide, insulin glargine, semaglutide, ozempic, wegovy, liraglutide,
  dulaglutide, tirzepatide, mounjaro, empagliflozin, dapagliflozin, sitagliptin, levothyroxine, thyroxine, carbimazole, prednisolone, prednisone, dexamethasone, hydrocortisone, methotrexate, azathioprine, sulfasalazine, hydroxychloroquine,
  ciclosporin, tacrolimus, mycophenolate, warfarin, heparin, apixaban, rivaroxaban, clopidogrel, digoxin, amiodarone, furosemide, spironolactone, bendroflumethiazide, indapamide, doxazosin, amlodipine, ramipril, lisinopril, losartan,
  bisoprolol, atenolol, simvastatin, atorvastatin, salbutamol, ventolin, beclometasone, budesonide, symbicort, montelukast, tiotropium, cetirizine, loratadine, omeprazole, lansoprazole, ranitidine, mebeverine, loperamide, mesalazine,
  amoxicillin, penicillin, flucloxacillin, doxycycline, erythromycin, clarithromycin, ciprofloxacin, trimethoprim, nitrofurantoin, metronidazole, aciclovir, valaciclovir, fluconazole, oseltamivir, truvada, tenofovir, emtricitabine,
  dolutegravir, biktarvy, genvoya, antiretroviral, antiretrovirals, antiretroviral therapy, tamoxifen, letrozole, anastrozole, trastuzumab, herceptin, cisplatin, carboplatin, paclitaxel, docetaxel, doxorubicin, cyclophosphamide, capecitabine,
  fluorouracil, imatinib, rituximab, infliximab, adalimumab, humira, etanercept, tocilizumab, ocrelizumab, natalizumab, sildenafil, viagra, finasteride, testosterone gel, estradiol, hormone therapy, puberty blockers, clomifene,
  depo provera, microgynon, mifepristone, misoprostol, alendronic acid, allopurinol, colchicine, baclofen, botulinum, isotretinoin, roaccutane, adrenaline auto injector, prozac, xanax, valium, zoloft, lexapro, seroquel, zyprexa, abilify,
  adderall, vyvanse, suboxone, subutex, oxycontin, lipitor, synthroid, eliquis, xarelto, keppra, lyrica, epilim, tegretol, metoprolol, hydrochlorothiazide, diclofenac, naproxen, folic acid, ketamine, leuprorelin, goserelin, zoladex, abatacept, aflibercept, tadalafil
`);

/** Stems of families long enough not to end everyday words. */
export const medicineStems: readonly string[] = phrases(`
  mab, tinib, ciclib, parib, rafenib, lisib, zomib, pril, sartan, statin, olol, azole, prazole, oxetine, triptan, gliptin, gliflozin, glutide, glitazone, formin, tidine, cillin, mycin, micin, floxacin, cycline, ciclovir, cyclovir,
  navir, buvir, tegravir, amivir, azepam, zolam, barbital, profen, parin, xaban, gatran, dipine, thiazide, semide, lukast, terol, solone, tropium, setron, fibrate, peridol, peridone, triptyline, pramine, poetin, grastim, dronate, racetam,
  cefalexin, bactam, vudine, citabine, platin, taxel, rubicin, mustine, trexate, tocin, calcitol, steride, nidazole, caine, codone, morphone
`);
