"""The Python half of the judge `structured-data`: JSON-LD, cards, and editions in other languages.

Arguments: the output folder, its base address, then HTML files relative to the folder. Prints how many pages were judged, and findings.
"""

import json
import re
import sys
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

import extruct
import imagesize
import lxml.html
from pyld import jsonld

SCHEMA = "https://schema.org/"
CONTEXT = json.loads((Path(__file__).parent / "schema/schemaorg.jsonld").read_text())

# What each type must have. The first three lines are Google's:
# https://developers.google.com/search/docs/appearance/structured-data/article (author, headline, image, datePublished),
# …/event (name, startDate, location; of a place its name and address, of an online one its address), …/breadcrumb.
# The others are what a node of that type says nothing without.
EVENT = ("name", "startDate", "location", "eventStatus", "eventAttendanceMode")
REQUIRED = {
    "NewsArticle": ("headline", "image", "datePublished", "dateModified", "author", "publisher", "mainEntityOfPage", "inLanguage"),
    "Place": ("name",),
    "VirtualLocation": ("url",),
    "BreadcrumbList": ("itemListElement",),
    "ItemList": ("numberOfItems",),
    "EventSeries": ("name", "url"),
    "GovernmentOrganization": ("name",),
    "Organization": ("name",),
    "Person": ("name",),
    "WebSite": ("name", "url"),
    "CollectionPage": ("name",),
    "WebPage": ("name", "url", "inLanguage", "isPartOf"),
    "AboutPage": ("name", "url", "inLanguage", "isPartOf"),
    "ContactPage": ("name", "url", "inLanguage", "isPartOf"),
    "ImageGallery": ("name", "associatedMedia"),
    "Quotation": ("text",),
    "CorrectionComment": ("text",),
    "InteractionCounter": ("interactionType", "userInteractionCount"),
}
STATUS = {"EventScheduled", "EventRescheduled", "EventPostponed", "EventCancelled", "EventMovedOnline"}
MODES = {"OfflineEventAttendanceMode", "OnlineEventAttendanceMode", "MixedEventAttendanceMode"}
CARD = ("og:title", "og:type", "og:url", "og:site_name", "og:image", "og:image:alt", "og:image:width", "og:image:height", "twitter:card")
SMALLEST = 200


class Site:
    """The built site: which addresses it answers."""

    def __init__(self, root: str, base: str):
        self.root, self.base = Path(root), base.rstrip("/") + "/"

    def address(self, file: str) -> str:
        return self.base + re.sub(r"(^|/)index\.html$", r"\1", file)

    def file(self, address: str):
        """The file behind an address of the site; None where there is none, False where the address is another's."""
        if not address.startswith(self.base):
            return False
        path = unquote(urlsplit(address).path)[len(urlsplit(self.base).path) :]
        file = self.root / (path + "index.html" if path == "" or path.endswith("/") else path)
        return file if file.is_file() else None


