import { html } from 'hono/html';
import { list, table } from '../page.ts';
import { type ServiceFrame, servicePage } from './service-page.ts';

/** What the operator sees, on the machine itself: no addresses. */
export interface OperatorView {
  readonly counts: readonly { readonly state: string; readonly n: number }[];
  readonly problems: readonly string[];
  readonly subscriptions: readonly {
    readonly id: string;
    readonly status: string;
    readonly role: string;
    readonly profile: string;
    readonly rhythm: string;
    readonly address: string;
  }[];
  readonly dead: readonly { readonly id: number; readonly due: string; readonly error: string }[];
}

const STATES: Readonly<Record<string, string>> = { pending: 'väntar', sending: 'skickas', sent: 'skickade', dead: 'uppgivna', withdrawn: 'utan innehåll' };
const STATUSES: Readonly<Record<string, string>> = { pending: 'väntar på svar', confirmed: 'på', stopped: 'avslutad' };
const ADDRESSES: Readonly<Record<string, string>> = { ok: 'fungerar', bounced: 'finns inte', complained: 'har klagat', erased: 'raderad' };

/** The operator's list. It can be read only; what needs doing is done with commands. */
export function operatorPage({ counts, problems, subscriptions, dead }: OperatorView, frame: ServiceFrame): string {
  return servicePage(
    'Drift',
    [
      html`<h2>Att se till</h2>${problems.length > 0 ? list(problems) : html`<p>Inget just nu.</p>`}`,
      html`<h2>Brev</h2>${table(
        'Brev efter läge',
        [
          { head: 'Läge', names: true, cell: (c) => STATES[c.state] ?? c.state },
          { head: 'Antal', number: true, cell: (c) => String(c.n) },
        ],
        counts,
      )}${table(
        'Uppgivna brev',
        [
          { head: 'Brev', names: true, cell: (d) => String(d.id) },
          { head: 'Skulle ha gått', cell: (d) => d.due },
          { head: 'Svar', cell: (d) => d.error },
        ],
        dead,
      )}`,
      html`<h2>Bevakningar</h2>${table(
        'Alla bevakningar',
        [
          { head: 'Id', names: true, cell: (s) => s.id },
          { head: 'Läge', cell: (s) => STATUSES[s.status] ?? s.status },
          { head: 'Roll', cell: (s) => s.role },
          { head: 'Gäller', cell: (s) => s.profile },
          { head: 'När', cell: (s) => s.rhythm },
          { head: 'Adress', cell: (s) => ADDRESSES[s.address] ?? s.address },
        ],
        subscriptions,
      )}`,
    ],
    frame,
  );
}
