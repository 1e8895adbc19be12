import type { CompanySize } from '@asf-match/domain';

/** Sizes as the statistics name them. */
export const SIZE_LABEL: Readonly<Record<CompanySize, string>> = {
  micro: 'mikroföretag',
  small: 'litet företag',
  medium: 'medelstort företag',
  large: 'stort företag',
  sme: 'litet eller medelstort företag',
  'natural-pers': 'fysisk person',
};
export const LEGAL_FORM_UNKNOWN = 'form okänd';
