# Messages in English. The same ids, attributes and variables stand in id.ftl.
# .label stands beside the carets, .related beside other places; .suggest takes the place of .help when something near was found.

## Files and folders

no-config = there is no warta.yaml in { $folder }
    .help = change to the folder of your site, name it with `--root`, or start one with `warta init`
unreadable = { $path } cannot be read: { $reason }
    .help = see to it that the file exists and that you may read it
not-utf8 = this file is not UTF-8
    .label = the first byte that is not text
    .help = save the file again with the encoding UTF-8
control-character = a control character that no page may hold: { $character }
    .label = here
    .help = delete it; it often comes along with text pasted from elsewhere
name-not-utf8 = the name of { $path } is not UTF-8
    .help = rename the file; letters, digits and hyphens work everywhere
link-leaves-project = { $problem ->
        [loop] the link { $path } leads back into itself
       *[outside] the link { $path } leads out of the project
    }
    .help = put the file itself in its place
no-theme = there is no theme “{ $theme }”
    .help = these exist: { $known }
    .suggest = did you mean “{ $suggestion }”?
unwritable = { $path } cannot be written: { $reason }
    .help = see to it that you may write there and that the disk is not full
build-running = another build of this site is running
    .help = wait until it has ended
foreign-output = { $problem ->
        [sources] the output folder { $path } is the project itself, or a folder that the site is made from
        [unknown] { $path } holds files, and no list that says which of them warta made
       *[occupied] the output folder { $path } holds files that are not from this site
    }
    .help = { $problem ->
        [sources] choose a folder of its own for the output, such as public
        [unknown] see whether it is the right folder, and delete it yourself if it is
       *[occupied] choose another folder with `--output`, or take it over with `--force`; files in it are kept
    }

## YAML and front matter

yaml-syntax = { $problem ->
        [colon] a value with a colon needs quotes
        [quote] a quotation mark is not closed
        [tab] YAML is indented with spaces, not with tabs
        [documents] a second document begins here; a file holds one
        [depth] this is nested too deeply
        [too-long] this text is longer than { $limit } MB
       *[other] this is no valid YAML
    }
    .label = { $problem ->
        [colon] quote what stands after the first colon
        [documents] the second one
       *[other] noticed here
    }
    .help = { $problem ->
        [colon] write title: "Workshop: Budaya Kerja"
        [quote] close it with the same mark that opened it
        [tab] put two spaces in the place of each tab
        [documents] delete the line of --- and what stands below it
        [depth] write it flatter
        [too-long] move the long text below the second line of ---
       *[other] { $words }
    }
front-matter-open = the second line of --- is missing
    .label = opened here
    .help = put a line of --- between the fields and the text
front-matter-missing = this file has no fields
    .label = the first line should be ---
    .help = begin the file with ---, a line such as title: …, and another ---
unknown-key = unknown key “{ $key }”
    .label = not known here
    .help = known here: { $known }; free data goes under extra
    .suggest = did you mean “{ $suggestion }”?
duplicate-key = “{ $key }” is given twice
    .label = the second time
    .related = the first time, as “{ $first }”
    .help = keep one of the two
missing-key = “{ $key }” is missing
    .label = belongs here
    .help = add a line { $key }: …
wrong-shape = { $expected ->
        [list] a list is expected here
        [map] several named values are expected here
        [scalar] a single value is expected here
       *[either] a single value or several named ones are expected here
    }
    .label = { $found ->
        [list] this is a list
        [map] these are named values
       *[scalar] this is a single value
    }
    .help = { $expected ->
        [list] write [a, b], or a line “- a” for each
        [map] write {"{"} name: value {"}"}, or a line “name: value” for each
       *[scalar] write one value behind the colon
    }
