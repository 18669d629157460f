# Messages in English. The same ids, attributes and variables stand in id.ftl.
# .label stands beside the carets, .related beside other places; .suggest takes the place of .help when something near was found.

## Files and folders

no-config = there is no warta.yaml in { $folder }
    .help = change to the folder of your site, name it with `--root`, or start one with `warta init`
unreadable = { $reason ->
        [missing] { $path } does not exist
        [denied] you may not read { $path }
        [folder] { $path } is a folder, and a file is expected there
        [file] { $path } cannot be there: a part of its path is a file and no folder
        [changed] { $path } was changed while the site was built
       *[other] { $path } cannot be read
    }
    .related = named here
    .help = { $reason ->
        [missing] put the file there, or correct its name
        [denied] ask whoever looks after this computer for the right to read it
        [folder] give the folder another name, and put the file in its place
        [file] give that file another name
        [changed] build once more
       *[other] try again; where that does not help, copy the file anew
    }
not-utf8 = this file is not UTF-8
    .label = the first byte that is no text
    .related = named here
    .help = open it in an editor and save it again with the encoding UTF-8
control-character = a control character that no page may hold: { $character }
    .label = here; it cannot be seen
    .related = named here
    .help = delete it; it often comes along with text pasted from elsewhere
name-not-utf8 = the name of { $path } holds bytes that are no text (UTF-8)
    .help = rename it; letters, digits and hyphens work everywhere
link-leaves-project = { $problem ->
        [loop] the link { $path } leads back into itself
        [nowhere] the link { $path } leads to nothing
       *[outside] the link { $path } leads out of the project
    }
    .help = { $problem ->
        [loop] delete the link
        [nowhere] delete the link, or put the file itself in its place
       *[outside] put the file itself in its place
    }
no-theme = there is no theme “{ $theme }”
    .label = named here
    .help = these exist: { $known }
    .suggest = did you mean “{ $suggestion }”?
unwritable = { $reason ->
        [missing] the folder of { $path } does not exist
        [denied] you may not write { $path }
        [folder] { $path } is a folder, and a file is to be written there
        [file] { $path } cannot be written: a file is where a folder must be
        [full] the disk is full; { $path } was not written
        [read-only] { $path } lies on a disk that can only be read
        [name] the name of { $path } is too long
       *[other] { $path } cannot be written
    }
    .help = { $reason ->
        [missing] make the folder, or choose another with `--output`
        [denied] ask whoever looks after this computer for the right to write there, or choose another folder with `--output`
        [folder] delete or rename the folder
        [file] delete or rename the file
        [full] make room on the disk
        [read-only] choose another folder with `--output`
        [name] give it a shorter name
       *[other] try again; where that does not help, choose another folder with `--output`
    }
build-running = { $problem ->
        [output] another build is writing into { $path }
       *[project] another build of this site is running
    }
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
        [colon] a value with a colon in it needs quotes
        [quote] a quotation mark is not closed
        [after-quote] something follows behind the closing quotation mark
        [bracket] “{ $mark }” is not closed
        [sign] a value that begins with “{ $mark }” needs quotes
        [indent] this line begins further right than the one above it
        [space] a space is missing behind the colon
        [no-colon] a colon is missing behind the name of the field
        [dash] this line is no entry of the list above it
        [tab] lines are indented with spaces, not with tabs
        [documents] a second document begins here; a file holds one
        [depth] this is nested too deeply
        [aliases] what * repeats grows too large
        [too-long] the fields are longer than { $limit } MB
       *[other] this line cannot be understood
    }
    .label = { $problem ->
        [colon] the value
        [quote] opened here
        [after-quote] this stands outside the quotes
        [bracket] opened here
        [sign] the value
        [tab] a tab
        [documents] the second one
        [other] noticed here
       *[here] here
    }
    .help = { $problem ->
        [quote] close it with the same mark, on the same line
        [indent] begin it where the line above begins
        [bracket] write { $close } where it ends
        [dash] begin it with “- ”, or delete the “- ” of the line above
        [tab] put two spaces in the place of each tab
        [documents] delete this line of --- and what stands below it
        [depth] write it flatter
        [aliases] write the values out
        [too-long] put long texts below the second line of ---
       *[other] look at this line and the one above it: a colon, a quotation mark or a bracket is often missing
    }
    .suggest = write { $suggestion }
front-matter-open = { $problem ->
        [dashes] the second line of --- is missing
       *[missing] the second line of --- is missing
    }
    .label = opened here
    .related = { $problem ->
        [dashes] perhaps meant to be ---
       *[missing] it belongs below this line
    }
    .help = { $problem ->
        [dashes] write three hyphens, nothing else, in the place of “{ $line }”
       *[missing] put a line of three hyphens (---) between the fields and the text
    }
front-matter-missing = { $problem ->
        [empty] this file is empty
        [blank] there are empty lines above the fields
       *[text] this file has no fields above its text
    }
    .label = { $problem ->
        [blank] this line must be the first
       *[text] the first line should be ---
    }
    .help = { $problem ->
        [empty] write a line of ---, fields such as title: Morning market opens again, and another line of ---
        [blank] delete the empty lines above it
       *[text] put three lines above it: ---, then { $example }, then ---
    }
unknown-key = { $belongs ->
        [elsewhere] “{ $key }” belongs to another kind of item: { $kind }
       *[nowhere] there is no field “{ $key }” here
    }
    .label = { $belongs ->
        [elsewhere] not known in this kind
       *[nowhere] not known here
    }
    .help = { $belongs ->
        [elsewhere] add kind: { $kind }, or move the file into a folder of that kind
       *[nowhere] { $free ->
            [yes] known here: { $known }; anything else goes under extra
           *[no] known here: { $known }
        }
    }
    .suggest = did you mean “{ $suggestion }”?
