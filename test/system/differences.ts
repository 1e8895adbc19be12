/**
 * Lines of one export that the other lacks, times of storing aside; at most a few, and short. The log of who was told what is
 * left out: its entries are dated and chained, so that no two logs are alike.
 */
export function differences(a: string, b: string): string[] {
  const lines = (text: string): string[] =>
    text
      .split('\n')
      .filter((line) => !line.includes('"table":"audit"'))
      .map((line) => line.replace(/"(first_seen|last_seen|at)":"\d[^"]*"/g, '"$1":""'));
  const [left, right] = [new Set(lines(a)), new Set(lines(b))];
  const only = [...[...left].filter((l) => !right.has(l)), ...[...right].filter((l) => !left.has(l))];
  return only.slice(0, 3).map((line) => line.slice(0, 300));
}