bad-value = { $problem ->
        [empty] nothing stands here
        [several-lines] this has several lines, and one is expected
        [not-a-number] “{ $value }” is not a whole number
        [not-a-flag] “{ $value }” is neither yes nor no
        [not-an-id] “{ $value }” is not an id
        [not-a-color] “{ $value }” is not a colour
        [not-an-address] “{ $value }” is not an address
        [not-a-site-path] “{ $value }” is not an address on this site
        [not-a-base-url] “{ $value }” is not the address of a site
        [not-a-language] “{ $value }” is not the code of a language
        [not-an-option] “{ $value }” does not fit this option, which is of the type { $type }
       *[other] “{ $value }” does not fit here
    }
    .label = { $type }
    .help = { $problem ->
        [empty] write a value, or delete the line
        [several-lines] write it in one line
        [not-a-number] digits only, without dots and without words
        [not-a-flag] write true or false
        [not-an-id] small letters a to z, digits and hyphens, such as press-office
        [not-a-color] write it like #00546e
        [not-an-address] it starts with / or https:// and holds no spaces
        [not-a-site-path] it begins with / and names no host, such as /berita/lama/
        [not-a-base-url] write it like https://press.example
        [not-a-language] write it like id or en
       *[other] see the description of the theme
    }
unknown-word = “{ $value }” is not one of the words that are possible here
    .label = not known
    .help = possible: { $words }
    .suggest = did you mean “{ $suggestion }”?
ambiguous-date = “{ $value }” can be two different days
    .label = which is the day, which the month?
    .help = write { $first } or { $second }
impossible-date = { $problem ->
        [day] there is no such day: { $value }
        [month] there is no such month: { $value }
        [year] the year needs four digits: { $value }
        [time] there is no such time: { $value }
       *[skipped] the clocks skip this time: { $value }
    }
    .label = does not exist
    .help = { $problem ->
        [day] the last day of that month is { $last }
        [month] months run from 01 to 12, as in 2010-06-03
        [year] write 2010-06-03 or 3 Juni 2010
        [time] times run from 00:00 to 23:59
       *[skipped] in the zone { $zone } summer time begins then; take an hour later
    }
not-a-date = { $problem ->
        [month] “{ $word }” is not a month
        [weekday] “{ $word }” is not a weekday
        [digits] day and month in digits are easily confused: { $value }
        [time] “{ $value }” is not a time
        [now] “{ $value }”, given with --now, is not an instant
       *[other] “{ $value }” is not a date
    }
    .label = not understood
    .help = { $problem ->
        [time] write 09.00 or 09:30
        [now] write 2026-11-24 or 2026-11-24T09:00:00+07:00
       *[other] write 2010-06-03, 3 Juni 2010, or with a time 2010-06-03 09:30
    }
    .suggest = write { $suggestion }
wrong-weekday = the weekday does not fit the date
    .label = “{ $written }”
    .help = { $date } was a { $right }
wrong-language = “{ $language }” is not the language of this file, or not one of the site’s
    .label = here
    .help = the site’s languages are { $known }; the name of the file and `lang` must agree
unknown-zone = unknown time zone “{ $value }”
    .label = not known
    .help = write WIB, WITA, WIT or a name such as Asia/Jakarta
    .suggest = did you mean “{ $suggestion }”?
rule-broken = { $rule ->
        [too-early] the date lies before 1945
        [updated-before-date] the change lies before the date
        [expires-before-date] it expires before its date
        [needs-time] this needs a time as well as a day
        [withdrawn-without-reason] a withdrawn item needs a reason
        [exempt-information] exempt information is not published
        [online-without-address] an online event needs an address to join
        [ends-before-start] the event ends before it starts
        [rescheduled-without-previous] a rescheduled event needs the start that was announced before
        [comment-too-long] a comment has at most 5,000 characters
        [theme-circle] this theme extends itself
        [theme-api] this theme was made for version { $found } of the interface; this program speaks version { $expected }
       *[other] a rule is broken here: { $rule }
    }
    .label = here
    .help = { $rule ->
        [too-early] check the year
        [updated-before-date] check which of the two is right
        [expires-before-date] check which of the two is right
        [needs-time] write it like 2026-11-24 09:00
        [withdrawn-without-reason] add withdrawn: {"{"} reason: … {"}"}
        [exempt-information] take the file out of content/, or correct info_class
        [online-without-address] add online: {"{"} url: https://… {"}"}
        [ends-before-start] check start and end
        [rescheduled-without-previous] add previous_start: …
        [theme-circle] name another theme, or delete the line
        [comment-too-long] shorten it, or split it
       *[other] take a version of the theme that fits
    }

## Relations

unknown-term = “{ $id }” is not in { $file }
    .label = no such entry in { $taxonomy }
    .help = add an entry “{ $id }:” to { $file }, with its name
    .suggest = did you mean “{ $suggestion }”? Otherwise add it to { $file }
