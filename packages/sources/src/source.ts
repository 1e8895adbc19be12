import type { Notice, Problem } from '@asf-match/domain';

/** A document as a source returned it, before anything was read out of it. */
interface FetchedDocument {
  readonly bytes: Uint8Array;
  /** URL or file name. */
  readonly origin: string;
  readonly mediaType: string;
}

/** What came of asking a source. `key` is stable; `sentence` is one English line for the operator. */
export type FetchOutcome =
  | { readonly ok: true; readonly documents: readonly FetchedDocument[]; readonly sentence: string }
  | { readonly ok: false; readonly key: string; readonly sentence: string };

export interface FetchRequest {
  /** Oldest publication day wanted, `YYYY-MM-DD`. */
  readonly since: string;
  /** An address or page that a source's operator can turn to; part of the User-Agent. */
  readonly contact?: string;
}

/** A place that is scanned for notices. Adding one is adding a folder that exports one of these. */
export interface NoticeSource {
  readonly id: string;
  readonly label: string;
  readonly documentation: string;
  readonly licence: string;
  /** The only place with a network. Never throws: every outcome is a value. */
  fetch(request: FetchRequest): Promise<FetchOutcome>;
  /** Pure. @throws InputError when the document is refused as a whole. */
  parse(bytes: Uint8Array, origin: string): { readonly notices: readonly Notice[]; readonly remarks: readonly Problem[] };
}
