// When this person last read the guidance, for the incidents that follow. The proof is the entry in the journal; this is a note of it.
import { browser } from 'wxt/browser';

const trainedKey = 'guidance/read';

export async function lastTraining(): Promise<number | undefined> {
  return (await browser.storage.local.get(trainedKey))[trainedKey] as number | undefined;
}

export async function keepTraining(at: number): Promise<void> {
  await browser.storage.local.set({ [trainedKey]: at });
}