unknown-item = there is no item with the id “{ $id }”
    .label = not found
    .help = use the id of an item below content/
    .suggest = did you mean “{ $suggestion }”?
duplicate-id = the id “{ $id }” is given twice
    .label = the second time
    .related = the first time
    .help = an id belongs to one item for ever; give the newer one another
address-taken = { $first } and { $second } would both be published at { $address }
    .related = the other one
    .help = give one of them another slug, file name or permalink
broken-link = this link leads nowhere: { $target }
    .label = nothing is there
    .help = name a file below content/ from this file’s own folder, or an address that begins with /
    .suggest = did you mean “{ $suggestion }”?
broken-anchor = the page has no place named “{ $anchor }”
    .label = no such heading
    .help = use the id of a heading on that page
    .suggest = did you mean “#{ $suggestion }”?
missing-file = the file { $path } does not exist
    .label = not found
    .help = put the file beside the text, or correct its name
    .suggest = did you mean “{ $suggestion }”?
address-vanished = { $problem ->
        [moved] { $address } was published, and its item is at { $now } now
        [withheld] { $address } was published, and its item is not public any more
       *[lost] { $address } was published, and nothing is there any more
    }
    .label = recorded here
    .related = the item
    .help = { $problem ->
        [moved] add aliases: ["{ $address }"] to { $file }, so that readers of the old address arrive
        [withheld] publish { $file } again, or take it back with status: withdrawn, which keeps its address
       *[lost] bring the file back, lead on from another item with aliases: ["{ $address }"], or write gone: and a reason here
    }
address-reused = { $address } belongs to the item “{ $id }”, and “{ $other }” is there now
    .label = recorded here
    .related = the other item
    .help = give { $file } another slug, or id: { $id } if it is the same item
bad-permalink = { $problem ->
        [empty] “{ $part }” in { $pattern } has no value for this item
       *[unknown] “{ $part }” in { $pattern } does not exist
    }
    .label = here
    .help = possible: { $known }; year, month and day need a date
unknown-section = { $what ->
        [taxonomy] there is no taxonomy “{ $name }”
       *[section] there is no folder content/{ $name }
    }
    .label = not known
    .help = known: { $known }
    .suggest = did you mean “{ $suggestion }”?
missing-alt = a picture without words for those who do not see it
    .label = alt is missing
    .help = add alt: …, or decorative: true when it shows nothing of its own

## Components and templates

unknown-component = there is no component “{ $name }”
    .label = not known
    .help = these exist: { $known }
    .suggest = did you mean “{ $suggestion }”?
component-syntax = { $reason ->
        [unclosed] the component “{ $what }” is not closed
        [junk] “{ $what }” does not belong into the call of a component
        [bad-name] a component needs a name
        [bad-literal] “{ $what }” is not a value
        [duplicate] the argument “{ $what }” is given twice
        [not-alone] the call of a component stands alone on its line
        [unopened] “{ $what }” is closed here and was never opened
        [crossing] “{ $what }” begins and ends in different blocks
        [too-deep] components are nested too deeply
       *[own-line] the text inside “{ $what }” begins on a line of its own
    }
    .label = here
    .help = { $reason ->
        [unclosed] end it with />{"}}"}, or with {"{{"}</{ $what }>{"}}"} on a line of its own
        [bad-literal] write texts in double quotes, numbers and true or false without
        [not-alone] put empty lines around it
       *[other] a call looks like {"{{"}<figure src="foto.jpg" alt="…"/>{"}}"}
    }
component-argument = { $problem ->
        [missing] the component “{ $name }” needs “{ $argument }”
        [type] “{ $argument }” of “{ $name }” must be of the type { $expected }
        [body] the component “{ $name }” needs a text between two tags
       *[unknown] the component “{ $name }” has no argument “{ $argument }”
    }
    .label = { $problem ->
        [missing] { $argument } is missing
        [type] not of the type { $expected }
        [body] no text
       *[unknown] not known
    }
    .help = its arguments are { $known }
    .suggest = did you mean “{ $suggestion }”?
template-syntax = a template of the theme does not load: { $problem }
    .label = here
    .help = correct the template; docs/templates.md lists what it may use
