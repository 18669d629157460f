//! Single values: one line of text, ids, numbers, yes and no, words of a closed list, dates.
//!
//! Every one is read from the *text* that stands in the file, never from what YAML makes of it: `no`, `09.00`, `1.370`,
//! `12:30` and `007` stay what the writer typed, until the field's own type judges them.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use percent_encoding::percent_decode_str;
use serde::de::{self, Visitor};

use super::fields::{Shape, Typed};
use crate::locale::date::{DateProblem, Written};

/// Why a value is not of its type.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// Nothing stands there.
    Empty,
    /// Several lines where one is meant.
    SeveralLines,
    /// Not a whole number.
    NotANumber,
    /// Neither yes nor no.
    NotABoolean,
    /// Not one of these words.
    NotOneOf(&'static [&'static str]),
    /// Not an id: small letters, digits and hyphens.
    NotAnId,
    /// Not a colour such as `#00546e`.
    NotAColor,
    /// Not an address that starts with `/`, `https://` or `http://`.
    NotAnAddress,
    /// Not an address on this site.
    NotASitePath,
    /// Not a date.
    Date(DateProblem),
}

/// One word of a closed list.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// The canonical word.
    pub word: &'static str,
    /// Others that mean the same.
    pub aliases: &'static [&'static str],
    /// What it means.
    pub doc: &'static str,
}

/// What a value looks like to a reader of YAML that knows only texts, numbers and truth values: an editor.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// Any single value.
    Any,
    /// A text that this regular expression (ECMA 262) describes as far as one can.
    Text(&'static str),
    /// A whole number.
    Number,
    /// Yes or no.
    Flag,
    /// One of these words.
    Words(&'static [Word]),
}

/// A type that is read from the text of one value.
pub trait Scalar: Sized {
    /// Its name in messages and references.
    const NAME: &'static str;
    /// The words allowed, when it is a closed list.
    const WORDS: &'static [&'static str] = &[];
    /// What it looks like.
    const FORM: Form;

    /// Reads the text.
    fn from_scalar(text: &str) -> Result<Self, Problem>;

    /// A text that is read as this value.
    fn to_scalar(&self) -> Cow<'_, str>;
}

/// Reads any [`Scalar`].
pub struct ScalarVisitor<T>(pub std::marker::PhantomData<T>);

impl<T: Scalar> ScalarVisitor<T> {
    pub(super) fn read<E: de::Error>(text: &str) -> Result<T, E> {
        T::from_scalar(text).map_err(|_| E::custom(format_args!("not a {}", T::NAME)))
    }
}

impl<T: Scalar> Visitor<'_> for ScalarVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(T::NAME)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        ScalarVisitor::<T>::read(text)
    }
}

macro_rules! scalar {
    ($type:ty) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str($crate::yaml::scalars::ScalarVisitor::<$type>(std::marker::PhantomData))
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&$crate::yaml::Scalar::to_scalar(self))
            }
        }

        impl $crate::yaml::Typed for $type {
            fn shape() -> $crate::yaml::Shape {
                $crate::yaml::Shape::Scalar {
                    name: <$type as $crate::yaml::Scalar>::NAME,
                    check: |text| <$type as $crate::yaml::Scalar>::from_scalar(text).map(|_| ()),
                    form: <$type as $crate::yaml::Scalar>::FORM,
                }
            }
        }
    };
}

pub(crate) use scalar;

macro_rules! text_type {
    ($(#[$meta:meta])* $type:ident, $name:literal, $form:expr, $check:expr) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $type(pub String);

        impl Deref for $type {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl Scalar for $type {
            const NAME: &'static str = $name;
            const FORM: Form = $form;

            fn from_scalar(text: &str) -> Result<$type, Problem> {
                let check: fn(&str) -> Result<&str, Problem> = $check;
                check(text).map(|text| $type(text.to_owned()))
            }

            fn to_scalar(&self) -> Cow<'_, str> {
                Cow::Borrowed(&self.0)
            }
        }

        scalar!($type);
    };
}

text_type!(
    /// One line of text, not empty, without white space around it.
    Line, "text", Form::Any, |text| {
        let text = text.trim();
        if text.is_empty() {
            Err(Problem::Empty)
        } else if text.contains('\n') {
            Err(Problem::SeveralLines)
        } else {
            Ok(text)
        }
    }
);

text_type!(
    /// Text of any length, perhaps Markdown.
    Prose, "Markdown", Form::Any, |text| Ok(text.trim())
);

text_type!(
    /// The id of an item or term: `[a-z0-9][a-z0-9-]{0,79}`.
    Id, "id", Form::Text("^[a-z0-9][a-z0-9-]{0,79}$"), |text| {
        let sound = text.len() <= 80
            && !text.is_empty()
            && !text.starts_with('-')
            && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        if sound { Ok(text) } else { Err(Problem::NotAnId) }
    }
);

text_type!(
    /// The last part of an address: like an [`Id`], up to 100 characters.
    Slug, "slug", Form::Text("^[a-z0-9][a-z0-9-]{0,99}$"), |text| {
        let sound = (1..=100).contains(&text.len())
            && !text.starts_with('-')
            && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        if sound { Ok(text) } else { Err(Problem::NotAnId) }
    }
);

text_type!(
    /// An address on this site, without its scheme and host; may hold a query.
    SitePath, "site path", Form::Text("^/(?!/)[^\\s#\\\\]*$"), |text| {
        let sound = text.starts_with('/') && !text.starts_with("//") && stays_on_site(text) && !text.contains('#');
        if sound { Ok(text) } else { Err(Problem::NotASitePath) }
    }
);

text_type!(
    /// A pattern of addresses with parts in braces: `/siaran-pers/{year}/{slug}/`.
    Pattern, "permalink", Form::Text("^/(?!/)[^\\s#?\\\\]*$"), |text| {
        let sound = text.starts_with('/') && !text.starts_with("//") && stays_on_site(text) && !text.contains(['#', '?']);
        if sound { Ok(text) } else { Err(Problem::NotASitePath) }
    }
);

text_type!(
    /// A colour, `#rgb` or `#rrggbb`.
    Color, "color", Form::Text("^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"), |text| {
        let digits = text.strip_prefix('#').unwrap_or("");
        if matches!(digits.len(), 3 | 6) && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            Ok(text)
        } else {
            Err(Problem::NotAColor)
        }
    }
);

