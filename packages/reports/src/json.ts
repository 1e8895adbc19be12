/** Data as JSON, two spaces, in the order of its type. */
export const toJson = (data: object): string => `${JSON.stringify(data, null, 2)}\n`;