template-failed = { $more ->
        [0] a template failed on the page { $page }: { $problem }
       *[other] a template failed on the page { $page } and on { $more } more: { $problem }
    }
    .label = here
    .related = the page is made from this file
    .help = correct the template; docs/templates.md lists what it is given
no-template = the theme “{ $theme }” has no template “{ $template }”
    .label = named here
    .help = these exist: { $known }
    .suggest = did you mean “{ $suggestion }”?
fluent-syntax = a message of the theme does not parse: { $problem }
    .label = here
    .help = a message looks like key = words

## Warnings

expected-key = { $count ->
        [one] readers and search engines expect “{ $key }”
       *[other] readers and search engines expect { $count } more things here: { $keys }
    }
    .label = belongs here
    .help = add a line { $key }: …
html-removed = { $reason ->
        [element] the HTML element { $element } is not allowed and was removed
        [attribute] the attribute { $attribute } of { $element } is not allowed and was removed
        [address] an address in { $element } is not allowed and was removed
        [unclosed] the HTML tag { $element } is not closed and was removed
        [forbidden] HTML is not allowed on this site
       *[other] HTML that is not allowed was removed: { $element }
    }
    .label = removed
    .help = write it in Markdown, or with a component of the theme
refers-to-withheld = this refers to “{ $target }”, which is not public yet
    .label = printed without a link until then
    .help = publish both together, or wait
orphan-comments = these comments belong to no item
    .help = name the file like the item beside it: judul.komentar.yaml for judul.md, or komentar.yaml in the folder of an index.md
unknown-code-language = code in the language “{ $language }” is not coloured; it is not known
    .label = not known
    .help = leave the word out for plain text
    .suggest = did you mean “{ $suggestion }”?
cache-unusable = { $path } cannot be used: { $reason }
    .help = the site is right all the same; the next build will take longer
length = “{ $key }” has { $length } characters
    .label = here
    .help = between { $from } and { $to } are read best

## The command line

findings = { $errors ->
        [0] { $warnings ->
            [one] 1 warning
           *[other] { $warnings } warnings
        }
        [one] 1 error, { $warnings ->
            [one] 1 warning
           *[other] { $warnings } warnings
        }
       *[other] { $errors } errors, { $warnings ->
            [one] 1 warning
           *[other] { $warnings } warnings
        }
    }
more-on-code = more on a code: warta explain-code { $code }
no-such-code = error: there is no code “{ $code }”
no-such-code-help = { $near ->
        [none] help: warta explain-code lists all codes
       *[other] help: did you mean “{ $near }”?
    }
built = Built: { $files ->
        [one] 1 file
       *[other] { $files } files
    } ({ $written } written, { $unchanged } unchanged, { $deleted } deleted) in { $seconds } s
not-built = Nothing was published. The output folder is as it was.
checked = Checked: { $files ->
        [one] 1 file
       *[other] { $files } files
    } in { $seconds } s
withheld = { $count ->
        [one] Withheld: 1 item
       *[other] Withheld: { $count } items
    }
withheld-draft = {"  "}{ $file }: draft (shown with --drafts)
withheld-review = {"  "}{ $file }: under review (shown with --drafts)
withheld-scheduled = {"  "}{ $file }: until { $until } (shown with --future)
withheld-embargoed = {"  "}{ $file }: embargo until { $until }
withheld-draft-embargoed = {"  "}{ $file }: draft, under embargo until { $until }
kept = { $path } exists already and was kept
initialized = { $count ->
        [one] 1 file made
       *[other] { $count } files made
    } in { $folder }. Next: warta build
schemas = { $count ->
        [one] 1 kind of file
       *[other] { $count } kinds of files
    }. The keys of one: warta schema press_release --as markdown

## Help: what each command and argument is

