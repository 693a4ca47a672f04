// Accounts on social networks and messengers: the address of a profile, or an @handle with the service's name beside it. A mention alone says
// nothing, and the links a firm asks readers to follow are the firm's. Forms: each service's own documentation, e.g.
// https://help.x.com/en/managing-your-account/x-username-rules , https://www.linkedin.com/help/linkedin/answer/a542685
import { isDigit, isLatin, isWordPart, unitAt } from './characters.ts';
import type { Candidate, Detector, Judgement } from './detector.ts';
import { phrases } from './phrases.ts';

/** Domains of services and what stands before a person's name in the address. */
const profiles: Readonly<Record<string, RegExp>> = {
  'linkedin.com': /^(?:in|pub)\//,
  'twitter.com': /^@?/,
  'x.com': /^@?/,
  'facebook.com': /^(?:people\/[^/?#\s]{1,60}\/|profile\.php\?id=)?/,
  'fb.com': /^/,
  'fb.me': /^/,
  'instagram.com': /^/,
  'threads.net': /^@/,
  'threads.com': /^@/,
  'tiktok.com': /^@/,
  'snapchat.com': /^add\//,
  'pinterest.com': /^/,
  'pinterest.co.uk': /^/,
  'youtube.com': /^(?:@|user\/|c\/|channel\/)/,
  'reddit.com': /^(?:u|user)\//,
  'github.com': /^/,
  'gitlab.com': /^/,
  'medium.com': /^@/,
  'twitch.tv': /^/,
  't.me': /^/,
  'telegram.me': /^/,
  'vk.com': /^/,
  'ok.ru': /^(?:profile\/)?/,
  'xing.com': /^(?:profile|people)\//,
  'flickr.com': /^(?:people|photos)\//,
  'soundcloud.com': /^/,
  'mastodon.social': /^@/,
  'bsky.app': /^profile\//,
  'last.fm': /^user\//,
  'strava.com': /^athletes\//,
  'behance.net': /^/,
  'dribbble.com': /^/,
  'tumblr.com': /^(?:blog\/)?/,
  'quora.com': /^profile\//,
  'discord.com': /^users\//,
  'discordapp.com': /^users\//,
  'linktr.ee': /^/,
  'skype.com': /^/,
};

/** First steps of addresses that are pages of the service, not of a member. */
const pages = new Set(
  `about account accounts ads advertise api apps app blog business careers channel company contact developer developers directory discover
  docs download events explore features feed gaming group groups hashtag help home i imprint intent jobs join joinchat l legal login logout
  marketplace messages notifications organizations orgs p page pages photo photo.php pin policies posts premium press pricing privacy pulse
  reel reels register s school search security settings share shareArticle sharer sharer.php shop showcase signin signup site stories story story.php
  status support terms tos topics tr trending tv video videos watch web wiki plugins dialog c in pub user u add profile people`.split(
    /\s+/,
  ),
);

const longestHandle = 60;

function isHandle(code: number): boolean {
  return isLatin(code) || isDigit(code) || code === 95 || code === 46 || code === 45 || code === 37 || code >= 0xc0;
}

/** Behind the handle at `start`, without the full stops and dashes at its end. */
function handleEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && at - start <= longestHandle && isHandle(unitAt(text, at))) at++;
  while (at > start && !isWordPart(unitAt(text, at - 1))) at--;
  return at;
}

/** The host that ends before the slash at `slash`, without `www.` and the like, or `undefined`. */
function hostBefore(text: string, from: number, slash: number): { start: number; host: string } | undefined {
  let start = slash;
  while (start > from && slash - start < 40 && /[a-z\d.-]/i.test(text.charAt(start - 1))) start--;
  const parts = text.slice(start, slash).toLowerCase().split('.');
  for (const count of [2, 3]) {
    const host = parts.slice(-count).join('.');
    if (parts.length >= count && Object.hasOwn(profiles, host)) return { start, host };
  }
  return undefined;
}

