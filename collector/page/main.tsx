// The collector's page, wired to its server.
import { createRoot } from 'react-dom/client';
import { get } from './ask.ts';
import { Collector } from './Collector.tsx';
import { readWords } from './words.ts';

const ready = await get<{ firm: string; language: string; version: string; hasFirmSignIn: boolean }>('/api/ready');
const { firm = '', language = 'en', version = '', hasFirmSignIn = false } = ready.body ?? {};
const t = await readWords(navigator.languages, language);
document.documentElement.lang = t('language_tag');
document.title = firm ? `${t('register_title')} · ${firm}` : t('register_title');
createRoot(document.getElementById('root')!).render(
  <Collector t={t} version={version} firm={firm} hasFirmSignIn={hasFirmSignIn} />,
);