duplicate-key = “{ $key }” is given twice
    .label = the second time
    .related = the first time, as “{ $first }”
    .help = keep one of the two
missing-key = “{ $key }” is missing
    .label = belongs here
    .help = add a line such as { $example }
wrong-shape = { $expected ->
        [list] a list is expected here
        [map] named values are expected here
        [scalar] a single value is expected here
        [fields] fields are expected here, a name and a colon on each line
       *[either] a single value or named ones are expected here
    }
    .label = { $found ->
        [list] this is a list
        [map] these are named values
       *[scalar] this is a single value
    }
    .help = { $expected ->
        [list] write [a, b], or a line “- a” for each
        [map] write {"{"} name: value {"}"}, or a line “name: value” for each
        [scalar] write one value behind the colon
        [fields] write them like title: Morning market opens again
       *[either] write one value, or {"{"} name: value {"}"}
    }
    .suggest = write { $suggestion }
bad-value = { $problem ->
        [empty] nothing stands here
        [several-lines] this has several lines, and one is expected
        [not-a-number] “{ $value }” is not a whole number
        [not-a-flag] “{ $value }” is neither yes nor no
        [not-an-id] “{ $value }” is not an id
        [not-a-slug] “{ $value }” cannot be a part of an address
        [not-a-color] “{ $value }” is not a colour
        [contrast] “{ $value }” is too close to the colour behind it, { $ground }
        [not-an-address] “{ $value }” is not an address
        [not-a-site-path] “{ $value }” is not an address on this site
        [not-a-pattern] “{ $value }” is not a pattern of addresses
        [not-a-part] “{ $value }” cannot be the first part of addresses
        [not-a-base-url] “{ $value }” is not the address of a site
        [not-a-language] “{ $value }” is not the code of a language
        [not-a-header] “{ $value }” cannot be a header of every answer
        [not-a-numbering] “{ $value }” cannot be filled with a number
        [not-an-option] { $value } does not fit this option of the theme
       *[other] “{ $value }” does not fit here
    }
    .label = { $type ->
        [contrast] its contrast is { $found } : 1, { $wanted } : 1 is needed
        [text] a line of text is expected
        [prose] a text is expected
        [id] an id is expected
        [slug] a part of an address is expected
        [permalink] a pattern of addresses is expected
        [address] an address is expected
        [number] a number is expected
        [flag] yes or no is expected
        [bool] true or false is expected
        [language] a language is expected
        [color] a colour is expected
        [list] a list is expected
        [map] named values are expected
       *[other] an address on this site is expected
    }
    .help = { $problem ->
        [contrast] take a darker colour
        [empty] write a value, or delete the line
        [several-lines] write it in one line
        [not-a-number] write digits only, such as 1370
        [not-a-flag] write yes or no
        [not-an-id] an id has small letters a to z, digits and hyphens, such as press-office
        [not-a-slug] write small letters a to z, digits and hyphens, such as morning-market
        [not-a-color] write it in quotes, like "#00546e"
        [not-an-address] an address begins with / or https:// and has no spaces
        [not-a-site-path] it begins with / and names no host, such as /berita/lama/
        [not-a-pattern] it begins with /, such as /berita/{"{"}year{"}"}/{"{"}slug{"}"}/
        [not-a-part] write a word or a path without .., such as topics
        [not-a-base-url] write it like https://press.example
        [not-a-language] write it like id or en
        [not-a-header] a name has letters, digits and hyphens and says nothing of a single answer; a value has ASCII characters only, such as X-Example: "1"
        [not-a-numbering] write the running number once, as {"{"}n{"}"}; possible parts are { $known }
       *[other] the description of the theme says what it takes
    }
    .suggest = { $problem ->
        [contrast] write "{ $suggestion }", the nearest colour that can be read
        [not-an-id] did you mean “{ $suggestion }”?
       *[other] write { $suggestion }
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
        [year] write it like 3 June 2010
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
        [time] write it like 09.00 or 09:30
        [now] write it like 2026-11-24 or 2026-11-24T09:00:00+07:00
       *[other] write it like 3 June 2010 or 2010-06-03, with a time 2010-06-03 09:30
    }
    .suggest = write { $suggestion }
wrong-weekday = the weekday does not fit the date
    .label = “{ $written }”
    .help = { $date } is a { $right }: write { $mended }, or correct the date
wrong-language = { $problem ->
        [differs] the name of this file says that its language is “{ $name }”, and here stands “{ $language }”
       *[other] “{ $language }” is not one of the site’s languages
    }
    .label = { $problem ->
        [differs] another language
       *[other] not known
    }
    .help = { $problem ->
        [differs] delete this line, or rename the file
        [name] the site’s languages are { $known }; rename the file, or add the language to `languages` in warta.yaml
       *[unknown] the site’s languages are { $known }; write one of them, or add the language to `languages` in warta.yaml
    }
unknown-zone = there is no time zone “{ $value }”
    .label = not known
    .help = write WIB, WITA, WIT or a name such as Asia/Jakarta
    .suggest = did you mean “{ $suggestion }”?
