// Judge `calendars`: every calendar (.ics) obeys the byte rules of RFC 5545, is read without an error by ical.js and by icalendar
// (Python, in calendars.py), and both read the same in it. Programs of calendars drop what they do not understand without a word, and a
// time in the wrong zone is noticed by whoever comes too late.

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import ICAL from 'ical.js';
import { filesNamed } from './site.mjs';
import { main, nothingToJudge } from './verdict.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

const TEXTS = ['UID', 'SUMMARY', 'LOCATION', 'DESCRIPTION', 'STATUS', 'TRANSP'];
const ADDRESSES = ['URL', 'SOURCE', 'ORGANIZER', 'CONFERENCE'];
const TIMES = ['DTSTAMP', 'LAST-MODIFIED', 'DTSTART', 'DTEND'];

async function judge({ dir }) {
  const files = await filesNamed(dir, /\.ics$/);
  if (files.length === 0) return nothingToJudge('calendars');
  const others = await python(dir, files);
  const findings = [];
  let events = 0;
  for (const file of files) {
    const bytes = await readFile(path.join(dir, file));
    const say = (message) => findings.push({ file, message });
    for (const message of byteRules(bytes)) say(message);
    for (const message of others[file].findings) say(message);
    let read = null;
    try {
      read = readBy(bytes.toString('utf8'));
      events += read.events.length;
    } catch (error) {
      say(`ical.js: ${error.message}`);
    }
    if (read && others[file].read) for (const message of differences(read, others[file].read)) say(message);
  }
  return { judged: `${files.length} calendars with ${events} events`, findings };
}

/** Section 3.1: lines end in CRLF and have at most 75 octets; what is folded is folded between characters. */
function* byteRules(bytes) {
  const text = bytes.toString('latin1');
  if (!text.endsWith('\r\n')) yield 'the last line has no end (section 3.1)';
  const lines = text.split('\r\n');
  const bare = lines.findIndex((line) => /[\r\n]/.test(line));
  if (bare >= 0) yield `line ${bare + 1} ends without CRLF (section 3.1)`;
  const long = lines.findIndex((line) => line.length > 75);
  if (long >= 0) yield `line ${long + 1} has ${lines[long].length} octets, more than 75 (section 3.1)`;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const split = lines.findIndex((line) => {
    try {
      decoder.decode(Buffer.from(line, 'latin1'));
      return false;
    } catch {
      return true;
    }
  });
  if (split >= 0) yield `line ${split + 1} is not UTF-8: a character is split or wrong`;
  // eslint-disable-next-line no-control-regex
  const control = lines.findIndex((line) => /[\x00-\x08\x0a-\x1f\x7f]/.test(line.replace(/[\r\n]/g, '')));
  if (control >= 0) yield `line ${control + 1} holds a control character (section 3.1)`;
}

function readBy(text) {
  const parsed = ICAL.parse(text);
  const calendar = new ICAL.Component(parsed);
  if (calendar.name !== 'vcalendar') throw new Error(`it is a ${calendar.name}, or several`);
  const zones = new Map(
    calendar.getAllSubcomponents('vtimezone').map((component) => [component.getFirstPropertyValue('tzid'), new ICAL.Timezone(component)]),
  );
  const named = {};
  for (const name of ['PRODID', 'NAME', 'X-WR-CALNAME', 'URL', 'SOURCE']) {
    const value = calendar.getFirstPropertyValue(name.toLowerCase());
    if (value !== null) named[name] = value;
  }
  return { calendar: named, events: calendar.getAllSubcomponents('vevent').map((event) => ofEvent(event, zones)) };
}

function ofEvent(event, zones) {
  const values = {};
  const property = (name) => event.getFirstProperty(name.toLowerCase());
  for (const name of [...TEXTS, ...ADDRESSES]) if (property(name)) values[name] = String(property(name).getFirstValue());
  for (const name of TIMES) if (property(name)) values[name] = moment(property(name), zones);
  if (property('SEQUENCE')) values.SEQUENCE = property('SEQUENCE').getFirstValue();
  if (property('GEO')) values.GEO = property('GEO').getFirstValue().map(Number);
  if (property('CATEGORIES')) values.CATEGORIES = property('CATEGORIES').getValues();
  if (property('ORGANIZER')) values.CN = property('ORGANIZER').getParameter('cn');
  const label = property('CONFERENCE')?.getParameter('label');
  if (label !== undefined) values.LABEL = label;
  return values;
}

/** A day, or an instant with what the clock shows, by the zone that the file itself describes. */
function moment(property, zones) {
  const value = property.getFirstValue();
  if (!(value instanceof ICAL.Time)) throw new Error(`${property.name} is no time: ${value}`);
  if (value.isDate) return value.toString();
  const zone = zones.get(property.getParameter('tzid'));
  const clock = value.toString().replace(/Z$/, '');
  if (zone) value.zone = zone;
  return [clock, value.toUnixTime()];
}

