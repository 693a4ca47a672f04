// Where a dialog has room: the outermost document that this one may reach into. A frame for uploads is often small, or hidden.

/** Of a frame of another origin, itself. */
export function outermostDocument(document: Document): Document {
  let found = document;
  for (
    let view = document.defaultView;
    view && view !== view.parent;
    view = view.parent as Window & typeof globalThis
  ) {
    const outer = documentOf(view.parent);
    if (!outer) break;
    found = outer;
  }
  return found;
}

function documentOf(view: Window): Document | undefined {
  try {
    return view.document;
  } catch {
    return undefined;
  }
}
