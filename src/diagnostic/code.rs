//! The codes: one line each. A code's number never changes and is never used again; its name is the id of its message.

use super::Severity;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $number:literal $name:literal,)+) => {
        /// A kind of finding. The letter of its number is its usual severity.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)+];

            /// `E001`: what is printed and what an exemption names.
            pub const fn number(self) -> &'static str {
                match self { $(Code::$variant => $number,)+ }
            }

            /// `file-not-readable`: the id of its message.
            pub const fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)+ }
            }
        }
    };
}

impl Code {
    /// The severity that the number's letter says.
    pub fn severity(self) -> Severity {
        match self.number().as_bytes().first() {
            Some(b'E') => Severity::Error,
            Some(b'W') => Severity::Warning,
            _ => Severity::Info,
        }
    }
}

codes! {
    // files and folders
    /// There is no `warta.yaml`.
    NoConfig = "E001" "no-config",
    /// A file or folder cannot be read.
    Unreadable = "E002" "unreadable",
    /// A text file is not UTF-8.
    NotUtf8 = "E003" "not-utf8",
    /// A control character other than tab and newline; XML forbids it.
    ControlCharacter = "E004" "control-character",
    /// A file's name is not UTF-8.
    NameNotUtf8 = "E005" "name-not-utf8",
    /// A symbolic link that leaves the project, runs in a circle or leads to nothing.
    LinkLeavesProject = "E006" "link-leaves-project",
    /// The theme's folder does not exist.
    NoTheme = "E007" "no-theme",
    /// A file or folder cannot be written.
    Unwritable = "E008" "unwritable",
    /// The output folder holds files that are not ours, or is one that the site is made from.
    ForeignOutput = "E009" "foreign-output",

    // YAML and front matter
    /// YAML that does not parse.
    YamlSyntax = "E010" "yaml-syntax",
    /// Front matter without its closing line.
    FrontMatterOpen = "E011" "front-matter-open",
    /// A file without front matter.
    FrontMatterMissing = "E012" "front-matter-missing",
    /// A key that does not exist.
    UnknownKey = "E013" "unknown-key",
    /// The same key twice, or in both languages.
    DuplicateKey = "E014" "duplicate-key",
    /// A required key is missing.
    MissingKey = "E015" "missing-key",
    /// A list, a map or a single value in the place of another.
    WrongShape = "E016" "wrong-shape",
    /// A value that is not of its type.
    BadValue = "E017" "bad-value",
    /// A word that is not one of a closed list.
    UnknownWord = "E018" "unknown-word",
    /// A date whose day and month cannot be told apart.
    AmbiguousDate = "E019" "ambiguous-date",
    /// A date that does not exist.
    ImpossibleDate = "E020" "impossible-date",
    /// A date that is none.
    NotADate = "E021" "not-a-date",
    /// A weekday that does not fit the date.
    WrongWeekday = "E022" "wrong-weekday",
    /// The language of the file's name and the one in it differ, or is not one of the site's.
    WrongLanguage = "E024" "wrong-language",
    /// A time zone that does not exist.
    UnknownZone = "E025" "unknown-zone",
    /// A value that breaks a rule of its kind.
    RuleBroken = "E026" "rule-broken",

    // relations
    /// A reference to a term that no record has.
    UnknownTerm = "E030" "unknown-term",
    /// A reference to an item that does not exist.
    UnknownItem = "E031" "unknown-item",
    /// Two items with one id.
    DuplicateId = "E032" "duplicate-id",
    /// Two sources with one address.
    AddressTaken = "E033" "address-taken",
    /// A link to a file or page that does not exist.
    BrokenLink = "E034" "broken-link",
    /// A link to a heading that does not exist.
    BrokenAnchor = "E035" "broken-anchor",
    /// A picture or file that does not exist.
    MissingFile = "E036" "missing-file",
    /// A pattern of addresses that cannot be filled.
    BadPermalink = "E037" "bad-permalink",
    /// A section or taxonomy in the configuration that does not fit the folders.
    UnknownSection = "E038" "unknown-section",
    /// A picture without a description.
    MissingAlt = "E039" "missing-alt",

    // components and templates
    /// A component that does not exist or is not for writers.
    UnknownComponent = "E040" "unknown-component",
    /// A component call that does not parse.
    ComponentSyntax = "E041" "component-syntax",
    /// An argument of a component that is missing, unknown or of the wrong type.
    ComponentArgument = "E042" "component-argument",
    /// A template that does not load.
    TemplateSyntax = "E043" "template-syntax",
    /// A template that fails while a page is rendered.
    TemplateFailed = "E044" "template-failed",
    /// A template that the theme does not have.
    NoTemplate = "E045" "no-template",
    /// A message file of a theme that does not parse.
    FluentSyntax = "E046" "fluent-syntax",

    // commands
    /// Another build of the same project is running.
    BuildRunning = "E047" "build-running",

    /// A published address where nothing is any more.
    AddressVanished = "E048" "address-vanished",
    /// A published address that belongs to another item now.
    AddressReused = "E049" "address-reused",

    // files
    /// A file of another format than its name says.
    WrongFormat = "E050" "wrong-format",

    // words
    /// An identity number, a network address or a reader's e-mail address where all can read it.
    PersonalData = "E054" "personal-data",
    /// Two headings of the rank of the title.
    TwoTitles = "E055" "two-titles",

    // the newsroom
    /// A session before its event begins or after it ends.
    SessionOutside = "E057" "session-outside",
    /// An event that is said to be over and has not begun.
    CompletedAhead = "E058" "completed-ahead",
    /// Two releases of one year with one number.
    DuplicateNumber = "E059" "duplicate-number",
    /// Two sessions of an event in one room at once.
    RoomTwice = "E060" "room-twice",
    /// A comment without a name or date whose item was not taken over from elsewhere.
    CommentUnsigned = "E061" "comment-unsigned",
    /// A file that is published as it is, and holds an item.
    ItemAsFile = "E062" "item-as-file",

    // warnings
    /// An expected key is missing.
    ExpectedKey = "W001" "expected-key",
    /// Raw HTML that the allow-list removes.
    HtmlRemoved = "W002" "html-removed",
    /// A public item refers to one that is not public yet.
    RefersToWithheld = "W003" "refers-to-withheld",
    /// A code block in a language that is not known.
    UnknownCodeLanguage = "W004" "unknown-code-language",
    /// A cache that could not be read or written.
    CacheUnusable = "W005" "cache-unusable",
    /// A length that readers and search engines do not like.
    Length = "W006" "length",
    /// Comments without an item.
    OrphanComments = "W007" "orphan-comments",
    /// A PDF file without tags.
    PdfUntagged = "W010" "pdf-untagged",
    /// A PDF file without a title.
    PdfUntitled = "W011" "pdf-untitled",
    /// A PDF file of pictures of pages.
    PdfScanned = "W012" "pdf-scanned",
    /// A file that is long on its way.
    LargeFile = "W013" "large-file",
    /// A picture in `static/` that says where it was taken.
    PositionInStatic = "W014" "position-in-static",
    /// A picture that is published with all that it says of itself.
    PictureUncleaned = "W015" "picture-uncleaned",

    // words of the text
    /// A weekday in the text that the date beside it did not have.
    WeekdayInText = "W020" "weekday-in-text",
    /// A dateline in the fields and in the text.
    DatelineRepeated = "W021" "dateline-repeated",
    /// A quotation mark without its partner.
    UnbalancedQuotes = "W022" "unbalanced-quotes",
    /// White space that nobody meant.
    WhiteSpace = "W023" "white-space",
    /// A spelling that the glossary knows as wrong.
    Glossary = "W024" "glossary",
    /// A title that says too little or too much, or shouts.
    TitleForm = "W025" "title-form",
    /// A link whose words do not say where it leads.
    LinkText = "W026" "link-text",
    /// A text that is one picture.
    Poster = "W027" "poster",
    /// A contact without an address of the government.
    ContactEmail = "W028" "contact-email",
    /// An item that should have been looked at again.
    ReviewOverdue = "W029" "review-overdue",
    /// A foreign term that does not stand in the text.
    ForeignTermMissing = "W030" "foreign-term-missing",
    /// Changes that are not told from the first to the last.
    ChangesOutOfOrder = "W031" "changes-out-of-order",
    /// A quote that does not stand in the text.
    QuoteNotInText = "W032" "quote-not-in-text",

    // newsroom
    /// A recording that has no captions.
    NoCaptions = "W040" "no-captions",
    /// A number that is not written by the office's pattern.
    NumberPattern = "W041" "number-pattern",
    /// Contacts of which none can be reached.
    ContactUnreachable = "W042" "contact-unreachable",
    /// One person in two places at once.
    PersonTwice = "W043" "person-twice",
    /// Two events at one place at once.
    PlaceTwice = "W044" "place-twice",
    /// A material that only office programs open.
    OfficeFileOnly = "W050" "office-file-only",
    /// A programme that is finished has an event ahead.
    EventAfterProgramme = "W051" "event-after-programme",
    /// An event was changed, and its calendars do not say so.
    SequenceBehind = "W052" "sequence-behind",
    /// `security.txt` ends soon, or has ended.
    SecurityExpires = "W053" "security-expires",

    // good to know
    /// A release without a picture.
    NoImage = "I001" "no-image",
    /// A release from which nothing leads on.
    NothingRelated = "I002" "nothing-related",
    /// A release that is long or short.
    ReadingLength = "I003" "reading-length",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_names_are_unique() {
        let mut numbers: Vec<_> = Code::ALL.iter().map(|code| code.number()).collect();
        let mut names: Vec<_> = Code::ALL.iter().map(|code| code.name()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        names.sort_unstable();
        names.dedup();
        assert_eq!((numbers.len(), names.len()), (Code::ALL.len(), Code::ALL.len()));
    }
}
