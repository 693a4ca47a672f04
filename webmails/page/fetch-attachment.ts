// Loads an attachment through the page's own same-origin link, with the page's own session.

/** Rejects when the answer is no success, or is of another origin. */
export async function fetchAttachment(url: URL, signal: AbortSignal): Promise<Blob> {
  const answer = await fetch(url.href, { credentials: 'include', cache: 'no-store', signal });
  if (!answer.ok || (answer.url && new URL(answer.url).origin !== url.origin))
    throw new Error(`attachment: status ${answer.status}`);
  return answer.blob();
}