help-warta = Turns a folder of Markdown into the website of a press office
help-build = Build the site into the output folder
help-check = Judge the site, drafts included, and write nothing
help-init = Start a new site
help-help = Show this help, or that of a command
help-help--subcommand = The command
help--help = Show this help
help--version = Show the version
help--root = The project's folder
help--lang = Language of messages: id or en
help--strict = Warnings are errors
help--jobs = Threads to use; all cores without it
help--base-url = Address of the published site, in the place of base_url
help--now = The instant that counts as now: a date, or a date and a time
help--output = The output folder, in the place of output in warta.yaml
help-build--force = Take over an output folder that holds other files; they are kept
help-build--sync = Wait until all of it is on the disk, so that a power cut loses nothing
help-build--drafts = Show drafts and items under review
help-build--future = Show scheduled items; never embargoed ones
help-init--folder = The folder to start in, in the place of --root
help-schema = Print the keys of a kind of file: as JSON Schema for editors, as a table for people
help-schema--kind = The kind of file; all of them are listed without it
help-schema--form = How it is printed
help--format = Form of the findings
help--quiet = Print errors and nothing else
help--verbose = Print what is good to know as well
help--color = When text is coloured
help-explain-code = Say what a code of a message means, and what to do
help-explain-code--code = The code, such as E013, or its name; without it all codes are listed
help-usage = Usage
help-options = [OPTIONS]
help-command-value = COMMAND
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-heading-general = General options
help-default = default
help-possible = possible values

## The command line: mistakes of usage, and bugs

word-error = error
word-help = help
usage-mistake = { $problem ->
        [option] there is no option “{ $argument }” here
        [argument] “{ $argument }” is one argument too many
        [command] there is no command “{ $value }”
        [no-value] { $argument } needs a value
        [value] “{ $value }” is no value of { $argument }
        [missing] this is missing: { $argument }
        [no-command] the command is missing
        [conflict] { $argument } and { $other } cannot both be given
        [text] an argument is not UTF-8 text
       *[other] this command line is not understood
    }
usage-suggestion = did you mean “{ $value }”?
usage-possible = possible are: { $value }
usage-more = More: { $command }
bug = error: this is a bug of warta, not a mistake of yours
    {"  "}version: { $version } ({ $system })
    {"  "}place: { $place }
    {"  "}words: { $words }
    The output folder is as it was, unless publishing had begun; the next build completes it.
    Please tell whoever looks after your copy of warta: send these lines, the command, and if you may the file that it stumbled over.
progress-build = Building
progress-check = Checking

## The command line: lists

list-none = Nothing to list.
list-broken = { $count ->
        [one] 1 item has mistakes and may be listed wrongly. See: warta check
       *[other] { $count } items have mistakes and may be listed wrongly. See: warta check
    }
list-file = File
list-kind = Kind
list-title = Title
list-status = Status
list-date = Date
list-from = Public from
list-until = Over from
list-address = Address
kind-press-release = press release
kind-workshop = workshop
kind-page = page
state-broken = has mistakes
state-draft = draft
state-review = under review
state-scheduled = scheduled
state-embargoed = embargo
state-public = public
state-expired = over
state-withdrawn = withdrawn
help-list = List items by where they stand, those that are not public too
help-list--what = all, public, drafts, review, scheduled, embargoed, expiring, expired or withdrawn
help-list--within = How far ahead expiring looks: 30d, 4w
help-list--shape = The shape of the list

## The command line: explanations

help-explain = Say what stands behind a file or an address, and why it is as it is
help-explain--target = A file of the project or of the output, or an address with or without base_url
help-explain--shape = The shape of the explanation
explain-item = “{ $title }” is an item
explain-redirect = { $title } is an old address; its page sends visitors on
explain-old-address = { $title } is an old address with a query; no page is made for it, the server must send visitors on
explain-home = “{ $title }” is a home page
explain-section = “{ $title }” is the list of a section
explain-terms = { $title }: the list of everything in this taxonomy
explain-term = “{ $title }” is a list of items that name it
explain-archive = “{ $title }” is an archive
explain-feed = A feed of “{ $title }”
explain-sitemap = The sitemap, for search engines{ $title }
explain-robots = The rules for search engines, made by warta{ $title }
explain-not-found = The page for addresses that do not exist{ $title }
explain-asset = { $title } is an asset of the theme or the site; its name changes with its content
explain-file = { $title } is a file that is published as it is
explain-template = { $title } is a template
explain-data = { $title } is a data file; it has no address of its own
explain-configuration = { $title } holds the settings of the site; it has no address of its own
explain-elsewhere = { $address } is not an address of this site
explain-elsewhere-help = addresses of this site begin with { $base }; name another base_url with `--base-url`
explain-no-address = nothing has the address { $target }
explain-no-address-help = see every address with `warta list`; old addresses go under aliases of an item
explain-no-address-near = nothing has the address { $target }
explain-no-address-near-help = did you mean “{ $suggestion }”?
explain-no-file = { $target } is no file of this site and no address
explain-no-file-help = name a file from the folder of the site, such as content/tentang.md, or an address
explain-no-file-near = { $target } is no file of this site and no address
explain-no-file-near-help = did you mean “{ $suggestion }”?
explain-inside = { $path } (inside warta)
explain-state-public = public
explain-state-draft = not public: it is a draft
explain-state-review = not public: it is under review
explain-state-scheduled = not public: scheduled until { $until }
explain-state-embargoed = not public: under embargo until { $until }
explain-state-withdrawn = withdrawn: its page gives the reason, lists leave it out
explain-state-expired = public, and marked as over
explain-not-yet = not public: everything in it is withheld
explain-broken = it has mistakes, so what stands here may be incomplete; see `warta check`
explain-last-gate = { $key }, { $until }
explain-day = { $day }, from 00.00 in { $zone }
explain-withheld = “{ $title }” (not public yet)
explain-missing = { $target } (does not exist)
explain-no-template = { $name } (no theme has it)
explain-bytes = { $count } bytes
explain-page = page { $number } of { $total }, { $items ->
        [one] 1 item
       *[other] { $items } items
    } in all