rule-broken = { $rule ->
        [too-early] the date lies before 1945
        [updated-before-date] the change lies before the date
        [expires-before-date] it expires before its date
        [needs-time] a time is needed here, not only a day
        [withdrawn-without-reason] a withdrawn item needs a reason
        [exempt-information] exempt information is not published
        [online-without-address] an online event needs an address to join
        [ends-before-start] the event ends before it starts
        [rescheduled-without-previous] a rescheduled event needs the start that was announced before
        [meeting-not-https] the address of an online meeting begins with https://
        [registration-not-https] registration needs an address that begins with https:// or mailto:
        [registration-closes-before-opening] registration closes before it opens
        [registration-closes-after-start] registration closes after the event has started
        [session-ends-before-start] this session ends before it starts
        [not-coordinates] a place on the map is a latitude and a longitude in degrees
        [comment-too-long] a comment has at most 5,000 characters
        [theme-circle] this theme extends itself
        [theme-api] this theme was made for version { $found } of the interface; this program speaks version { $expected }
        [period-ends-before-start] the programme ends before it starts
        [expires-before-start] the announcement is over before it starts
        [emergency-too-long] an emergency stands for at most 30 days
        [emergency-without-instruction] an emergency needs an instruction: what are people to do?
        [download-without-licence] files that the press may take need a licence
        [minors-without-consent] a photograph of children needs consent
       *[other] a rule is broken here: { $rule }
    }
    .label = { $rule ->
        [updated-before-date] the change
        [expires-before-date] the end
        [ends-before-start] the end
        [period-ends-before-start] the end
        [expires-before-start] the end
        [emergency-too-long] the end
        [session-ends-before-start] the end
        [registration-closes-before-opening] closes
        [registration-closes-after-start] closes
       *[other] here
    }
    .related = { $rule ->
        [ends-before-start] the start
        [period-ends-before-start] the start
        [expires-before-start] the start
        [emergency-too-long] the start
        [session-ends-before-start] the start
        [registration-closes-before-opening] opens
        [registration-closes-after-start] the start of the event
       *[other] the date
    }
    .help = { $rule ->
        [too-early] correct the year
        [updated-before-date] correct the one that is wrong
        [expires-before-date] correct the one that is wrong
        [needs-time] write it like { $value } 09:00
        [withdrawn-without-reason] add a line such as withdrawn: {"{"} reason: It named the wrong date {"}"}
        [exempt-information] take the file out of content/, or correct its class
        [online-without-address] add a line such as online: {"{"} url: https://contoh.example/rapat {"}"}
        [ends-before-start] correct the one that is wrong
        [rescheduled-without-previous] add a line such as previous_start: 2026-11-24 09:00
        [meeting-not-https] copy the whole address of the meeting, such as https://contoh.example/rapat
        [registration-not-https] write it like https://contoh.example/daftar or mailto:humas@contoh.example
        [registration-closes-before-opening] correct the one that is wrong
        [registration-closes-after-start] let it close when the event starts, or earlier
        [session-ends-before-start] correct the one that is wrong; an end on the next day is written with its date, like 2026-11-25 01:00
        [not-coordinates] write both with a point, such as [1.1301, 104.0529]: first from -90 to 90, then from -180 to 180
        [theme-circle] name another theme, or delete the line
        [comment-too-long] shorten it, or make two of it
        [period-ends-before-start] correct the one that is wrong
        [expires-before-start] correct the one that is wrong
        [emergency-too-long] write an earlier day, and a new announcement when it goes on
        [emergency-without-instruction] add a line such as instruction: Keep away from the river
        [download-without-licence] add a line such as license: CC-BY-4.0
        [minors-without-consent] add consent: yes to it when the parents agreed in writing, else take the photograph out
       *[other] take a version of the theme that fits
    }

## Relations

unknown-term = “{ $id }” is not in { $file }
    .label = { $taxonomy ->
        [people] no such person
        [organizations] no such organisation
        [topics] no such topic
        [districts] no such district
        [venues] no such place
        [contacts] no such contact
       *[other] no such text
    }
    .help = { $taxonomy ->
        [boilerplates] add to { $file } a line such as { $id }: About the office …
       *[other] add to { $file } a line such as { $id }: {"{"} name: { $name } {"}"}
    }
    .suggest = did you mean “{ $suggestion }”? Otherwise { $taxonomy ->
        [boilerplates] add to { $file } a line such as { $id }: About the office …
       *[other] add to { $file } a line such as { $id }: {"{"} name: { $name } {"}"}
    }
unknown-item = { $problem ->
        [comment] no comment above has the id “{ $id }”
       *[item] there is no item with the id “{ $id }”
    }
    .label = not found
    .help = { $problem ->
        [comment] use the id of the comment that it answers
       *[item] the id of an item is its line id: …, else the name of its file without .md, such as pasar-pagi
    }
    .suggest = did you mean “{ $suggestion }”?
duplicate-id = { $problem ->
        [made] { $other } and { $own } have one name, so they would share the id “{ $id }”
       *[given] the id “{ $id }” is given twice
    }
    .label = the second time
    .related = the first time
    .help = { $problem ->
        [made] give the newer one a line such as id: { $id }-2
        [comment] give the second one another id
       *[given] an id belongs to one item for ever; give the newer one another, such as { $id }-2
    }
address-taken = { $problem ->
        [letters] { $first } and { $second } would be published at addresses that differ only in capital letters: { $address } and { $other }
        [accents] { $first } and { $second } would be published at addresses that look alike: { $address }
        [folder] { $first } would be published as the file { $address }, and { $second } needs a folder of that name
       *[same] { $first } and { $second } would both be published at { $address }
    }
    .label = this address
    .related = the other one
    .help = { $problem ->
        [letters] rename one of them; many systems take them for the same
        [accents] rename one of them; their accents are stored in two ways, which nobody can see
       *[same] rename one of them, or give it another slug, such as slug: another-name
    }
