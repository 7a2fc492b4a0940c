// Topics made for the tests of answers, added to the sound tree: audiences, kinds of claims, shared facts, dates.
import { type Knowledge, loadKnowledge } from '../../src/knowledge/index.js';
import { type Change, withChanges } from './broken-tree';

const claim = (id: string, source: string, more = '') =>
  `  - { id: ${id}, kind: known, text: About ${id} a fact, sources: [${source}], as_of: 2026-10, confidence: high${more} }\n`;
const questions = (stem: string) => `[${[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `${stem} ${n}`).join(', ')}]`;
const text = (stem: string, title: string, full: readonly string[]) =>
  `title: ${title}\nshort: "${title}: call {{line.phone}}."\nfull:\n${full.join('')}questions: ${questions(stem)}\nstatus: { state: draft }\n`;
const says = (words: string, claims: string, audience = '') =>
  `  - { text: "${words}", claims: [${claims}]${audience && `, audience: [${audience}]`} }\n`;

const DOCTOR = [
  says('A doctor is free.', 'free'),
  says('Children go first.', 'children', 'child'),
  says('Go any **day**.', 'days'),
  says('Bring papers if you can.', ''),
  says('Staff read the code book.', 'code', 'practitioner'),
  says('Nights are open too.', 'nights'),
  says('Ask {{line.web}} for a ride.', 'ride'),
  says('Doctors and clerks do not agree.', 'dispute'),
  says('How long it takes.', 'wait'),
];

const CHANGES: readonly Change[] = [
  {
    file: 'topics/daily-life/doctor/topic.yaml',
    to: `id: doctor\naudience: [child]\ncritical: false\nreview_by: 2027-03\nclaims:\n${claim('free', 'page')}${claim('children', 'law')}${claim('days', 'page')}${claim('code', 'law')}${claim('nights', 'page')}${claim('ride', 'law')}  - id: dispute
    kind: disputed
    text: Doctors and clerks differ
    sources: []
    views: [{ who: Doctors, says: Yes and yes, sources: [law] }, { who: Clerks, says: No and no, sources: [page] }]
    as_of: 2026-11-02
    confidence: low
  - { id: wait, kind: not-known, text: Nobody knows the wait, sources: [], asked_by: [weapon], as_of: 2026-09, confidence: low }
contacts: [agents, line]\nrelated: [clinic, legal-help, find-help]\n`,
  },
  { file: 'topics/daily-life/doctor/en.yaml', to: text('doctor', 'See a doctor', DOCTOR) },
  {
    file: 'topics/daily-life/clinic/topic.yaml',
    to: `id: clinic\naudience: [adult]\ncritical: true\nreview_by: 2026-12-31\nclaims:\n${claim('free', 'page')}${claim('near', 'law')}contacts: [agents, line]\nrelated: [doctor, find-help]\n`,
  },
  {
    file: 'topics/daily-life/clinic/en.yaml',
    to: text('clinic', 'Find a clinic', [says('A clinic is free.', 'free'), says('It is near.', 'near')]),
  },
  {
    file: 'guides/all-about-doctors.yaml',
    to: `id: all-about-doctors
about: Somebody asks all there is to know
heard: [[weapon], [weapon]]
titles: { en: All about doctors, es: Todo sobre médicos }
says:
  - { topic: doctor }
  - { topic: doctor, claim: code, audience: [practitioner] }
  - { topic: doctor, claim: children }
  - { topic: clinic, claim: free }
  - { topic: clinic, claim: near }
  - { topic: legal-help }
  - { topic: doctor, claim: dispute }
  - { topic: find-help, claim: wait }
  - { topic: doctor, claim: nights }
  - { topic: doctor, claim: ride }
related: [clinic, doctor, legal-help]
`,
  },
];

/** Guide: all-about-doctors. Topics: find-help (en, es), doctor (en; stale after March 2027), clinic (en; critical until the end of 2026). */
export function answerTopics(): Knowledge {
  const { value, problems } = withChanges(CHANGES, (root) => loadKnowledge(root));
  if (!value) throw new Error(JSON.stringify(problems));
  return value;
}
