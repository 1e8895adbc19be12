/** True for a field of the group that gives people work to do, and training, in other fields. */
export const givesTraining = (field: string): boolean => field.startsWith('arbint.');
