import type { IsHoliday, Subscription } from '@asf-match/domain';
import type { ServiceFrame } from '@asf-match/reports';
import type { Store } from '@asf-match/store';
import type { Composer } from '../alerts/compose.ts';
import type { LinkSigner } from '../alerts/signed-links.ts';
import type { ReferenceData } from '../data.ts';

/** What the pages of `asf-match serve` stand on. */
export interface Service {
  readonly store: Store;
  readonly composer: Composer;
  readonly links: LinkSigner;
  readonly reference: ReferenceData;
  readonly isHoliday: IsHoliday;
  readonly publicUrl: string;
  readonly mailDomain: string;
  readonly clock: () => string;
  readonly frame: () => ServiceFrame;
  /** True when a proxy stands in front, whose X-Forwarded-For names the caller. */
  readonly trustProxy: boolean;
}

export const feedAddress = ({ publicUrl }: Pick<Service, 'publicUrl'>, { feed }: Subscription): string => `${publicUrl}/flode/${feed}.atom`;
export const calendarAddress = ({ publicUrl }: Pick<Service, 'publicUrl'>, { feed }: Subscription): string => `${publicUrl}/kalender/${feed}.ics`;
