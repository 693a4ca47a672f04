// Running a firm: notices, tickets, policies, press, newsletters, statistics. Full of words and numbers that sound personal and are about nobody.
import { colleague, day, mail, money, type OrdinaryMail, reference, type Scene, time } from './parts.ts';

const notices = [
  'The offices close at noon on the last Friday before Christmas. Holiday requests go to your manager by the end of the month.',
  'Our policy on sickness absence has changed: a fit note is needed from the eighth day. Pregnancy-related illness is recorded apart.',
  'A reminder that DBS checks must be renewed every three years, and that spent convictions need not be disclosed.',
  'The canteen serves halal, kosher and vegan meals on request. Please name allergies when you book.',
  'The union has asked for a meeting about the new rota; members and non-members are welcome.',
  'Flu jabs are free for all staff this month. The first-aid course covers asthma, diabetes and epilepsy.',
  'The fire drill is on Tuesday. Assemble at point B; wardens wear yellow.',
  'Our diversity report shows that 52 % of staff are women and 14 % come from ethnic minorities; 6 % have a disability.',
];

const host = (on: Scene) => `web-0${on.random.below(9)}`;

export const office: Readonly<Record<string, (on: Scene) => OrdinaryMail>> = {
  notice: (on) =>
    mail(
      on,
      'Notice to all staff and contractors',
      `${on.random.pick(notices)}\n\n${on.random.pick(notices)}\n\nQuestions go to hr@${on.firmDomain} or extension ${on.random.digits(3)}.`,
    ),
  ticket: (on) =>
    mail(
      on,
      `[Ticket #${on.random.digits(7)}] Site slow`,
      `ticket ${on.random.digits(7)} has been updated by ${on.me.name}.\n\nPriority: P${1 + on.random.below(4)}\nHost: ${host(on)} (10.${on.random.below(255)}.${on.random.below(255)}.${on.random.below(255)})\nVersion: ${on.random.below(20)}.${on.random.below(9)}.${on.random.below(99)}\nError: ORA-0${on.random.digits(4)} at ${time(on.random)}:12.${on.random.digits(3)}\nRequest id 5f${on.random.digits(6)}-ab${on.random.digits(2)}-4e${on.random.digits(2)}-9c${on.random.digits(2)}-${on.random.digits(12)}\n\nPlease answer above this line.`,
    ),
  stackTrace: (on) =>
    mail(
      on,
      'Error in the export',
      `the export fails since ${day(on.random)}:\n\nTypeError: Cannot read properties of undefined (reading 'total')\n    at sum (/srv/app/export.js:${on.random.digits(3)}:${on.random.digits(2)})\n    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)\n\n${Array.from({ length: 4 }, () => `2025-11-03T09:1${on.random.digits(1)}:${10 + on.random.below(49)}Z ${host(on)} app[${on.random.digits(5)}]: job=${on.random.digits(10)} rows=${on.random.digits(4)} ms=${on.random.digits(3)}`).join('\n')}`,
    ),
  newsletter: (on) => ({
    from: `news@${on.firmDomain}`,
    to: [`readers@lists.${on.firmDomain}`, on.you.email],
    subject: 'News of the month',
    body: `News of the month\n\nThe showroom is open until 8 pm on Thursdays.\n\n* Wool rugs from £${on.random.digits(3)} (was £${on.random.digits(3)})\n* Interview: ${colleague(on.random, on.firmDomain).name} on forty years of oak\n* A free loft survey for all who book before ${day(on.random)}\n* Recipe: pumpkin soup for 6, 45 minutes, 320 kcal\n\nQuestions? hello@${on.firmDomain} or 0113 496 0100.\nUnsubscribe: https://${on.firmDomain}/u/${on.random.digits(10)}?c=2025-11\n`,
  }),
  press: (on) => {
    const [speaker, contact] = [colleague(on.random, on.firmDomain), colleague(on.random, on.firmDomain)];
    return mail(
      on,
      'Press release',
      `For release on ${day(on.random)}\n\n${on.firm} opens a workshop in ${on.address.split(', ')[1]}. “We have waited for this since 1987”, said ${speaker.name}, ${speaker.role}. Turnover rose by ${on.random.below(30)} % to ${money(on.random)}.\n\nPress contact: ${contact.name}, ${contact.phone}, ${contact.email}`,
    );
  },
  jobAdvert: (on) =>
    mail(
      on,
      'Job advert',
      `we are looking for a ${on.me.role.toLowerCase()} (reference ${reference(on.random)}), ${money(on.random)} a year, 37.5 hours. You need a driving licence and the right to work in the UK; an enhanced DBS check will be made. We welcome applicants of every religion, sexual orientation and ethnic origin, and with disabilities. Apply to jobs@${on.firmDomain} by ${day(on.random)}.`,
    ),
  privacyNotice: (on) =>
    mail(
      on,
      'Data processing agreement',
      `as agreed, the wording for the annex: categories of data are names, addresses, dates of birth, National Insurance numbers, bank details and, where needed, special categories (health, religion, trade union membership, sexual orientation, genetic and biometric data) and criminal convictions. Data subjects are customers and staff. Retention: six years. The controller's ICO number is ZA${on.random.digits(6)}.`,
    ),
  contract: (on) =>
    mail(
      on,
      'Draft agreement',
      `THIS AGREEMENT is made on ${day(on.random)} between ${on.firm} (company number 0${on.random.digits(7)}), whose registered office is at ${on.address}, and ${on.client}. 1.1 “Business Day” means a day other than a Saturday. 4.2 The Fee is ${money(on.random)}. 12.3 Notices shall be sent to the address above, for the attention of ${on.you.name}. 14. Liability is limited to ${money(on.random)}.`,
    ),
  statistics: (on) => {
    const rows = ['North', 'South', 'East', 'West', 'Wales', 'Scotland'].map(
      (region) =>
        `${region}\t${on.random.digits(4)}\t${on.random.digits(5)}\t${on.random.below(99)}.${on.random.digits(1)} %`,
    );
    return mail(
      on,
      'Figures by region',
      `the figures by region:\n\nRegion\tCustomers\tVisits\tShare\n${rows.join('\n')}\n\nOf 1,204 answers 31 % were from people over 60; 212 mentioned health as the reason.`,
    );
  },
  licence: (on) =>
    mail(
      on,
      'Your licence key',
      `licence key: ${['A7K2', 'Q9LX', 'M3TD'].map((part) => `${part}${on.random.digits(1)}`).join('-')}-${on.random.digits(5)}\nSerial number: SN${on.random.digits(10)}\nLicences: ${on.random.below(90)}\nValid until ${day(on.random)}`,
    ),
  passwordReset: (on) =>
    mail(
      on,
      'Your code',
      `your verification code is ${on.random.digits(6)}. It is valid for 10 minutes. If you did not ask for it, tell security@${on.firmDomain}.`,
    ),
  property: (on) =>
    mail(
      on,
      `Viewing at ${on.address}`,
      `the viewing of ${on.address} is on ${day(on.random)} at ${time(on.random)}. Three bedrooms, EPC C, council tax band D, rent ${money(on.random)} a month, deposit ${money(on.random)}. Title number WYK${on.random.digits(6)}. Keys from ${on.me.name}.`,
    ),
  labResult: (on) =>
    mail(
      on,
      `Test report ${on.random.digits(7)}`,
      `sample ${on.random.digits(8)} (oak veneer), received ${day(on.random)}: formaldehyde 0.0${on.random.digits(2)} mg/m³, moisture ${on.random.below(12)}.${on.random.digits(1)} %, positive for lead traces below 0.${on.random.digits(2)} ppm. Standard EN 717-1:2004. Batch ${on.random.digits(8)}.`,
    ),
  timetable: (on) => {
    const rows = Array.from(
      { length: 5 + on.random.below(8) },
      () =>
        `${on.random.pick(['Mill Lane', 'Station', 'Harrow Road', 'Market Place', 'Hospital', 'School'])}\t${time(on.random)}\t${time(on.random)}\t${time(on.random)}`,
    );
    return mail(on, 'Shuttle timetable', `from ${day(on.random)}:\n\nStop\tAM 1\tAM 2\tPM 1\n${rows.join('\n')}`);
  },
};