broken-link = this link leads nowhere: { $target }
    .label = nothing is there
    .help = write the path of a file, seen from the folder of this one (../about.md), or an address of the site (/about/)
    .suggest = did you mean “{ $suggestion }”?
broken-anchor = { $problem ->
        [footnote] there is no footnote { $anchor }
        [bare] the page has no headings, so none is named “{ $anchor }”
       *[heading] the page has no heading “{ $anchor }”
    }
    .label = { $problem ->
        [footnote] no such footnote
       *[heading] no such heading
    }
    .help = { $problem ->
        [footnote] add a line { $anchor }: with its text, or delete the reference
        [bare] delete “#{ $anchor }” from the link
       *[heading] the page has: { $known }
    }
    .suggest = { $problem ->
        [footnote] did you mean { $suggestion }?
       *[heading] did you mean “#{ $suggestion }”?
    }
missing-file = { $problem ->
        [folder] the folder { $path } does not exist, or is empty
       *[beside] the file { $path } does not exist
    }
    .label = not found
    .help = { $problem ->
        [data] make this file, or correct its name; data files lie in data/
        [site-picture] put the picture into static/ and write its path with a / in front, or correct its name
        [folder] put files into it, or correct its name
       *[beside] put the file into the folder of this text, or correct its name
    }
    .suggest = did you mean “{ $suggestion }”?
wrong-format = { $problem ->
        [other] the file { $path } is a { $format } file, though its name ends in .{ $ending }
       *[none] the file { $path } is no .{ $ending } file, whatever its name says
    }
    .label = named here
    .help = { $problem ->
        [other] let its name end in .{ $right }, or save it anew in the format that its name promises
       *[none] put the right file in its place; this one may have been cut off on its way
    }
item-as-file = the file { $path } holds an item, but its name does not end in .md
    .help = call it { $right }; as it is called now, all of it would be published as it stands, with what is still under embargo
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
        [outside] the pattern { $pattern } leads out of the site
       *[unknown] “{ $part }” in { $pattern } does not exist
    }
    .label = here
    .help = { $problem ->
        [empty] year, month and day need a date: add a line such as date: 2026-11-20
        [outside] write a pattern without ..
       *[unknown] possible: { $known }
    }
    .suggest = write { $suggestion }
unknown-section = { $what ->
        [taxonomy] there is no taxonomy “{ $name }”
       *[section] there is no folder content/{ $name }
    }
    .label = not known
    .help = { $what ->
        [taxonomy] possible: { $known }
       *[section] these exist: { $known }
    }
    .suggest = did you mean “{ $suggestion }”?
missing-alt = a picture has no words for those who cannot see it
    .label = no description of it
    .help = { $where ->
        [markdown] describe it between the brackets: ![A gate with people before it](…)
        [html] add alt="A gate with people before it", or alt="" when it shows nothing of its own
       *[field] add alt: A gate with people before it, or decorative: true when it shows nothing of its own
    }

## Components and templates

unknown-component = there is no component “{ $name }”
    .label = not known
    .help = these exist: { $known }
    .suggest = did you mean “{ $suggestion }”?
component-syntax = { $reason ->
        [unclosed] the component “{ $what }” is not closed
        [open-tag] the call of a component does not end
        [open-text] a text inside the call of a component is not closed
        [junk] “{ $what }” does not belong into the call of a component
        [bad-name] a component needs a name
        [bad-literal] { $what } is no value: texts stand in straight double quotes
        [duplicate] the argument “{ $what }” is given twice
        [not-alone] the call of “{ $what }” must stand alone on its line
        [unopened] “{ $what }” is closed here and was never opened
        [crossing] “{ $what }” begins in one list or quotation and ends in another
        [too-deep] components are nested too deeply
       *[own-line] the text inside “{ $what }” must begin on a line of its own
    }
    .label = { $reason ->
        [unclosed] opened here
        [open-tag] begins here
        [open-text] begins here
       *[other] here
    }
    .help = { $reason ->
        [unclosed] add a line {"{{"}</{ $what }>{"}}"} where its text ends
        [open-tag] end it with />{"}}"}, or with >{"}}"} when a text follows
        [open-text] end it with " on the same line
        [bad-literal] numbers, true and false stand without quotes
        [duplicate] keep one of the two
        [not-alone] put an empty line before it and one after it
        [unopened] add a line {"{{"}<{ $what }>{"}}"} above, or delete this one
        [crossing] indent both lines by as many spaces
        [too-deep] at most ten may stand inside one another
        [own-line] break the line behind {"{{"}<{ $what }>{"}}"}
       *[other] a call looks like {"{{"}<figure src="photo.jpg" alt="A gate"/>{"}}"}
    }
    .suggest = write { $suggestion }
component-argument = { $problem ->
        [missing] the component “{ $name }” needs “{ $argument }”
        [type] “{ $argument }” of “{ $name }” must be { $expected ->
            [string] a text in double quotes
            [integer] a whole number without quotes
            [bool] true or false, without quotes
           *[number] a number without quotes
        }
        [body] the component “{ $name }” needs a text
        [cells] row { $row } of the table has { $cells } { $cells ->
            [one] cell
           *[other] cells
        }, and its first row has { $width }
       *[unknown] the component “{ $name }” has no argument “{ $argument }”
    }
    .label = { $problem ->
        [missing] { $argument } is missing
        [body] no text
        [cells] this row
       *[other] not possible here
    }
    .related = the table is used here
    .help = { $problem ->
        [missing] add { $example }
        [type] write { $example }
        [body] write {"{{"}<{ $name }>{"}}"}, the text on lines of its own, and {"{{"}</{ $name }>{"}}"}
        [cells] give every row as many cells; a cell that holds the dividing sign stands in double quotes
       *[unknown] possible: { $known }
    }
    .suggest = did you mean “{ $suggestion }”?
