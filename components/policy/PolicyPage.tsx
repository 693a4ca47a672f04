// The policy page: the policy in force, a draft, what it would do to a message, what it would change, and files to roll it out with.
// The address says which part.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import '../theme.css';
import '../top.css';
import './policy.css';
import type { Translate } from '../words.ts';
import { Compare } from './Compare.tsx';
import { Draft } from './Draft.tsx';
import { ExportPolicy } from './ExportPolicy.tsx';
import { ImportPolicy } from './ImportPolicy.tsx';
import { InForce } from './InForce.tsx';
import { createPolicyStore, type PolicyPorts } from './policy-store.ts';
import { TryIt } from './TryIt.tsx';

const parts = ['in-force', 'draft', 'try', 'compare', 'files'] as const;
type Part = (typeof parts)[number];

export function PolicyPage({ t, ports }: { t: Translate; ports: PolicyPorts }) {
  const [store] = useState(() => createPolicyStore(ports));
  const { load, hear } = useStore(store);
  const part = partOf(useSyncExternalStore(onHashChange, hashNow));
  useEffect(() => {
    void load();
    return ports.watch(hear);
  }, [load, hear, ports]);
  return (
    <>
      <header className="top">
        <p className="name">{t('extension_name')}</p>
        <nav aria-label={t('policy_parts')}>
          {parts.map((one) => (
            <a key={one} href={`#${one}`} aria-current={one === part ? 'page' : undefined}>
              {t(titleKey(one))}
            </a>
          ))}
        </nav>
      </header>
      <main className="policy-page">
        <h1>{t(titleKey(part))}</h1>
        {part === 'in-force' && <InForce t={t} store={store} />}
        {part === 'draft' && <Draft t={t} store={store} />}
        {/* Kept while another part is shown, so that the same message can be tried again after an edit. */}
        <div hidden={part !== 'try'} className="policy-part">
          <TryIt t={t} store={store} ports={ports} />
        </div>
        {part === 'compare' && <Compare t={t} store={store} />}
        {part === 'files' && (
          <>
            <ExportPolicy t={t} store={store} ports={ports} />
            <ImportPolicy t={t} store={store} />
          </>
        )}
      </main>
    </>
  );
}

function titleKey(part: Part): string {
  return `policy_part_${part.replace('-', '_')}`;
}

function hashNow(): string {
  return location.hash.slice(1);
}

function partOf(hash: string): Part {
  return parts.find((part) => part === hash) ?? 'in-force';
}

function onHashChange(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
