//! Where a venue is on the map: two numbers as written → degrees.

use crate::yaml::Line;

/// Latitude and longitude of two decimal numbers in degrees, where they are such.
pub fn coordinates(geo: &[Line]) -> Option<(f64, f64)> {
    let [latitude, longitude] = geo else { return None };
    let degrees = |text: &str, most: f64| {
        let is_decimal = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
        text.parse::<f64>().ok().filter(|value| is_decimal && (-most..=most).contains(value))
    };
    Some((degrees(latitude, 90.0)?, degrees(longitude, 180.0)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_decimal_numbers_in_their_ranges_are_a_place() {
        let read = |geo: &[&str]| coordinates(&geo.iter().map(|text| Line((*text).to_owned())).collect::<Vec<_>>());
        assert_eq!(read(&["1.1301", "104.0529"]), Some((1.1301, 104.0529)));
        assert_eq!(read(&["-8", "180"]), Some((-8.0, 180.0)));
        for wrong in [
            &["1.1", "180.1"][..],
            &["90.5", "1"],
            &["1,1", "2"],
            &["1"],
            &["1", "2", "3"],
            &["1e1", "2"],
            &["NaN", "inf"],
        ] {
            assert_eq!(read(wrong), None, "{wrong:?}");
        }
    }
}
