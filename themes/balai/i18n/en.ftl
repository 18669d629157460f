# The words of the theme balai in English. Keys that end in a value (release-type-…, kind-…) use the value of the front
# matter as it is.

## Frame
skip-to-content = Skip to content
menu = Menu
menu-label = Main
breadcrumb = Breadcrumb
home = Home
footer-contact = Contact
footer-services = Information services
footer-follow = Follow
open-data = Open data
appearance = Appearance
appearance-auto = As on this device
appearance-light = Light
appearance-dark = Dark
content-updated = Content last updated
print-address = Address of this page

## Home
home-heading = News and information from { $site }
latest-releases = Latest press releases
no-releases = No press releases yet.
no-more-releases = No other press releases yet.
agenda = Events
all-events = All events
announcements = Announcements
latest-materials = Latest materials
most-read = Most read
all-releases = All press releases
all-announcements = All announcements
all-materials = All materials

## Lists
list = List
list-empty = Nothing here yet.
list-without-day = Without an exact date
documents-count = { $count ->
    [one] 1 document
   *[other] { $count } documents
}
events-count = { $count ->
    [one] 1 event
   *[other] { $count } events
}
all-years = All years
follow-atom = Follow by Atom
feed-note = This is a news feed: a file for news reader apps. Copy its address into one and new items will appear there.
feed-page = Open its page
calendar = Calendar
calendar-add = Add to calendar (.ics)
calendar-subscribe = Subscribe to the agenda
calendar-file = Download the agenda (.ics)
filter-list = Filter this list
filter-all = All
filter-more = { $count } choices: see all
filter-clear = Clear the filter
facet-type = Type
style-guide = Style guide
archive-by-year = Archive by year
archive-by-month = Archive by month
year = Year
pager = Pages of this list
page = Page
page-of = page { $number } of { $total }
newer = Newer
older = Older
turn-any = Other documents
turn = More in { $section }
events-upcoming = Upcoming
events-upcoming-none = No upcoming events yet.
events-past = In { $year }

## Documents
published = Published
updated = Updated
number = Number
authors = Author
units = Office
translations = Also in
toc = On this page
people = People
topics = Topics
districts = Districts
about-event = Related event
notes-to-editors = Notes to editors
contacts = Press contacts
boilerplate = About us
attachments = Attachments
in-language-id = in Indonesian
in-language-en = in English
related = Related
backlinks = Mentioned in
photo-credit = Photo: { $credit }
drawing-credit = Drawing: { $credit }
gallery-photo = Photo { $number } of { $total }
gallery-empty = No photos yet.
video-at = Video at { $host }
history = History of this document
imported = Imported from the archive. The text is kept as it was, misprints included.
imported-with-id = Imported from the archive, number { $id }. The text is kept as it was, misprints included.
imported-original = Original page
share = Share
share-email = E-mail
share-copy = Copy link
share-copied = Link copied.
share-copy-failed = The link could not be copied.

## Kinds
kind-press_release = Press release
kind-workshop = Event
kind-programme = Programme
kind-material = Material
kind-page = Page
kind-announcement = Announcement
kind-gallery = Gallery
release-type-siaran_pers = Press release
release-type-berita = News
release-type-sambutan = Speech
release-type-pernyataan = Statement
release-type-undangan_media = Media invitation
release-type-klarifikasi = Clarification
release-type-hak_jawab = Right of reply
event-type-workshop = Workshop
event-type-bimtek = Technical guidance
event-type-sosialisasi = Public briefing
event-type-seminar = Seminar
event-type-pelatihan = Training
event-type-rapat = Meeting
event-type-upacara = Ceremony
event-type-konferensi_pers = Press conference

## Events
event-state-upcoming = Upcoming
event-state-today = Taking place today
event-state-past = Finished
event-state-cancelled = Cancelled
event-state-postponed = Postponed
event-state-rescheduled = Rescheduled
details = Details
when = When
where = Where
show-map = Show map
mode = Mode
mode-offline = In person
mode-online = Online
mode-hybrid = In person and online
organizer = Organiser
co-organizers = Together with
audience = Audience
capacity = Places
attendance = Attendance
people-count = { $count ->
    [one] 1 person
   *[other] { $count } people
}
registered-count = { $count ->
    [one] 1 registered
   *[other] { $count } registered
}
about-this-event = About the event
programme = Programme
sessions-caption = Sessions
session-time = Time ({ $zone })
session = Session
session-speakers = Led by
moderator = Moderator: { $name }
speakers = Speakers
speaker-topic = Topic: { $topic }
materials = Materials
outcomes = Outcomes
event-releases = Related news

## Registration, meetings online, and after the event
registration = Registration
registration-not_yet = Registration has not opened yet
registration-opens-on = Registration opens on { $date }
registration-open = Registration is open
registration-open-until = Registration is open until { $date }
registration-closed = Registration is closed
registration-quota = { $count ->
    [one] For { $count } person
   *[other] For { $count } people
}
registration-fee = Fee: { $fee }
register = Register
online = Online
join = Join the meeting
previous-start = Before: { $date }
committee = Committee
certificate = Certificate
certificate-available = Yes
certificate-hours = { $count ->
    [one] { $count } lesson hour
   *[other] { $count } lesson hours
}
certificate-none = None
recordings = Recordings
recording = Recording
recording-at = Recording on { $host }
captions = With captions
captions-none = Without captions
transcript = Transcript
report = Report
show-map-osm = Show map on OpenStreetMap

