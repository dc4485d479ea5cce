// SPDX-License-Identifier: GPL-3.0-or-later
// The page for the room: follows the stream and shows it. It changes nothing on the server.
'use strict';
import { Log } from './log.js';
import { FEW_TILES, Sector } from './sector.js';
import { follow } from './stream.js';
import { clockText, speedText } from './words.js';

const DETAILS_MS = 1000;
const SAID_MS = 4000;
const FASTEST_MOTION = 5;
const ROOMY_SERVICES = 2;

const element = (id) => document.getElementById(id);
const log = new Log();
const sectors = new Map();
let state = null;
let details = new Map();
let link = 'connecting';
let clock = null; // {t, at, speed, paused}: simulated time t at the browser's time `at`
let drawing = false;

const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');

function simNow() {
  if (clock === null) return 0;
  const speed = clock.paused || clock.speed === 'max' || link !== 'live' ? 0 : clock.speed;
  return clock.t + (performance.now() - clock.at) * speed;
}

function showClock() {
  if (clock === null) return;
  element('clock').textContent = clockText(simNow());
  const now = simNow() + clock.epoch;
  for (const sector of sectors.values()) sector.tick(now);
}

function podsByService() {
  if (!state.pods) return null;
  const groups = new Map(Object.keys(state.services).map((name) => [name, []]));
  for (const pod of Object.values(state.pods)) groups.get(pod.service)?.push(pod);
  return groups;
}

function showSectors() {
  const pods = podsByService();
  for (const [name, sector] of sectors) {
    if (name in state.services) continue;
    sector.root.remove();
    sectors.delete(name);
  }
  const services = Object.entries(state.services);
  const few = pods !== null && services.length <= ROOMY_SERVICES && Object.keys(state.pods).length <= FEW_TILES;
  element('sectors').classList.toggle('roomy', few);
  for (const [name, service] of services) {
    if (!sectors.has(name)) sectors.set(name, new Sector(name, element('sectors')));
    const ready = state.metrics.readyBySvc[name] ?? 0;
    sectors.get(name).show(service, ready, pods ? pods.get(name) : null, details.get(name));
  }
  element('empty').hidden = sectors.size > 0;
}

function draw() {
  drawing = false;
  const sim = state.sim;
  document.body.classList.toggle('moving', !reducedMotion.matches && sim.speed !== 'max' && sim.speed <= FASTEST_MOTION);
  element('speed').textContent = speedText(sim);
  showSectors();
  log.show(state.events);
  showClock();
}

function drawSoon() {
  if (drawing || state === null) return;
  drawing = true;
  requestAnimationFrame(draw);
}

/** At once where nothing was asked for a while, and never more often than once in `ms`. */
function atMostEvery(ms, work) {
  let last = -Infinity;
  let timer = null;
  return () => {
    if (timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      last = performance.now();
      work();
    }, Math.max(0, last + ms - performance.now()));
  };
}

/** What services wait for, and how many pods they have where there are too many to list, is not in the stream. */
const askForDetails = atMostEvery(DETAILS_MS, async () => {
  try {
    const answer = await fetch('services', { headers: { Accept: 'application/json' } });
    if (!answer.ok) return;
    const { services } = await answer.json();
    details = new Map(services.map((service) => [service.name, service]));
    for (const service of services) sectors.get(service.name)?.setWaiting(service.waiting);
    if (state !== null && !state.pods) drawSoon();
    showClock();
  } catch {
    // The stream tells that the connection is lost, and asks again when it is back.
  }
});

/** The stream's time is that of its last change; the clock itself may have gone on since. */
async function askForClock() {
  try {
    const answer = await fetch('sim', { headers: { Accept: 'application/json' } });
    if (answer.ok) clock = { ...(await answer.json()), at: performance.now() };
  } catch {
    // as above
  }
}

const sayServices = atMostEvery(SAID_MS, () => {
  const parts = [...sectors].map(([name, sector]) => `${name}: ${sector.phrase.textContent}, ${sector.ratio.textContent}`);
  const text = parts.slice(0, 8).join('. ');
  if (element('said').textContent !== text) element('said').textContent = text;
});

function showLink(now) {
  const words = { connecting: 'Connecting', live: 'Live', lost: 'Connection lost' };
  if (link === now) return;
  if (now === 'lost' && link === 'live') clock = clock && { ...clock, t: simNow(), at: performance.now() };
  link = now;
  element('link').dataset.link = now;
  element('link').textContent = words[now];
  element('banner').hidden = now !== 'lost';
  element('banner').textContent = state === null
    ? 'The server does not answer. Trying again …'
    : `The connection is lost; this is how it was at ${clockText(simNow())}. Trying again …`;
  element('grid').classList.toggle('stale', now === 'lost' && state !== null);
  if (now === 'live') askForClock();
}

follow({
  onLink: showLink,
  onState(next) {
    const before = state?.sim;
    const sim = next.sim;
    const jumped = clock === null || sim.epoch !== clock.epoch || sim.speed !== clock.speed || sim.paused !== clock.paused;
    state = next;
    if (jumped || sim.t > simNow()) clock = { ...sim, at: performance.now() };
    if (jumped && before) askForClock();
    drawSoon();
    askForDetails();
    sayServices();
  },
});
setInterval(showClock, 200);
addEventListener('resize', () => sectors.forEach((sector) => sector.resize()));
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') askForClock();
});
