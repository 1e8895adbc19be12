/**
 * An OJ S number in the one form used here, number-year without leading zeros: "00701354-2023", "2020/S 146-360440"
 * and "2020/S 146-360440-EN" give "701354-2023" and "360440-2020". Undefined when the text holds none.
 */
export function publicationNumber(text: string | undefined): string | undefined {
  const old = /(\d{4})\/S\s*\d+-0*(\d+)/.exec(text ?? '');
  if (old) return `${old[2]}-${old[1]}`;
  const plain = /^0*(\d+)-(\d{4})$/.exec(text ?? '');
  return plain ? `${plain[1]}-${plain[2]}` : undefined;
}

/** The notice's page at TED. */
export const noticePage = (publication: string): string => `https://ted.europa.eu/en/notice/-/detail/${publication}`;
