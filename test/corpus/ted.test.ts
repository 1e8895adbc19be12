import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dateOf, InputError, type Notice } from '@asf-match/domain';
import { parseTedNotice } from '@asf-match/sources';
import { describe, expect, it } from 'vitest';
import { named, shared } from './shared.ts';

const folder = shared('corpus/ted');

/** Files that are refused, and why. */
const REFUSED = {
  // A notice converted by machine whose texts are all empty: there is nothing to show or to match.
  '355067-2021': 'ted.no-title',
};

/** Where the index and the parser differ, judged by reading the notice. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  '10096-2018 deadline': 'index empty; the F04 form states DATE_RECEIPT_TENDERS 2018-02-09, only its coded data does not',
  '524674-2018 deadline': 'index empty; the F04 form states DATE_RECEIPT_TENDERS 2018-12-05, only its coded data does not',
  '128154-2024 buyer': 'the index lost the quotation marks that are part of the name',
  '17620-2019 lots': 'the index counts lots of the first OBJECT_CONTRACT; this F22 has two, each with its own title and description',
  '524889-2023 title': 'the index has the Italian title; the notice has a Swedish version, which is read',
};

const words = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
const COUNTRIES: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR', SRB: 'RS' };
const RESERVATIONS: Readonly<Record<string, string>> = {
  RESTRICTED_SHELTERED_WORKSHOP: 'res-ws',
  RESERVED_CONTRACTS: 'res-ws',
  RESERVED_ORGANISATIONS_SERVICE_MISSION: 'res-pub-ser',
  RESTRICTED_SHELTERED_PROGRAM: 'execution',
};

function reservationsOf(notice: Notice): string {
  return [...notice.reservedParticipation, ...(notice.reservedExecution ? ['execution'] : [])].sort().join(' ');
}

describe.skipIf(!folder)(named('the TED corpus', folder), () => {
  const at = folder ?? '';
  const files = folder ? readdirSync(at).filter((name) => name.endsWith('.xml')) : [];
  const read = new Map<string, Notice>();
  const refused: Record<string, string> = {};
  for (const name of files) {
    try {
      read.set(name.replace('.xml', ''), parseTedNotice(readFileSync(join(at, name)), name).notice);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      refused[name.replace('.xml', '')] = error.problem.key;
    }
  }

  it('reads every file, or refuses it with a named reason', () => {
    expect(files.length).toBe(302);
    expect(refused).toEqual(REFUSED);
  });

  it('agrees with the index in at least 99 of 100 cells, and every difference is explained', () => {
    const [header = '', ...rows] = readFileSync(join(at, 'index.tsv'), 'utf8').trimEnd().split('\n');
    const columns = header.split('\t');
    let cells = 0;
    const differences: string[] = [];
    for (const row of rows) {
      const values = row.split('\t');
      const cell = (name: string): string => values[columns.indexOf(name)] ?? '';
      const id = cell('id');
      const notice = read.get(id);
      // The eForms column holds the deadline for tenders (BT-131) alone; requests and interest are checked in the unit tests.
      const deadline = notice?.deadline && (notice.format.startsWith('TED-XML') || notice.deadline.for === 'tenders') ? dateOf(notice.deadline.at) : '';
      const pairs: Record<string, readonly [index: string, ours: string]> = {
        id: [id, notice?.publicationNumber ?? ''],
        country: [COUNTRIES[cell('country')] ?? cell('country'), notice?.country ?? ''],
        cpv: [cell('cpv'), notice?.cpv ?? ''],
        title: [words(cell('title')), words(notice?.title ?? '')],
        buyer: [words(cell('buyer')), words(notice?.buyers[0]?.name ?? '')],
        deadline: [cell('deadline').replace(/^(\d{4})-?(\d\d)-?(\d\d).*/, '$1-$2-$3'), deadline],
        // Empty for the defence forms, whose lots are counted by hand in the unit tests.
        lots: [cell('lots') || String(notice?.lots.length ?? ''), String(notice?.lots.length ?? '')],
        reserved: [
          [
            ...new Set(
              cell('reserved')
                .split(' ')
                .flatMap((code) => RESERVATIONS[code] ?? []),
            ),
          ]
            .sort()
            .join(' '),
          notice ? reservationsOf(notice) : '',
        ],
      };
      for (const [name, [index, ours]] of Object.entries(pairs)) {
        cells += 1;
        if (index !== ours && !(id in REFUSED)) differences.push(`${id} ${name}`);
        if (id in REFUSED && index) differences.push(`${id} ${name}`);
      }
    }
    const unexplained = differences.filter((d) => !(d in DIFFERENCES) && !((d.split(' ')[0] ?? '') in REFUSED));
    console.log(`${cells - differences.length} of ${cells} cells agree with the index (${((1 - differences.length / cells) * 100).toFixed(2)} %)`);
    expect(unexplained).toEqual([]);
    expect(differences.length / cells).toBeLessThan(0.01);
    expect(Object.keys(DIFFERENCES).filter((d) => !differences.includes(d))).toEqual([]);
  });

  it('keeps no e-mail address and no telephone field', () => {
    for (const [id, notice] of read) {
      const parties = [...notice.buyers, ...notice.results.flatMap((r) => r.winners)];
      for (const party of parties) expect(Object.values(party).join(' '), id).not.toMatch(/@|\+\d{2}[\d ]{6}/);
    }
  });
});
