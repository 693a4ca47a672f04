// The popup: is anyone told, who to call, this page, the policy, and *Report a breach*.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { strictDefault } from '@/policy/default.ts';
import '../theme.css';
import './popup.css';
import { ContactLine } from '../ContactLine.tsx';
import { ReportForm } from '../report/ReportForm.tsx';
import type { ReportPorts } from '../report/report-store.ts';
import { CopyDiagnostics } from '../status/CopyDiagnostics.tsx';
import { Delivery } from '../status/Delivery.tsx';
import { PolicyStatus } from '../status/PolicyStatus.tsx';
import { untoldMail } from '../status/untold-mail.ts';
import type { Translate } from '../words.ts';
import { PageStatus } from './PageStatus.tsx';
import { type Answered, createPopupStore, type PopupPorts } from './popup-store.ts';

interface Props {
  t: Translate;
  ports: PopupPorts & ReportPorts & { copy(text: string): Promise<void> };
  registerUrl: string;
  policyUrl: string;
  extensionVersion: string;
}

export function Popup({ t, ports, registerUrl, policyUrl, extensionVersion }: Props) {
  const [store] = useState(() => createPopupStore(ports));
  const { page, policy, delivery, entries, load, deliverNow, mailed, told } = useStore(store);
  const [isReporting, setReporting] = useState(false);
  useEffect(() => void load(), [load]);
  const inForce = policy.state === 'known' ? policy.value.policy : strictDefault;
  const { breachContact: contact, deputy, itContact } = inForce;
  const diagnosed = async () => {
    const known = <T,>(answered: Answered<T>) => (answered.state === 'known' ? answered.value : undefined);
    return {
      extensionVersion,
      browser: navigator.userAgent,
      policy: known(policy),
      page: known(page),
      delivery: known(delivery),
      health: await ports.installation(),
    };
  };
  const back = () => {
    setReporting(false);
    void load();
  };
  if (isReporting)
    return (
      <main className="popup">
        <h1>{t('report_title')}</h1>
        <ReportForm t={t} contact={contact} ports={ports} />
        <button type="button" className="button" onClick={back}>
          {t('popup_back')}
        </button>
      </main>
    );
  return (
    <main className="popup">
      <h1>{t('extension_name')}</h1>
      {delivery.state === 'known' && (
        <Delivery
          t={t}
          status={delivery.value}
          mail={untoldMail(t, contact.email, entries, delivery.value, extensionVersion)}
          copy={ports.copy}
          deliverNow={deliverNow}
          mailed={mailed}
          told={told}
          test={ports.testDelivery}
        />
      )}
      {delivery.state === 'none' && <p className="problem">{t('popup_no_answer')}</p>}
      <section aria-labelledby="popup-page">
        <h2 id="popup-page">{t('popup_page')}</h2>
        {page.state === 'known' ? (
          <PageStatus t={t} page={page.value} />
        ) : (
          <p className="soft">{t(`popup_${page.state}`)}</p>
        )}
      </section>
      <section aria-labelledby="popup-help">
        <h2 id="popup-help">{t('popup_help')}</h2>
        {policy.state !== 'waiting' && <ContactLine t={t} contact={contact} />}
        {deputy && <ContactLine t={t} contact={deputy} is="deputy" />}
        {itContact && <ContactLine t={t} contact={itContact} is="it" />}
        <button type="button" className="button main" onClick={() => setReporting(true)}>
          {t('popup_report')}
        </button>
      </section>
      <section aria-labelledby="popup-policy">
        <h2 id="popup-policy">{t('popup_policy')}</h2>
        {policy.state === 'known' ? (
          <PolicyStatus t={t} inForce={policy.value} />
        ) : (
          <p className="soft">{t(`popup_${policy.state}`)}</p>
        )}
      </section>
      <CopyDiagnostics t={t} told={diagnosed} copy={ports.copy} />
      <a href={registerUrl} target="_blank" rel="noreferrer">
        {t('popup_register')}
      </a>
      <a href={policyUrl} target="_blank" rel="noreferrer">
        {t('popup_policy_page')}
      </a>
    </main>
  );
}
