import { createClassifier, createMatcher } from '@asf-match/matching';
import { isStopWord, tokens } from '@asf-match/swedish';
import MiniSearch, { type SearchOptions } from 'minisearch';
import { loadReference } from './judged.ts';
import { median, timed } from './median.ts';
import { FORGIVING, SWEDISH } from './peers/bm25.ts';
import { type Case, type CaseResult, matchAll } from './speed.ts';
import { synthetic } from './synthetic.ts';

/** One measurement in a process of its own, so that its time and its peak memory are its own. Writes its result as JSON. */
const { kind, notices: noticeCount, organisations: organisationCount } = JSON.parse(process.argv[2] ?? '') as Case;
const reference = loadReference();
const texts = synthetic(reference);
const megabytes = (): number => process.resourceUsage().maxRSS / 1024;
/** MiniSearch stops after this long; its time for all notices follows from how many it got through. */
const PATIENCE = 8_000;

function matching(): CaseResult {
  const subjects = texts.notices(noticeCount);
  const organisations = texts.organisations(organisationCount);
  const before = megabytes();
  const start = performance.now();
  const matcher = createMatcher({ ...reference, organisations });
  const prepared = performance.now();
  // Read once more apart, so that matching alone can be told; matchAll reads each notice again in full.
  const reading = timed(() => {
    for (const subject of subjects) matcher.classifier.classifySubject({ ...subject });
  });
  const from = performance.now();
  const { pairs, alerts } = matchAll(matcher, subjects);
  const end = performance.now();
  return { preparing: prepared - start, milliseconds: end - from, reading, megabytes: megabytes(), before, pairs, alerts };
}

/** Warm: the engine has read as many other notices of the same kind before. */
function classifying(): CaseResult {
  const classifier = createClassifier(reference.taxonomy);
  for (const subject of texts.notices(noticeCount, 7)) classifier.classifySubject(subject);
  const times = texts.notices(noticeCount).map((subject) => timed(() => classifier.classifySubject(subject)));
  return { ...EMPTY, milliseconds: median(times), megabytes: megabytes() };
}

function searching(options: SearchOptions): CaseResult {
  const queries = texts.notices(noticeCount).map((subject) => distinctWords(subject.texts.map(({ text }) => text).join('\n')));
  const organisations = texts.organisations(organisationCount);
  const before = megabytes();
  const start = performance.now();
  const index = new MiniSearch({ fields: ['offers'], ...SWEDISH });
  index.addAll(organisations.map(({ id, offers }) => ({ id, offers })));
  const prepared = performance.now();
  let [pairs, done] = [0, 0];
  for (const query of queries) {
    if (performance.now() - prepared > PATIENCE) break;
    pairs += index.search(query, options).length;
    done++;
  }
  const milliseconds = performance.now() - prepared;
  const scale = noticeCount / done;
  return { preparing: prepared - start, milliseconds: milliseconds * scale, megabytes: megabytes(), before, pairs: pairs * scale, alerts: 0, sample: done };
}

/** Every word once, and no stop words. */
const distinctWords = (text: string): string => [...new Set(tokens(text).map(({ word }) => word))].filter((word) => !isStopWord(word)).join(' ');

const EMPTY: CaseResult = { preparing: 0, milliseconds: 0, megabytes: 0, before: 0, pairs: 0, alerts: 0 };

const KINDS: Readonly<Record<Case['kind'], () => CaseResult>> = {
  match: matching,
  classify: classifying,
  search: () => searching({}),
  'search-forgiving': () => searching(FORGIVING),
};
process.stdout.write(JSON.stringify(KINDS[kind]()));
