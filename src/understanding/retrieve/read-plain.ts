// The features of a text without any concepts: what the evaluation on foreign data sees.
import { extractFeatures, type Features } from '../classify/features.js';
import { fold } from '../folding/fold.js';
import { tokenise } from '../tokens.js';

/** Folds, splits and extracts; the same text always gives the same features. */
export function readPlain(text: string): Features {
  return extractFeatures(tokenise(fold(text)));
}