template-syntax = { $problem ->
        [filter] there is no filter “{ $name }”
        [function] there is no function “{ $name }”
        [test] there is no test “{ $name }”
        [component] there is no component “{ $name }”
        [template] there is no template “{ $name }”
        [block] no template that this one extends has a block “{ $name }”
        [circle] the template { $name } leads back to itself
        [branches] this template has more than { $limit } branches ({"{"}% elif %{"}"})
        [end] the template ends before a tag or block in it is closed
       *[other] this template cannot be understood
    }
    .label = { $problem ->
        [end] the end
       *[other] here
    }
    .related = called from here
    .help = { $problem ->
        [circle] delete the include or extends that leads back
        [end] add what is missing, such as {"{"}% endif %{"}"}, {"{"}% endfor %{"}"} or {"{"}% endblock %{"}"}
       *[other] { $lists ->
            [yes] these exist: { $known }
           *[no] correct the template; docs/content/reference/templates.md lists what it may use
        }
    }
    .suggest = did you mean “{ $suggestion }”?
template-failed = { $problem ->
        [field] there is no field “{ $name }” here
        [variable] there is no variable “{ $name }” here
        [asset] there is no asset “{ $name }”
        [words] the theme has no words for “{ $name }”
        [data] there is no data file “{ $name }”
        [address] “{ $name }” is no file of content/ and no address on this site
        [component] there is no component “{ $name }”
        [language] “{ $name }” is not one of the site’s languages
        [undeclared] “{ $name }” within this component does not know the language of the page
        [recursion] a component calls itself without end
        [large] the page grows beyond { $limit } MB
        [thrown] { $name }
        [argument] a value given here is of another type than is expected
       *[other] a template failed
    } ({ $more ->
        [0] on the page { $page }
       *[other] on the page { $page } and on { $more } more
    })
    .label = here
    .related = called from here
    .help = { $problem ->
        [undeclared] write @lang after the arguments of the component, as in component card(item, @lang)
        [recursion] let it call itself only under a condition, or not at all
        [thrown] correct the values in this call
       *[other] { $lists ->
            [yes] these exist: { $known }
           *[no] correct the template; docs/content/reference/templates.md lists what it is given
        }
    }
    .suggest = did you mean “{ $suggestion }”?
no-template = the theme “{ $theme }” has no template “{ $template }”
    .label = named here
    .help = { $problem ->
        [named] these exist: { $known }
       *[needed] every theme needs one; add it to the folder templates of the theme, or to templates/ of the site
    }
    .suggest = did you mean “{ $suggestion }”?
fluent-syntax = these words of the theme cannot be understood
    .label = here
    .help = write them like home = Home, with a name of letters and hyphens

## The newsroom

session-outside = { $problem ->
        [early] the session “{ $title }” starts before the event
       *[late] the session “{ $title }” lies after the end of the event
    }
    .label = here
    .related = { $problem ->
        [early] the event starts
       *[late] the event
    }
    .help = correct the time of the session, or that of the event
completed-ahead = this event is said to be over, and it has not started
    .label = said here
    .related = its start
    .help = delete this line until the event is over; without it the state follows the clock
duplicate-number = the number “{ $number }” is given to two releases of one year
    .label = the second one
    .related = the first one
    .help = give one of them the next free number
room-twice = the room “{ $room }” is taken when “{ $title }” starts
    .label = the second session
    .related = taken by this session
    .help = give one of the sessions another room or another time
comment-unsigned = { $problem ->
        [name] this comment has no name
        [date] this comment has no date
       *[both] this comment has neither name nor date
    }
    .label = this one
    .help = { $problem ->
        [name] add a line such as author: {"{"} name: Siti {"}"}
        [date] add a line such as at: 2026-11-24 09:00
       *[both] add lines such as author: {"{"} name: Siti {"}"} and at: 2026-11-24 09:00
    }

## Warnings

expected-key = { $count ->
        [one] readers and search engines expect “{ $key }”
       *[other] readers and search engines expect { $count } more things here: { $keys }
    }
    .label = { $count ->
        [one] it belongs here
       *[other] they belong here
    }
    .help = add a line such as { $example }
html-removed = { $reason ->
        [element] the HTML element <{ $element }> is not allowed and was removed
        [attribute] the attribute { $attribute } of <{ $element }> is not allowed and was removed
        [address] this address is not allowed and was removed
        [unclosed] the HTML tag <{ $element }> is not closed and was removed
        [forbidden] HTML is not allowed on this site
       *[other] HTML that is not allowed was removed: <{ $element }>
    }
    .label = { $reason ->
        [forbidden] HTML
       *[other] removed
    }
    .help = { $reason ->
        [address] addresses may begin with https:, http:, mailto: or tel:
        [unclosed] close it with >
       *[other] write it in Markdown, or with a component of the theme
    }
refers-to-withheld = this refers to “{ $target }”, which is not public yet
    .label = printed without a link until then
    .help = publish both together, or wait
orphan-comments = these comments belong to no item
    .help = name the file like the item beside it: judul.komentar.yaml for judul.md, or komentar.yaml in the folder of an index.md
