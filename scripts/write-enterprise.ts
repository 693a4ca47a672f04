// Writes the recipes in enterprise/ from enterprise/policy.json. Run after a change of the policy schema or of rollout/:
// node scripts/write-enterprise.ts
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { recipes } from '../rollout/recipes.ts';

const folder = new URL('../enterprise/', import.meta.url);
const policy = JSON.parse(readFileSync(new URL('policy.json', folder), 'utf8'));
for (const { name, text } of recipes(policy)) {
  const file = new URL(name, folder);
  mkdirSync(dirname(file.pathname), { recursive: true });
  writeFileSync(file, text);
  console.log(`written: enterprise/${name}`);
}
