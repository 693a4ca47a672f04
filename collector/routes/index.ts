// Every route there is. A new one is a line here.
import type { Route } from '../route.ts';
import { accounts } from './accounts.ts';
import { intake } from './intake.ts';
import { oidc } from './oidc.ts';
import { register } from './register.ts';
import { session } from './session.ts';
import { watch } from './watch.ts';
import { work } from './work.ts';

export const routes: readonly Route[] = [...intake, ...session, ...oidc, ...register, ...work, ...watch, ...accounts];
