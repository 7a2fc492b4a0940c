// A small world to learn from: enough to see the models work, far too little to judge them by.
import type { Level } from '../../src/core/index.js';
import type { Concept, SearchDocument, UnderstandingMaterial } from '../../src/understanding/index.js';

const CONCEPTS: readonly Concept[] = [
  { id: 'weapon', expressions: { en: ['gun', 'knife'], es: ['pistola', 'cuchillo'], so: ['qori', 'mindi'] } },
  {
    id: 'controller',
    expressions: { en: ['(my|the|) boss', 'he'], es: ['(mi|el) (jefe|patron)', 'el'], so: ['isaga', 'wuu'] },
  },
  { id: 'visa', expressions: { en: ['t visa', 'visa'], es: ['visa t', 'visa'], so: ['fiiso', 'fiisaha'] } },
  {
    id: 'shelter',
    expressions: {
      en: ['shelter', 'place to (stay|sleep)'],
      es: ['refugio', 'donde dormir'],
      so: ['hoy', 'meel aan seexdo'],
    },
  },
];

const LEVELS: Readonly<Record<Level, readonly string[]>> = {
  emergency: [
    'he has a gun right now',
    'he is coming with a knife help',
    'locked in and he is at the door',
    'tiene una pistola ahora',
    'viene con un cuchillo',
    'i took all the pills',
    'they are moving us tonight now',
    'he is choking her right now',
  ],
  urgent: [
    'my boss keeps my passport and i cant leave',
    'he makes me work for men',
    'mi jefe me quito el pasaporte',
    'no me deja salir de la casa',
    'i ran away yesterday nowhere to sleep',
    'he says he will hurt my family',
    'my daughter is gone since friday',
    'he will post my pictures',
  ],
  elevated: [
    'i was trafficked last year and need a lawyer',
    'my court date is on monday',
    'quiero hablar con una persona',
    'can i talk to a person',
    'i think the girl next door is not ok',
    'el año pasado me explotaron',
    'my housing ends this week',
    'i worry about the sponsor',
  ],
  routine: [
    'what is a t visa',
    'how do i find a shelter',
    'que es la visa t',
    'where can i get food',
    'what are your hours',
    'como consigo un abogado',
    'how do i get a work permit',
    'donde hay un refugio',
  ],
  none: ['hi', 'thanks', 'hola', 'lol ok', 'gracias', 'what is the weather', 'good morning', 'test'],
};

const TOPICS: Readonly<Record<string, readonly string[]>> = {
  't-visa': [
    'what is a t visa',
    'how do i apply for a t visa',
    'can i get a t visa',
    'que es la visa t',
    'como pido la visa t',
    'who can get a t visa',
    't visa requirements',
    'visa t requisitos',
  ],
  shelter: [
    'where can i sleep tonight',
    'how do i find a shelter',
    'i need a place to stay',
    'donde puedo dormir',
    'busco un refugio',
    'is there a safe house near me',
    'shelter for women',
    'refugio para mujeres',
  ],
  lawyer: [
    'how do i get a free lawyer',
    'i need legal help',
    'can a lawyer help me',
    'necesito un abogado gratis',
    'como consigo ayuda legal',
    'who pays for the attorney',
    'find an attorney',
    'abogado de inmigracion',
  ],
  'work-permit': [
    'how do i get a work permit',
    'can i work legally',
    'employment authorization card',
    'permiso de trabajo',
    'como saco el permiso de trabajo',
    'when can i start to work',
    'work authorization form',
    'puedo trabajar legalmente',
  ],
};

const DOCUMENTS: readonly SearchDocument[] = [
  {
    id: 't-visa',
    fields: {
      questions: ['What is a T visa?'],
      keywords: ['t visa'],
      text: ['A T visa lets people who were trafficked stay in the country for four years.'],
    },
  },
  {
    id: 'shelter',
    fields: {
      questions: ['Where can I find a shelter?'],
      keywords: ['shelter'],
      text: ['Shelters give a bed, food and safety. Some are for women, some for families.'],
    },
  },
  {
    id: 'food',
    fields: {
      questions: ['Where can I get food?'],
      keywords: ['food bank'],
      text: ['Food banks give groceries without asking for papers.'],
    },
  },
];

export const LEVEL_ROWS = Object.entries(LEVELS).flatMap(([level, texts]) =>
  texts.map((text) => ({ text, level: level as Level })),
);
export const TOPIC_ROWS = Object.entries(TOPICS).flatMap(([topic, texts]) =>
  texts.map((text) => ({ text, topic })),
);

export const MATERIAL: UnderstandingMaterial = {
  concepts: CONCEPTS,
  levelRows: LEVEL_ROWS,
  topicRows: TOPIC_ROWS,
  topicDocs: DOCUMENTS,
  languageLines: [],
};
