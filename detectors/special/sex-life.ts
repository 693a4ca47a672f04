// Data concerning a natural person's sex life, GDPR Article 9(1).
// https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/lawful-basis/special-category-data/what-is-special-category-data/
import type { Detector } from '../detector.ts';
import { judgeNothing } from '../detector.ts';
import { phrases } from '../phrases.ts';
import { readStated } from '../stated.ts';

export const sexLife: Detector = {
  id: 'special-sex-life',
  category: 'special',
  anchor: 'words',
  weak: true,
  key: 'none',
  labels: phrases(
    'sex life, sexual history, sexual activity, sexual health, sexual partners, sexualleben, vie sexuelle',
  ),
  headers: phrases(`
    sex life, sexual history, sexual activity, sexually active, sexual health, sexual partners, number of sexual partners, number of partners, last sexual contact, sexual behaviour, sexual behavior, sexual preferences, sexual practices, contraception, contraceptive method,
    sexualleben, sexualverhalten, vie sexuelle, activité sexuelle
  `),
  words: {
    pairs: [
      [
        phrases('sees, seeing, saw, seen by, referred to, went to, goes to, attends, attending, having, has had, had'),
        phrases(
          'a sex therapist, a psychosexual therapist, a psychosexual counsellor, sex therapy, psychosexual therapy',
        ),
      ],
    ],
    terms: phrases(`
      sex life, sexual history, sexual partner, sexually active, sexual relationship, sexual contact, sexual activity, sexual behaviour, sexual behavior, sexual preference, sexual practice, sexual encounter, sexual intercourse, unprotected sex, had sex with, having sex with, sleeping with her, sleeping with his,
      sleeps with, slept with, casual sex, anal sex, oral sex, group sex, multiple partners, extramarital affair, extra marital affair, affair with, had an affair, having an affair, adultery, adulterous, infidelity, unfaithful, one night stand, mistress, swinger, swinging lifestyle, polyamorous, polyamory, open relationship, open marriage,
      promiscuous, promiscuity, celibate, celibacy, virginity, is a virgin, libido, sex drive, low libido, sexual dysfunction, impotent, impotence, sex worker, sex work, prostitute, prostitution, escort service, escort agency, works as an escort, pornography, porn, porn addiction, sex addict, sex addiction, masturbation, masturbates, masturbating, fetish, fetishes,
      bdsm, bondage, sadomasochism, kink, sex toy, sex toys, sexting, nude photos, naked photos, dating app, grindr, tinder date, sexual fantasy, sexual fantasies, condom use, uses condoms, contact tracing for sti, sexual health clinic, gum clinic, prep for hiv, sugar daddy,
      sexualleben, sexuelle beziehung, geschlechtsverkehr, sexualpartner, sexuell aktiv, seitensprung, ehebruch, prostituierte, aussereheliche, fremdgegangen, vie sexuelle, relations sexuelles, rapport sexuel, rapports sexuels, partenaire sexuel, partenaires sexuels, adultère, infidélité, prostituée, extraconjugale, liaison extraconjugale
    `),
    except: phrases(
      'anna kink, kink in, kink free, swinger of golf, sex discrimination, sex discrimination act, sexual harassment policy, mistress of ceremonies, head mistress, wardrobe mistress, state of affair',
    ),
  },
  judge: judgeNothing,
  read: readStated,
};
