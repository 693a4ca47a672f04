// The register page: the entries, the report form, whether someone is told, and what is recorded. The address says which part.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { strictDefault } from '@/policy/default.ts';
import '../theme.css';
import './register.css';
import { ReportForm } from '../report/ReportForm.tsx';
import type { ReportPorts } from '../report/report-store.ts';
import { Delivery } from '../status/Delivery.tsx';
import { PolicyStatus } from '../status/PolicyStatus.tsx';
import { untoldMail } from '../status/untold-mail.ts';
import type { Translate } from '../words.ts';
import { About } from './About.tsx';
import { type FilePorts, Incidents } from './Incidents.tsx';
import { createRegisterStore, type RegisterPorts } from './register-store.ts';

const parts = ['incidents', 'report', 'status', 'about'] as const;
type Part = (typeof parts)[number];

interface Props {
  t: Translate;
  ports: RegisterPorts & ReportPorts & FilePorts & { copy(text: string): Promise<void> };
}

export function Register({ t, ports }: Props) {
  const [store] = useState(() => createRegisterStore(ports));
  const { policy, delivery, entries, load, deliverNow } = useStore(store);
  const part = useSyncExternalStore(onHashChange, partNow);
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
      <main className="register">
        <h1>{t(`register_part_${part}`)}</h1>
        {delivery?.to === 'nowhere' && part !== 'status' && (
          <p className="problem untold">
            {t('delivery_nowhere')} <a href="#status">{t('register_part_status')}</a>
          </p>
        )}
        {part === 'incidents' && <Incidents t={t} store={store} files={ports} />}
        {part === 'report' && <ReportForm t={t} contact={contact} ports={{ mask: ports.mask, record }} />}
        {part === 'status' && (
          <>
            {delivery && (
              <Delivery
                t={t}
                status={delivery}
                mail={untoldMail(t, contact.email, entries, delivery.waiting, ports.extensionVersion)}
                copy={ports.copy}
                deliverNow={deliverNow}
                test={ports.testDelivery}
              />
            )}
            {policy && (
              <section>
                <h2>{t('popup_policy')}</h2>
                <PolicyStatus t={t} inForce={policy} />
              </section>
            )}
          </>
        )}
        {part === 'about' && <About t={t} policy={policy} />}
      </main>
    </>
  );
}

function partNow(): Part {
  const named = location.hash.slice(1);
  return parts.find((part) => part === named) ?? 'incidents';
}

function onHashChange(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
