/** What can go wrong when a document is asked for over the network. The keys are stable and may be counted. */
const SENTENCES = {
  address: ['Adressen får inte frågas', 'The address may not be asked'],
  robots: ['Webbplatsen tillåter inte att sidan läses av program (robots.txt)', 'The site does not allow programs to read the page (robots.txt)'],
  'robots-unread': [
    'Webbplatsens regler för program (robots.txt) gick inte att läsa, och då läses inget annat heller',
    'The site’s rules for programs (robots.txt) could not be read, so nothing else is read either',
  ],
  redirect: ['Webbplatsen hänvisade till en adress som inte är tillåten', 'The site redirected to an address that is not allowed'],
  name: ['Webbplatsens namn finns inte', 'The site’s name does not exist'],
  connection: ['Det gick inte att få kontakt', 'No connection could be made'],
  certificate: ['Webbplatsens certifikat godtas inte', 'The site’s certificate is not accepted'],
  cut: ['Svaret bröts innan det var klart', 'The answer was cut off before its end'],
  timeout: ['Svaret kom inte i tid', 'The answer did not come in time'],
  'too-large': ['Svaret är större än vad som tas emot', 'The answer is larger than what is accepted'],
  encoding: ['Svaret är packat på ett sätt som inte går att läsa', 'The answer is compressed in a way that cannot be read'],
  'media-type': ['Svaret är av ett annat slag än väntat', 'The answer is of another kind than expected'],
  empty: ['Svaret är tomt', 'The answer is empty'],
  challenge: ['Webbplatsens skydd mot program svarade i stället för källan', 'The site’s protection against programs answered instead of the source'],
  'too-many': ['Webbplatsen ber oss vänta (429)', 'The site asks us to wait (429)'],
  refused: ['Webbplatsen nekade', 'The site refused'],
  'not-found': ['Sidan finns inte', 'The page does not exist'],
  server: ['Webbplatsen har ett fel hos sig', 'The site has an error of its own'],
} as const satisfies Record<string, readonly [swedish: string, english: string]>;

export type FetchFailureKind = keyof typeof SENTENCES;
type FetchFailureKey = `fetch.${FetchFailureKind}`;

/** What went wrong at a source, with a stable key, and one sentence for people and one for the operator. */
export interface SourceFailure {
  readonly key: string;
  readonly swedish: string;
  readonly english: string;
}

/** Why a document was not had. Nothing was taken from the answer. */
export interface FetchFailure extends SourceFailure {
  readonly key: FetchFailureKey;
  /** Without user name and password. */
  readonly url: string;
  /** When the site said that it may be asked again (RFC 9110 Retry-After), milliseconds since 1970. */
  readonly retryAt?: number;
  /** The beginning of the body of a refusal, which may say more (RFC 9457 and its like). */
  readonly answer?: string;
}

/** @param detail a short fact such as a status or a host, the same in both languages */
export function fetchFailure(kind: FetchFailureKind, url: string, detail?: string, retryAt?: number): FetchFailure {
  const [swedish, english] = SENTENCES[kind];
  const end = detail ? `: ${detail}.` : '.';
  return { key: `fetch.${kind}`, url: withoutSecrets(url), swedish: swedish + end, english: english + end, ...(retryAt !== undefined && { retryAt }) };
}

function withoutSecrets(text: string): string {
  const url = URL.parse(text);
  if (!url?.username && !url?.password) return text;
  url.username = '';
  url.password = '';
  return url.href;
}

const UNREACHED: readonly FetchFailureKey[] = ['fetch.address', 'fetch.name', 'fetch.connection', 'fetch.certificate', 'fetch.timeout'];

/** Whether the site was not reached at all. */
export const isUnreached = ({ key }: FetchFailure): boolean => UNREACHED.includes(key);

const PASSING: readonly FetchFailureKey[] = ['fetch.connection', 'fetch.cut', 'fetch.timeout', 'fetch.too-many', 'fetch.server', 'fetch.robots-unread'];

/** Whether asking again at once may help. */
export const isPassing = ({ key }: FetchFailure): boolean => PASSING.includes(key);
