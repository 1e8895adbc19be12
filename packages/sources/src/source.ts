import type { Call, CpvLabel, Notice, NutsLabel, Problem } from '@asf-match/domain';
import type { z } from 'zod';
import type { SourceFailure } from './fetcher/failure.ts';
import type { Fetcher, Validators } from './fetcher/fetcher.ts';
import type { UhmReading } from './uhm/read-uhm.ts';

/** A document as a source returned it, before anything was read out of it. */
export interface FetchedDocument {
  readonly bytes: Uint8Array;
  /** URL or file name. Two documents of one scan may share it: pages of a search are told apart by their bytes. */
  readonly origin: string;
  readonly mediaType: string;
}

/** What a source is asked for. */
export interface SourceRequest<S> {
  readonly fetcher: Fetcher;
  /** Oldest day wanted, `YYYY-MM-DD`; the look-back is already taken off. */
  readonly since: string;
  /** From the last step of a scan that was broken off: go on after it. */
  readonly cursor?: string;
  /** What the source’s own pages were recognised by the last time, by URL. */
  readonly validators: ReadonlyMap<string, Validators>;
  readonly settings: S;
  readonly signal: AbortSignal;
}

/**
 * One step of a fetch. The worker stores each before it asks for the next.
 * - `document` with the cursor to go on from after it
 * - `unchanged` a page that is as it was
 * - `total` how many items the source itself says there are in what was asked for
 * - `failed` something that could not be had; the source may go on with other pages
 */
export type FetchStep =
  | { readonly kind: 'document'; readonly document: FetchedDocument; readonly cursor?: string; readonly validators?: Validators }
  | { readonly kind: 'unchanged'; readonly url: string }
  | { readonly kind: 'total'; readonly items: number }
  | { readonly kind: 'failed'; readonly failure: SourceFailure };

/** What was read out of one document. Things that could not be read are named in `remarks`, and the rest goes on. */
export interface Parsed {
  readonly notices?: readonly Notice[];
  readonly calls?: readonly Call[];
  readonly cpvLabels?: readonly CpvLabel[];
  readonly nutsLabels?: readonly NutsLabel[];
  /** Read as they are stored: its problems are all there when its rows have ended. */
  readonly statistics?: UhmReading;
  readonly remarks: readonly Problem[];
}

/** A place that is scanned. Adding one is adding a folder that exports one of these. */
export interface Source<S = unknown> {
  readonly id: string;
  /** As people know it. */
  readonly label: string;
  readonly provides: 'notices' | 'calls' | 'statistics' | 'code lists';
  readonly documentation: string;
  readonly licence: string;
  /** Unless configuration says otherwise. `cron` has five fields and is read in Europe/Stockholm. */
  readonly schedule: { readonly cron: string; readonly lookBackDays: number };
  /** Why the source is off until configuration turns it on: one Swedish sentence. */
  readonly offBecause?: string;
  /** What configuration may set for this source; everything has a default. */
  readonly settings: z.ZodType<S>;
  /** The only place with a network. Failures are steps; it throws only when the signal is aborted. */
  fetch(request: SourceRequest<S>): AsyncIterable<FetchStep>;
  /** Pure. @throws InputError when the document is refused as a whole. */
  parse(bytes: Uint8Array, origin: string): Parsed | Promise<Parsed>;
}

/** A source whose settings are not known, for lists of sources: what `settings` has read may be handed to `fetch`. */
export interface AnySource extends Omit<Source, 'settings' | 'fetch'> {
  readonly settings: z.ZodType;
  fetch(request: SourceRequest<never>): AsyncIterable<FetchStep>;
}
