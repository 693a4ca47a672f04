// Texts about nobody in bulk: prose and logs, to measure how fast nothing is found, and that nothing is.
import { createRandom } from './random.ts';
import { items, streets } from './words.ts';

const words = (
  'the a and of to in is was for on with that it by from at as be this have not are but they had which one you were all her she there ' +
  'would their we him been has when who will more no if out so said what up its about into than them can only other new some could time ' +
  'these two may then do first any my now such like our over man me even most made after also did many before must through years where ' +
  'much your way well down should because each just those people how too little state good very make world still own see men work long'
).split(' ');

/** Paragraphs of unwrapped sentences, about `length` characters. */
export function prose(length: number, seed: number): string {
  const random = createRandom(seed);
  let text = '';
  while (text.length < length) {
    const count = 6 + random.below(18);
    const sentence = Array.from({ length: count }, (_, index) =>
      index > 3 && random.chance(0.02)
        ? random.pick(items).toLowerCase()
        : random.pick(words) + (random.chance(0.08) ? ',' : ''),
    ).join(' ');
    const amount = random.chance(0.05) ? ` for £${random.below(900)}.00 on ${random.pick(streets)}` : '';
    text += `${sentence[0]!.toUpperCase()}${sentence.slice(1)}${amount}.${random.chance(0.15) ? '\n\n' : ' '}`;
  }
  return text;
}

/** Lines of a web server's log with times, addresses, identifiers and durations. */
export function log(length: number, seed: number): string {
  const random = createRandom(seed);
  let text = '';
  while (text.length < length) {
    const time = `2025-11-${10 + random.below(18)} ${10 + random.below(13)}:${10 + random.below(49)}:${10 + random.below(49)}.${random.digits(3)}`;
    const address = `203.0.113.${random.below(255)}`;
    text += `${time} web-0${random.below(9)} nginx[${random.digits(5)}]: ${address} - "GET /cart/${random.digits(8)}?session=${random.digits(16)}" 200 ${random.digits(5)} 0.${random.digits(3)} req=${random.digits(10)}\n`;
  }
  return text;
}
