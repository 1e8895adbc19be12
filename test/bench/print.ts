const TITLE = 44;

/** One line of figures with their names: "ndcg10 0.883  recall20 0.885". */
export function printScores<T extends object>(title: string, scores: T, names: readonly (keyof T & string)[]): void {
  console.log(`  ${title.padEnd(TITLE)}${names.map((name) => `${name} ${Number(scores[name]).toFixed(3)}`).join('  ')}`);
}

/** One line of a table, its cells set to the right. */
export function printRow(title: string, cells: readonly string[], width = 11): void {
  console.log(`  ${title.padEnd(TITLE)}${cells.map((cell) => cell.padStart(width)).join('')}`);
}