## Releases by their type
delivered = Delivered
media-invite = Media invitation
rsvp = Please reply to
replies-to = Reply to
replies = Replied to in

## People and organisations
also-known-as = Also known as { $names }
as-published = As written in the archive: { $names }
role-from = since { $date }
role-to = until { $date }
parent-organization = Part of
organization-closed = This organisation is no more.
succeeded-by = Succeeded by

## States
status-draft = Draft
status-draft-text = Not published: this text is being written.
status-review = In review
status-review-text = Not published: this text waits for review.
status-scheduled = Scheduled
status-scheduled-text = Not published: it appears when its time has come.
status-expired = Expired
status-expired-text = This page no longer applies and is kept as a record.
status-withdrawn = Withdrawn
withdrawn-replacement = Replaced by

## Comments
comments = Comments
comments-count = { $count ->
    [one] 1 comment
   *[other] { $count } comments
}
views-count = { $count ->
    [one] read once
   *[other] read { $count } times
}
comments-none = No comments yet.
comments-closed = Comments are closed.
comment-anonymous = A reader
comment-official = Official reply
comment-official-of = Official reply of { $name }
comment-reply-to = In reply to another comment
comment-no-date = The archive did not keep the date
comment-no-name-no-date = The archive kept neither name nor date
comment-form = Leave a comment
comment-form-text = Comment
comment-form-name = Name
comment-form-name-hint = Shown with your comment.
comment-form-hint = Read by our staff before it appears. Please leave out identity and telephone numbers.
comment-form-send = Send comment
comment-form-mail = Send a comment by e-mail
comment-form-errors = The comment was not sent
comment-form-text-missing = Please enter your comment.
comment-form-name-missing = Please enter your name.

## Notes in the text
note-info = Note
note-tip = Tip
note-important = Important
note-success = Done
note-warning = Warning
note-caution = Caution

## Errors and old addresses
not-found-code = Error 404
not-found = This page does not exist
not-found-text = The address may be misspelt, or the link you followed is old. Press releases are never deleted from this site; a document that was withdrawn keeps a page with the reason.
not-found-ways = Where to go instead
not-found-report = Report it
not-found-report-text = A broken link on this site? Please tell us, with the address of the page it was on:
moved = This page has moved
moved-link = Open its new address

## Markdown text (used by the engine)
markdown-footnotes = Footnotes
markdown-footnote = footnote
markdown-back-to-text = Back to the text
markdown-anchor = Link to section
markdown-table = Table
markdown-code = Code

# Announcements
banner-label = Important announcements
level-info = Announcement
level-peringatan = Warning
level-darurat = Emergency
until = until
since = since
valid-from = Valid from
valid-until = Valid until
source = Source
instruction = What to do
announcement-followed-by = Updated by
announcement-alert = Concerns
announcement-update = Updates
announcement-cancel = Calls off

# Corrections
corrections = Corrections
corrections-about = Corrections, clarifications and replies to what we published, the newest first.
corrections-count = { $count ->
    [one] One correction
   *[other] { $count } corrections
}
correction = Correction
correction-ralat = Erratum
correction-koreksi = Correction
correction-klarifikasi = Clarification
correction-hak-jawab = Right of reply
correction-before = Before
correction-after = Now
correction-requested-by = At the request of { $name }
explains = Explains

# Programmes
part-of = Part of the programme
programme-owner = Responsible
programme-period = Period
programme-planned = Planned
programme-running = Running
programme-finished = Finished
programme-news = News
programme-others = Other
programme-empty = Nothing has happened yet.
objectives = Aims
legal-basis = Legal basis

# Materials and galleries
version = Version
issued = Issued
licence = Licence
checksum = SHA-256
checksum-help = Compare it to be sure that the file is whole
accessible-version = Accessible version
other-formats = Other formats
other-formats-help = Large print or Braille
used-at = Used at
download-material = Download
material-old = Old version
material-replaced-by = Replaced by
material-replaces = Replaces
pages-count = { $count ->
    [one] 1 page
   *[other] { $count } pages
}
material-type-presentation = Presentation
material-type-handout = Handout
material-type-guide = Guide
material-type-report = Report
material-type-form = Form
material-type-regulation = Regulation
material-type-dataset = Data
material-type-poster = Poster
material-type-recording = Recording
photo-people = Shown
download-photo = Download photo { $number }
with-captions = with captions

# Public information
taxonomy-districts = Districts
taxonomy-info_class = Public information
taxonomy-organizations = Organisations
taxonomy-people = People
taxonomy-tags = Tags
taxonomy-topics = Topics
information-about = What we publish under Law 14 of 2008 on the openness of public information.
information-file = Download the whole list (CSV)
open-data-about = Everything that this site publishes is there as open data, too:
information-berkala = To be published at regular intervals (article 9).
information-serta-merta = To be published at once, because lives and public order depend on it (article 10).
information-setiap-saat = To be available at any time (article 11).

# Pages
page-owner = Kept by
