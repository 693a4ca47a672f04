// Political opinions: parties, convictions and what people do for them.
// https://search.electoralcommission.org.uk (register of parties), https://www.europarl.europa.eu/meps (parties of Europe)
import type { Detector } from '../detector.ts';
import { judgeNothing } from '../detector.ts';
import { phrases } from '../phrases.ts';
import { readStated } from '../stated.ts';

const parties = `labour, conservative, tory, liberal democrat, lib dem, green, green party, snp, ukip, reform, reform uk, plaid cymru, sinn fein, dup, sdlp, uup, alliance party, brexit party, bnp, workers party, democrat, republican, communist, socialist, libertarian, spd, cdu, csu, afd, fdp, die linke, bsw, die grunen, npd, rassemblement national, front national,
  la france insoumise, parti socialiste, les republicains, momentum, respect party, scottish greens, alba party, english defence league, national front, far right, far left`;

export const politics: Detector = {
  id: 'special-politics',
  category: 'special',
  anchor: 'words',
  weak: true,
  key: 'none',
  labels: phrases(
    'political party, political opinion, political opinions, political views, political affiliation, party membership, parteizugehörigkeit, opinions politiques',
  ),
  headers: phrases(`
    political party, political opinion, political opinions, political view, political views, political affiliation, political belief, political beliefs, political membership, political leaning, political donations, political donation, party affiliation, party membership, party member, party registration, registered party, party voted for, voted for, voting intention, vote intention,
    voting preference, votes for, politics, canvass result, partei, parteizugehörigkeit, parteimitglied, politische meinung, politische überzeugung, politische einstellung, opinion politique, opinions politiques, parti politique, appartenance politique, affiliation politique
  `),
  words: {
    pairs: [
      [
        phrases(parties),
        phrases(
          'member, voter, supporter, councillor, activist, candidate, donor, party member, membership, canvasser, sympathiser, sympathizer, politician, mp, wähler, mitglied, anhänger',
        ),
      ],
      [
        phrases(
          'votes, voted, voting, vote, votes for, voted for, campaigns for, campaigned for, campaigning for, canvasses for, member of, member of the, members of the, supporter of, supporter of the, donates to, donated to, donor to, wählt, vote',
        ),
        phrases(parties),
      ],
      [
        phrases(
          'stood for the, stands for the, standing for the, campaigns for the, campaigned for the, campaigning for the, canvasses for the, canvassed for the, leafleted for the, joined the, left the, supports the, supported the, councillor for the, candidate for the',
        ),
        phrases(
          'conservatives, tories, liberal democrats, lib dems, greens, green party, labour party, conservative party, reform party, communist party, socialist party, republicans, democrats, snp, dup, sdlp, scottish national party, scottish greens',
        ),
      ],
    ],
    terms: phrases(`
        political opinion, political view, political affiliation, political belief, political activist, political activism, political asylum, party activist, party member, party membership, labour party, conservative party, green party member, liberal democrats, liberal democrat, lib dems, lib dem, tory, tories, scottish national party, plaid cymru, sinn fein, ukip, brexit party, reform uk, english defence league, british national party,
        national front member, brexiteer, brexit supporter, remainer, corbynite, thatcherite, anarchist, communist, supports the labour party, supports the conservatives, supports the tories, joined the labour party, joined labour, joined the tories, joined the green party, supports the green party, supports ukip, supports the snp, supports the afd, socialist, far right, far left, neo nazi, stood for council, stood for parliament, communist party, marxist, trotskyist, fascist, neo nazi, white supremacist, far right activist, far left activist, socialist worker, socialist party, right wing extremist, left wing extremist, extinction rebellion, just stop oil, black lives matter activist, militant tendency, trump supporter, maga supporter, anti abortion activist, pro choice activist,
        animal rights activist, climate activist, registered democrat, registered republican, democratic party, republican party, votes conservative, voted leave, voted remain, voted to leave the eu, stood for election, stood as a candidate, parliamentary candidate, council candidate, trade unionist and, on the electoral roll as, monarchist, anti monarchist, republican sympathies, separatist,
        scottish independence supporter, independence supporter, canvassed for, campaigned for the, leafleted for, donated to the party, politically active, politically exposed person,
        parteimitglied, mitglied der partei, mitglied der spd, mitglied der cdu, mitglied der csu, mitglied der afd, mitglied der grünen, mitglied der linken, mitglied der fdp, afd wähler, afd mitglied, spd mitglied, cdu mitglied, wählt die afd, politische gesinnung, politische überzeugung, rechtsextrem, rechtsextremist, linksextrem, linksextremist, kommunist, kommunistin, reichsbürger, neonazi,
        opinion politique, opinions politiques, militant socialiste, militant communiste, militant du, membre du parti, adhérent du parti, parti socialiste, parti communiste, rassemblement national, front national, la france insoumise, électeur du, vote le pen, vote macron, communiste, anarchiste, royaliste, extrême droite, extrême gauche
      `),
    except: phrases(`
      labour costs, labour cost, labour market, labour law, labour rate, labour rates, labour charge, labour only, in labour, labour intensive, labour ward, conservative estimate, conservative estimates, conservative forecast, conservative approach, conservative treatment, conservative management, political map, political science, political risk, supports green, supports alliance, supported green, joined alliance,
      supports reform, supports labour and parts, supports respect, supports momentum, member of alliance, third party member, third party membership, party members, working party member, tory burch, joined green, supported reform, supported conservative, green member, green membership, reform member, democrat gazette, supports conservative, supports republican, green candidate, supports labour law
    `),
  },
  judge: judgeNothing,
  read: readStated,
};
