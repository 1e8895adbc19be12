import { describe, expect, it } from 'vitest';
import { readNoticeLines } from './notices.ts';
import { readProfileLines } from './profiles.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('JSON lines', () => {
  it('reads notices, and names a bad line while the rest goes on', () => {
    const lines = [
      '{"id":"n1","title":"Städning","buyer":"Solna stad","cpv":["90910000-9","x"],"place":null,"lots":[{"title":"Kontor"}]}',
      '{"id":"n2"}',
      'nej',
      '',
    ];
    const { notices, problems } = readNoticeLines(bytes(lines.join('\n')), 'n.jsonl');
    expect(notices).toMatchObject([
      {
        id: 'n1',
        source: 'file',
        title: 'Städning',
        cpv: '90910000',
        cpvAdditional: [],
        buyers: [{ name: 'Solna stad' }],
        lots: [{ id: '1', title: 'Kontor' }],
      },
    ]);
    expect(problems.map((p) => p.place)).toEqual(['line 2', 'line 3']);
  });

  it('reads profiles', () => {
    const { organisations } = readProfileLines(bytes('{"id":"p1","name":"Café","municipality":"Haninge; Tyresö","offers":"café"}'), 'p.jsonl', '2026-11-24');
    expect(organisations).toMatchObject([
      { id: 'p1', municipalities: ['Haninge', 'Tyresö'], offers: 'café', status: 'unverified', seen: '2026-11-24', origin: 'p.jsonl, line 1' },
    ]);
  });
});
