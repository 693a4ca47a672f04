// Everything the extension can show, with data that looks like real data and is invented.
import type { ReactNode } from 'react';
import type { Translate } from '@/components/words.ts';
import { dialogScenes } from './dialog-scenes.tsx';
import { policyScenes } from './policy-scenes.tsx';
import { popupScenes } from './popup-scenes.tsx';
import { registerScenes } from './register-scenes.tsx';

export type Scene = (t: Translate) => ReactNode;

export const scenes: Record<string, Scene> = { ...dialogScenes, ...policyScenes, ...popupScenes, ...registerScenes };
