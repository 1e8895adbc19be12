import type { Deadline, NeedStatus } from '@asf-match/domain';

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
