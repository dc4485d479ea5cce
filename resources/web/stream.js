// SPDX-License-Identifier: GPL-3.0-or-later
// The state as the server streams it: the whole document first, then merge patches (RFC 7396) with the new events.
'use strict';

const KEPT_EVENTS = 200;

/** RFC 7396: null removes, objects go deeper, everything else replaces. Changes and returns `target`. */
export function mergePatch(target, patch) {
  if (patch === null || typeof patch !== 'object' || Array.isArray(patch)) return patch;
  const result = target !== null && typeof target === 'object' && !Array.isArray(target) ? target : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = mergePatch(result[name], value);
  }
  return result;
}

/** A patch of /state: its `events` are new ones, to be added to those known. */
export function applyDelta(state, patch) {
  const { events, ...rest } = patch;
  mergePatch(state, rest);
  if (events) {
    const newest = state.events.length > 0 ? state.events[state.events.length - 1].seq : 0;
    state.events = state.events.concat(events.filter((event) => event.seq > newest)).slice(-KEPT_EVENTS);
  }
  return state;
}

/** A patch never changes when the world began: another beginning is another world, and is sent whole. */
const isWhole = (document) => document.sim?.epoch !== undefined;

/** Follows the stream: onState(state) after every message, onLink('connecting' | 'live' | 'lost'). */
export function follow({ onState, onLink }) {
  let state = null;
  let retryMs = 1000;
  const open = () => {
    const source = new EventSource('events?mode=delta');
    source.onmessage = (message) => {
      const document = JSON.parse(message.data);
      state = state === null || isWhole(document) ? document : applyDelta(state, document);
      retryMs = 1000;
      onLink('live');
      onState(state);
    };
    source.onopen = () => onLink('live');
    source.onerror = () => {
      onLink('lost');
      // The browser tries again by itself, except where the server has refused it.
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(open, retryMs);
      retryMs = Math.min(2 * retryMs, 10000);
    };
  };
  onLink('connecting');
  open();
}
