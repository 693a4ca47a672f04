// How an event is made that a browser would have made: it goes up the tree and out of shadow trees, and can be refused.
export const likeABrowser = { bubbles: true, cancelable: true, composed: true } as const;