/** "Follow us", "our page": what stands in a line before links to the sender's own pages. */
const ourOwn =
  /\b(?:us|our|we(?:['’]re| are| tweet| post)|follow(?! me)|like|official|join|subscribe|suivez|folgen|unsere?|notre|nos|nuestr[oa]s?)\b/i;

/** Services that stand in rows of links, as below a newsletter. */
const inRows = /\b(twitter|facebook|instagram|linkedin|youtube|tiktok|pinterest)\b/gi;

/** Whether another service than the one of `host` is named in a text. */
function namesAnother(text: string, host: string): boolean {
  for (const [name] of text.matchAll(inRows)) if (!host.startsWith(name.toLowerCase())) return true;
  return false;
}

function lineBefore(text: string, from: number, start: number, reach: number): string {
  const lead = text.slice(Math.max(from, start - reach), start);
  return lead.slice(lead.lastIndexOf('\n') + 1);
}

/** A profile's address, with the slash behind its host at `slash`. */
function profileAt(text: string, from: number, slash: number, end: number, labelled: boolean): Judgement | undefined {
  const found = hostBefore(text, from, slash);
  if (!found) return undefined;
  const lead = profiles[found.host]!.exec(text.slice(slash + 1, Math.min(end, slash + 120)));
  if (!lead) return undefined;
  const first = slash + 1 + lead[0].length;
  const stop = handleEnd(text, first, end);
  const handle = text.slice(first, stop);
  if (handle.length < 2 || stop - first > longestHandle || (lead[0] === '' && pages.has(handle.toLowerCase())))
    return undefined;
  // "t.me/+invite", "github.com/firm/project": more steps make it something else's page, but for a slash or a question at the end.
  const rest = text.slice(stop, Math.min(end, stop + 12));
  const isDeeper = /^\/[\w-]/.test(rest);
  if (isDeeper && !/^(?:in|pub)\/|^profile|^people/.test(lead[0])) return undefined;
  let start = found.start;
  const scheme = /https?:\/\/$/i.exec(text.slice(Math.max(from, start - 8), start));
  if (scheme) start -= scheme[0].length;
  const isPersonal = lead[0] !== '' && found.host !== 'youtube.com';
  if (!labelled && !isPersonal) {
    if (ourOwn.test(lineBefore(text, from, start, 80))) return undefined;
    const around = `${lineBefore(text, from, start, 120)} ${text.slice(stop, Math.min(end, stop + 120))}`;
    if (namesAnother(around, found.host)) return undefined;
  }
  const slashed = unitAt(text, stop) === 47 && stop < end ? stop + 1 : stop;
  return { start, end: slashed, normal: `${found.host}/${handle.toLowerCase()}` };
}

const services =
  'twitter|tweeter|instagram|insta|ig|facebook|fb|tiktok|tik tok|snapchat|snap|threads|telegram|youtube|linkedin|mastodon|bluesky|twitch|discord|pinterest|reddit|github|medium|skype|wechat|weibo|signal|viber|vk|x';
const serviceBefore = new RegExp(
  `(?:^|[^\\p{L}\\d_])(${services})(?: ?\\((?:formerly )?\\w{1,12}\\))?(?:[ -]?(?:handle|account|user ?name|user|id|profile|name|page))?(?:[ :="'>–-]|\\bis\\b|\\bas\\b|\\bat\\b|\\bunder\\b|\\bwith\\b|\\bby\\b|\\()*$`,
  'iu',
);
const serviceBehind = new RegExp(
  `^[ ,]*(?:\\(|\\[|-|–|\\bon\\b|\\bat\\b|\\bvia\\b|\\bin\\b)[ ]*(?:\\bon\\b )?(${services})(?![\\p{L}\\d_])`,
  'iu',
);
const handleWords =
  /(?:^|[^\p{L}\d_])(?:(?<!invalid )handle|user ?name|social media(?: account| handle)?|dm)(?:[ :=]|\bis\b)*$/iu;

/** A handle behind the `@` at `at`, if a service is named beside it. */
function handleAt(text: string, from: number, at: number, end: number): Judgement | undefined {
  const before = at > from ? unitAt(text, at - 1) : 0;
  if (isWordPart(before) || before === 47 || before === 46 || before === 64) return undefined;
  const stop = handleEnd(text, at + 1, end);
  const handle = text.slice(at + 1, stop);
  if (
    handle.length < 2 ||
    handle.length > 40 ||
    !/[a-z]/i.test(handle) ||
    handle.includes('%') ||
    /^0x[\da-f]+$/i.test(handle)
  )
    return undefined;
  if (stop < end && (unitAt(text, stop) === 47 || unitAt(text, stop) === 64)) return undefined;
  const lead = lineBefore(text, from, at, 80);
  const isNamed = serviceBefore.test(lead) || handleWords.test(lead);
  const service = isNamed
    ? serviceBefore.exec(lead)?.[1]
    : serviceBehind.exec(text.slice(stop, Math.min(end, stop + 40)))?.[1];
  if (!isNamed && service === undefined) return undefined;
  return ourOwn.test(lead) ? undefined : { start: at, end: stop, normal: `@${handle.toLowerCase()}` };
}

function judge(text: string, { from, start, end, labelled }: Candidate): Judgement | undefined {
  const code = unitAt(text, start);
  if (code === 64) return handleAt(text, from, start, end);
  return code === 47 ? profileAt(text, from, start, end, labelled) : undefined;
}

const noHandle = new Set(
  'yes no true false none null nil na unknown public private active inactive like liked follow following page profile open link'.split(
    ' ',
  ),
);

/** A cell or labelled value: the address of a profile, or a bare handle. */
function read(cell: string): string | undefined {
  const value = cell.trim();
  if (value.length > 160 || value.length < 3) return undefined;
  const path = value.indexOf('/', /^https?:\/\//i.test(value) ? value.indexOf('://') + 3 : 0);
  if (path > 0) {
    const found = profileAt(value, 0, path, value.length, true);
    return found?.start === 0 && /^(?:[/?#]\S*)?$/.test(value.slice(found.end)) ? found.normal : undefined;
  }
  const handle = /^@?((?:live:)?[\p{L}\d_][\p{L}\d_.-]{1,39}(?:#\d{4})?)$/u.exec(value)?.[1]?.toLowerCase();
  if (handle === undefined || /^[\d._-]+$/.test(handle) || noHandle.has(handle)) return undefined;
  return `@${handle}`;
}

const named = phrases(
  'twitter, instagram, facebook, linkedin, linked in, tiktok, snapchat, skype, telegram, youtube, threads, mastodon, bluesky, discord, xing, wechat, reddit, pinterest, twitch, github, insta',
);
const words = phrases('handle, account, username, user name, id, profile, url, link, name, user, page, address, acct');

export const socialAccount: Detector = {
  id: 'social-account',
  category: 'contact',
  anchor: 'at',
  weak: false,
  key: 'many',
  labels: phrases(
    'social media, social media account, social media handle, social media accounts, social account, social handle, social profile',
  ),
  headers: [
    ...named,
    ...named.flatMap((service) => words.map((word) => `${service} ${word}`)),
    ...phrases(`
      social media, social media account, social media accounts, social media handle, social media profile, social media link, social account,
      social handle, social profile, social, socials, social network, x handle, x account, x username, fb, fb profile, fb account, ig, ig handle,
      handle, screen name, linkedin profile url, linkedin profile link, linkedin url link
    `),
  ],
  judge,
  read,
};
