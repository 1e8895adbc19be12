/** The version that help, reports and digests name. */
export const VERSION = '0.1.0';
