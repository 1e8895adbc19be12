import type { Notice } from '@asf-match/domain';
import type { Element } from 'domhandler';
import { children, descendants, first, localName, text } from '../../xml/walk.ts';
import { defined } from '../defined.ts';
import { publicationNumber } from '../publication-number.ts';

/** What a corrigendum (F14) or a contract modification (F20) changes; undefined for every other form. */
export function changeOf(form: Element, of: string | undefined): Notice['change'] {
  const corrections = descendants(form, 'CHANGE');
  const modification = descendants(form, 'INFO_MODIFICATIONS')[0];
  if (corrections.length === 0 && !modification) return undefined;
  return defined({
    of: publicationNumber(text(descendants(form, 'NOTICE_NUMBER_OJ')[0])) ?? of,
    reason: modification && text(descendants(modification, 'ADDITIONAL_NEED', 'UNFORESEEN_CIRCUMSTANCE')[0]),
    description: modification ? text(first(modification, 'SHORT_DESCR')) : corrections.map(correction).join('\n') || undefined,
  });
}

/** "II.1.4 Kort beskrivning: gammal text → ny text" */
function correction(change: Element): string {
  const where = first(change, 'WHERE');
  const place = [first(where, 'SECTION'), first(where, 'LOT_NO'), first(where, 'LABEL')].flatMap((e) => text(e) ?? []).join(' ');
  const value = (side: string): string => {
    const parts = children(first(change, side)).flatMap((e) => (localName(e.name) === 'NOTHING' ? [] : (text(e) ?? Object.values(e.attribs).join(' '))));
    return parts.join(' ').trim();
  };
  return `${place}: ${[value('OLD_VALUE'), value('NEW_VALUE')].map((v) => v || '–').join(' → ')}`;
}
