// The policy page in memory: the policy in force, a draft with undo, and what was tried. Knows no React. The draft is never in force:
// docs/adr/0142-policy-page.md
import { createStore } from 'zustand/vanilla';
import type { Assessment, DraftToAssess } from '@/assessment/assessment.ts';
import { unknownKinds } from '@/assessment/unknown-kinds.ts';
import type { PolicyInForce } from '@/platform/messages/messages.ts';
import { parsePolicy } from '@/policy/parse.ts';
import type { PolicyProblem } from '@/policy/problem.ts';
import type { Policy } from '@/policy/schema.ts';
import type { Install, Values } from '@/rollout/install.ts';
import { plainly, withValue } from './draft.ts';

export interface PolicyPorts {
  /** `undefined`: no answer came. */
  policy(): Promise<PolicyInForce | undefined>;
  /** Calls back whenever another policy is in force. */
  watch(changed: (inForce: PolicyInForce) => void): () => void;
  /** The draft as this tab left it. */
  recall(): Values | undefined;
  keep(draft: Values): void;
  /** Reads and judges a message as the desk does. Rejects when cancelled. Records nothing. */
  assess(
    draft: DraftToAssess,
    policy: Policy,
    signal: AbortSignal,
    progress: (step: { part: string; share: number }) => void,
  ): Promise<Assessment>;
  save(file: { name: string; type: string; text: string }): void;
  /** What is known here of the installation, for the exported files. */
  install: Install;
}

export interface PolicyState {
  phase: 'loading' | 'ready' | 'silent';
  inForce?: PolicyInForce;
  draft: Values;
  /** The draft as it would hold. */
  policy: Policy;
  problems: readonly PolicyProblem[];
  past: readonly Values[];
  future: readonly Values[];
  load(): Promise<void>;
  hear(inForce: PolicyInForce): void;
  /** `undefined` takes the setting out of the draft. */
  edit(path: string, value: unknown): void;
  /** Another draft in place of this one: empty, a template, an import. */
  replace(draft: Values): void;
  undo(): void;
  redo(): void;
}

/** Steps that can be undone. */
const remembered = 200;

export function createPolicyStore(ports: Pick<PolicyPorts, 'policy' | 'recall' | 'keep'>) {
  /** The path edited last: more letters in the same field are one step. */
  let last = '';
  return createStore<PolicyState>((set, get) => {
    const show = (draft: Values, steps: Partial<Pick<PolicyState, 'past' | 'future'>>) => {
      ports.keep(draft);
      set({ draft, ...judged(draft), ...steps });
    };
    const step = (draft: Values, isSameField: boolean) => {
      const { draft: before, past } = get();
      show(draft, { past: isSameField ? past : [...past, before].slice(-remembered), future: [] });
    };
    const kept = ports.recall() ?? {};
    return {
      phase: 'loading',
      draft: kept,
      ...judged(kept),
      past: [],
      future: [],
      async load() {
        const inForce = await ports.policy();
        if (inForce) get().hear(inForce);
        else if (!get().inForce) set({ phase: 'silent' });
      },
      hear: (inForce) => set({ inForce, phase: 'ready' }),
      edit(path, value) {
        const isSameField = path === last && typeof value === 'string' && get().past.length > 0;
        last = path;
        step(withValue(get().draft, path, value), isSameField);
      },
      replace(draft) {
        last = '';
        step(plainly(draft), false);
      },
      undo() {
        const { past, draft, future } = get();
        const before = past.at(-1);
        if (!before) return;
        last = '';
        show(before, { past: past.slice(0, -1), future: [draft, ...future] });
      },
      redo() {
        const { past, draft, future } = get();
        const [next, ...rest] = future;
        if (!next) return;
        last = '';
        show(next, { past: [...past, draft], future: rest });
      },
    };
  });
}

export type PolicyStore = ReturnType<typeof createPolicyStore>;

/** Nothing written is the strict default, without a problem. */
function judged(draft: Values): { policy: Policy; problems: PolicyProblem[] } {
  const { policy, problems } = parsePolicy(Object.keys(draft).length === 0 ? undefined : draft);
  return { policy, problems: [...problems, ...unknownKinds(policy)] };
}