text_type!(
    /// A path on this site or an absolute address.
    Address, "address", Form::Text("^(/|https?://|mailto:|tel:)\\S*$"), |text| {
        let known = ["/", "https://", "http://", "mailto:", "tel:"];
        if known.iter().any(|start| text.starts_with(start)) && !text.contains(char::is_whitespace) {
            Ok(text)
        } else {
            Err(Problem::NotAnAddress)
        }
    }
);

/// Whether a path, its query aside, names a place on the site however it is encoded: no `..`, no empty part, nothing
/// that is no part of an address.
pub fn stays_on_site(text: &str) -> bool {
    let path = text.split('?').next().unwrap_or(text);
    let decoded = percent_decode_str(path).decode_utf8_lossy();
    let odd = |letter: char| letter.is_control() || letter == '\\';
    let mut parts = decoded.trim_matches('/').split('/');
    let whole = decoded.trim_matches('/').is_empty() || parts.all(|part| !matches!(part, "" | "." | ".."));
    whole && !decoded.contains(odd) && !text.contains(char::is_whitespace)
}

impl Scalar for u64 {
    const NAME: &'static str = "number";
    const FORM: Form = Form::Number;

    fn from_scalar(text: &str) -> Result<u64, Problem> {
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Problem::NotANumber);
        }
        text.parse().map_err(|_| Problem::NotANumber)
    }

    fn to_scalar(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }
}

impl Typed for u64 {
    fn shape() -> Shape {
        Shape::Scalar { name: u64::NAME, check: |text| u64::from_scalar(text).map(|_| ()), form: u64::FORM }
    }
}

/// Yes or no; `true`, `yes`, `ya` and `false`, `no`, `tidak`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flag(pub bool);

impl Scalar for Flag {
    const NAME: &'static str = "yes/no";
    const FORM: Form = Form::Flag;

    fn from_scalar(text: &str) -> Result<Flag, Problem> {
        match text.to_ascii_lowercase().as_str() {
            "true" | "yes" | "ya" => Ok(Flag(true)),
            "false" | "no" | "tidak" => Ok(Flag(false)),
            _ => Err(Problem::NotABoolean),
        }
    }

    fn to_scalar(&self) -> Cow<'_, str> {
        Cow::Borrowed(if self.0 { "true" } else { "false" })
    }
}

scalar!(Flag);

/// A date with or without a time, as written; [`Written::in_zone`] gives it its meaning.
pub type Dated = Written;

impl Scalar for Written {
    const NAME: &'static str = "date";
    const FORM: Form = Form::Text("[0-9]");

    fn from_scalar(text: &str) -> Result<Written, Problem> {
        Written::parse(text).map_err(Problem::Date)
    }

    fn to_scalar(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }
}

scalar!(Written);

/// Declares a closed list of words: `Variant = "canonical" / "alias"`.
macro_rules! words {
    (
        $(#[$meta:meta])*
        pub enum $type:ident named $name:literal {
            $( $(#[doc = $doc:literal])+ $variant:ident = $word:literal $(/ $alias:literal)* ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type {
            $( $(#[doc = $doc])+ $variant, )+
        }

        impl $type {
            /// The canonical word.
            pub const fn word(self) -> &'static str {
                match self { $( $type::$variant => $word, )+ }
            }
        }

        impl $crate::yaml::Scalar for $type {
            const NAME: &'static str = $name;
            const WORDS: &'static [&'static str] = &[$($word, $($alias,)*)+];
            const FORM: $crate::yaml::scalars::Form = $crate::yaml::scalars::Form::Words(&[
                $( $crate::yaml::scalars::Word { word: $word, aliases: &[$($alias),*], doc: concat!($($doc),+) }, )+
            ]);

            fn from_scalar(text: &str) -> Result<$type, $crate::yaml::Problem> {
                match text {
                    $( $word $(| $alias)* => Ok($type::$variant), )+
                    _ => Err($crate::yaml::Problem::NotOneOf(<$type as $crate::yaml::Scalar>::WORDS)),
                }
            }

            fn to_scalar(&self) -> std::borrow::Cow<'_, str> {
                std::borrow::Cow::Borrowed(self.word())
            }
        }

        $crate::yaml::scalars::scalar!($type);
    };
}

pub(crate) use words;
