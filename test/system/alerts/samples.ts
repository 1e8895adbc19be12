import { minuteMoment, type Notice, type Organisation, STOCKHOLM } from '@asf-match/domain';
import { createLinkSigner } from '../../../workers/scan/src/alerts/signed-links.ts';

export const NOW = '2026-11-25T08:00:00Z';
export const PUBLIC_URL = 'https://asf.example.se';
export const links = createLinkSigner([{ id: 'test', secret: Buffer.alloc(32, 7) }]);

export const cleaningNotice = (id: string, part: Partial<Notice> = {}): Notice => ({
  ...{ source: 'ted', id, version: '01', procedureId: `p-${id}`, format: 'test', formType: 'competition', language: 'sv', languages: ['sv'], country: 'SE' },
  ...{ title: `Städning av skolor, område ${id}`, description: 'Städning och fönsterputs i skolor på Södermalm. Ärenden på åländska går också bra.' },
  ...{
    buyers: [{ name: 'Åmåls kommun' }],
    cpv: '90910000',
    cpvAdditional: [],
    nature: 'services',
    places: [{ name: 'Solna' }],
    url: `https://example.org/notice/${id}`,
  },
  ...{ deadline: { for: 'tenders', at: minuteMoment('2026-12-08', '23:59', STOCKHOLM) }, lots: [], results: [], awardCriteria: [] },
  ...{ reservedParticipation: [], reservedExecution: false, socialObjectives: [], innovationObjectives: [], ...part },
});

export const cleaner = (id: string): Organisation => ({
  ...{ id, name: `Städlaget ${id}`, orgNumberMasked: false, municipalities: ['Solna'], nuts: [], offers: 'Vi städar skolor och kontor.', capabilities: [] },
  ...{ status: 'verified', source: 'test', seen: '2026', origin: 'test' },
});
