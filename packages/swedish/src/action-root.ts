const MAX_REMEMBERED = 200_000;
const remembered = new Map<string, string>();

/**
 * What the noun and the verb of an action share, of stems: "lagning" and "lagar", "sortering" and "sorterar", "tömning" and
 * "tömmer". Other stems come back as they are, but for a doubled last letter. Coarser than a stem: two actions may share a
 * root, so it is for comparing words that have already been found near each other.
 */
export function actionRoot(stemmed: string): string {
  const known = remembered.get(stemmed);
  if (known !== undefined) return known;
  const verb = stemmed.length >= 6 ? stemmed.replace(/n?ing$/, '') : stemmed;
  const folded = verb === stemmed ? verb : verb.replace(/([^aeiouyåäö])er$/, '$1r');
  const root = folded.replace(/([^aeiouyåäö])\1$/, '$1');
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(stemmed, root);
  return root;
}
