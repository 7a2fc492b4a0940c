// What a dialog may know of the world besides the answers: a closed list of yes-or-no facts. There are no expressions.

export const FLAGS = [
  'desk-is-hotline',
  'desk-is-not-hotline',
  'life-danger-minimal',
  'staff-here',
  'nobody-here',
  'unreviewed',
  'minor',
  'sms',
  'web',
  'struck',
] as const;

/**
 * `desk-is-…`: whether the desk operates the national hotline. `life-danger-minimal`: the exception is on. `staff-here`:
 * somebody could join now. `unreviewed`: no native reviewer of this language. `minor`: known to be under 18.
 * `struck`: a line of the summary is struck.
 */
export type Flag = (typeof FLAGS)[number];
