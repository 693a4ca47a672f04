// Windows code pages by their numbers, as the platform's decoders know them.
// https://learn.microsoft.com/windows/win32/intl/code-page-identifiers
const labels: Record<number, string> = {
  437: 'windows-1252',
  708: 'iso-8859-6',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1201: 'utf-16be',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  20866: 'koi8-r',
  20932: 'euc-jp',
  20936: 'gbk',
  21866: 'koi8-u',
  50220: 'iso-2022-jp',
  50221: 'iso-2022-jp',
  50222: 'iso-2022-jp',
  51932: 'euc-jp',
  51949: 'euc-kr',
  54936: 'gb18030',
  65001: 'utf-8',
};

/** windows-1252 where the number is not known. */
export function decoderOfCodePage(page = 1252): TextDecoder {
  if (page >= 1250 && page <= 1258) return new TextDecoder(`windows-${page}`);
  if (page >= 28591 && page <= 28606 && page !== 28602) return new TextDecoder(`iso-8859-${page - 28590}`);
  return new TextDecoder(labels[page] ?? 'windows-1252');
}

/** The page a program on Windows keeps text in that it would send in this one. `undefined` where they are the same. */
export function ansiOf(page: number | undefined): number | undefined {
  return page === undefined ? undefined : ansi[page];
}

const ansi: Record<number, number> = {
  20866: 1251,
  20932: 932,
  21866: 1251,
  28592: 1250,
  28595: 1251,
  28597: 1253,
  28598: 1255,
  28599: 1254,
  50220: 932,
  50221: 932,
  50222: 932,
  51932: 932,
  51949: 949,
};
