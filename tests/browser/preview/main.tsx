// Shows one scene, named by the address (`?scene=dialog-block&language=de`), as the extension's pages would.
import { createRoot } from 'react-dom/client';
import type { Translate } from '@/components/words.ts';
import { scenes } from './scenes.tsx';

const languages = import.meta.glob<Record<string, { message: string }>>('../../../public/_locales/*/messages.json', {
  eager: true,
  import: 'default',
});

const address = new URL(location.href).searchParams;
const language = address.get('language') ?? 'en';
const messages = languages[`../../../public/_locales/${language}/messages.json`] ?? {};
const t: Translate = (key, substitutions = []) =>
  (messages[key]?.message ?? `⟦${key}⟧`).replace(/\$(\d)/g, (_, digit) => substitutions[Number(digit) - 1] ?? '');

document.documentElement.lang = t('language_tag');
const scene = scenes[address.get('scene') ?? ''];
createRoot(document.querySelector('#root')!).render(
  scene
    ? scene(t)
    : Object.keys(scenes).map((name) => (
        <p key={name}>
          <a href={`?scene=${name}`}>{name}</a>
        </p>
      )),
);
