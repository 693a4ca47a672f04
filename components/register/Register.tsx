// The register page: the entries and the work on them, charts, papers, the report form, guidance, what is recorded about me, and whether
// someone is told. The address says which part.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Health } from '@/platform/messages/messages.ts';
import { strictDefault } from '@/policy/default.ts';
import '../theme.css';
import '../top.css';
import './register.css';
import { ReportForm } from '../report/ReportForm.tsx';
import type { ReportPorts } from '../report/report-store.ts';
import { CopyDiagnostics } from '../status/CopyDiagnostics.tsx';
import { Delivery } from '../status/Delivery.tsx';
import { HealthLines } from '../status/HealthLines.tsx';
import { PolicyStatus } from '../status/PolicyStatus.tsx';
import { untoldMail } from '../status/untold-mail.ts';
import type { Translate } from '../words.ts';
import { Charts } from './Charts.tsx';
import { Employee, type EmployeePorts } from './Employee.tsx';
import { Entry, type EntryPorts } from './Entry.tsx';
import { Find, type FindPorts } from './Find.tsx';
import { Guidance, type GuidancePorts } from './Guidance.tsx';
import { Incidents } from './Incidents.tsx';
import { MakeKeys } from './MakeKeys.tsx';
import { Mine } from './Mine.tsx';
import { Papers } from './Papers.tsx';
import type { RegisterPorts } from './register-ports.ts';
import { createRegisterStore, type RegisterStore } from './register-store.ts';

const parts = ['incidents', 'charts', 'papers', 'people', 'report', 'guidance', 'about', 'status'] as const;
type Part = (typeof parts)[number];

interface Props {
  t: Translate;
  ports: RegisterPorts & ReportPorts & EntryPorts & GuidancePorts & FindPorts & EmployeePorts;
}

export function Register({ t, ports }: Props) {
  const [store] = useState(() => createRegisterStore(ports));
  const { policy, delivery, load, entries, phase } = useStore(store);
  const { part, entry } = placeOf(useSyncExternalStore(onHashChange, hashNow));
  useEffect(() => {
    void load();
    addEventListener('focus', load);
    return () => removeEventListener('focus', load);
  }, [load]);
  const record: ReportPorts['record'] = async (report) => {
    const isStored = await ports.record(report);
    if (isStored) void load();
    return isStored;
  };
  const contact = (policy?.policy ?? strictDefault).breachContact;
  const isUnread = phase === 'ready' && !entries.some(({ entry: one }) => one.type === 'acknowledgement');
  return (
    <>
      <header className="top">
        <p className="name">{t('extension_name')}</p>
        <nav aria-label={t('register_parts')}>
          {parts.map((one) => (
            <a key={one} href={`#${one}`} aria-current={one === part ? 'page' : undefined}>
              {t(`register_part_${one}`)}
            </a>
          ))}
        </nav>
      </header>
      <main className={part === 'incidents' || part === 'charts' ? 'register broad' : 'register'}>
        <h1>{t(`register_part_${part}`)}</h1>
        {delivery?.to === 'nowhere' && part !== 'status' && (
          <p className="problem untold">
            {t('delivery_nowhere')} <a href="#status">{t('register_part_status')}</a>
          </p>
        )}
        {isUnread && part === 'about' && (
          <p className="untold">
            {t('guidance_unread')} <a href="#guidance">{t('register_part_guidance')}</a>
          </p>
        )}
        {part === 'incidents' &&
          (entry ? (
            <Entry key={entry} t={t} store={store} id={entry} ports={ports} />
          ) : (
            <Incidents t={t} store={store} files={ports} open={openEntry} />
          ))}
        {part === 'charts' && <Charts t={t} store={store} />}
        {part === 'papers' && <Papers t={t} store={store} ports={ports} policy={policy?.policy ?? strictDefault} />}
        {part === 'people' && (
          <>
            <Find t={t} store={store} ports={ports} linkTo={(id) => `#entry/${id}`} />
            <Employee t={t} store={store} ports={ports} />
          </>
        )}
        {part === 'report' && <ReportForm t={t} contact={contact} ports={{ mask: ports.mask, record }} />}
        {part === 'guidance' && <Guidance t={t} store={store} ports={ports} />}
        {part === 'status' && <Status t={t} store={store} ports={ports} />}
        {part === 'about' && <Mine t={t} store={store} files={ports} />}
      </main>
    </>
  );
}

function Status({
  t,
  store,
  ports,
}: {
  t: Translate;
  store: RegisterStore;
  ports: EntryPorts & Pick<RegisterPorts, 'testDelivery' | 'installation'>;
}) {
  const { policy, delivery, entries, deliverNow, mailed, told } = useStore(store);
  const [health, setHealth] = useState<Health>();
  useEffect(() => void ports.installation().then(setHealth), [ports]);
  const contact = (policy?.policy ?? strictDefault).breachContact;
  const diagnosed = async () => ({
    extensionVersion: ports.extensionVersion,
    browser: navigator.userAgent,
    policy,
    delivery,
    health: await ports.installation(),
  });
  return (
    <>
      {delivery && (
        <Delivery
          t={t}
          status={delivery}
          mail={untoldMail(t, contact.email, entries, delivery, ports.extensionVersion)}
          copy={ports.copy}
          deliverNow={deliverNow}
          mailed={mailed}
          told={told}
          test={ports.testDelivery}
        />
      )}
      {policy && (
        <section>
          <h2>{t('popup_policy')}</h2>
          <PolicyStatus t={t} inForce={policy} />
        </section>
      )}
      <section>
        <h2>{t('health_title')}</h2>
        {health && <HealthLines t={t} health={health} />}
        <CopyDiagnostics t={t} told={diagnosed} copy={ports.copy} />
      </section>
      <MakeKeys t={t} save={ports.save} />
    </>
  );
}

function openEntry(id: string): void {
  location.hash = `entry/${id}`;
}

function hashNow(): string {
  return location.hash.slice(1);
}

function placeOf(hash: string): { part: Part; entry?: string } {
  const entry = /^entry\/([0-9a-f-]{36})$/.exec(hash)?.[1];
  return { part: parts.find((part) => part === hash) ?? 'incidents', ...(entry ? { entry } : {}) };
}

function onHashChange(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
