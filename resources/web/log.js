// SPDX-License-Identifier: GPL-3.0-or-later
// The events, newest first, with their explanations when somebody asks for them.
'use strict';
import { clockText } from './words.js';

const SHOWN = 60;
const LEVELS = { INFO: '', WARN: '▲ Warning', ERROR: '✕ Error' };

const part = (tag, className, text) => {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
};

function row(event, bySeq, explain) {
  const item = document.createElement('li');
  const message = part('span', 'msg', '');
  if (LEVELS[event.level]) message.append(part('span', `level ${event.level}`, LEVELS[event.level]), ' ');
  message.append(event.msg);
  item.append(part('time', '', clockText(event.t)), message);
  if (explain) {
    item.append(part('span', 'more', event.explain));
    const cause = bySeq.get(event.cause);
    if (cause) item.append(part('span', 'more cause', `└ because at ${clockText(cause.t)}: ${cause.msg}`));
  }
  return item;
}

export class Log {
  constructor() {
    this.list = document.getElementById('log');
    this.empty = document.getElementById('log-empty');
    this.warnings = document.getElementById('warnings');
    this.explain = document.getElementById('explain');
    for (const box of [this.warnings, this.explain]) {
      try {
        box.checked = localStorage.getItem(box.id) === '1';
      } catch {
        // A browser that keeps nothing shows the defaults.
      }
      box.addEventListener('change', () => {
        try {
          localStorage.setItem(box.id, box.checked ? '1' : '0');
        } catch {
          // as above
        }
        this.shown = '';
        this.show(this.events);
      });
    }
    this.events = [];
    this.shown = '';
  }

  show(events) {
    this.events = events;
    const wanted = this.warnings.checked ? events.filter((event) => event.level !== 'INFO') : events;
    const newest = wanted.slice(-SHOWN).reverse();
    const key = newest.map((event) => event.seq).join();
    this.empty.hidden = newest.length > 0;
    if (key === this.shown) return;
    this.shown = key;
    const bySeq = new Map(events.map((event) => [event.seq, event]));
    this.list.replaceChildren(...newest.map((event) => row(event, bySeq, this.explain.checked)));
  }
}
