// The very files that `policy export` writes, but for the tools of developers, which a recipe shuts out and a test needs.
import type { Install } from '../../rollout/install.ts';
import { targets } from '../../rollout/targets.ts';

type Policies = Record<string, unknown>;

/** The text of the file for Chromium on Linux. */
export function chromiumRecipe(values: Policies, install: Install): string {
  const recipe = JSON.parse(targets['chromium-linux'].write(values, install)[0]!.text) as Policies;
  if (recipe.DeveloperToolsAvailability !== 0) throw new Error('the recipe leaves the developer tools open');
  return JSON.stringify({ ...recipe, DeveloperToolsAvailability: 1 });
}

/** What stands under `policies` in the file for Firefox. */
export function firefoxRecipe(values: Policies, install: Install): Policies {
  const { policies } = JSON.parse(targets.firefox.write(values, install)[0]!.text) as { policies: Policies };
  if (policies.DisableDeveloperTools !== true) throw new Error('the recipe leaves the developer tools open');
  return {
    ...policies,
    DisableDeveloperTools: false,
    // Only Mozilla signs; an ESR takes an unsigned package when told so.
    Preferences: { 'xpinstall.signatures.required': { Value: false, Status: 'locked' } },
  };
}
