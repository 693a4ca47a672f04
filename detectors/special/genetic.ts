// Genetic data, GDPR Article 4(13): inherited or acquired genetic characteristics, from the analysis of a sample.
// https://www.genomicseducation.hee.nhs.uk/glossary/, https://www.omim.org
import type { Detector } from '../detector.ts';
import { judgeNothing } from '../detector.ts';
import { phrases } from '../phrases.ts';
import { readStated } from '../stated.ts';

export const genetic: Detector = {
  id: 'special-genetic',
  category: 'special',
  anchor: 'words',
  weak: true,
  key: 'none',
  labels: phrases(
    'genetic test, genetic test result, genotype, karyotype, gene, mutation, dna profile, genetic data, carrier status, gentest, test génétique',
  ),
  headers: phrases(`
    genetic test, genetic tests, genetic testing, genetic test result, genetic result, genetic results, genetic data, genetic marker, genetic markers, genetic condition, genetic disorder, genetic risk, genetic profile, genetic information, genetics, genotype, genotypes, phenotype, karyotype, haplotype, haplogroup, gene variant, gene mutation, gene, allele, alleles, mutation, mutation status, variant classification, carrier status, brca, brca status, brca1, brca2,
    apoe, apoe genotype, mthfr, cftr, hla, hla type, hla typing, snp genotype, rsid, dna, dna profile, dna result, dna test, dna sample, dna sequence, genome, polygenic score, polygenic risk score, paternity test, gentest, genetischer befund, gendefekt, dna analyse, erbgut, test génétique, données génétiques, caryotype, adn
  `),
  words: {
    terms: phrases(`
      brca, carrier of cystic fibrosis, carrier of sickle cell, cystic fibrosis carrier, huntingtons gene, inherited mutation, inherited gene, faulty gene, gene, gene test, brca1, brca2, brca 1, brca 2, palb2, mlh1, msh2, msh6, pms2, tp53, apoe, apoe4, apoe e4, mthfr, cftr, factor v leiden, huntingtin, htt gene, fmr1, fragile x, lynch syndrome, li fraumeni, familial hypercholesterolaemia, sickle cell trait, sickle cell carrier, thalassaemia trait, huntingtons disease gene, genetic test, genetic testing, genetically tested, genetic result, genetic condition, genetic disorder, genetic disease, genetic mutation,
      genetic marker, genetic predisposition, genetic variant, genetic profile, genetic data, genetic counselling, genetic counseling, genetic sample, genetic screening, genetic abnormality, gene mutation, gene variant, pathogenic variant, likely pathogenic, variant of uncertain significance, germline mutation, germline variant, somatic mutation, mutation carrier, gene carrier, carrier of the gene, carrier of a mutation, carrier of the, carries the gene, carries a mutation, carries the mutation, carrier status, heterozygous,
      homozygous, hemizygous, autosomal dominant, autosomal recessive, x linked, hereditary disease, hereditary condition, hereditary cancer, inherited condition, inherited disorder, karyotype, karyotyping, genotype, genotyped, genotyping, haplotype, haplogroup, hla typing, hla b27, hla type, allele, alleles, polymorphism, snp array, microarray result, whole genome sequencing, exome sequencing, genome sequenced, genome sequence, polygenic risk, dna test, dna testing, dna sample, dna profile, dna result, dna match, dna swab,
      dna sequence, dna analysis, dna evidence, dna database, buccal swab, cheek swab, paternity test, paternity result, ancestry dna, 23andme, chromosome, chromosomal abnormality, chromosome deletion, trisomy, trisomy 21, turner syndrome, klinefelter, digeorge, prader willi, angelman, williams syndrome, amniocentesis, nipt result, newborn screening result, down syndrome screening, preimplantation genetic,
      gentest, gendefekt, genmutation, genetisch, genetische untersuchung, genetische beratung, erbkrankheit, dna analyse, dna profil, vaterschaftstest, chromosomenanomalie, test génétique, mutation génétique, maladie génétique, anomalie génétique, anomalie chromosomique, test adn, profil génétique, test de paternité, porteur du gène, porteuse du gène, caryotype, génotype, trisomie
    `),
    except: phrases(
      'genetic algorithm, genetic algorithms, genetically modified, carrier of the goods, carrier of the parcel, carrier of the shipment, carrier of the cargo, carrier of the passenger, part of our dna, in our dna, brand dna, dna lounge, in its dna, company dna, corporate dna, genotype plc, genome editing market, x linked to',
    ),
  },
  judge: judgeNothing,
  read: readStated,
};
