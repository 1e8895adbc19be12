type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The object without the keys whose value is undefined, so that an unknown fact is absent and not a key. */
export function defined<T extends object>(object: T): Defined<T> {
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(object)) if (value !== undefined) out[key] = value;
  return out as Defined<T>;
}

/** Each value once, in the order first seen; undefined ones left out. */
export const unique = <T>(values: readonly (T | undefined)[]): T[] => [...new Set(values)].filter((v) => v !== undefined) as T[];
