// A name that nobody can guess, of 128 random bits. `crypto.randomUUID` is missing where the page around is no secure context: in a content
// script, and in Firefox in a frame of the extension too. Source: https://developer.mozilla.org/en-US/docs/Web/API/Crypto/randomUUID

export const randomName = (): string => [...crypto.getRandomValues(new Uint32Array(4))].join('-');
