// What the page was given to begin with, and the shapes that come over the line. No logic here.

export interface Run {
  readonly text: string;
  readonly strong?: boolean;
  readonly href?: string;
}

export interface Words {
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  readonly strings: Readonly<Record<string, string>>;
  readonly help: readonly (readonly Run[])[];
  readonly notice: string | null;
}

export interface Start {
  readonly partner: string;
  readonly text: Words;
  readonly languages: readonly { readonly tag: string; readonly name: string; readonly dir: 'ltr' | 'rtl' }[];
}

export interface SourceLine {
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly date: string;
}

export interface PreviewItem {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly struck: boolean;
}

/** The part of an activity that is meant for this page. */
export interface Said {
  readonly from: 'bot' | 'staff';
  readonly name?: string;
  readonly kind: string;
  readonly dir: 'ltr' | 'rtl';
  readonly title?: string;
  readonly paragraphs: readonly (readonly Run[])[];
  readonly sources?: readonly SourceLine[];
  readonly asOf?: string;
  readonly preview?: readonly PreviewItem[];
}

export interface Activity {
  readonly id: string;
  readonly from: { readonly role: 'user' | 'bot' };
  readonly text?: string;
  readonly locale?: string;
  readonly suggestedActions?: {
    readonly actions: readonly { readonly title: string; readonly value: { readonly action: string } }[];
  };
  readonly channelData?: { readonly clientActivityID?: string; readonly porchlight?: Said };
}

export interface ActivitySet {
  readonly activities: readonly Activity[];
  readonly watermark?: string;
  readonly porchlight?: { readonly caseOpen: boolean };
}

/** Reads what the server put into the page. */
export function readStart(): Start {
  return JSON.parse(document.getElementById('start')?.textContent ?? '{}') as Start;
}