pdf-untagged = the PDF file { $path } has no tags, so that screen readers find no headings, lists and tables in it
    .label = this file
    .help = save it anew as “tagged PDF” or “PDF/UA”, an option of word processors when they save a PDF file
pdf-untitled = the PDF file { $path } has no title of its own, so that browsers show the name of the file
    .label = this file
    .help = write a title into the properties of the document, and save it as PDF anew
pdf-scanned = the PDF file { $path } consists of pictures of pages, which can be neither searched nor read aloud
    .label = this file
    .help = publish the PDF file that the word processor makes, or let a program recognise the text (OCR)
large-file = the file { $path } takes { $megabytes } MB, which is long on its way to a telephone
    .label = this file
    .help = make it smaller, for example with smaller pictures in it, or divide it
position-in-static = the picture { $path } says where it was taken
    .help = move it beside the item that shows it, where that is removed; what lies in static/ is published as it is
picture-uncleaned = { $problem ->
        [large] the picture { $path } is larger than 64 MB, and is published with all that the camera wrote into it
       *[damaged] the picture { $path } cannot be taken apart, and is published with all that the camera wrote into it
    }
    .help = { $problem ->
        [large] make it smaller
       *[damaged] open it in a picture editor and save it anew as JPEG, PNG or WebP
    }
office-file-only = this material is there only as { $format }, which many phones and screen readers cannot open
    .label = only this file
    .help = put a PDF beside it and name it: accessible_version: paparan.pdf
event-after-programme = this event lies ahead, but its programme “{ $programme }” is finished
    .label = here
    .help = correct the programme’s period or program_status, or name another programme
sequence-behind = time, place or status of this event changed since it was recorded, and calendars may keep what was
    .label = calendars are still told number { $written }
    .help = raise the number: sequence: { $least }
security-expires = { $problem ->
    [ended] security.txt has ended on { $date }
   *[ends] security.txt ends on { $date }
    }
    .label = { $problem ->
        [ended] since then nobody may rely on it
       *[ends] after that nobody may rely on it
    }
    .help = see that its contacts are still right, then write a date at most a year ahead
unknown-code-language = code in the language “{ $language }” is not coloured; it is not known
    .label = not known
    .help = leave the word out for plain text
    .suggest = did you mean “{ $suggestion }”?
cache-unusable = { $reason ->
        [denied] you may not write { $path }, which makes builds faster
       *[other] { $path }, which makes builds faster, cannot be used
    }
    .help = the site is right all the same; the next build will take longer
length = { $problem ->
        [long] “{ $key }” has { $length } characters, more than are read well
       *[between] “{ $key }” has { $length } characters
    }
    .label = here
    .help = { $problem ->
        [long] write at most { $to }
       *[between] between { $from } and { $to } are read best
    }

no-captions = this recording has no captions
    .label = said here
    .help = have captions added, and write captions: yes; a transcript helps until then
number-pattern = the number “{ $number }” is not written like { $pattern }
    .label = here
    .help = write it by the pattern of numbering in warta.yaml, with the month and year of the date
    .suggest = write { $suggestion }
contact-unreachable = nobody can be reached here
    .label = no telephone number, WhatsApp number or e-mail address
    .help = add one to a contact, such as phone: 0778 123456
person-twice = { $problem ->
        [session] “{ $person }” is already in another session when “{ $title }” starts
       *[event] “{ $person }” is at another event at that time: “{ $title }”
    }
    .label = here
    .related = { $problem ->
        [session] the other session
       *[event] the other event
    }
    .help = correct a time or a name; if it is meant to be so, accept it with ignore and a reason
place-twice = the place is taken at that time by another event: “{ $title }”
    .label = here
    .related = the other event
    .help = correct a time or a place; if both fit there, accept it with ignore and a reason
## Words

personal-data = { $problem ->
        [nik] this looks like the identity number (NIK) of a person
        [ip] this is the network address of a reader or a machine
       *[email] this is the e-mail address of a reader
    }
    .label = anyone could read it
    .help = { $where ->
        [comment] delete it, or write … in its place; the rest of the comment stays
       *[item] delete it, or write … in its place
    }
two-titles = { $count } headings of this text are written with a single #
    .label = another one of the first rank
    .related = the first one
    .help = the title of the page is its only heading of the first rank; write ## for a section and ### for what is below it
weekday-in-text = { $date } is a { $right }, not “{ $written }”
    .label = the weekday and the date differ
    .help = write “{ $suggestion }”, or the date that is meant: perhaps { $near }
    .suggest = write “{ $suggestion }”, or the date that is meant: perhaps { $near }
dateline-repeated = the text begins with the dateline, which is printed from the fields already
    .label = readers would see it twice
    .help = delete “{ $written }” here, or the dateline above
unbalanced-quotes = { $problem ->
        [closed] the quotation mark { $mark } closes what was never opened
       *[open] the quotation mark { $mark } is never closed
    }
    .label = this one
    .help = { $problem ->
        [closed] add the opening mark where the words of others begin, or delete this one
       *[open] add the closing mark where the words of others end, or delete this one
    }
white-space = { $problem ->
        [before-mark] there is a space before a punctuation mark
        [tab] there is a tab between words
        [no-break] there is a no-break space beside another space
       *[doubled] there are two spaces between words
    }
    .label = { $count ->
        [one] here
       *[other] here, the first of { $count } such places in the file
    }
    .help = leave one space between words, and none before a punctuation mark
glossary = the glossary of this office does not write “{ $written }”
    .label = here
    .help = see data/glossary.yaml
    .suggest = write “{ $suggestion }”
