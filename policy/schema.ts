// The policy's one schema: it gives the type, the strict check and, through managed-schema.ts, what the browser is told.
// Valibot: https://valibot.dev. What each setting is for: docs/policy.md.
import * as v from 'valibot';
import {
  causeRow,
  contact,
  exemptRecipient,
  fileRule,
  holdOrRelease,
  kindRule,
  link,
  partner,
  reason,
  unreadableCauses,
} from './entries.ts';
import {
  action,
  byDestination,
  country,
  days,
  domain,
  filled,
  hours,
  levels,
  prose,
  publicKey,
  safeAddress,
  secretKey,
  text,
} from './forms.ts';
import { rules } from './rules.ts';

export const policySchema = v.strictObject({
  version: v.pipe(filled(60), v.description('Your name for this version of the policy; shows whether it has arrived.')),
  settings: v.exactOptional(
    v.pipe(
      text(2000),
      v.description('Names of the settings in this policy, written by its export: one that does not arrive is named.'),
    ),
  ),
  firm: v.pipe(
    v.strictObject({ name: v.pipe(text(200), v.description('Name of the firm, as staff know it.')) }),
    v.description('The firm.'),
  ),
  breachContact: v.pipe(contact, v.description('Who is told of incidents and asked for help.')),
  deputy: v.exactOptional(v.pipe(contact, v.description('Who stands in for the breach contact.'))),
  itContact: v.exactOptional(v.pipe(contact, v.description('Who helps when something does not work.'))),
  internalDomains: v.pipe(v.array(domain), v.description('Mail domains of the firm; their subdomains are included.')),
  partners: v.pipe(v.array(partner), v.description('Organisations the firm has an agreement with.')),
  personalProviders: v.pipe(
    v.strictObject({
      add: v.pipe(v.array(domain), v.description('Mail domains to treat as personal besides the built-in list.')),
      remove: v.pipe(
        v.array(domain),
        v.description('Domains of the built-in list to treat as an ordinary outside firm.'),
      ),
    }),
    v.description('Corrections to the built-in list of personal mail providers.'),
  ),
  ownAddresses: v.pipe(
    v.boolean(),
    v.description("True: an address that looks like the sender's own elsewhere is a destination of its own."),
  ),
  exemptRecipients: v.pipe(
    v.array(exemptRecipient),
    v.description('Recipients nothing is held for, and whom no record names: a union, a whistleblowing line.'),
  ),
  countries: v.pipe(
    v.strictObject({
      allowed: v.pipe(v.array(country), v.description('Country codes to which this adds nothing.')),
      beyond: v.pipe(levels, v.description('Number of people at which each action begins for other countries.')),
    }),
    v.description("Rules by the recipient's country, where the domain tells it."),
  ),
  thresholds: v.pipe(
    byDestination(levels),
    v.description('Number of people at which each action begins, by destination.'),
  ),
  sensitive: v.pipe(
    byDestination(levels),
    v.description(
      'The same for people with health, other special-category, criminal, bank, card or identity-document data.',
    ),
  ),
  unreadable: v.pipe(
    byDestination(action),
    v.description('What to do with content that cannot be read, by destination.'),
  ),
  unreadableCauses: v.pipe(
    v.strictObject(
      Object.fromEntries(unreadableCauses.map((cause) => [cause, causeRow])) as Record<
        (typeof unreadableCauses)[number],
        typeof causeRow
      >,
    ),
    v.description('The same for one cause alone, such as encrypted; what is left out keeps the row of unreadable.'),
  ),
  media: v.pipe(
    byDestination(action),
    v.description('What to do with recordings, video and pictures, by destination.'),
  ),
  visibleRecipients: v.pipe(
    levels,
    v.description('Number of outside recipients who can see each other in To and Cc at which each action begins.'),
  ),
  kindRules: v.pipe(v.array(kindRule), v.description('More rules, by kind or category of data.')),
  fileRules: v.pipe(v.array(fileRule), v.description('More rules, by kind of file.')),
  reasons: v.pipe(v.array(reason), v.minLength(1, 'is empty'), v.description('Reasons a sender can choose from.')),
  sites: v.pipe(
    v.strictObject({
      personal: v.pipe(v.array(domain), v.description('Sites to treat as personal besides the built-in list.')),
      guarded: v.pipe(
        v.array(domain),
        v.description('Sites to judge as strictly as mail to outsiders: no ceiling, pictures included.'),
      ),
      exempt: v.pipe(v.array(domain), v.description('Sites whose uploads are never held.')),
      otherAtMost: v.pipe(action, v.description('The strictest action for uploads to a site on no list.')),
    }),
    v.description('Uploads outside mail.'),
  ),
  safeCopy: v.pipe(
    v.strictObject({
      pseudonyms: v.pipe(
        v.boolean(),
        v.description('True: also offer copies with pseudonyms, which are still personal data.'),
      ),
    }),
    v.description('Copies without the people in them.'),
  ),
  wording: v.pipe(
    v.strictObject({
      rules: v.pipe(
        v.array(
          v.strictObject({
            rule: v.pipe(v.picklist(rules), v.description('Id of the rule, such as people-to-own.')),
            text: v.pipe(filled(300), v.description('What the dialog says instead.')),
          }),
        ),
        v.description("The firm's own words for rules."),
      ),
      note: v.pipe(text(500), prose, v.description('A sentence of guidance shown in every dialog; empty: none.')),
      links: v.pipe(v.array(link), v.description('Pages offered in every dialog.')),
    }),
    v.description('What dialogs say beside what was found.'),
  ),
  failModes: v.pipe(
    v.strictObject({
      silent: v.pipe(holdOrRelease, v.description('The background did not answer in time: hold or release.')),
      store: v.pipe(holdOrRelease, v.description('The record could not be stored: hold or release.')),
      orphaned: v.pipe(holdOrRelease, v.description('The extension was updated under an open page: hold or release.')),
      unknownPolicy: v.pipe(
        v.picklist(['last-good', 'strict']),
        v.description('While the browser has not said which policy there is: last-good or strict.'),
      ),
      undeliveredHours: v.pipe(hours, v.description('Hours without delivery after which the icon says so.')),
    }),
    v.description('What happens when a part of Gatehouse fails, cause by cause.'),
  ),
  auditOnly: v.pipe(v.boolean(), v.description('True: record what would have happened and hold nothing.')),
  actor: v.pipe(text(320), v.description('Who the user is, filled in per user by IT; empty: the signed-in account.')),
  reporting: v.exactOptional(
    v.pipe(
      v.strictObject({
        url: v.pipe(safeAddress, v.description('Address each incident is posted to as JSON; https.')),
        token: v.exactOptional(v.pipe(filled(2000), v.description('Sent as a bearer token with each post.'))),
        kind: v.exactOptional(
          v.pipe(
            v.picklist(['collector', 'webhook', 'otlp', 'splunk', 'elastic']),
            v.description('What receives it: collector, webhook, otlp, splunk or elastic; left out: webhook.'),
          ),
        ),
      }),
      v.description('Where incidents are delivered.'),
    ),
  ),
  ledgerDays: v.pipe(
    days,
    v.description(
      'Days for which people already sent to a private address count along with those in the next message.',
    ),
  ),
  record: v.pipe(
    v.strictObject({
      actor: v.pipe(
        v.picklist(['full', 'domain', 'fingerprint']),
        v.description('How the signed-in account is recorded: full, domain or fingerprint.'),
      ),
      recipients: v.pipe(
        v.picklist(['full', 'fingerprint', 'domain']),
        v.description('How recipients are recorded: domain; fingerprint as well; or full, the address as well.'),
      ),
    }),
    v.description('How much of the sender and the recipients an incident holds.'),
  ),
  keys: v.pipe(
    v.strictObject({
      sealTo: v.exactOptional(
        v.pipe(publicKey, v.description("The breach contact's X25519 public key: details are sealed to it.")),
      ),
      releaseCodes: v.exactOptional(
        v.pipe(publicKey, v.description('The Ed25519 public key that release codes are checked with.')),
      ),
      people: v.exactOptional(
        v.pipe(
          secretKey,
          v.description('A secret of 32 random bytes: fingerprints of the people affected are made with it.'),
        ),
      ),
      policySigner: v.exactOptional(
        v.pipe(publicKey, v.description('The Ed25519 public key a fetched policy must be signed with.')),
      ),
    }),
    v.description('Keys of the firm, 32 bytes in base64; all but people are public.'),
  ),
  policyAddress: v.exactOptional(
    v.pipe(safeAddress, v.description('Address of a policy signed by keys.policySigner; https.')),
  ),
  retentionDays: v.pipe(days, v.description('Days after which an incident is erased from this browser.')),
  language: v.pipe(
    v.picklist(['auto', 'en', 'de', 'fr']),
    v.description("Language of dialogs and pages: auto (the browser's), en, de or fr."),
  ),
  staffNotice: v.exactOptional(
    v.pipe(
      filled(4000),
      v.description('Your own notice to staff: shown on first run, to be read and confirmed there.'),
    ),
  ),
  guidanceUrl: v.exactOptional(v.pipe(safeAddress, v.description("Page with the firm's guidance; https."))),
});
export type Policy = v.InferOutput<typeof policySchema>;
