// Checked content in one file of the build, so that a start reads bytes instead of parsing a thousand YAML files.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { PorchlightError } from '../errors.js';
import type { Content } from './content.js';

/** Where the build leaves the bundle. */
export function contentPath(root: string): string {
  return join(root, 'dist', 'content.bin');
}

/** Values only: what finds lines in files, the examples, the concepts and the words (the models hold them compiled) stay behind. */
export function packContent(content: Content): Buffer {
  const { locales, knowledge, dialogs } = content;
  const { examples: _examples, concepts: _concepts, words: _words, ...values } = knowledge;
  return serialize({
    locales: {
      languages: locales.languages,
      byTag: new Map(
        [...locales.byTag].map(([tag, { files, words }]) => [
          tag,
          { tag, files: mapOf(files), words: words ? withoutLines(words) : null },
        ]),
      ),
    },
    knowledge: values,
    dialogs: new Map([...dialogs].map(([id, definition]) => [id, withoutLines(definition)])),
  });
}

function mapOf<Value extends object>(files: ReadonlyMap<string, Value>): Map<string, object> {
  return new Map([...files].map(([name, file]) => [name, withoutLines(file)]));
}

function withoutLines(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => typeof part !== 'function'));
}

/** The content of the last build, without examples, concepts and words. Throws `content.invalid` when there is none: the build reports why. */
export function readContentBundle(root: string): Content {
  const packed = deserialize(readBundle(root)) as Content;
  return {
    ...packed,
    knowledge: { ...packed.knowledge, concepts: new Map(), examples: () => [], words: () => [] },
  };
}

function readBundle(root: string): Buffer {
  try {
    return readFileSync(contentPath(root));
  } catch {
    throw new PorchlightError('content.invalid', 'It was not built: run `npm run build`.');
  }
}
