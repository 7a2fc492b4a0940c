// The report of `evaluate own` as tables for people.
import { LEVELS } from '../../core/index.js';
import { percent, table } from '../table.js';
import type { OwnReport } from './own.js';
import type { OwnFigures } from './own-figures.js';
import type { Share } from './wilson.js';

const HEAD = [
  'language',
  'rows',
  'emergency+urgent',
  '95 %',
  'emergency',
  'over-escalated',
  'exact level',
  'topic 1st',
  'among 3',
  'pairs',
  'language',
];

export function showOwn(report: OwnReport): string {
  const languages = Object.entries(report.languages);
  const figures = table(`Own ${report.split} split`, HEAD, [
    ...languages.map(([tag, own]) => rowOf(tag, own)),
    rowOf('all', report.all),
  ]);
  const confusions = languages.map(([tag, own]) => showConfusion(tag, own));
  return [figures, ...confusions, showParity(report), showWorst(report)].filter(Boolean).join('\n\n');
}

function rowOf(name: string, own: OwnFigures): (string | number)[] {
  const { urgentRecall, emergencyRecall, overEscalation, exactLevel, topicFirst, topicAmongThree } = own;
  const shares = [emergencyRecall, overEscalation, exactLevel, topicFirst, topicAmongThree, own.pairs];
  return [
    name,
    own.rows,
    percent(urgentRecall.share),
    interval(urgentRecall),
    ...[...shares, own.language].map(({ share }) => percent(share)),
  ];
}

function interval({ low, high }: Share): string {
  if (low === null || high === null) return '-';
  return `${(low * 100).toFixed(1)}-${(high * 100).toFixed(1)}`;
}

function showConfusion(tag: string, own: OwnFigures): string {
  const rows = LEVELS.map((truth) => [truth, ...LEVELS.map((given) => own.confusion[truth][given])]);
  return table(`${tag}: true level in rows, given level in columns`, ['', ...LEVELS], rows);
}

function showParity({ parity }: OwnReport): string {
  if (parity.meanings === 0) return '';
  const rows = Object.entries(parity.rightLevel).map(([tag, share]) => [tag, share.of, percent(share.share)]);
  const title = `Parity over ${parity.meanings} meanings: same level ${percent(parity.sameLevel.share)}, same topic ${percent(parity.sameTopic.share)}`;
  const apart = parity.apart.map(
    ({ id, level, reached }) =>
      `  ${id} (${level}): ${Object.entries(reached)
        .map(([tag, given]) => `${tag} ${given}`)
        .join(', ')}`,
  );
  return [table(title, ['language', 'texts', 'right level'], rows), ...apart].join('\n');
}

function showWorst({ worst }: OwnReport): string {
  if (worst.length === 0) return '';
  const lines = worst.map(({ id, truth, given, text }) => `  ${id}  ${truth} taken for ${given}: ${text}`);
  return ['Worst misses', ...lines].join('\n');
}
