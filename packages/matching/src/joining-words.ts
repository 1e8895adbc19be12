/** Between the entries of a list: "till skolor samt till boenden". */
export const AND: ReadonlySet<string> = new Set(['och', 'samt', 'eller']);
