/** Words that begin a new clause, one that may say the opposite of the one before. */
const TURN =
  /\s*;\s*|\s*,?\s+(?=(?:men|utan|dock|däremot|medan|while|whereas|but|however|though|although|nor)(?!\p{L}))|\s*,\s+(?=(?:så|och inte|och heller|and not|nor|which|vilket)(?!\p{L}))|\s+[–—]\s+/giu;
/** A comma or an “and” parts clauses only when each side has a verb of its own. */
const AND = /\s*,\s+(?:och|and|samt)\s+|\s+(?:och|and|samt)\s+|\s*,\s+/giu;

/** Parts a statement into clauses. `standsAlone` tells whether a piece has a verb of its own. */
export function clausesOf(text: string, standsAlone: (text: string) => boolean): string[] {
  return text
    .split(TURN)
    .filter(Boolean)
    .flatMap((piece) => splitAtAnd(piece, standsAlone));
}

function splitAtAnd(text: string, standsAlone: (text: string) => boolean): string[] {
  for (const match of text.matchAll(AND)) {
    const left = text.slice(0, match.index);
    const right = text.slice(match.index + match[0].length);
    if (standsAlone(left) && standsAlone(right)) return [left, ...splitAtAnd(right, standsAlone)];
  }
  return [text];
}
