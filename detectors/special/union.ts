// Trade union membership: unions by name, and what members and officers of one are called.
// https://www.tuc.org.uk/unions, https://www.dgb.de/der-dgb/mitgliedsgewerkschaften, https://travail-emploi.gouv.fr/la-representativite-syndicale
import type { Detector } from '../detector.ts';
import { judgeNothing } from '../detector.ts';
import { phrases } from '../phrases.ts';
import { readStated } from '../stated.ts';

/** Names that are everyday words or short of meaning alone. */
const unions = `union, trade union, labor union, unite, unite the union, unison, gmb, usdaw, rmt, aslef, tssa, neu, nasuwt, naht, ascl, eis, ucu, pcs, prospect, fda, fbu, cwu, bectu, equity, nuj, musicians union, poa, napo, community union, accord, advance, nautilus, balpa, bma, rcn, rcm, hcsa, csp, bda, unite union, urtu, bfawu, writers guild, pfa, ssta, educational institute of scotland,
  united voices of the world, iwgb, siptu, forsa, mandate, ictu, teamsters, uaw, seiu, afscme, afl cio, ver di, verdi, ig metall, ig bau, igbce, gew, gdp, evg, ngg, dgb, gdl, marburger bund, beamtenbund, cgt, cfdt, fo, force ouvriere, cftc, cfe cgc, unsa, sud, solidaires, fsu, snes`;

export const union: Detector = {
  id: 'special-union',
  category: 'special',
  anchor: 'words',
  weak: true,
  key: 'none',
  labels: phrases(
    'trade union, union member, union membership, trade union member, trade union membership, gewerkschaft, gewerkschaftszugehörigkeit, syndicat',
  ),
  headers: phrases(`
    trade union, trade union member, trade union membership, tu member, tu membership, union member, union membership, union name, union branch, union rep, union dues, union subs, union subscription, union fees, union deduction, labor union, labour union, check off union, is union member, unionised, unionized, union status, union code, union,
    gewerkschaft, gewerkschaftsmitglied, gewerkschaftszugehörigkeit, gewerkschaftsbeitrag, mitglied gewerkschaft, syndicat, syndiqué, appartenance syndicale, adhésion syndicale, cotisation syndicale
  `),
  words: {
    pairs: [
      [
        phrases(unions),
        phrases(
          'member, membership, rep, representative, steward, official, organiser, branch, subscription, dues, mitglied, mitgliedschaft',
        ),
      ],
      [
        phrases(
          'member of, member of the, member of a, membership of, membership of the, joined, joined the, joining the, left the, belongs to, belongs to the, belongs to a, representative for, rep for, steward for, subscription to, active in, active in the, represented by, mitglied der, mitglied bei, mitglied in der, mitglied von, adhérent à la, adhérente à la, membre de la, délégué',
        ),
        phrases(unions),
      ],
      // Unions of teachers and of public servants before they merged; their letters alone are words or other bodies.
      [
        phrases('joined the, left the, member of the, belongs to the, rep for the, active in the, represented by the'),
        phrases('nut, atl, amicus, tgwu, nupe, nalgo, ucatt, ucac'),
      ],
    ],
    terms: phrases(`
        union member, union membership, trade unionist, trade union, unionist member, union rep, union representative, union steward, shop steward, union official, union convenor, union dues, union subscription, union subs, union fees, union deduction, union branch secretary, branch secretary of, facility time, on strike, joined the strike, strike action by her, strike action by his, picket line, picketing, balloted for,
        works council, works council member, betriebsrat, betriebsratsmitglied, cgt, cfdt, bectu, ucu, fbu, rmt, cwu, pcs union, neu union, unite union, rmt union, cwu union, unison, usdaw, aslef, nasuwt, bfawu, gmb, tssa, siptu, gewerkschaft, gewerkschafter, gewerkschafterin, gewerkschaftsmitglied, ig metall, ver di, dgb mitglied, betriebsrat und, syndicat, syndiqué, syndiquée, syndicaliste, délégué syndical, déléguée syndicale, adhérent cgt, membre du syndicat
      `),
    except: phrases(`
      union jack, european union, credit union, western union, student union, students union, civil union, customs union, rugby union, soviet union, union square, union street, state of the union, union pacific, union station, monetary union, banking union, union flag, sql union, union all, in unison, credit union member, credit union membership, students union member, student union member, rugby union member, rugby union membership,
      european union member, joined the union of, the union of, member of the union of, belongs to the union of, member of the community, joined community, joined advance, joined the community union, member of community, prospect member, prospect list, equity member, equity branch, equity subscription, advance subscription, prospect subscription, joined equity, community member, community rep, mandate rep, accord member, on strike price, active in community,
      fbu cycle, represented by equity, represented by prospect, left the union jack, fo member, sud member, fda rep, advance membership, represented by fo, union of the two
    `),
  },
  judge: judgeNothing,
  read: readStated,
};
