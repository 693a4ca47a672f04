// Ordinary business mails in bulk, by kind of mail. None is about a list of people; none may lead to a prompt.
import { createRandom } from '../random.ts';
import { commerce } from './commerce.ts';
import { foreign } from './foreign.ts';
import { meetings } from './meetings.ts';
import { office } from './office.ts';
import { type OrdinaryMail, scene } from './parts.ts';

const kinds = Object.entries({ ...commerce, ...meetings, ...office, ...foreign });

/** So many mails, the kinds in turn. */
export function ordinaryMails(count: number, seed: number): (OrdinaryMail & { kind: string })[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const [kind, write] = kinds[index % kinds.length]!;
    return { kind, ...write(scene(random)) };
  });
}
