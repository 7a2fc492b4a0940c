// Being noticed: a sound made here (no file is fetched), and a title that changes without saying anything.

/** Two soft rising tones; an emergency adds a third, so that it can be told apart without looking. */
const TONES: Readonly<Record<'emergency' | 'urgent' | 'message', readonly number[]>> = {
  emergency: [587, 784, 988],
  urgent: [523, 659],
  message: [440],
};

let context: AudioContext | null = null;
let muted = false;

/** Browsers allow sound only after a key or a click; called from the first one. */
export function allowSound(): void {
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
}

/** Whether the browser would let a sound out now. */
export function soundReady(): boolean {
  return context?.state === 'running';
}

export function isMuted(): boolean {
  return muted;
}

/** For this tab only; forgotten with it. */
export function setMuted(value: boolean): void {
  muted = value;
}

export function ring(kind: keyof typeof TONES): void {
  if (muted || !context || context.state !== 'running') return;
  for (const [index, pitch] of TONES[kind].entries()) tone(context, pitch, index * 0.18);
}

function tone(audio: AudioContext, pitch: number, delay: number): void {
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  const startAt = audio.currentTime + delay;
  oscillator.frequency.value = pitch;
  gain.gain.setValueAtTime(0, startAt);
  gain.gain.linearRampToValueAtTime(0.25, startAt + 0.03);
  gain.gain.exponentialRampToValueAtTime(0.001, startAt + 0.5);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(startAt);
  oscillator.stop(startAt + 0.55);
}

/** Alternates the tab's title while something waits. Neutral: a tab is read by whoever walks past. */
export function showTitle(waiting: number, second: number): void {
  const title = waiting > 0 && second % 2 === 0 ? `(${waiting}) Desk` : 'Desk';
  if (document.title !== title) document.title = title;
}
