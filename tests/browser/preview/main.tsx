// Shows one scene, named by the address (`?scene=dialog-block&language=de`) or by `show`, as the extension's pages would.
import { createRoot } from 'react-dom/client';
import type { Translate } from '@/components/words.ts';
import { scenes } from './scenes.tsx';

const languages = import.meta.glob<Record<string, { message: string }>>('../../../public/_locales/*/messages.json', {
  eager: true,
  import: 'default',
});

function translateIn(language: string): Translate {
  const messages = languages[`../../../public/_locales/${language}/messages.json`] ?? {};
  return (key, substitutions = []) =>
    (messages[key]?.message ?? `⟦${key}⟧`).replace(/\$(\d)/g, (_, digit) => substitutions[Number(digit) - 1] ?? '');
}

const root = createRoot(document.querySelector('#root')!);

function show(name: string, language: string): void {
  const t = translateIn(language);
  location.hash = '';
  document.documentElement.lang = t('language_tag');
  const links = Object.keys(scenes).map((one) => (
    <p key={one}>
      <a href={`?scene=${one}&language=${language}`}>{one}</a>
    </p>
  ));
  root.render(<div key={`${name} ${language}`}>{scenes[name]?.(t) ?? links}</div>);
}

const address = new URL(location.href).searchParams;
show(address.get('scene') ?? '', address.get('language') ?? 'en');
Object.assign(window, { show });
