import { resolve } from 'node:path';
import { ALERT_PROBABILITY, type Match, momentInSwedish, noticeKey, type Problem, problemLine, subjectOfNeed, subjectOfNotice } from '@asf-match/domain';
import { type DigestEntry, digestOf, type MatchReport, type Overview } from '@asf-match/market';
import { digestHtml, indexHtml, matchReportHtml, toJson } from '@asf-match/reports';
import type { WorkPlan } from '../configuration.ts';
import { loadReferenceData, type ReferenceData } from '../data.ts';
import { ingestExampleNotices } from '../example-notices.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { loadPlan, loadRegister, type PlanInput, type RegisterInput } from '../inputs.ts';
import { createMarketContext, type MarketContext, type ReadNotice } from '../market-context.ts';
import { isOpen } from '../open-notices.ts';
import { writeOutput } from '../output-folder.ts';
import { createProgress } from '../progress.ts';
import { planOf, type ScanningOptions } from '../scanning/open-scanning.ts';
import { type SourceAnswer, scanNow } from '../scanning/scan-now.ts';
import { settingsOf } from '../settings.ts';
import { openPurchaseIndex } from '../statistics-rows.ts';
import { VERSION } from '../version.ts';
import { now, withStore } from '../with-store.ts';

type Options = ScanningOptions & { register?: string; plan?: string; out: string; offline?: boolean; json?: boolean };

const SHOWN = 12;

/** The main job: register, plan and notices in; a match report for each planned purchase, a digest for each ASF and an index out. */
export async function run(options: Options): Promise<ExitCode> {
  const settings = settingsOf(options);
  const out = resolve(options.out);
  const [reference, workPlan] = await Promise.all([loadReferenceData(settings.data), planOf(options)]);
  // Calls are another job’s; lists and statistics are large and seldom new: they are left to the worker.
  const asked: WorkPlan = { ...workPlan, sources: workPlan.sources.filter(({ source }) => source.provides === 'notices') };
  const progress = createProgress();
  return withStore(settings, async (store) => {
    const register = await loadRegister(store, options.register, settings.data, reference);
    const plan = await loadPlan(store, options.plan, settings.data);
    const problems: Problem[] = [...register.problems, ...plan.problems];
    if (register.origin === 'example') await ingestExampleNotices(store, settings.data);

    progress.show('asking sources');
    const refusedBySources: Problem[] = [];
    const answers = options.offline
      ? notAsked(asked)
      : await scanNow(asked, {
          store,
          purchaseIndex: () => openPurchaseIndex(settings.data),
          onProblem: (problem) => void refusedBySources.push(problem),
        });
    progress.clear();
    for (const problem of [...problems, ...refusedBySources]) process.stderr.write(`${problemLine(problem)}\n`);
    for (const { label, sentence } of answers) process.stderr.write(`${label}: ${sentence}\n`);

    const today = now().slice(0, 10);
    const context = await createMarketContext(store, reference, register, today, (done, of) => progress.show(`reading notices: ${done} of ${of}`));
    const matched = matchOpenNotices(context);
    for (const { read, matches } of matched) await store.matches.replaceFor({ kind: 'notice', id: noticeKey(read.notice) }, matches);

    const files = new Map<string, string>();
    const reports: MatchReport[] = [];
    for (const [index, need] of plan.needs.entries()) {
      progress.show(`writing report ${index + 1} of ${plan.needs.length}`);
      const report = await context.reportOn(need);
      files.set(`matchrapport-${need.id}.html`, await matchReportHtml(report));
      files.set(`matchrapport-${need.id}.json`, toJson(report));
      reports.push(report);
    }
    for (const need of plan.needs) await store.matches.replaceFor({ kind: 'need', id: need.id }, context.matcher.match(subjectOfNeed(need)));
    const digests = digestsOf(register, matched, context, reference, today);
    for (const digest of digests) files.set(`bevakning-${digest.organisation.id}.html`, digestHtml(digest));
    const overview = overviewOf(reports, digests, context, matched, register, plan, today);
    files.set('index.html', indexHtml(overview));
    progress.show('writing files');
    await writeOutput(out, files);
    progress.clear();

    const alerts = digests.reduce((sum, d) => sum + d.alerts.length, 0);
    if (options.json) {
      const sources = answers.map(({ id, ok, sentence }) => ({ id, ok, sentence }));
      process.stdout.write(toJson({ needs: reports.length, organisations: digests.length, notices: overview.notices, alerts, sources, problems, out }));
    } else {
      process.stdout.write(await rankedTable(matched, register));
      process.stdout.write(`${reports.length} match reports and ${digests.length} digests with ${alerts} alerts.\nOpen ${resolve(out, 'index.html')}\n`);
    }
    const refused = problems.length > 0 || refusedBySources.length > 0;
    return refused ? EXIT.someRefused : EXIT.done;
  });
}

