// What a dialog wants done, as data: the turn does it. A dialog itself only asks, says and remembers where it is.
import type { AgeBand, FactName, Level, Need, ReasonKind, Who } from '../core/index.js';

interface FactValues {
  who: Who;
  minor: boolean;
  age: number;
  ageBand: AgeBand;
  state: string;
  place: string;
  immediateDanger: boolean;
  safeToContact: boolean;
}

/** A fact the person just gave; the value has the type of the fact. */
export type SetFact = {
  [Fact in FactName]: { readonly kind: 'set-fact'; readonly fact: Fact; readonly value: FactValues[Fact] };
}[FactName];

export type DialogAct =
  /** The question was put: a fact that is not known becomes `asked`. */
  | { readonly kind: 'ask-fact'; readonly fact: FactName }
  | SetFact
  | { readonly kind: 'add-need'; readonly need: Need }
  /** Words for the summary ("what should they know?"), as written; masked and shortened by the handoff room. */
  | { readonly kind: 'keep-words'; readonly text: string }
  | { readonly kind: 'feedback'; readonly text: string }
  | { readonly kind: 'show-topic'; readonly topic: string }
  /** Answer this text if there is a checked answer. `quiet`: it was no answer to our question; say nothing when there is none. */
  | { readonly kind: 'search'; readonly text: string; readonly quiet: boolean }
  /** A button said what words would have: raise the level, with the contact set in the same reply. Never lowers. */
  | { readonly kind: 'triage'; readonly level: Level; readonly reason: ReasonKind; readonly id: string }
  /** Open a case in state `offered`. */
  | { readonly kind: 'offer-handoff' }
  /** Show the summary with its lines to strike; choices `strike:<item>` and `keep:<item>` come back as actions. */
  | { readonly kind: 'preview' }
  | { readonly kind: 'strike'; readonly item: string }
  | { readonly kind: 'keep'; readonly item: string }
  /** Given: to the lines not struck. Not given also when the person chose neither: silence is not consent. */
  | { readonly kind: 'consent'; readonly given: boolean }
  /** Put the case into the queue; follows a consent that was given. */
  | { readonly kind: 'queue-handoff' }
  /** The numbers for what is known now, and the short summary to read out to a line that never saw this talk. */
  | { readonly kind: 'show-contacts' }
  | { readonly kind: 'hide' }
  | { readonly kind: 'erase' }
  | { readonly kind: 'menu' }
  | { readonly kind: 'end'; readonly dialog: string };