title-form = { $problem ->
        [short] the title has only { $length } characters
        [long] the title has { $length } characters
        [full-stop] the title ends with a full stop
       *[capitals] the title is written in capitals
    }
    .label = here
    .help = { $problem ->
        [short] say in at least { $limit } what happened
        [long] say it in at most { $limit }; details belong into the subtitle or the first paragraph
        [full-stop] delete the full stop
       *[capitals] write it like a sentence; capitals are hard to read, and screen readers may spell them out
    }
link-text = { $problem ->
        [address] the words of this link are its address
       *[empty] “{ $words }” does not say where the link leads
    }
    .label = the words of the link
    .help = { $problem ->
        [address] write what is there, such as the name of the page or the document
       *[empty] write what is there, such as “the timetable of the market”: many readers go from link to link and hear nothing else
    }
poster = the whole text is one picture
    .label = nothing else is here
    .help = write below it what it says; who cannot see it learns nothing, and neither does a search engine
contact-email = “{ $email }” is not an address of the government
    .label = it does not end with .go.id
    .help = give the office’s own address; readers cannot tell a foreign one from that of a fraud
review-overdue = this item was to be reviewed by { $date } at the latest
    .label = that day is past
    .help = read it once more, correct what has changed, and write the date of the next review
foreign-term-missing = the foreign term “{ $words }” does not stand in the text
    .label = it is listed here
    .help = write it as it stands in the text, or delete it from the list
changes-out-of-order = the changes are not told from the first to the last
    .label = this one is older than the one before it
    .related = the one before it
    .help = put the changes into the order in which they happened, or correct the date
quote-not-in-text = the quote “{ $words }” does not stand in the text
    .label = it is set apart here
    .help = write it as it stands in the text, or add it to the text
no-image = this release has no picture
    .help = add one with image, if there is a good one; without it, the picture of the site is shared
nothing-related = nothing leads on from this release
    .help = add topics, tags, an event or related items, so that readers find more
reading-length = { $problem ->
        [long] this release takes about { $minutes } minutes to read: { $words } words
       *[short] this release has few words: { $words }
    }
    .help = { $problem ->
        [long] see whether headings help, or part of it belongs into an attachment
       *[short] see whether it says who, what, when, where and why
    }

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
    } in “{ $folder }”. { $here ->
        [yes] Next: warta serve
       *[other] Next: go into that folder with cd, then: warta serve
    }
editor-written = Schemas and snippets for the editor written in “{ $folder }”
schemas = { $count ->
        [one] 1 kind of file
       *[other] { $count } kinds of files
    }. The keys of one: warta schema press_release --as markdown

## Help: what each command and argument is

help-warta = Turns a folder of Markdown into the website of a press office
help-build = Build the site into the output folder
help-serve = Show the site while it is written: every save is seen at once
help-serve--port = The port; the next free one when it is taken
help-serve--bind = The address to listen on: 0.0.0.0 for other devices in this network, who then see what is public only
help-serve--open = Open the browser
help-serve--follow = The browser goes to the page that was edited
help-serve--no-reload = Pages are as built, and do not load again by themselves
help-serve--like-production = Show what is public and nothing else
help-serve--drafts = Show drafts and scheduled items to other devices too
help-build--watch = Build again whenever a file changes
help-check--watch = Check again whenever a file changes
help--poll = Look at all files so often, in milliseconds, instead of waiting for the system’s word
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
help-build--in-place = Leave the output folder itself where it is and change its files one by one, for folders that a container has mounted
help-build--drafts = Show drafts and items under review
help-build--future = Show scheduled items; never embargoed ones
help-init--name = Name of the office; asked for on a terminal, like the three below
help-init--base-url = Address of the published site
help-init--time-zone = WIB, WITA, WIT or an IANA name such as Asia/Jakarta
help-init--language = Language of the site, id or en; that of messages without it
help-init--editor = Write the schemas and snippets of the editor anew, and nothing of the site
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

## The command line: preview

serve-at = Preview: { $address }
serve-at-others = For other devices in this network: { $address }
serve-other-port = Port { $wanted } is taken; { $port } takes its place.
serve-previews = Drafts and scheduled items are shown, each under a ribbon; embargoed ones never.
serve-public = Only what is public is shown.
serve-end = Pages load again by themselves when you save. Ctrl-C ends the preview.
serve-no-address = “{ $address }” is no address of this machine
serve-no-address-help = leave out --bind for this machine alone, or name 0.0.0.0 for other devices in this network
serve-no-port = nothing can be shown at { $address }: { $reason }
serve-no-port-help = try another port, such as -p 8080
serve-no-browser = The browser could not be opened: { $reason }
serve-lang = en
serve-broken = This could not be shown
serve-close = Close
serve-elsewhere = { $count ->
        [one] 1 mistake in pages
       *[other] { $count } mistakes in pages
    }
serve-other-host = This preview answers to localhost and to numbers only. To use another name, start it with --bind NAME.
serve-reads-only = A preview can be read and nothing else.
serve-bad-address = This address is not UTF-8.
serve-nothing = There is nothing here.
serve-outside = There is nothing here. The site is at
watch-files = { $file }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    } changed
watch-page = { $file }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    } → { $address } ({ $ms } ms)
watch-site = { $file }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    } → the site ({ $ms } ms)
watch-broken = { $file }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    } → { $count ->
        [one] 1 mistake
       *[other] { $count } mistakes
    }; the last good site stays ({ $ms } ms)
watch-begun = Watching. Ctrl-C ends it.
watch-limit = note: the system watches no more files ({ $reason }), so all of them are looked at twice a second.
    More can be allowed: sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512
