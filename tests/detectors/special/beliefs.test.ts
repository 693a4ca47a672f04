// Orientation, sex life, origin, politics, religion, union: words of Article 9 beside a person, and their everyday doubles.
import { ethnic } from '../../../detectors/special/ethnic.ts';
import { orientation } from '../../../detectors/special/orientation.ts';
import { politics } from '../../../detectors/special/politics.ts';
import { religion } from '../../../detectors/special/religion.ts';
import { sexLife } from '../../../detectors/special/sex-life.ts';
import { union } from '../../../detectors/special/union.ts';
import { testDetector } from '../harness.ts';

const answers = { 'Prefer not to say': undefined, 'N/A': undefined, '—': undefined, '': undefined };

testDetector(orientation, {
  finds: [
    'He is ⟦gay⟧.',
    'she ⟦came out as⟧ ⟦bisexual⟧',
    'a ⟦trans woman⟧',
    'Er ist ⟦schwul⟧.',
    'Elle est ⟦lesbienne⟧.',
    '⟦identifies as non-binary⟧'.replace('identifies as non-binary', 'non-binary'),
  ],
  ignores: {
    'the Lesbian & Gay Film Festival sponsor list': 'a festival',
    'Mr Gay will call back': 'a name',
    'straight to the point': 'everyday word',
    'is not gay': 'denied',
    'the LGBT network meets on Friday': 'a group at work',
  },
  reads: { ...answers, Bisexual: 'bisexual', Heterosexual: 'heterosexual' },
});

testDetector(sexLife, {
  finds: [
    'is ⟦sexually active⟧ with ⟦multiple partners⟧',
    'she ⟦had an affair⟧',
    'works as a ⟦prostitute⟧',
    'hatte ⟦Geschlechtsverkehr⟧',
    'des ⟦relations sexuelles⟧',
  ],
  ignores: {
    'the state of affairs': 'everyday phrase',
    'our business partners': 'everyday phrase',
    'a Ford Escort': 'a car',
  },
  reads: { ...answers, Active: 'active' },
});

testDetector(ethnic, {
  finds: [
    '⟦White British⟧, lives alone',
    'of ⟦Pakistani origin⟧',
    'a ⟦Black man⟧ of 40',
    'she ⟦is mixed race⟧',
    '⟦Roma family⟧ on site',
    '⟦türkischer Herkunft⟧',
    '⟦d’origine maghrébine⟧',
  ],
  ignores: {
    'a black jacket and a white van': 'colours',
    'an Indian restaurant and a Chinese supplier': 'business',
    'the form is black and white': 'colours',
    'English course, Irish office': 'language and place',
  },
  reads: { ...answers, 'Black African': 'black african', A1: 'a1', 'Not stated': undefined },
});

testDetector(politics, {
  finds: [
    'a ⟦Labour Party member⟧',
    'he ⟦votes Conservative⟧',
    '⟦member of the Green Party⟧ since 2010',
    'known ⟦anarchist⟧',
    '⟦Mitglied der SPD⟧',
    '⟦AfD-Mitglied⟧',
    'proche du ⟦Rassemblement national⟧',
  ],
  ignores: {
    'labour costs on a conservative estimate': 'everyday words',
    'a political map of Europe': 'a map',
    'green paint, Reform of the policy': 'everyday words',
    'not a member of the Labour Party': 'denied',
    'a third-party member firm': 'business',
  },
  reads: { ...answers, Labour: 'labour', None: undefined },
});

testDetector(religion, {
  finds: [
    'a ⟦practising Muslim⟧',
    'She ⟦is Jewish⟧ and ⟦keeps kosher⟧.',
    '⟦Jehovah’s Witness⟧',
    '⟦halal meals⟧ please',
    'er ist ⟦katholisch⟧',
    'elle est ⟦musulmane⟧',
    '⟦is Christian⟧',
  ],
  ignores: {
    'Mr Christian of 12 Church Street': 'a name and a street',
    'the platform is database agnostic': 'everyday use',
    'Quaker Oats, catholic tastes': 'a brand, an everyday phrase',
    'is not religious, nor Catholic': 'denied',
  },
  reads: { ...answers, Sikh: 'sikh', 'No religion': undefined },
});

testDetector(union, {
  finds: [
    'a ⟦union member⟧',
    '⟦member of Unite⟧',
    '⟦UNISON⟧ ⟦shop steward⟧',
    '⟦RMT rep⟧',
    'pays ⟦union dues⟧',
    'ist ⟦Gewerkschaftsmitglied⟧',
    '⟦déléguée syndicale⟧',
    '⟦ver.di-Mitglied⟧'.replace('⟦ver.di-Mitglied⟧', '⟦IG Metall⟧'),
  ],
  ignores: {
    'the union jack and the European Union': 'other unions',
    'they answered in unison': 'together',
    'not a union member': 'denied',
    'union member: no': 'denied behind the term',
    'our credit union membership': 'a bank',
    'we unite two teams': 'everyday word',
  },
  reads: { ...answers, Unite: 'unite', Y: 'y', N: undefined },
});
