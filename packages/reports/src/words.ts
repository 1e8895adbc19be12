import type { CompanySize, Deadline, NeedStatus } from '@asf-match/domain';

export const NEED_STATUS: Readonly<Record<NeedStatus, string>> = {
  idea: 'idé',
  planned: 'planerad',
  'prior-notice': 'förhandsannonserad',
  advertised: 'annonserad',
  cancelled: 'avbruten',
};

/** What the last day is for. */
export const DEADLINE_FOR: Readonly<Record<Deadline['for'], string>> = {
  tenders: 'Sista dag för anbud',
  requests: 'Sista dag för anbudsansökan',
  interest: 'Sista dag för intresseanmälan',
};

/** Sizes by Commission Recommendation 2003/361/EC. */
export const COMPANY_SIZE: Readonly<Record<CompanySize, string>> = {
  micro: 'mikroföretag',
  small: 'litet företag',
  medium: 'medelstort företag',
  large: 'stort företag',
  sme: 'litet eller medelstort företag',
  'natural-pers': 'fysisk person',
};
