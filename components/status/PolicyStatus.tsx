// Which policy holds, where it came from, and what is wrong with it.
import type { PolicyInForce } from '@/platform/messages/messages.ts';
import { counted, type Translate } from '../words.ts';
import './status.css';
import { ProblemLines } from './ProblemLines.tsx';

export function PolicyStatus({ t, inForce }: { t: Translate; inForce: PolicyInForce }) {
  const { policy, source, problems, settled } = inForce;
  return (
    <div className="policy">
      <p>
        {t(`policy_source_${source}`)} {source !== 'default' && t('policy_version', [policy.version])}
      </p>
      {!settled && <p className="soft">{t('policy_unsettled')}</p>}
      {policy.auditOnly && <p>{t('policy_audit_only')}</p>}
      {problems.length > 0 && (
        <details>
          <summary>{counted(t, 'policy_problems', problems.length)}</summary>
          <ProblemLines problems={problems} />
        </details>
      )}
    </div>
  );
}
