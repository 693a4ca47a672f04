// What staff are told before it begins, and find again on the guidance page. What it must say: GDPR Article 13.
import type { Policy } from '../../policy/schema.ts';
import type { Kept, Paper, Writer } from './document.ts';
import { erased } from './measures.ts';

export function staffNotice(policy: Policy, writer: Writer, kept: Kept = {}): Paper {
  const { t, reason } = writer;
  const { breachContact, firm, reporting, reasons, guidanceUrl, staffNotice: own = '' } = policy;
  const contact = [breachContact.name, breachContact.role, breachContact.email, breachContact.phone]
    .filter(Boolean)
    .join(', ');
  return {
    title: t('staff_title', [firm.name || '…']),
    lead: [...own.split(/\n+/).filter((line) => line.trim() !== ''), t('staff_lead')],
    sections: [
      { heading: t('staff_why'), paragraphs: [t('staff_why_text')] },
      { heading: t('about_checked'), paragraphs: [t('about_checked_text')] },
      {
        heading: t('staff_asked'),
        paragraphs: [t(policy.auditOnly ? 'staff_asked_audit' : 'staff_asked_text')],
        ...(policy.auditOnly ? {} : { list: reasons.map(reason) }),
      },
      { heading: t('about_recorded'), paragraphs: [t('about_recorded_text')] },
      { heading: t('about_never'), paragraphs: [t('about_never_text'), t('about_private_text')] },
      {
        heading: t('staff_seen'),
        paragraphs: [
          reporting
            ? t('staff_seen_text', [contact || '…', new URL(reporting.url).host])
            : t('staff_seen_here', [contact || '…']),
          ...erased(policy, writer, kept),
          t('staff_purpose'),
        ],
      },
      {
        heading: t('about_rights'),
        paragraphs: [t('about_rights_text'), t('staff_object', [contact || '…']), t('staff_human')],
      },
      {
        heading: t('staff_wrong'),
        paragraphs: [
          t('staff_wrong_text', [contact || '…']),
          ...(guidanceUrl ? [t('measures_guidance_url', [guidanceUrl])] : []),
        ],
      },
    ],
  };
}
