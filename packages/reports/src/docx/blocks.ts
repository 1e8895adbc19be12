/** What an editable document is made of. Texts are shown as they are; nothing in them is read as markup. */
export type DocxBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Smaller and grey: methods, sources. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly caption: string; readonly columns: readonly DocxColumn[]; readonly rows: readonly (readonly string[])[] }
  /** A question with room to write the answer. */
  | { readonly kind: 'fill-in'; readonly text: string };

export interface DocxColumn {
  readonly head: string;
  readonly number?: boolean;
  /** Share of the page's width, in percent. Without it the rest is shared evenly. */
  readonly width?: number;
}
