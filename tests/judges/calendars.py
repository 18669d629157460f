"""The Python half of the judge `calendars`: icalendar.

Arguments: the output folder, then calendar files relative to it. Prints a JSON map from each file to its findings and to what was
read in it, in the shape that calendars.mjs compares with what ical.js reads. Times are compared as instants too: here the zone is
that of the system's database, there that of the file's own VTIMEZONE.
"""

import json
import sys
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

from icalendar import Calendar

TEXTS = ("UID", "SUMMARY", "LOCATION", "DESCRIPTION", "STATUS", "TRANSP")
ADDRESSES = ("URL", "SOURCE", "ORGANIZER", "CONFERENCE")
TIMES = ("DTSTAMP", "LAST-MODIFIED", "DTSTART", "DTEND")
ONCE = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS")


def main() -> None:
    root, *files = sys.argv[1:]
    json.dump({file: judged((Path(root) / file).read_bytes()) for file in files}, sys.stdout)


def judged(data: bytes):
    try:
        calendar = Calendar.from_ical(data)
    except (ValueError, IndexError, KeyError) as error:
        return {"findings": [f"icalendar: {error}"], "read": None}
    findings = []
    for component in calendar.walk():
        findings += [f"icalendar: {component.name}: {name}: {error}" for name, error in component.errors]
    if findings:
        # What is broken cannot be asked.
        return {"findings": findings, "read": None}
    findings += required(calendar)
    try:
        return {"findings": findings, "read": read(calendar)}
    except (ValueError, AttributeError, TypeError, KeyError) as error:
        return {"findings": [*findings, f"icalendar: {error}"], "read": None}


def required(calendar: Calendar):
    if str(calendar.get("VERSION")) != "2.0":
        yield f"VERSION is {calendar.get('VERSION')} (RFC 5545 section 3.7.4)"
    if not calendar.get("PRODID"):
        yield "no PRODID (section 3.7.3)"
    events = calendar.walk("VEVENT")
    if not events:
        yield "no event: a calendar needs a component (section 3.4)"
    zones = {str(zone.get("TZID")) for zone in calendar.walk("VTIMEZONE")}
    for zone in calendar.walk("VTIMEZONE"):
        parts = [part for part in zone.subcomponents if part.name in ("STANDARD", "DAYLIGHT")]
        if not zone.get("TZID") or not parts:
            yield "a VTIMEZONE without TZID or without an observance (section 3.6.5)"
        for part in parts:
            for name in ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"):
                if name not in part:
                    yield f"an observance of {zone.get('TZID')} without {name} (section 3.6.5)"
    for event in events:
        uid = event.get("UID")
        for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "STATUS"):
            if name not in event:
                yield f"the event {uid} has no {name}"
        for name in ONCE:
            if isinstance(event.get(name), list):
                yield f"the event {uid} has {name} more than once"
        for name in TIMES:
            named = getattr(event.get(name), "params", {}).get("TZID")
            if named and named not in zones:
                yield f"{name} of {uid} is in the zone {named}, which has no VTIMEZONE (section 3.6.5)"
        start, end = (getattr(event.get(name), "dt", None) for name in ("DTSTART", "DTEND"))
        if end is not None and start is not None:
            if isinstance(start, datetime) != isinstance(end, datetime):
                yield f"{uid} has a DTEND of another type than DTSTART (section 3.8.2.2)"
            elif end <= start:
                yield f"{uid} ends at {end}, not after {start} (section 3.8.2.2)"
        stamp = getattr(event.get("DTSTAMP"), "dt", None)
        if isinstance(stamp, datetime) and stamp.utcoffset() != timedelta(0):
            yield f"DTSTAMP of {uid} is not in UTC (section 3.8.7.2)"
        organizer = str(event.get("ORGANIZER", "mailto:"))
        if not organizer.startswith("mailto:"):
            yield f"ORGANIZER of {uid} is no calendar address: {organizer} (section 3.3.3)"
    for uid, count in Counter(str(event.get("UID")) for event in events).items():
        if count > 1:
            yield f"the UID {uid} occurs {count} times"


def read(calendar: Calendar):
    named = {name: str(calendar[name]) for name in ("PRODID", "NAME", "X-WR-CALNAME", "URL", "SOURCE") if name in calendar}
    return {"calendar": named, "events": [of_event(event) for event in calendar.walk("VEVENT")]}


def of_event(event):
    values = {name: str(event[name]) for name in (*TEXTS, *ADDRESSES) if name in event}
    values |= {name: moment(event[name].dt) for name in TIMES if name in event}
    if "SEQUENCE" in event:
        values["SEQUENCE"] = int(event["SEQUENCE"])
    if "GEO" in event:
        values["GEO"] = [event["GEO"].latitude, event["GEO"].longitude]
    if "CATEGORIES" in event:
        values["CATEGORIES"] = [str(category) for category in event["CATEGORIES"].cats]
    if "ORGANIZER" in event:
        values["CN"] = str(event["ORGANIZER"].params.get("CN"))
    label = getattr(event.get("CONFERENCE"), "params", {}).get("LABEL")
    if label is not None:
        values["LABEL"] = str(label)
    return values


def moment(value: date):
    """A day, or an instant with what the clock shows."""
    if not isinstance(value, datetime):
        return value.isoformat()
    return [value.replace(tzinfo=None).isoformat(), int(value.timestamp())]


main()