const notAsked = ({ sources }: WorkPlan): SourceAnswer[] =>
  sources
    .filter((s) => s.enabled)
    .map(({ source: { id, label } }) => ({ id, label, ok: true, sentence: 'Not asked (--offline). The job goes on with what is stored and shipped.' }));

interface MatchedNotice {
  readonly read: ReadNotice;
  readonly matches: readonly Match[];
}

function matchOpenNotices({ matcher, notices }: MarketContext): MatchedNotice[] {
  const at = now();
  return (
    notices
      // The made-up notices show what the product does, whatever the year.
      .filter(({ notice, example }) => example || isOpen(notice, at))
      .map((read) => ({ read, matches: matcher.match(subjectOfNotice(read.notice), read.classifications) }))
  );
}

function digestsOf(register: RegisterInput, matched: readonly MatchedNotice[], { matcher }: MarketContext, { taxonomy }: ReferenceData, today: string) {
  const entries = new Map<string, DigestEntry[]>();
  for (const { read, matches } of matched) {
    for (const match of matches) {
      if (match.probability < ALERT_PROBABILITY) continue;
      const list = entries.get(match.organisation) ?? [];
      list.push({ notice: read.notice, match, example: read.example });
      entries.set(match.organisation, list);
    }
  }
  return register.organisations
    .filter((o) => o.status !== 'closed')
    .map((organisation) =>
      digestOf(organisation, entries.get(organisation.id) ?? [], {
        ...{ taxonomy, fields: [...matcher.fieldsOf(organisation)], example: register.origin === 'example', today, version: VERSION },
      }),
    );
}

function overviewOf(
  reports: readonly MatchReport[],
  digests: ReturnType<typeof digestsOf>,
  context: MarketContext,
  matched: readonly MatchedNotice[],
  register: RegisterInput,
  plan: PlanInput,
  today: string,
): Overview {
  return {
    madeOn: today,
    version: VERSION,
    example: register.origin === 'example' || plan.origin === 'example',
    needs: reports.map(({ need, parts, organisations }) => ({
      title: need.title,
      ...(need.reference && { reference: need.reference }),
      ...(need.status && { status: need.status }),
      ...(need.plannedStart && { plannedStart: need.plannedStart }),
      fields: parts.filter((p) => p.certainty !== 'possible').map((p) => p.label),
      organisations: organisations.length,
      file: `matchrapport-${need.id}.html`,
    })),
    digests: digests
      .map(({ organisation, alerts }) => ({
        ...{ name: organisation.name, municipalities: organisation.municipalities, alerts: alerts.length, file: `bevakning-${organisation.id}.html` },
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'sv')),
    notices: { stored: context.notices.length, open: matched.length, relevant: matched.filter(({ read }) => read.fields.length > 0).length },
    sources: context.sources,
  };
}

/** The open notices that most ASF are told about, as a table for the terminal. */
async function rankedTable(matched: readonly MatchedNotice[], { organisations }: RegisterInput): Promise<string> {
  const rows = matched
    .map(({ read, matches }) => ({ read, told: matches.filter((m) => m.probability >= ALERT_PROBABILITY) }))
    .filter(({ told }) => told.length > 0)
    .sort((a, b) => (b.told[0]?.probability ?? 0) - (a.told[0]?.probability ?? 0) || b.told.length - a.told.length)
    .slice(0, SHOWN);
  if (rows.length === 0) return 'No open notice matches an ASF of the register.\n';
  const { default: Table } = await import('cli-table3');
  const table = new Table({
    head: ['Match', 'Open notice', 'Buyer', 'Last day', 'ASF', 'First of them'],
    style: { head: [], border: [] },
    colWidths: [7, 40, 28, 20, 5, 30],
    wordWrap: true,
  });
  for (const { read, told } of rows) {
    const { notice } = read;
    const deadline = notice.deadline ?? notice.lots.find((l) => l.deadline)?.deadline;
    const name = organisations.find((o) => o.id === told[0]?.organisation)?.name ?? '';
    table.push([
      `${Math.round((told[0]?.probability ?? 0) * 100)} %`,
      printable(notice.title),
      printable(notice.buyers[0]?.name ?? ''),
      deadline ? momentInSwedish(deadline.at).replace(/^\p{L}+ /u, '') : '',
      String(told.length),
      printable(name),
    ]);
  }
  return `${table.toString()}\n`;
}

/** Text from outside must not move the terminal's cursor or recolour it. */
const printable = (text: string): string => text.replace(/\p{C}/gu, ' ').slice(0, 120);
