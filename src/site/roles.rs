//! What people were when something happened: the role of a person at a day.

use jiff::civil::Date;

use super::{Page, Site};
use crate::locale::date::When;
use crate::parse::records::{Person, Role};

/// The role that a person held at a day. Of several the one that began last; where that is not known, the last of the file.
pub fn held(person: &Person, day: Date) -> Option<&Role> {
    let holds = |role: &&Role| {
        role.from.as_ref().is_none_or(|from| from.date() <= day) && role.to.as_ref().is_none_or(|to| day <= to.date())
    };
    person.roles.iter().filter(holds).max_by_key(|role| role.from.as_ref().map(|from| from.date()))
}

impl Site {
    /// The role that a person held at the day of an item: of an event, its first.
    pub fn role_in(&self, page: &Page, id: &str) -> Option<&Role> {
        let dates = &page.document.front.dates;
        let day = dates.start.as_ref().or(dates.date.as_ref()).map(When::date)?;
        held(self.records.people.get(id)?, day)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::locale::date::Written;
    use crate::yaml::Line;

    #[test]
    fn the_last_role_that_began_counts() {
        let role = |title: &str, from: Option<&str>, to: Option<&str>| Role {
            title: Some(Line(title.to_owned())),
            from: from.map(|day| Written::parse(day).unwrap()),
            to: to.map(|day| Written::parse(day).unwrap()),
            ..Role::default()
        };
        let person = Person {
            roles: vec![
                role("Camat", Some("2008-01-01"), Some("2010-06-02")),
                role("Asisten", Some("2010-06-02"), None),
                role("Sekretaris", None, Some("2009-12-31")),
            ],
            ..Person::default()
        };
        let title = |day: Date| held(&person, day).and_then(|role| role.title.as_deref());
        assert_eq!(title(date(2007, 5, 1)), Some("Sekretaris"));
        assert_eq!(title(date(2009, 5, 1)), Some("Camat"));
        // On the day of the handover both hold one.
        assert_eq!(title(date(2010, 6, 2)), Some("Asisten"));
        assert_eq!(title(date(2030, 1, 1)), Some("Asisten"));
        assert_eq!(held(&Person::default(), date(2010, 1, 1)), None);
    }
}
