import { WRONG } from './health.ts';
import type { Health } from './read-health.ts';

/** How sources and alerts stand in the text format that Prometheus reads. */
export async function metricsText({ sources, alerts }: Health): Promise<string> {
  const { default: prometheus } = await import('prom-client');
  const registry = new prometheus.Registry();
  const gauge = (name: string, help: string, labelNames: string[] = ['source']) =>
    new prometheus.Gauge({ name: `asf_match_${name}`, help, labelNames, registers: [registry] });
  const wrong = gauge('source_wrong', '1 when somebody must look at the source');
  const state = gauge('source_state', '1 for the state that the source is in', ['source', 'state']);
  const errors = gauge('source_errors_in_row', 'Failed scans since the last good one');
  const success = gauge('source_last_success_timestamp_seconds', 'When the source last answered as it should');
  const usual = gauge('source_new_items_a_weekday', 'Median of new items a weekday');
  const problems = gauge('alerts_problems', 'Mails given up or late, addresses that bounced or complained, by kind', ['kind']);
  for (const { key, count } of alerts) problems.set({ kind: key }, count);
  for (const h of sources) {
    wrong.set({ source: h.source }, WRONG.has(h.state) ? 1 : 0);
    state.set({ source: h.source, state: h.state }, 1);
    errors.set({ source: h.source }, h.errorsInRow);
    if (h.lastSuccess) success.set({ source: h.source }, Date.parse(h.lastSuccess) / 1000);
    if (h.volume) usual.set({ source: h.source }, h.volume.median);
  }
  return registry.metrics();
}
