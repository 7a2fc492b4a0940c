// Command-line arguments: words and --options, nothing more. Unknown options are an error that names them.
import { parseArgs } from 'node:util';

export interface Arguments {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | true>>;
}

/** `allowed` names the options; those ending in "=" take a value. Exits with status 2 and one sentence for anything else. */
export function readArguments(allowed: readonly string[], usage: string): Arguments {
  const options = Object.fromEntries(
    allowed.map((name) => [
      name.replace('=', ''),
      { type: name.endsWith('=') ? ('string' as const) : ('boolean' as const) },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    return { words: positionals, options: values as Record<string, string | true> };
  } catch (thrown) {
    return fail(`${(thrown as Error).message}\nUsage: ${usage}`);
  }
}

/** Ends the command with a sentence on stderr and status 2. */
export function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

/** The value of an option that must be there. */
export function required(given: Arguments, name: string, usage: string): string {
  return optional(given, name) ?? fail(`--${name} is missing.\nUsage: ${usage}`);
}

/** The value of an option, or undefined without one. */
export function optional(given: Arguments, name: string): string | undefined {
  const value = given.options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The value of an option that must be one of a few words; the first of them without the option. */
export function oneOf<Word extends string>(given: Arguments, name: string, words: readonly Word[]): Word {
  const value = optional(given, name) ?? words[0];
  return words.find((word) => word === value) ?? fail(`--${name} ${value}: one of ${words.join(', ')}.`);
}

/** A list of words between commas; `otherwise` without the option. */
export function listOf(given: Arguments, name: string, otherwise: readonly string[]): string[] {
  const parts = optional(given, name)?.split(',') ?? [...otherwise];
  return parts.map((part) => part.trim()).filter(Boolean);
}
