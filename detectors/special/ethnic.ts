// Racial or ethnic origin: the groups of the census of 2021 in the words of forms, and of prose where they can mean nothing else.
// https://www.ethnicity-facts-figures.service.gov.uk/style-guide/ethnic-groups/
import type { Detector } from '../detector.ts';
import { judgeNothing } from '../detector.ts';
import { phrases } from '../phrases.ts';
import { readStated } from '../stated.ts';

const peoples = `african, asian, arab, bangladeshi, black, british asian, caribbean, chinese, east asian, eastern european, filipino, ghanaian, hispanic, indian, irish, jamaican, japanese, jewish, korean, kurdish, latino, middle eastern, nigerian, north african, pakistani, polish, roma,
  romanian, sikh, somali, south asian, sri lankan, tamil, turkish, vietnamese, west african, white, mixed, mixed white, ethnic, eritrean, ethiopian, afghan, iranian, iraqi, syrian, bengali, gujarati, punjabi, kashmiri, albanian, bulgarian, portuguese, hungarian, russian, ukrainian, jewish ashkenazi, gypsy, traveller, maori, aboriginal, native american`;

export const ethnic: Detector = {
  id: 'special-ethnic',
  category: 'special',
  anchor: 'words',
  weak: true,
  key: 'none',
  labels: phrases(
    'ethnicity, ethnic origin, ethnic group, ethnic background, race, racial origin, ethnische herkunft, origine ethnique',
  ),
  headers: phrases(`
    ethnicity, ethnicities, ethnic, ethnic origin, ethnic group, ethnic category, ethnic code, ethnic background, ethnicity code, ethnicity description, ethnicity group, self described ethnicity, race, race ethnicity, race code, racial origin, racial group, racial background, heritage, skin colour, skin color, bame, bame status, hispanic, tribe, indigenous status,
    ethnische herkunft, ethnie, rasse, hautfarbe, ethnische zugehörigkeit, migrationshintergrund, origine ethnique, origine raciale, appartenance ethnique
  `),
  words: {
    pairs: [
      [phrases(peoples), phrases('origin, descent, heritage, ethnicity, background, ancestry')],
      [
        phrases('is, was, ethnically, self identifies as, ethnicity is, identifies as'),
        phrases(
          'black, african, caribbean, arab, asian, south asian, mixed race, bangladeshi, pakistani, somali, kurdish, roma, hispanic, latino, maori',
        ),
      ],
    ],
    terms: phrases(`
        ethnic minority, ethnic minorities, latino, inuit, romani, sinti, roma gypsy, gypsy traveller, maori, kurdish, irish gypsy, white british, white english, white irish, white scottish, white welsh, white other, white european, any other white background, black british, black african, black caribbean, black american, african american, afro caribbean, african caribbean, asian british, british asian, british indian, british pakistani, british bangladeshi, british chinese, mixed race, mixed heritage, mixed ethnicity,
        mixed white and black caribbean, white and black caribbean, white and black african, white and asian, dual heritage, biracial, multiracial, any other ethnic group, any other mixed background, any other asian background, any other black background, ethnic minority background, minority ethnic, ethnic origin, ethnic background, racial origin, ethnicity, romany, romani gypsy, irish traveller, gypsy or irish traveller,
        gypsy roma traveller, traveller family, traveller community, roma family, roma community, caucasian, hispanic, latina, latinx, ashkenazi, sephardi, person of colour, person of color, woman of colour, man of colour, south asian heritage, windrush generation, dark skinned, light skinned, black man, black woman, black male, black female, black boy, black girl, white man, white woman, white male, white female, white boy, white girl,
        asian man, asian woman, asian male, asian female, asian girl, asian boy, chinese male, chinese female, indian male, indian female, pakistani male, pakistani female, aboriginal, torres strait islander, first nations, pacific islander, native american, alaska native, bame, ic1 male, ic3 male,
        ethnische herkunft, sinti und roma, dunkelhäutig, dunkelhäutige, schwarzafrikaner, türkischer herkunft, türkischer abstammung, arabischer herkunft, kurdischer herkunft, jüdischer herkunft, migrationshintergrund, origine ethnique, d origine maghrébine, d origine africaine, d origine algérienne, d origine marocaine, d origine turque, d origine arabe, gens du voyage
      `),
    except: phrases(`
      is black and white, was black and white, black and white, is black friday, ethnic food, ethnic cuisine, caucasian shepherd, caucasian shepherd dog, white man van, asian markets, asian market, white background, black background, mixed background, on a white background, on a black background, chinese background image, white origin, is asian food, is african oil, portuguese origin wine, polish origin,
      indian origin tea, chinese origin, turkish origin, portuguese origin, russian origin, ethnic background of the, ethnicity pay gap, ethnicity pay, bame network
    `),
  },
  judge: judgeNothing,
  read: readStated,
};
