// Telephone numbers of a function, not of a person: the switchboard, the duty telephone. Told by the words right before them, as a
// role mailbox is told by its local part.

const functions =
  'out of hours|after hours|reception|receptionist|switchboard|central switchboard|main line|main number|front desk|service desk|' +
  'help ?desk|help ?line|hot ?line|emergenc(?:y|ies)|emergency contact number|customer (?:service|services|care|support)|' +
  'technical support|support|sales|accounts|bookings?|reservations|(?:general )?enquiries|inquiries|switch board|duty (?:phone|manager|officer)|on call|' +
  'head office|main office|dial[- ]?in|einwahl|security|fax|zentrale|empfang|notdienst|notfall|bereitschaft|hausmeister|kundendienst|accueil|standard|' +
  'urgences?|astreinte|service client|centralino|reperibilità|centralita|urgencias|receptie|storing';

const before = new RegExp(
  `(?:^|[\\n.;,(|•–-]|\\b(?:our|the|unser|unsere|notre|le|la))\\s*(?:${functions})(?: (?:number|no|line|phone|telephone|tel))?\\.?\\s*[:=–-]?\\s*(?:is |on )?$`,
  'iu',
);

/** Far enough back for the longest of them. */
const reach = 60;

/** Whether the number at `start` is announced as a function's. */
export function isFunctionNumber(text: string, from: number, start: number): boolean {
  return before.test(text.slice(Math.max(from, start - reach), start));
}
