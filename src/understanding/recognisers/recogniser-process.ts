// The child process: Recognizers-Text with its models cached per culture. It blocks on hostile text (seconds for 2,000
// characters), so it is only ever run here, where the parent can end it. It reads messages and answers them; nothing else.
import { createRequire } from 'node:module';

interface ModelResult {
  readonly typeName: string;
  readonly resolution?: Readonly<Record<string, unknown>>;
}

interface Model {
  parse(text: string): readonly ModelResult[];
}

/** What the parent asks. `warm` loads a model and runs it once; `drop` forgets it; `parse` reads a text. */
export type RecogniserRequest =
  | { readonly id: number; readonly do: 'warm' | 'drop'; readonly kind: Kind; readonly culture: string }
  | {
      readonly id: number;
      readonly do: 'parse';
      readonly kind: Kind;
      readonly culture: string;
      readonly text: string;
    };

export interface RecogniserReply {
  readonly id: number;
  readonly results: readonly ModelResult[];
}

export type Kind = 'age' | 'date' | 'boolean';

// The suite exports only functions that build their models anew at each call; its parts export the cached ones.
const own = createRequire(process.argv[1] ?? __filename);
const part = createRequire(own.resolve('@microsoft/recognizers-text-suite'));
const models = new Map<string, Model>();

/** The first parse compiles the expressions (up to 4 s), so it is done while warming, on text like this. */
const WARM_TEXT = '15 3 2024';

function create(kind: Kind, culture: string): Model {
  if (kind === 'age') {
    const { NumberWithUnitRecognizer } = part('@microsoft/recognizers-text-number-with-unit');
    return new NumberWithUnitRecognizer(culture).getAgeModel(culture, false);
  }
  if (kind === 'date') {
    const { DateTimeRecognizer } = part('@microsoft/recognizers-text-date-time');
    return new DateTimeRecognizer(culture).getDateTimeModel(culture, false);
  }
  const { ChoiceRecognizer } = part('@microsoft/recognizers-text-choice');
  return new ChoiceRecognizer(culture).getBooleanModel(culture, false);
}

function modelOf(kind: Kind, culture: string): Model {
  const key = `${kind} ${culture}`;
  const model = models.get(key) ?? create(kind, culture);
  models.set(key, model);
  return model;
}

function answer(request: RecogniserRequest): readonly ModelResult[] {
  if (request.do === 'drop') {
    models.delete(`${request.kind} ${request.culture}`);
    return [];
  }
  const model = modelOf(request.kind, request.culture);
  return model.parse(request.do === 'parse' ? request.text : WARM_TEXT);
}

process.on('message', (request: RecogniserRequest) => {
  const reply: RecogniserReply = { id: request.id, results: answer(request) };
  process.send?.(reply);
});
// Never outlive the parent.
process.on('disconnect', () => process.exit(0));