fact-address = address
fact-source = source
fact-output = output
fact-kind = kind
fact-section = section
fact-lang = language
fact-id = id
fact-status = status
fact-mistakes = mistakes
fact-last-gate = last gate
fact-date = date
fact-publish-at = public from (publish_at)
fact-embargo-until = embargo until
fact-updated = updated
fact-expires-at = over from (expires_at)
fact-start = starts
fact-end = ends
fact-looked-up = template looked up
fact-templates = template files
fact-includes = includes
fact-components = components of the template
fact-calls = components in the text
fact-translations = translations
fact-aliases = old addresses
fact-terms = terms
fact-refers-to = refers to
fact-referred-by = referred to by
fact-shown-in = shown in
fact-feeds = feeds
fact-files = its files
fact-leads-to = leads to
fact-permalink = pattern of addresses
fact-sort = order
fact-page = page
fact-items = items
fact-feed = feed
fact-archives = archives
fact-taxonomy = taxonomy
fact-takes-place-of = takes the place of
fact-bytes = size
fact-named-by = named by
fact-extends = extends
fact-renders = renders
fact-hidden-by = hidden by

## The command line: new items

help-new = Make a draft with all that its kind requires and expects
help-new--kind = The kind of item
help-new--title = Its title; asked for on a terminal without it
help-new--section = The section, or a folder in it, where several hold such items
help-new--date = Its date; today without it, where its kind needs one
help-new--summary = What it says in a sentence or two
help-new--set = Any other key, such as tags=market or venue.name=Hall; several times
help-new--name = Name of its file, in the place of one made from the title
help-new--bundle = A folder of its own, for pictures and files
help-new--language = Its language, where it is not the site's first
new-ask-title = Title
new-ask-value = { $key }{ $hint }
new-ask-section = Which section? Number or name
new-unfit = “{ $value }” is no value for { $key }; leave it empty to fill it in later
new-made = Made as a draft. Write the text in { $file }, then: warta check. It becomes public once its status is ready.
new-nothing = Nothing was written.
new-no-title = the title is missing
new-no-title-help = write it behind the kind, in quotation marks: warta new page "About us"
new-no-name = no file name can be made from the title “{ $title }”
new-no-name-help = give the file a name of letters and digits with `--name`
new-language = “{ $language }” is not a language of this site
new-language-help = these are: { $known }
new-section = there is no section “{ $section }”
new-section-help = these exist: { $known }; a new one begins with an _index.md in a folder of content/
new-section-near = there is no section “{ $section }”
new-section-near-help = did you mean “{ $suggestion }”?
new-no-section = no section holds items of the kind { $kind }
new-no-section-help = give a section `kind: { $kind }` in warta.yaml, or name a folder with `--section`
new-sections = several sections hold such items: { $known }
new-sections-help = choose one, such as `--section { $first }`
new-key = there is no key “{ $key }” here
new-key-help = known here: { $known }
new-key-near = there is no key “{ $key }” here
new-key-near-help = did you mean “{ $suggestion }”?
new-key-twice = “{ $key }” is given twice
new-key-twice-help = leave one of them out
new-lacks = such an item needs: { $keys }
new-lacks-help = add { $flags }
new-exists = { $file } would take the name of an item that is there already; nothing was written
new-exists-help = give it another name, such as `--name { $name }`
new-hint-summary = 50 to 300 characters
new-hint-date = 2026-11-24, or with a time: 2026-11-24 09:00
new-hint-start = 2026-11-24 09:00
new-hint-organizations = ids of organisations, separated by commas
new-hint-dateline = the city that the news is from
new-hint-contacts = ids in data/contacts.yaml, or {"{"} name: …, phone: … {"}"}
new-hint-signoff = the desk's mark, such as {"{"} desk: humas, writer: ab {"}"}
new-hint-venue = name of the place

