// Religious or philosophical beliefs: the answers of the census, and what shows them.
// https://www.ons.gov.uk/peoplepopulationandcommunity/culturalidentity/religion
import type { Detector } from '../detector.ts';
import { judgeNothing } from '../detector.ts';
import { phrases } from '../phrases.ts';
import { readStated } from '../stated.ts';

export const religion: Detector = {
  id: 'special-religion',
  category: 'special',
  anchor: 'words',
  weak: true,
  key: 'none',
  labels: phrases(
    'religion, religious belief, religious beliefs, religious affiliation, faith group, denomination, konfession, religionszugehörigkeit, confession religieuse',
  ),
  headers: phrases(`
    religion, religions, religious belief, religious beliefs, religious affiliation, religious group, religious denomination, religion belief, religion or belief, religion and belief, religion faith, faith group, faith religion, religious preference, religious needs, belief system, philosophical belief, church membership, parish religion, religion code,
    konfession, religionszugehörigkeit, religionsgemeinschaft, konfessionszugehörigkeit, kirchensteuer, kirchensteuermerkmal, glaube, glaubensrichtung, religion confession, confession religieuse, appartenance religieuse, croyance, croyances, convictions religieuses
  `),
  words: {
    pairs: [
      [
        phrases(
          'is, was, practising, devout, raised, brought up, converted to, family is, identifies as, strict, observant',
        ),
        phrases(
          'christian, orthodox, catholic, jewish, hindu, sikh, baptist, muslim, buddhist, vegan for ethical reasons',
        ),
      ],
    ],
    terms: phrases(`
        muslim, moslem, islamic faith, islam, sunni, shia, ahmadi, sufi, jewish, judaism, orthodox jew, hasidic, haredi, hindu, hinduism, sikh, sikhism, buddhist, buddhism, jain, jainism, bahai, zoroastrian, catholic, roman catholic, catholicism, protestant, anglican, church of england, church of scotland, methodist, presbyterian, lutheran, calvinist, evangelical christian, born again christian,
        pentecostal, quaker, jehovahs witness, jehovahs witnesses, jehovah witness, seventh day adventist, mormon, latter day saints, salvation army member, greek orthodox, russian orthodox, coptic, plymouth brethren, christian scientist, scientologist, scientology, pagan, paganism, wiccan, druid, rastafarian, rastafari, atheist, atheism, agnostic, humanist, spiritualist, satanist, freemason, no religion,
        christian faith, christian belief, practising christian, practicing christian, devout christian, committed christian, is christian, a christian, is a christian, practising muslim, practicing muslim, practising catholic, devout catholic, lapsed catholic, devout muslim, religious belief, religious beliefs, religious faith, religious observance, religious reasons, religious objection, religion is, converted to islam, converted to christianity, converted to judaism, convert to islam,
        christianity, orthodox christian, evangelical, observing ramadan, during ramadan, ramadan, wears a veil, wears the hijab, hijab, niqab, burqa, yarmulke, baptism, christening, first communion, eid, eid prayers, shinto, taoist, confucian, amish, mennonite, opus dei, christadelphian, unitarian, moravian, baptist church, baptist minister, ethical vegan, attends church, attends mosque, attends the mosque, attends synagogue, attends temple, attends mass, goes to church, goes to mosque, goes to mass, church goer, churchgoer, worships at, friday prayers, observes ramadan, fasting for ramadan, ramadan fasting, keeps kosher, kosher diet, kosher meals, kosher food only, kosher only, kosher, halal, halal diet, halal meals, halal only, wears a hijab, wears hijab, wears a turban, wears a kippah, observes the sabbath,
        observes shabbat, sabbath observant, bar mitzvah, bat mitzvah, baptised, baptized, confirmed in the church, church elder, parish priest, imam, rabbi, ordained, refuses blood transfusion on religious grounds, kirchenmitglied, aus der kirche ausgetreten, muslimisch, muslimin, moslemisch, jüdisch, jüdischen glaubens, katholisch, römisch katholisch, evangelisch, protestantisch, buddhistisch, hinduistisch, konfessionslos, zeugen jehovas, atheistin,
        musulman, musulmane, catholique, juif pratiquant, de confession, protestante, bouddhiste, athée, témoin de jéhovah, chrétien, chrétienne, convertie à l islam, converti à l islam, fait le ramadan, porte le voile
      `),
    acronyms: phrases('lds'),
    except: phrases(`
      mr christian, evangelical about, baptism of fire, mrs christian, ms christian, dr christian, christian aid, catholic education, muslim aid, hindu kush, sikh temple restaurant, jewish chronicle, buddhist retreat holidays, jewish museum, islamic art, islamic finance, islamic banking, islamic studies, religious education, religious studies, religious instruction, agnostic about, agnostic as to, platform agnostic, vendor agnostic, technology agnostic, device agnostic, cloud agnostic,
      database agnostic, language agnostic, protestant work ethic, catholic tastes, catholic taste, orthodox approach, methodist central hall, quaker oats, druid heights, humanist font, halal certified, halal certification, kosher certified, kosher certification, kosher salt, not kosher, all kosher, is kosher, halal butcher, halal meat supplier, kosher restaurant, halal restaurant, halal menu, imam bayildi, catholic church, catholic school, church of england school, catholic primary,
      church of england primary, jewish school, muslim school, anglican church, methodist church, catholic cathedral, islam road, baptised in fire, ordained by
    `),
  },
  judge: judgeNothing,
  read: readStated,
};
