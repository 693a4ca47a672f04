// Keeps an event from the page and from what the browser does by it.
export function cancel(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
