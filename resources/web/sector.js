// SPDX-License-Identifier: GPL-3.0-or-later
// One service on the Grid: how it is, what it waits for, and its pods as tiles.
'use strict';
import { drawField, sharedCells } from './field.js';
import { KINDS, countText, countdownText, countsText, hueOf, kindOf, kindsOf, toneOf } from './words.js';

/** More are drawn, not made: a browser on a phone has to stay at ease. */
const MOST_TILES = 120;
/** So few have room to be read from the last row. */
export const FEW_TILES = 24;
const DEREZ_MS = 400;

const make = (tag, className, parent) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (parent) parent.append(element);
  return element;
};
const setText = (element, text) => {
  if (element.textContent !== text) element.textContent = text;
};

export class Sector {
  constructor(name, parent) {
    this.root = make('article', 'sector', parent);
    this.root.setAttribute('aria-label', `Service ${name}`);
    const top = make('div', 'top', this.root);
    setText(make('h2', '', top), name);
    this.ratio = make('span', 'ratio', top);
    this.phrase = make('p', 'phrase', this.root);
    this.bar = make('i', '', make('div', 'meter', this.root));
    this.waits = make('ul', 'waits', this.root);
    this.tiles = make('ul', 'tiles', this.root);
    this.canvas = make('canvas', '', this.root);
    this.canvas.setAttribute('role', 'img');
    this.counts = make('p', 'counts', this.root);
    this.chosen = make('p', 'chosen-pod', this.root);
    this.chosen.hidden = true;
    this.byId = new Map();
    this.waiting = [];
    this.tiles.addEventListener('keydown', (event) => this.walk(event));
  }

  /** `pods`: null where there are too many of them to be listed; then `detail` counts them. */
  show(service, ready, pods, detail) {
    const tone = toneOf(service.status);
    setText(this.ratio, `${countText(ready)} of ${countText(service.replicas)} ready`);
    setText(this.phrase, service.status);
    this.phrase.dataset.tone = tone;
    this.bar.dataset.tone = tone;
    this.bar.style.width = `${Math.min(100, service.replicas === 0 ? 100 : (100 * ready) / service.replicas)}%`;
    const tiles = pods !== null && pods.length <= MOST_TILES;
    this.tiles.hidden = !tiles;
    this.canvas.hidden = tiles;
    if (tiles) this.showTiles(pods);
    else this.showField(pods, detail);
  }

  showTiles(pods) {
    this.tiles.classList.toggle('few', pods.length <= FEW_TILES);
    const present = new Set();
    const counts = {};
    for (const pod of pods) {
      present.add(pod.id);
      const kind = kindOf(pod);
      counts[kind] = (counts[kind] || 0) + 1;
      this.showTile(pod, kind);
    }
    for (const [id, tile] of this.byId) {
      if (!present.has(id)) this.remove(id, tile);
    }
    setText(this.counts, countsText(counts));
    if (!this.tiles.querySelector('[tabindex="0"]')) this.tiles.querySelector('.tile')?.setAttribute('tabindex', '0');
  }

  showTile(pod, kind) {
    let tile = this.byId.get(pod.id);
    if (!tile) {
      tile = make('button', 'tile', make('li', '', this.tiles));
      tile.type = 'button';
      tile.tabIndex = -1;
      tile.append(make('span', 'word'), make('span', 'name'));
      make('span', '', tile.lastChild).textContent = pod.id.slice(pod.id.lastIndexOf('-') + 1);
      make('span', '', tile.lastChild);
      tile.addEventListener('click', () => this.choose(pod.id));
      this.byId.set(pod.id, tile);
    }
    const hue = hueOf(pod.image_digest);
    const classes = `tile ${kind} hue${hue}${pod.serving ? ' serving' : ''}${this.chosenId === pod.id ? ' chosen' : ''}`;
    const restarts = pod.restarts > 0 ? ` ↻${pod.restarts}` : '';
    if (tile.className !== classes) tile.className = classes;
    setText(tile.firstChild, KINDS[kind]);
    setText(tile.lastChild.lastChild, pod.image_digest.slice(0, 8) + restarts);
    tile.pod = pod;
    tile.setAttribute('aria-label', describe(pod, kind));
    if (this.chosenId === pod.id) setText(this.chosen, describe(pod, kind));
  }

  remove(id, tile) {
    this.byId.delete(id);
    if (this.chosenId === id) this.choose(null);
    const focused = tile === document.activeElement;
    const end = () => tile.parentElement.remove();
    tile.tabIndex = -1;
    tile.classList.add('gone');
    if (document.body.classList.contains('moving')) setTimeout(end, DEREZ_MS);
    else end();
    if (focused) this.tiles.querySelector('.tile:not(.gone)')?.focus();
  }

  showField(pods, detail) {
    let caption;
    if (pods !== null) {
      const counts = {};
      this.cells = pods.map((pod) => {
        const kind = kindOf(pod);
        counts[kind] = (counts[kind] || 0) + 1;
        return { kind, hue: hueOf(pod.image_digest) };
      });
      caption = countsText(counts);
    } else if (detail) {
      const versions = detail.actual.versions.map((version) => ({ kinds: kindsOf(version), hue: hueOf(version.digest) }));
      const shared = sharedCells(versions);
      this.cells = shared.cells;
      caption = countsText(kindsOf(detail.actual));
      if (shared.share > 1) caption += `. Too many to show each: a square stands for about ${countText(shared.share)}.`;
    } else {
      return;
    }
    for (const [id, tile] of this.byId) this.remove(id, tile);
    this.canvas.setAttribute('aria-label', caption);
    setText(this.counts, caption);
    drawField(this.canvas, this.cells);
  }

  resize() {
    if (!this.canvas.hidden && this.cells) drawField(this.canvas, this.cells);
  }

  choose(id) {
    this.chosenId = this.chosenId === id ? null : id;
    for (const tile of this.tiles.querySelectorAll('.chosen')) tile.classList.remove('chosen');
    const tile = this.byId.get(this.chosenId);
    this.chosen.hidden = !tile;
    if (!tile) return;
    tile.classList.add('chosen');
    setText(this.chosen, tile.getAttribute('aria-label'));
  }

  /** One stop for the tabulator; arrows go from tile to tile. */
  walk(event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined) return;
    const all = [...this.tiles.querySelectorAll('.tile:not(.gone)')];
    const next = Math.max(0, Math.min(all.length - 1, all.indexOf(document.activeElement) + step));
    for (const tile of all) tile.tabIndex = -1;
    all[next].tabIndex = 0;
    all[next].focus();
    event.preventDefault();
  }

  setWaiting(waiting) {
    this.waiting = waiting.slice(0, 4);
    this.waits.replaceChildren(...this.waiting.map((one) => {
      const item = make('li');
      item.title = one.reason;
      item.append(`waits for ${one.for} `, make('b'));
      return item;
    }));
  }

  /** Countdowns; `now` in ms since 1970 of simulated time. */
  tick(now) {
    this.waiting.forEach((one, i) => {
      setText(this.waits.children[i].lastChild, one.until === null ? '' : countdownText(one.until - now));
    });
  }
}

function describe(pod, kind) {
  const parts = [pod.id, KINDS[kind], pod.image_digest];
  if (pod.serving) parts.push('takes traffic');
  if (pod.restarts > 0) parts.push(`${pod.restarts} ${pod.restarts === 1 ? 'restart' : 'restarts'}`);
  parts.push(`port ${pod.port}`);
  return parts.join(', ');
}
