// Meetings, projects and people at work: invitations, minutes, status tables, programmes, introductions, directions.
import { colleague, day, mail, money, type OrdinaryMail, quoted, reference, type Scene, time } from './parts.ts';

const topics = [
  'the kitchen survey',
  'the Q3 numbers',
  'the lease of Unit 3',
  'the new website',
  'the delivery plan',
  'the audit',
  'the budget for 2026',
  'the trade fair',
];

const colleagues = (on: Scene, count: number) =>
  Array.from({ length: count }, () => colleague(on.random, on.random.chance(0.5) ? on.firmDomain : on.clientDomain));

export const meetings: Readonly<Record<string, (on: Scene) => OrdinaryMail>> = {
  request: (on) =>
    mail(
      on,
      `Meeting about ${on.random.pick(topics)}`,
      `could we meet on ${day(on.random)} at ${time(on.random)} to talk about ${on.random.pick(topics)}? ${colleague(on.random, on.firmDomain).name} will join us. If not, ring me on ${on.me.phone}.`,
    ),
  videoCall: (on) =>
    mail(
      on,
      `${on.random.pick(topics)}: call`,
      `${on.random.pick(topics)}\nWhen: ${day(on.random)}, ${time(on.random)} – ${time(on.random)}\nJoin: https://meet.example/j/${on.random.digits(11)}?pwd=${on.random.digits(6)}\nMeeting ID: ${on.random.digits(3)} ${on.random.digits(4)} ${on.random.digits(4)}\nPasscode: ${on.random.digits(6)}\nDial in: +44 20 7946 0${on.random.digits(3)},,${on.random.digits(11)}#\n+1 646 558 ${on.random.digits(4)} US (New York)\n+49 69 7104 9${on.random.digits(3)} Germany\nOne tap mobile: +442079460${on.random.digits(3)},,${on.random.digits(11)}#`,
    ),
  calendar: (on) => ({
    from: on.me.email,
    to: [on.you.email],
    subject: `Invitation: ${on.random.pick(topics)}`,
    body: `BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//Calendar//EN\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:${on.random.digits(12)}@${on.firmDomain}\nDTSTAMP:2025110${1 + on.random.below(9)}T091200Z\nDTSTART:20251120T100000Z\nDTEND:20251120T104500Z\nORGANIZER;CN=${on.me.name}:mailto:${on.me.email}\nATTENDEE;CN=${on.you.name};RSVP=TRUE:mailto:${on.you.email}\nSUMMARY:${on.random.pick(topics)}\nLOCATION:${on.address.replaceAll(',', '\\,')}\nEND:VEVENT\nEND:VCALENDAR\n`,
  }),
  minutes: (on) => {
    const present = colleagues(on, 3 + on.random.below(6));
    const initials = present.map(({ name }) =>
      name
        .split(' ')
        .map((word) => word[0])
        .join(''),
    );
    return mail(
      on,
      `Minutes of ${day(on.random)}`,
      `Minutes\nPresent: ${present.map(({ name }) => name).join(', ')}\nApologies: ${colleague(on.random, on.clientDomain).name}\n\n1. Minutes of ${day(on.random)} agreed.\n2. ${on.random.pick(topics)}: ${initials[0]} to send figures by ${day(on.random)}. Action ${initials[1]}.\n3. Costs of ${money(on.random)} approved.\n4. Next meeting ${day(on.random)}, ${time(on.random)}.`,
    );
  },
  status: (on) => {
    const rows = Array.from(
      { length: 3 + on.random.below(8) },
      (_, index) =>
        `${index + 1}\t${on.random.pick(topics)}\t${colleague(on.random, on.firmDomain).given}\t${day(on.random)}\t${on.random.pick(['open', 'done', 'at risk'])}`,
    );
    return mail(on, 'Project status', `where we are:\n\nNo\tTask\tOwner\tDue\tStatus\n${rows.join('\n')}`);
  },
  programme: (on) => {
    const rows = Array.from(
      { length: 4 + on.random.below(6) },
      () =>
        `${time(on.random)}  ${colleague(on.random, on.clientDomain).name}, ${on.random.pick(['University of Leeds', 'Kestrel plc', 'Borough Council', 'Harrow Mills'])}: ${on.random.pick(topics)}`,
    );
    return mail(
      on,
      'Programme of the day',
      `the programme:\n\n${rows.join('\n')}\n\nLunch at 12:30. Venue: ${on.address}.`,
    );
  },
  introduction: (on) => {
    const other = colleague(on.random, on.firmDomain);
    return mail(
      on,
      `Meet ${other.given}`,
      `${other.name} has joined us as ${other.role} and will look after ${on.client} from ${day(on.random)}. You can reach ${other.given} on ${other.phone} or at ${other.email}.`,
    );
  },
  whoIsWho: (on) => {
    const rows = colleagues(on, 2 + on.random.below(3)).map(({ role, name, phone, email }) =>
      on.random.pick([`${role}: ${name}, ${phone}`, `${role}: ${name}, ${email}`, `${name} (${role}) – ${phone}`]),
    );
    return mail(on, 'Who to call', `for the next weeks:\n\n${rows.join('\n')}\n\nOut of hours: 0113 496 0199.`);
  },
  supplierContact: (on) => {
    const other = colleague(on.random, on.clientDomain);
    return mail(
      on,
      'Contact',
      `here is the card you asked for:\n\nName: ${other.name}\nCompany: ${on.client}\nPhone: ${other.phone}\nEmail: ${other.email}`,
    );
  },
  outOfOffice: (on) =>
    mail(
      on,
      'Automatic reply',
      `I am out of the office until ${day(on.random)} with limited access to mail. In urgent cases please contact ${colleague(on.random, on.firmDomain).email} or ring 0113 496 0100.`,
    ),
  directions: (on) =>
    mail(
      on,
      'How to find us',
      `we are at ${on.address}. From the station take bus ${on.random.below(90)} to Mill Lane (${on.random.below(20)} minutes), or park in bay ${on.random.below(40)}. Coordinates ${50 + on.random.below(8)}.${on.random.digits(5)}, -1.${on.random.digits(5)}; what3words ///oak.desk.lamp. Gate code ${on.random.digits(4)}.`,
    ),
  thread: (on) =>
    mail(
      on,
      `Re: ${on.random.pick(topics)}`,
      `yes, ${day(on.random)} works for us; ${time(on.random)} is better.${quoted(on, `could we move it to ${day(on.random)}?\n\n> On ${day(on.random)}, ${on.me.name} <${on.me.email}> wrote:\n> what about ${time(on.random)}? Reference ${reference(on.random)}.`)}`,
    ),
  thanks: (on) =>
    mail(
      on,
      'Thank you',
      `thank you for your help with ${on.random.pick(topics)}. Please pass my thanks on to ${colleague(on.random, on.clientDomain).name} too.`,
    ),
};
