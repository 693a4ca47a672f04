// Where anyone can have a mail address of their own. Collected November 2026 from the providers' own sign-up and help pages; no
// published list has the British ones. Corrected per firm by personalProviders in the policy.
import { isWithin, registrableDomain } from './domain.ts';
import type { Policy } from './schema.ts';

/** Providers under many country endings: `hotmail.co.uk`, `yahoo.fr`, `gmx.net`. */
const families = new Set(['hotmail', 'yahoo', 'live', 'outlook', 'gmx', 'ymail', 'msn', 'tutanota', 'mail2world']);
const familyEnding = /^[a-z0-9-]+\.(?:com|net|(?:(?:co|com)\.)?[a-z]{2})$/;

const providers = new Set(
  [
    // world-wide
    'gmail.com googlemail.com icloud.com me.com mac.com aol.com aol.co.uk aim.com rocketmail.com passport.com',
    'proton.me protonmail.com protonmail.ch pm.me tuta.com tuta.io tutamail.com keemail.me fastmail.com fastmail.fm fastmail.co.uk',
    'hey.com zoho.com zohomail.com zohomail.eu mail.com email.com usa.com europe.com post.com consultant.com mailbox.org posteo.de',
    'posteo.net runbox.com startmail.com hushmail.com mailfence.com disroot.org riseup.net duck.com mozmail.com privaterelay.appleid.com',
    'simplelogin.com anonaddy.com inbox.com lycos.com rediffmail.com yandex.com yandex.ru ya.ru mail.ru bk.ru list.ru inbox.ru rambler.ru',
    'qq.com foxmail.com 163.com 126.com sina.com naver.com hanmail.net daum.net',
    // United Kingdom: access providers and what they took over
    'btinternet.com btopenworld.com bt.com talk21.com virginmedia.com virgin.net ntlworld.com blueyonder.co.uk cableinet.co.uk',
    'sky.com bskyb.com talktalk.net talktalk.co.uk tiscali.co.uk lineone.net onetel.com onetel.net pipex.com pipex.net dsl.pipex.com',
    'nildram.co.uk homechoice.co.uk screaming.net tinyworld.co.uk worldonline.co.uk plus.com plus.net plusnet.com force9.co.uk force9.net',
    'free-online.co.uk freenetname.co.uk madasafish.com metronet.co.uk waitrose.com johnlewis.com greenbee.net zen.co.uk orange.net',
    'orangehome.co.uk wanadoo.co.uk freeserve.co.uk freeserve.net fsnet.co.uk fsmail.net fsworld.co.uk ee.co.uk tmobile.co.uk o2.co.uk',
    'o2email.co.uk o2.com postmaster.co.uk uwclub.net ukonline.co.uk supanet.com demon.co.uk vodafone.net vodafoneemail.co.uk hyperoptic.com',
    'kcom.com karoo.co.uk eclipse.co.uk aaisp.net.uk idnet.com btconnect.com manx.net sure.net jtglobal.com mail.co.uk email.co.uk uk2.net',
    // Ireland
    'eircom.net eir.ie iol.ie indigo.ie',
    // Europe
    'web.de t-online.de freenet.de arcor.de online.de 1und1.de vodafone.de orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net',
    'libero.it virgilio.it tiscali.it alice.it tin.it tim.it terra.es telefonica.net sapo.pt ziggo.nl kpnmail.nl kpnplanet.nl planet.nl',
    'xs4all.nl home.nl hetnet.nl upcmail.nl telenet.be skynet.be proximus.be bluewin.ch hispeed.ch sunrise.ch aon.at chello.at a1.net',
    'telia.com bredband.net comhem.se spray.se tele2.se online.no broadpark.no getmail.no elisanet.fi kolumbus.fi suomi24.fi tdcadsl.dk',
    'stofanet.dk mail.dk wp.pl o2.pl onet.pl interia.pl op.pl gazeta.pl seznam.cz centrum.cz email.cz azet.sk freemail.hu citromail.hu',
    'abv.bg mail.bg otenet.gr ukr.net i.ua',
    // elsewhere
    'comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net optonline.net frontier.com juno.com',
    'netzero.net roadrunner.com windstream.net q.com shaw.ca rogers.com sympatico.ca telus.net videotron.ca bigpond.com bigpond.net.au',
    'optusnet.com.au iinet.net.au tpg.com.au westnet.com.au xtra.co.nz slingshot.co.nz uol.com.br bol.com.br terra.com.br',
  ].flatMap((line) => line.split(' ')),
);

/** Whether anyone may have an address at this domain or above it (`jo.plus.com`). Takes an ASCII domain. */
export function isPersonalProvider(domain: string, policy: Pick<Policy, 'personalProviders'>): boolean {
  const { add, remove } = policy.personalProviders;
  if (add.some((one) => isWithin(domain, one))) return true;
  if (remove.some((one) => isWithin(domain, one))) return false;
  const registered = registrableDomain(domain);
  if (families.has(registered.slice(0, registered.indexOf('.'))) && familyEnding.test(registered)) return true;
  return parents(domain).some((parent) => providers.has(parent));
}

/** The domain and those above it, the longest first. */
function parents(domain: string): string[] {
  const labels = domain.split('.');
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
}
