// What nobody has documented of a webmail: chips that say what they are, and files that can be dragged out or downloaded.

export const plainChips = { chip: '[role=option],[role=listitem]', address: ['title', 'aria-label'] } as const;

export const fileLinks = '[download_url],[download]';
