import { z } from 'zod';
import { PROGRAMMES } from './programmes.ts';

export const euFundingSettingsSchema = z
  .object({
    url: z.url({ protocol: /^https?$/ }).default('https://api.tech.ec.europa.eu/search-api/prod/rest/search'),
    /** Numbers of framework programmes that are asked for. */
    programmes: z.array(z.string().regex(/^\d+$/)).min(1).default(Object.keys(PROGRAMMES)),
  })
  .prefault({});
export type EuFundingSettings = z.infer<typeof euFundingSettingsSchema>;

/** Kinds of record that are calls for grants, each with a field that is unique for it: only then do pages not overlap. */
const RECORD_TYPES = [
  { type: '1', sort: 'identifier' },
  { type: '2', sort: 'callIdentifier' },
  { type: '8', sort: 'callccm2Id' },
] as const;
/** 31094503 is closed. Several public clients have the first two the wrong way round. */
export const STATUS = { forthcoming: '31094501', open: '31094502', closed: '31094503' } as const;
export const PAGE_SIZE = 100;

/** One query: a type in a state. Dates must be written to the millisecond, or nothing is compared. */
export interface EuQuery {
  readonly type: (typeof RECORD_TYPES)[number];
  readonly status: 'forthcoming' | 'open';
}

export const QUERIES: readonly EuQuery[] = RECORD_TYPES.flatMap((type) => [
  { type, status: 'open' as const },
  { type, status: 'forthcoming' as const },
]);

/** The parts of the request. Each must be sent as application/json, or the service answers with status 500. */
export function queryForm({ type, status }: EuQuery, programmes: readonly string[], today: string): FormData {
  const query = {
    bool: {
      must: [
        { terms: { type: [type.type] } },
        { terms: { DATASOURCE: ['SEDIA'] } },
        { terms: { status: [STATUS[status]] } },
        { terms: { frameworkProgramme: programmes } },
        ...(status === 'open' ? [{ range: { deadlineDate: { gte: `${today}T00:00:00.000+0000` } } }] : []),
      ],
    },
  };
  const form = new FormData();
  const part = (name: string, value: unknown) => form.append(name, new Blob([JSON.stringify(value)], { type: 'application/json' }), 'blob');
  part('query', query);
  part('languages', ['en']);
  part('sort', { field: type.sort, order: 'ASC' });
  return form;
}

export const pageUrl = (url: string, page: number): string => `${url}?apiKey=SEDIA&text=***&pageSize=${PAGE_SIZE}&pageNumber=${page}`;