## The command line: cleaning, shells and manuals

help-clean = Take away what builds made: the output and the cache
help-clean--dry-run = Say what would be taken away, and leave it
help-completions = Print the completion script of a shell
help-completions--shell = The shell
help-man = Print the manual page, or write one for each command
help-man--folder = Where the pages are written; without it the main page is printed
clean-nothing = Nothing to clean.
manual-written = { $count } pages written to { $folder }
cleaned = Removed: { $files ->
        [one] 1 file
       *[other] { $files } files
    } in { $folder }{ $cache ->
        [yes] , and the cache
       *[no] {""}
    }
clean-others = { $files ->
        [one] 1 file in { $folder } is not from this site and was kept
       *[other] { $files } files in { $folder } are not from this site and were kept
    }
help-record = Add what is published now to the ledger of addresses
help-record--dry-run = Say what would be recorded, and write nothing
recorded = Recorded: { $new ->
        [one] 1 new address
       *[other] { $new } new addresses
    }, { $all } in all, in { $file }. Commit it with the site.
would-record = { $new ->
        [one] 1 new address
       *[other] { $new } new addresses
    } would be recorded, { $all } in all, in { $file }
not-recorded = Nothing was recorded. Mend the mistakes first.
ledger-heading = Every address that was ever published, and to what it belongs. warta record adds to it and takes nothing away.
    Commit it with the site. Where an address has to go for good, write gone: and a reason behind it.

## The command line: what comes by itself

help-next = Say when the site changes by itself, and why
help-next--within = Only what comes within this span: 30m, 6h, 2d, 3w
help-next--exit-code = End with 3 when nothing comes
help-next--all = Every coming instant, not only the next one
help-next--shape = The shape of the answer
next-none = Nothing changes by itself any more.
next-none-within = Nothing changes by itself within that time.
next-broken = { $count ->
        [one] 1 of these items has mistakes and would stop the build. See: warta check
       *[other] { $count } of these items have mistakes and would stop the build. See: warta check
    }
next-published = published: “{ $title }” ({ $file })
next-embargo-lifted = embargo lifted: “{ $title }” ({ $file })
next-expired = over: “{ $title }” ({ $file })
next-event-day = the day of the event begins: “{ $title }” ({ $file })
next-event-over = the event is past: “{ $title }” ({ $file })
next-comments-closed = comments close: “{ $title }” ({ $file })
next-new-day = a new day begins: templates of the theme ask for the date

## The command line: two built sites

help-diff = Compare two built sites: whose text changed, whose markup alone
help-diff--before = The folder of a built site
help-diff--after = The folder of the one to compare with it
help-diff--shape = The shape of the answer
diff-unreadable = { $path } cannot be read: { $reason }
diff-unreadable-help = name two folders that `warta build` has written
diff-equal = No difference: { $count ->
        [one] 1 file
       *[other] { $count } files
    }
diff-text = Text changed: { $count ->
        [one] 1 page
       *[other] { $count } pages
    }
diff-before = before: { $words }
diff-after = after:  { $words }
diff-new = New: { $count ->
        [one] 1 page
       *[other] { $count } pages
    }
diff-gone = Gone: { $count ->
        [one] 1 page
       *[other] { $count } pages
    }
diff-markup = Markup alone changed: { $count ->
        [one] 1 page
       *[other] { $count } pages
    } (named with --verbose)
diff-assets = Only addresses of assets changed: { $count ->
        [one] 1 page
       *[other] { $count } pages
    } (named with --verbose)
diff-others = Other files: { $count }
diff-same = The same: { $count ->
        [one] 1 file
       *[other] { $count } files
    }
