import type { Element } from 'domhandler';
import { all, attribute, children, first, text } from '../../xml/walk.ts';

/** Reads a text element that may stand once per language. */
export type ReadText = (parent: Element | undefined, name: string) => string | undefined;

/**
 * Which language of a multilingual notice is read: Swedish when its texts really are a version of their own.
 * Some buyers copy the Finnish text under `SWE`, so a Swedish text equal to the main language's does not count.
 * @param main NoticeLanguageCode (BT-702), ISO 639-3
 */
export function readingLanguage(root: Element, main: string): string {
  if (main === 'SWE') return main;
  const descriptions = [first(root, 'ProcurementProject'), ...all(root, 'ProcurementProjectLot/ProcurementProject')];
  const isOwnVersion = descriptions.some((project) => {
    const inLanguage = (language: string) => text(children(project, 'Description').find((e) => attribute(e, 'languageID') === language));
    const swedish = inLanguage('SWE');
    return swedish !== undefined && swedish !== inLanguage(main);
  });
  return isOwnVersion ? 'SWE' : main;
}

/** Texts in one language, else in the main one, else in any. */
export function textReader(language: string, main: string): ReadText {
  return (parent, name) => {
    const versions = children(parent, name);
    const inLanguage = (wanted: string) => versions.find((e) => attribute(e, 'languageID') === wanted);
    return text(inLanguage(language) ?? inLanguage(main) ?? versions[0]);
  };
}