watch-refused = note: the system does not watch this folder ({ $reason }), so all files are looked at twice a second.

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
list-approved = Approved
kind-press-release = press release
kind-workshop = workshop
kind-page = page
kind-programme = programme
kind-material = material
kind-announcement = announcement
kind-gallery = gallery
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
explain-gone = Nothing is at { $title } any more; servers say so (410), and `addresses.yaml` why
explain-old-address = { $title } is an old address with a query; no page is made for it, the server must send visitors on
explain-home = “{ $title }” is a home page
explain-section = “{ $title }” is the list of a section
explain-terms = { $title }: the list of everything in this taxonomy
explain-term = “{ $title }” is a list of items that name it
explain-archive = “{ $title }” is an archive
explain-facet = “{ $title }” is the list of a section, narrowed by one facet
explain-style-guide = The theme’s style guide{ $title }: every component in every state, only with --drafts
explain-feed = A feed of “{ $title }”
explain-calendar = A calendar of “{ $title }”
explain-open-data = Open data{ $title }
explain-sitemap = The sitemap, for search engines{ $title }
explain-robots = The rules for search engines, made by warta{ $title }
explain-security = The word on whom to tell of holes in the site, made by warta{ $title }
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
relation-event = event
relation-programme = programme
relation-material = material
relation-answers = answers
relation-explained-by = explained by
relation-replaces = replaces
relation-replaced-by = replaced by
relation-accessible-version = accessible version
relation-follows = follows
relation-report = report
relation-replacement = taken back in favour of
relation-lists = lists first
relation-related = related
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
init-ask = Enter takes what stands in brackets; all of it can be changed later in warta.yaml.
init-ask-language = Language of the site: id or en [{ $proposed }]
init-ask-name = Name of the office [{ $proposed }]
init-ask-base-url = Address of the site [{ $proposed }]
init-ask-time-zone = Time zone: WIB, WITA, WIT or a name such as Asia/Jakarta [{ $proposed }]
init-wrong-language = a first site cannot be in “{ $value }”
init-wrong-language-help = write id (Indonesian) or en (English); other languages are added in warta.yaml
init-wrong-name = “{ $value }” cannot be the name of an office
init-wrong-name-help = write 1 to 150 characters on one line
init-wrong-base-url = “{ $value }” is not the address of a site
init-wrong-base-url-help = { $guessed ->
        [yes] did you mean “{ $suggestion }”?
       *[no] write it like https://press.example
    }
init-wrong-time-zone = there is no time zone “{ $value }”
init-wrong-time-zone-help = { $guessed ->
        [yes] did you mean “{ $suggestion }”?
       *[no] write WIB, WITA, WIT or a name such as Asia/Jakarta
    }
init-no-answer = no answer fitted; nothing was made
init-no-answer-help = start again, or give it with `--{ $flag }`
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
new-hint-owner = id of the organisation that answers for it
new-hint-file = the file beside this one, such as paparan.pdf
new-hint-photos = {"{"} src: foto.jpg, alt: what it shows, credit: who made it {"}"}
new-hint-starts-at = from when it stands on every page: 2026-11-24 09:00
new-hint-expires-at = until when: 2026-11-30 17:00

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
next-registration-opens = registration opens: “{ $title }” ({ $file })
next-registration-closes = registration closes: “{ $title }” ({ $file })
next-comments-closed = comments close: “{ $title }” ({ $file })
next-news-ends = no longer news, leaves the news sitemap: “{ $title }” ({ $file })
next-announcement-starts = the announcement stands on every page: “{ $title }” ({ $file })
next-programme-turns = the programme begins or is over: “{ $title }” ({ $file })
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

# warta theme
help-theme = List themes, start one of your own, or copy one of its files to change it
help-theme--action = list, new NAME to start a theme, or eject FILE to copy one file of the theme into the site
help-theme--name = Name of the new theme, or a file of the theme, such as home.html; eject without a file lists them all
theme-name = THEME
theme-api = INTERFACE
theme-extends = EXTENDS
theme-place = PLACE
theme-use = USE
theme-inside = inside the program
theme-used = used by this site
theme-other-api = { $found } (this program speaks { $expected })
theme-without-name = the new theme needs a name
theme-without-name-help = write it like warta theme new our-city
theme-bad-name = “{ $name }” cannot be the name of a theme
theme-bad-name-help = take small letters a to z, digits and hyphens, such as our-city
theme-exists = there is a theme “{ $name }” already
theme-exists-help = take another name; warta theme lists what there is
theme-made = The theme “{ $name }” is in { $folder } ({ $count } { $count ->
        [one] file
       *[other] files
    }) and extends { $parent }. Next: write theme: { $name } in warta.yaml
theme-css = /* Styles of this theme, loaded after those of { $parent } and therefore stronger. The accent colour: theme_options.accent in warta.yaml. */
theme-files = { $count } files of the theme { $theme } can be copied: warta theme eject FILE
theme-no-file = the theme { $theme } has no file “{ $name }”
theme-no-file-help = { $near ->
        [none] warta theme eject without a name lists them all
       *[near] did you mean { $near }?
    }
theme-file-kept = { $path } is there already and was not changed
theme-file-kept-help = delete or move it to copy the theme’s again
theme-ejected = { $path } is a copy of the theme { $theme }’s and is used from now on. { $kind ->
        [templates] To change one block only, {"{%"} extends "{ $theme }/{ $template }" {"%}"} and that block suffice. Delete the file to return to the theme’s
        [i18n] Delete the lines that stay the same; other words still come from the theme
       *[assets] Delete the file to return to the theme’s
    }
