// Sexual orientation, and gender identity beside it, in the answers of the census and of monitoring forms.
// https://www.ons.gov.uk/peoplepopulationandcommunity/culturalidentity/sexuality, https://www.legislation.gov.uk/ukpga/2010/15/section/12
import type { Detector } from '../detector.ts';
import { judgeNothing } from '../detector.ts';
import { phrases } from '../phrases.ts';
import { readStated } from '../stated.ts';

export const orientation: Detector = {
  id: 'special-orientation',
  category: 'special',
  anchor: 'words',
  weak: true,
  key: 'none',
  labels: phrases(
    'sexual orientation, sexuality, orientation sexuelle, sexuelle orientierung, gender identity, trans status',
  ),
  headers: phrases(`
    sexual orientation, sexuality, sexual identity, sex orientation, lgbt, lgbtq, lgbt status, lgbtq status, gender identity, gender reassignment, trans status, transgender, trans history, gender same as at birth, sexuelle orientierung, sexualität, sexuelle identität, geschlechtsidentität,
    orientation sexuelle, identité de genre
  `),
  words: {
    pairs: [
      [
        phrases('identifies as, identify as, identified as, describes herself as, describes himself as'),
        phrases('gay, bi, straight, trans, queer, male, female'),
      ],
    ],
    terms: phrases(`
        gay, lesbian, bisexual, bi sexual, homosexual, homosexuality, heterosexual, heterosexuality, pansexual, asexual, demisexual, queer, lgbt, lgbtq, lgbtqi, lgbtqia, sexual orientation, same sex partner, same sex relationship, same sex couple, same sex marriage, gay man, gay couple, gay relationship, openly gay, closeted,
        came out as, coming out as, came out to, outed as, is bi, identifies as bi, identifies as straight, is straight and, gay or lesbian, men who have sex with men, civil partner of the same sex, transgender, transsexual, trans man, trans woman, non binary, nonbinary, genderqueer, gender fluid, genderfluid, gender dysphoria,
        gender reassignment, gender identity clinic, transitioned from, assigned female at birth, assigned male at birth, intersex, conversion therapy,
        schwul, schwuler, lesbisch, lesbe, bisexuell, homosexuell, homosexuelle, heterosexuell, transsexuell, intersexuell, gleichgeschlechtliche, lesbienne, homosexuel, homosexuelle, homosexualité, bisexuel, bisexuelle, hétérosexuel, hétérosexuelle, transgenre, couple homosexuel
      `),
    acronyms: phrases('msm, wsw'),
    except: phrases(`
      mr gay, mrs gay, ms gay, miss gay, dr gay, enola gay, gay lussac, gay street, gay pride, pride parade, lesbian and gay film, gay film festival, gay and lesbian film, lgbt history month, lgbt network, lgbtq network, lgbt charity, lgbt rights, lgbt inclusion, lgbtq inclusion, lgbt friendly, gay friendly, gay bar, gay village, gay rights, queer studies,
      asexual reproduction, straight forward, straight away, trans pennine, trans europe, trans atlantic, bi annual, bi monthly, bi weekly, queer as folk, don t queer the pitch, queer the pitch
    `),
  },
  judge: judgeNothing,
  read: readStated,
};
