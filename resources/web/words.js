// SPDX-License-Identifier: GPL-3.0-or-later
// What things are called here, and which tone they have.
'use strict';

const HUES = 6;

/** "00:44.8" */
export function clockText(ms) {
  const tenths = Math.max(0, Math.floor(ms / 100));
  const two = (n) => String(n).padStart(2, '0');
  const minutes = `${two(Math.floor(tenths / 600) % 60)}:${two(Math.floor(tenths / 10) % 60)}.${tenths % 10}`;
  return tenths < 36000 ? minutes : `${Math.floor(tenths / 36000)}:${minutes}`;
}

/** Rounded up: "0.0 s" must not stand where something is still to come. */
export function countdownText(ms) {
  if (ms <= 0) return 'now';
  if (ms < 60000) return `${(Math.ceil(ms / 100) / 10).toFixed(1)} s`;
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)} m ${String(seconds % 60).padStart(2, '0')} s`;
}

export const countText = (n) => n.toLocaleString('en');

export function speedText(sim) {
  if (sim.paused || sim.speed === 0) return 'paused';
  return sim.speed === 'max' ? 'as fast as it goes' : `${sim.speed}×`;
}

/** A version's hue: v1, v2, v3 … by the number at its end, so that v2 looks the same in every service. */
export function hueOf(digest) {
  const number = /(\d{1,9})$/.exec(digest);
  if (number && Number(number[1]) > 0) return (Number(number[1]) - 1) % HUES;
  let sum = 0;
  for (const character of digest) sum = (sum * 31 + character.codePointAt(0)) % 9973;
  return sum % HUES;
}

/** Kinds of tiles, worst first; the words are those of the window. */
export const KINDS = {
  backoff: 'Back-off', notready: 'Not ready', starting: 'Starting', pending: 'Pending', stopping: 'Stopping', ready: 'Ready',
};

export function kindOf(pod) {
  switch (pod.status) {
    case 'CrashLoopBackOff': return 'backoff';
    case 'Terminating': return 'stopping';
    case 'Starting': return 'starting';
    case 'Pending': return 'pending';
    default: return pod.ready ? 'ready' : 'notready';
  }
}

/** How many are of which kind, as /services counts them: who backs off is among those that are not ready. */
export function kindsOf(counts) {
  return { ready: counts.ready, notready: counts.notReady - counts.backingOff, starting: counts.pending,
    backoff: counts.backingOff, stopping: counts.terminating };
}

export function toneOf(phrase) {
  if (/^(Stable|Scaled to 0)/.test(phrase)) return 'good';
  return /^(Degraded|Failed|Aborted|Rolled back)/.test(phrase) ? 'bad' : 'attention';
}

/** "3 ready, 1 starting" of {ready: 3, starting: 1}. */
export function countsText(counts) {
  const parts = Object.keys(KINDS).reverse().filter((kind) => counts[kind] > 0);
  return parts.map((kind) => `${countText(counts[kind])} ${KINDS[kind].toLowerCase()}`).join(', ') || 'no pods';
}
