/** What all counts of the register have in common. */
export const figureOfRegister = (id: string, today: string) => ({
  ...{ id, kind: 'value' as const, unit: 'ASF', source: 'ASF-registret', date: today, period: { from: today, to: today } },
});