def main() -> None:
    root, base, *files = sys.argv[1:]
    site = Site(root, base)
    findings, editions, judged = [], {}, 0
    for file in files:
        html = (site.root / file).read_text(encoding="utf-8")
        document = lxml.html.fromstring(html.encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
        if document.xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh') = 'refresh']"):
            continue
        address = site.address(file)
        robots = document.xpath("//meta[@name = 'robots']/@content")
        blocks = document.xpath("//script[@type = 'application/ld+json']/text()")
        if any("noindex" in content for content in robots):
            messages = [f"{len(blocks)} block on a page that is not to be found"] if blocks else []
        else:
            judged += 1
            messages = [] if len(robots) == 1 else [f"{len(robots)} words for robots"]
            messages += structured(site, html, address, blocks)
            messages += card(site, document, address)
            editions[address] = (file, {link.get("hreflang"): link.get("href") for link in document.xpath("//head/link[@hreflang]")})
            messages += own_edition(document, address, editions[address][1])
        findings += [{"file": file, "message": message} for message in messages]
    findings += [{"file": file, "message": message} for file, message in reciprocal(site, editions)]
    json.dump({"judged": judged, "findings": findings}, sys.stdout)


# ------------------------------------------------------------------------------------------------------ structured data


def structured(site: Site, html: str, address: str, blocks: list):
    if len(blocks) != 1:
        yield f"{len(blocks)} blocks of structured data"
        return
    if "<" in blocks[0] or ">" in blocks[0]:
        yield "a < stands in it, which may end the element"
        return
    try:
        found = extruct.extract(html, base_url=address, syntaxes=["json-ld"])["json-ld"]
        # extruct mends what is not JSON; others do not.
        json.loads(blocks[0])
    except ValueError as error:
        yield f"not JSON: {error}"
        return
    for data in found:
        if data.get("@context") != "https://schema.org":
            yield f"the context is {data.get('@context')!r}"
            return
        try:
            expanded = jsonld.expand({**data, "@context": CONTEXT["@context"]}, {"documentLoader": refuse, "base": address})
        except jsonld.JsonLdError as error:
            yield f"pyld: {error}"
            return
        yield from unknown_words(data)
        nodes = [node for top in expanded for node in walk(top)]
        yield from names(site, nodes, data)
        for node in nodes:
            yield from judge_node(site, node)


def refuse(address, *_):
    raise ValueError(f"nothing is loaded from elsewhere: {address}")


def unknown_words(data):
    """pyld leaves out what the context does not know."""
    words = CONTEXT["@context"]
    if isinstance(data, list):
        for value in data:
            yield from unknown_words(value)
    elif isinstance(data, dict):
        for key, value in data.items():
            if not key.startswith("@") and key not in words:
                yield f"{key} is no word that we use of schema.org"
            if value in (None, "", [], {}):
                yield f"{key} is empty"
            word = words.get(key)
            if isinstance(word, dict) and word.get("@type") == "@id":
                for one in value if isinstance(value, list) else [value]:
                    if isinstance(one, str) and not re.match(r"https?://[^/\s]+", one):
                        yield f"{key} is not absolute: {one}"
            yield from unknown_words(value)


def walk(value):
    """Every node of an expanded document."""
    if isinstance(value, list):
        for one in value:
            yield from walk(one)
    elif isinstance(value, dict) and "@value" not in value:
        yield value
        for key, one in value.items():
            if not key.startswith("@") or key in ("@list", "@graph"):
                yield from walk(one)


def names(site: Site, nodes: list, data: dict):
    said = {node["@id"] for node in nodes if "@id" in node and len(node) > 1}
    for node in nodes:
        name = node.get("@id")
        if name is None or len(node) > 1 or name in said:
            continue
        if name.startswith(SCHEMA):
            continue
        is_page = "#" not in name and site.file(name)
        # Addresses that are values are judged with their key.
        if is_reference(name, data) and not is_page:
            yield f"nothing is named {name}"
    # A node may be named inside others; its own place is one.
    for name, count in Counter(node.get("@id") for node in data.get("@graph", [])).items():
        if name is not None and count > 1:
            yield f"{count} nodes are named {name}"


def is_reference(name: str, data) -> bool:
    if isinstance(data, list):
        return any(is_reference(name, one) for one in data)
    if isinstance(data, dict):
        return data == {"@id": name} or any(is_reference(name, one) for one in data.values())
    return False


def judge_node(site: Site, node: dict):
    kinds = [kind.removeprefix(SCHEMA) for kind in node.get("@type", [])]
    label = f"{' '.join(kinds)} {node.get('@id', '')}".strip()
    has = {key.removeprefix(SCHEMA): value for key, value in node.items() if not key.startswith("@")}
    for kind in kinds:
        # An event that only passes by is a name and an address.
        is_event = kind in ("Event", "EducationEvent") and set(has) - {"name", "url"}
        sub_event = is_event and "@id" not in node
        wanted = (EVENT[:3] if sub_event else EVENT) if is_event else REQUIRED.get(kind, ())
        for key in wanted:
            if not has.get(key):
                yield f"{label} has no {key}"
        for place in has.get("location", []) if is_event else ():
            if place.get("@type") == [SCHEMA + "Place"] and SCHEMA + "address" not in place:
                yield f"Place {place.get('@id', '')} has no address"
    for key, values in has.items():
        for value in values:
            yield from judge_value(site, label, key, value)
    start, end = (has.get(key, [{}])[0].get("@value") for key in ("startDate", "endDate"))
    if start and end and end[:10] < start[:10]:
        yield f"{label} ends before it starts"
    for key, allowed in (("eventStatus", STATUS), ("eventAttendanceMode", MODES)):
        for value in has.get(key, []):
            if value.get("@id", "").removeprefix(SCHEMA) not in allowed:
                yield f"{key} is {value.get('@id')!r}"
    if "BreadcrumbList" in kinds or "ItemList" in kinds:
        yield from steps(label, has.get("itemListElement", []), is_trail="BreadcrumbList" in kinds)
    if "ImageObject" in kinds and not ("contentUrl" in has or "url" in has):
        yield f"{label} has no address"
    if "MediaObject" in kinds and not ("contentUrl" in has or "url" in has):
        yield f"{label} has no address"


def steps(label: str, items: list, is_trail: bool):
    if len(items) == 1 and "@list" in items[0]:
        items = items[0]["@list"]
    first = None
    for index, item in enumerate(items):
        position = item.get(SCHEMA + "position", [{}])[0].get("@value")
        first = position if first is None else first
        wanted = index + 1 if is_trail else (first or 1) + index
        if position != wanted:
            yield f"{label}: position {position} in the place of {wanted}"
        if SCHEMA + "name" not in item:
            yield f"{label}: a step without name"
        target = "item" if is_trail else "url"
        if SCHEMA + target not in item and not (is_trail and index == len(items) - 1):
            yield f"{label}: a step without {target}"
    if is_trail and len(items) < 2:
        yield f"{label} has {len(items)} steps"


def judge_value(site: Site, label: str, key: str, value: dict):
    kind = value.get("@type") if "@value" in value else None
    if kind == SCHEMA + "DateTime" and not is_date(value["@value"]):
        yield f"{label}: {key} is no date: {value['@value']}"
    if set(value) == {"@id"} and "#" not in value["@id"]:
        address = value["@id"]
        if address.startswith(SCHEMA):
            return
        # Relative ones were told before pyld made them absolute.
        if site.file(address) is None:
            yield f"{label}: {key} leads to nothing: {address}"


def is_date(text: str) -> bool:
    """ISO 8601: a year, a month, a day, or an instant with its offset."""
    if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", text):
        return True
    try:
        if len(text) == 10:
            date.fromisoformat(text)
            return True
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


# ---------------------------------------------------------------------------------------------------------------- cards


def card(site: Site, document, address: str):
    said = {meta.get("property") or meta.get("name"): meta.get("content", "") for meta in document.xpath("//head/meta")}
    for name in CARD:
        if not said.get(name):
            yield f"no {name}"
    canonical = document.xpath("//head/link[@rel = 'canonical']/@href")
    if canonical != [address]:
        yield f"canonical is {canonical}, the page lies at {address}"
    if said.get("og:url") and [said["og:url"]] != canonical:
        yield f"og:url is {said['og:url']}, canonical {canonical}"
    if said.get("og:type") not in (None, "", "article", "website"):
        yield f"og:type is {said['og:type']}"
    for name in ("article:published_time", "article:modified_time"):
        if name in said and not is_date(said[name]):
            yield f"{name} is no date: {said[name]}"
    if said.get("og:locale") and not re.fullmatch(r"[a-z]{2,3}_[A-Z]{2}", said["og:locale"]):
        yield f"og:locale is {said['og:locale']}"
    image = said.get("og:image")
    if image:
        file = site.file(image)
        if not file:
            yield f"og:image leads to nothing: {image}"
            return
        width, height = imagesize.get(file)
        if min(width, height) < SMALLEST or [str(width), str(height)] != [said.get("og:image:width"), said.get("og:image:height")]:
            yield f"og:image is {width} × {height}, said are {said.get('og:image:width')} × {said.get('og:image:height')}, at least {SMALLEST}"


# ------------------------------------------------------------------------------------------------------------- editions


def own_edition(document, address: str, links: dict):
    if not links:
        return
    own = document.get("lang")
    if links.get(own) != address:
        yield f"hreflang={own} is {links.get(own)}, the page lies at {address}"
    if len(links) < 3:
        yield f"hreflang names {len(links)} editions"
    if "x-default" not in links:
        yield "hreflang has no x-default"


def reciprocal(site: Site, editions: dict):
    for address, (file, links) in editions.items():
        for lang, target in links.items():
            if target == address:
                continue
            if not site.file(target):
                yield file, f"hreflang={lang} leads to nothing: {target}"
            elif editions.get(target, ("", {}))[1] != links:
                yield file, f"{target} does not name the same editions"


main()