function* differences(own, other) {
  if (!isDeepStrictEqual(own.calendar, other.calendar)) {
    yield `ical.js reads the calendar ${JSON.stringify(own.calendar)}, icalendar ${JSON.stringify(other.calendar)}`;
  }
  if (own.events.length !== other.events.length) {
    yield `ical.js reads ${own.events.length} events, icalendar ${other.events.length}`;
    return;
  }
  for (const [index, event] of own.events.entries()) {
    const second = other.events[index];
    for (const name of new Set([...Object.keys(event), ...Object.keys(second)])) {
      if (!isDeepStrictEqual(event[name], second[name])) {
        const shown = [event[name], second[name]].map((value) => JSON.stringify(value));
        yield `${name} of ${event.UID}: ical.js reads ${shown[0]}, icalendar ${shown[1]}`;
      }
    }
  }
}

function python(dir, files) {
  return new Promise((resolve, reject) => {
    execFile(here('.venv/bin/python'), ['-I', here('calendars.py'), dir, ...files], { maxBuffer: 1 << 27 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`calendars.py failed: ${stderr || error}`));
      else resolve(JSON.parse(stdout));
    });
  });
}

const onAgenda = (name, from, to, ...finds) => ({ name, edit: { 'agenda.ics': (text) => text.replace(from, to) }, finds });

await main({
  name: 'calendars',
  judge,
  broken: [
    onAgenda('a line without CR', 'VERSION:2.0\r\n', 'VERSION:2.0\n', /line 2 ends without CRLF/),
    onAgenda('a line that is too long', '\r\n  yang', ' yang', /has \d+ octets, more than 75/),
    {
      name: 'a character split by folding',
      // The en dash has three bytes: the second goes to the next line.
      edit: { 'agenda.ics': (text) => splitCharacter(text, '–') },
      finds: [/is not UTF-8: a character is split/],
    },
    onAgenda('a control character', 'Contoh: Temu', 'Contoh:\u0007 Temu', /holds a control character/),
    onAgenda('no DTSTAMP', 'DTSTAMP:20260101T010000Z\r\n', '', /the event temu@humas\.example has no DTSTAMP/),
    onAgenda('no PRODID', 'PRODID:-//warta//humas//ID\r\n', '', /no PRODID/),
    onAgenda('one UID twice', 'UID:libur@', 'UID:temu@', /the UID temu@humas\.example occurs 2 times/),
    onAgenda('a zone that is not described', /BEGIN:VTIMEZONE[^]*END:VTIMEZONE\r\n/, '', /DTSTART of temu@humas\.example is in the zone Europe\/London, which has no VTIMEZONE/, /DTEND of .* has no VTIMEZONE/, /DTSTART of .*ical\.js reads/, /DTEND of .*ical\.js reads/),
    onAgenda('a zone that is described wrongly', 'TZOFFSETTO:+0100', 'TZOFFSETTO:+0200', /DTSTART of temu@humas\.example: ical\.js reads \["2026-07-01T09:00:00",\d+\], icalendar/, /DTEND of temu/),
    onAgenda('an end that is its start', 'DTEND;VALUE=DATE:20260818', 'DTEND;VALUE=DATE:20260817', /libur@humas\.example ends at 2026-08-17, not after/),
    onAgenda('a time for the end of a day', 'DTEND;VALUE=DATE:20260818', 'DTEND:20260818T000000Z', /DTEND of another type/),
    onAgenda('a date that does not exist', 'VALUE=DATE:20260818', 'VALUE=DATE:20260845', /icalendar: .*DTEND|icalendar: /, /DTEND|ical\.js/),
    onAgenda('text that ends its line', 'Contoh: Temu', 'Contoh:\r\nTemu', /icalendar|ical\.js/, /icalendar|ical\.js/),
    onAgenda('an organiser without an address', 'mailto:humas@humas.example', 'https://humas.example/', /ORGANIZER of temu@humas\.example is no calendar address/),
    onAgenda('a calendar cut off', /END:VEVENT\r\nEND:VCALENDAR\r\n$/, '', /ical\.js|icalendar/),
    onAgenda('a calendar without events', /BEGIN:VTIMEZONE[^]*END:VEVENT\r\n/, '', /no event: a calendar needs a component/),
  ],
});

function splitCharacter(text, letter) {
  const [before, ...after] = text.split(letter);
  const bytes = Buffer.from(letter, 'utf8');
  return Buffer.concat([Buffer.from(before), bytes.subarray(0, 1), Buffer.from('\r\n '), bytes.subarray(1), Buffer.from(after.join(letter))]);
}
