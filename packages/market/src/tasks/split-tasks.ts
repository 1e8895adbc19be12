import type { Classification, Need, Quote, Task, Taxonomy } from '@asf-match/domain';
import { stem, type Token, termsWithin, tokens } from '@asf-match/swedish';
import { POSSIBLE } from '../certainty.ts';
import type { TaskSplit } from '../report.ts';

const CLEAR = 0.9;
const MOST = 12;
const MOST_USUAL = 4;
const MOST_QUOTES = 4;

/**
 * From a need's words to the tasks in it, each with simpler parts that can be bought by themselves or be somebody's first
 * job (arbetsdifferentiering). A task is there when its words are; a clear field's other tasks are named as usual ones.
 */
export function splitTasks(
  need: Need,
  classifications: readonly Classification[],
  tasks: readonly Task[],
  taxonomy: Taxonomy,
  count: (field: string) => { readonly inCounty: number; readonly inCountry: number },
): TaskSplit[] {
  const probability = new Map(classifications.map((c) => [c.field, c.probability]));
  const texts = [
    { part: 'title', text: need.title, words: tokens(need.title) },
    { part: 'description', text: need.description, words: tokens(need.description) },
  ];
  const split = ({ field, task, simpler, note }: Task, quotes: readonly Quote[]): TaskSplit => {
    const { inCounty, inCountry } = count(field);
    return { task, simpler, note, field, label: taxonomy.byId.get(field)?.labelSv ?? field, quotes, inCounty, inCountry };
  };
  const likely = tasks
    .filter((t) => (probability.get(t.field) ?? 0) >= POSSIBLE)
    .sort((a, b) => (probability.get(b.field) ?? 0) - (probability.get(a.field) ?? 0));
  const found = likely.map((task) => ({ task, quotes: texts.flatMap((t) => quotesOf(task.words, t)).slice(0, MOST_QUOTES) }));
  const named = found.filter((f) => f.quotes.length > 0).map((f) => split(f.task, f.quotes));
  const usual = found.filter((f) => f.quotes.length === 0 && (probability.get(f.task.field) ?? 0) >= CLEAR).map((f) => split(f.task, []));
  return [...named, ...usual.slice(0, MOST_USUAL)].slice(0, MOST);
}

/** Where a text has one of the words, in any form, or as the end of a compound ("storstädning" for "städning"). */
function quotesOf(
  terms: readonly string[],
  { part, text, words }: { readonly part: string; readonly text: string; readonly words: readonly Token[] },
): Quote[] {
  const stemmed = words.map((w) => stem(w.word));
  const found = new Map<number, Quote>();
  for (const term of terms) {
    const wanted = tokens(term).map((w) => stem(w.word));
    for (let i = 0; i + wanted.length <= stemmed.length; i++) {
      if (!wanted.every((w, k) => sameWord(stemmed[i + k] as string, w))) continue;
      const [start, end] = [(words[i] as Token).start, (words[i + wanted.length - 1] as Token).end];
      if (!found.has(start)) found.set(start, { part, text: text.slice(start, end), start, end });
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

const sameWord = (word: string, wanted: string): boolean => word === wanted || termsWithin(word, (part) => part === wanted).length > 0;
