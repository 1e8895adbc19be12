import type { Said } from './stated.ts';
import type { Statement } from './statements.ts';

/** Words that begin a new clause, one that may say the opposite of the one before. */
const TURN =
  /\s*;\s*|\s*,?\s+(?=(?:men|utan|dock|däremot|medan|while|whereas|but|however|though|although|nor)(?!\p{L}))|\s*,\s+(?=(?:så|och inte|och heller|and not|nor|which|vilket)(?!\p{L}))|\s+[–—]\s+/giu;
/** A comma or an “and” parts clauses only when each side has a verb of its own. */
const AND = /\s*,\s+(?:och|and|samt)\s+|\s+(?:och|and|samt)\s+|\s*,\s+/giu;

/** Parts a statement into clauses. `hasVerb` tells whether a piece can stand alone. */
export function clausesOf(statement: Statement, hasVerb: (text: string) => boolean): (Said & { readonly text: string })[] {
  return splitAt(statement.text, 0, TURN)
    .flatMap((piece) => splitAtAnd(piece, hasVerb))
    .map(({ text, start }) => ({
      text,
      start: statement.start + start,
      end: statement.start + start + text.length,
    }));
}

interface Piece {
  readonly text: string;
  readonly start: number;
}

function splitAt(text: string, offset: number, pattern: RegExp): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), start: offset + from });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), start: offset + from });
  return pieces;
}

function splitAtAnd(piece: Piece, hasVerb: (text: string) => boolean): Piece[] {
  for (const match of piece.text.matchAll(AND)) {
    const left = piece.text.slice(0, match.index);
    const right = piece.text.slice(match.index + match[0].length);
    if (hasVerb(left) && hasVerb(right)) {
      return [{ text: left, start: piece.start }, ...splitAtAnd({ text: right, start: piece.start + match.index + match[0].length }, hasVerb)];
    }
  }
  return [piece];
}
