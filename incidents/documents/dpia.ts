// A data protection impact assessment to begin with, for watching outgoing mail at work. What it must hold: GDPR Article 35(7);
// monitoring of staff: https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/employment/monitoring-workers/
import type { Policy } from '../../policy/schema.ts';
import type { Kept, Paper, Writer } from './document.ts';
import { erased, levelsSection, technical } from './measures.ts';

const risks = ['private', 'chilling', 'wrong', 'repurposed', 'register', 'evidence'] as const;
const needs = ['purpose', 'necessity', 'alternatives', 'minimum'] as const;

export function dpia(policy: Policy, writer: Writer, kept: Kept = {}): Paper {
  const { t } = writer;
  return {
    title: t('dpia_title', [policy.firm.name || '…']),
    lead: [t('dpia_lead', [policy.version]), t('dpia_draft')],
    sections: [
      { heading: t('dpia_what'), paragraphs: [t('dpia_what_text'), t('dpia_scope_text')] },
      {
        heading: t('dpia_data'),
        list: ['dpia_data_decided', 'dpia_data_recorded', 'dpia_data_never', 'dpia_data_actor'].map((key) => t(key)),
      },
      {
        heading: t('dpia_need'),
        pairs: needs.map((need) => ({ term: t(`dpia_${need}`), lines: [t(`dpia_${need}_text`)] })),
      },
      { heading: t('dpia_basis'), paragraphs: [t('dpia_basis_text'), t('dpia_decision_text')] },
      {
        heading: t('dpia_receivers'),
        list: [
          t('dpia_receiver_contact', [policy.breachContact.name || '…']),
          policy.reporting ? t('dpia_receiver_host', [new URL(policy.reporting.url).host]) : t('dpia_receiver_none'),
          ...erased(policy, writer, kept),
        ],
      },
      {
        heading: t('dpia_risks'),
        table: {
          columns: [t('dpia_risk'), t('dpia_answer')],
          rows: risks.map((risk) => [t(`dpia_risk_${risk}`), t(`dpia_risk_${risk}_answer`)]),
        },
      },
      { heading: t('measures_technical'), list: technical(policy, writer, kept) },
      levelsSection(policy, writer),
      { heading: t('dpia_rights'), list: [t('dpia_rights_see'), t('dpia_rights_object'), t('dpia_rights_human')] },
      {
        heading: t('dpia_open'),
        list: ['dpia_open_consult', 'dpia_open_lia', 'dpia_open_transfer', 'dpia_open_sign'].map((key) => t(key)),
      },
    ],
  };
}
