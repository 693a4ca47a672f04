// Writes public/managed_schema.json and the recipes in enterprise/ from the policy's schema. Run after a change there: node scripts/write-managed-schema.ts
import { writeFileSync } from 'node:fs';
import { managedSchema } from '../policy/managed-schema.ts';

const target = new URL('../public/managed_schema.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(managedSchema(), null, 2)}\n`);
console.log('written: public/managed_schema.json');
// The Group Policy templates have every setting too.
await import('./write-enterprise.ts');
