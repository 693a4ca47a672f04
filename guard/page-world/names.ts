// What passes between the page's own world and the guard's. Each can be made by the page itself, and none loosens anything.

/** The guard gives files back: see give-files.ts. */
export const giveEvent = 'gatehouse-give';
/** Id of the input that carries them. */
export const carrierId = 'gatehouse-carrier';
/** Page script submits a form without an event of its own: see ask-before-submit.ts. Cancelled = held. */
export const submitEvent = 'gatehouse-submit';
/** A message with a port: files that came where no event shows them are on it. See ask-for-files.ts. */
export const filesMessage = 'gatehouse-files';
/**
 * Something is asked at once, and `document.open()` may have taken the listeners off the window. Told by `visualViewport`, of which nothing
 * takes any off: https://html.spec.whatwg.org/multipage/dynamic-markup-insertion.html#document-open-steps
 */
export const renewEvent = 'gatehouse-renew';
/** A request is about to leave: see ask-before-requests.ts. Cancelled = held until the guard has said. */
export const requestEvent = 'gatehouse-request';
/** A message with a port: a request that was held, with all there is to read of it. */
export const requestMessage = 'gatehouse-held-request';
