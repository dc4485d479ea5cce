// SPDX-License-Identifier: GPL-3.0-or-later
// Many pods of one service on a canvas: a square each, or, where nobody could tell them apart, a square for so many.
'use strict';

const LARGEST = 26;
const SMALLEST = 5;
const SHARED_CELLS = 600;
const style = getComputedStyle(document.documentElement);
const colour = (name) => style.getPropertyValue(`--${name}`).trim();
const hues = ['v0', 'v1', 'v2', 'v3', 'v4', 'v5'].map(colour);
const bad = colour('bad');
const grey = '#7d8e9c';

/** One square; shape first, so that it can be told without colour. */
function drawCell(context, cell, x, y, size) {
  const inner = size - Math.max(1, Math.round(size / 8));
  const hue = cell.kind === 'backoff' ? bad : cell.kind === 'stopping' ? grey : hues[cell.hue];
  context.fillStyle = hue;
  context.strokeStyle = hue;
  context.lineWidth = Math.max(1, size / 12);
  if (cell.kind === 'ready') {
    context.fillRect(x, y, inner, inner);
  } else if (cell.kind === 'backoff') {
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + inner, y + inner);
    context.moveTo(x + inner, y);
    context.lineTo(x, y + inner);
    context.lineWidth = Math.max(1.5, size / 7);
    context.stroke();
  } else if (cell.kind === 'stopping') {
    context.fillRect(x, y + inner / 2 - 1, inner, Math.max(1, size / 8));
  } else {
    const half = context.lineWidth / 2;
    context.strokeRect(x + half, y + half, inner - 2 * half, inner - 2 * half);
    if (cell.kind === 'starting') context.fillRect(x, y + inner * 0.6, inner, inner * 0.4);
  }
}

/** The largest squares with which all of them fit into a width and a fair height. */
function sizeFor(count, width) {
  const height = Math.max(120, Math.min(420, window.innerHeight * 0.4));
  for (let size = LARGEST; size > SMALLEST; --size) {
    if (Math.ceil(count / Math.floor(width / size)) * size <= height) return size;
  }
  return SMALLEST;
}

export function drawField(canvas, cells) {
  const width = Math.floor(canvas.parentElement.clientWidth - 2 * parseFloat(getComputedStyle(canvas.parentElement).paddingLeft));
  if (width <= 0) return;
  const size = sizeFor(cells.length, width);
  const columns = Math.max(1, Math.floor(width / size));
  const height = Math.max(1, Math.ceil(cells.length / columns)) * size;
  const scale = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.style.height = `${height}px`;
  const context = canvas.getContext('2d');
  context.scale(scale, scale);
  cells.forEach((cell, i) => drawCell(context, cell, (i % columns) * size, Math.floor(i / columns) * size, size));
}

/** Cells that stand for `versions`, each with how many of its pods are of which kind; every kind that is there at all
 * gets one. */
export function sharedCells(versions) {
  const groups = versions.flatMap(({ kinds, hue }) => Object.entries(kinds).map(([kind, count]) => ({ kind, count, hue })));
  const total = groups.reduce((sum, group) => sum + group.count, 0);
  const share = Math.max(1, total / SHARED_CELLS);
  const cells = [];
  for (const { kind, count, hue } of groups) {
    for (let i = Math.ceil(count / share); i > 0; --i) cells.push({ kind, hue });
  }
  return { cells, share: Math.round(share) };
}
