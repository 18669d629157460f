//! Whether a colour can be read on another (WCAG 2.2, SC 1.4.3), and the nearest that can. The only place that knows the `color` crate.

use color::{Oklch, OpaqueColor, Srgb, parse_color};

/// Steps of lightness that are tried; fine enough that the next one looks the same.
const STEPS: u16 = 1000;

/// The contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). None for what is no colour.
pub(super) fn contrast(color: &str, ground: &str) -> Option<f64> {
    Some(ratio(parse(color)?, parse(ground)?))
}

/// The colour of the same hue with the nearest lightness that has the contrast, as `#rrggbb`: darker on a light ground, lighter on a
/// dark one. None where no lightness has it.
pub(super) fn nearest_with_contrast(color: &str, ground: &str, wanted: f64) -> Option<String> {
    let (color, ground) = (parse(color)?, parse(ground)?);
    let is_light = ground.relative_luminance() > 0.18;
    let own = color.convert::<Oklch>();
    let [lightness, chroma, hue] = own.components;
    (0..=STEPS).find_map(|step| {
        let part = f32::from(step) / f32::from(STEPS);
        let lightness = if is_light { lightness * (1.0 - part) } else { lightness + (1.0 - lightness) * part };
        let shown = OpaqueColor::<Oklch>::new([lightness, chroma, hue]).convert::<Srgb>();
        // What is written is what must hold: whole numbers of 0 to 255, cut off where no screen can show the colour.
        let written = shown.to_rgba8();
        let written = format!("#{:02x}{:02x}{:02x}", written.r, written.g, written.b);
        (ratio(parse(&written)?, ground) >= wanted).then_some(written)
    })
}

fn parse(text: &str) -> Option<OpaqueColor<Srgb>> {
    Some(parse_color(text).ok()?.to_alpha_color::<Srgb>().discard_alpha())
}

fn ratio(a: OpaqueColor<Srgb>, b: OpaqueColor<Srgb>) -> f64 {
    let (a, b) = (f64::from(a.relative_luminance()), f64::from(b.relative_luminance()));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrasts_are_those_of_wcag() {
        let of = |a, b| (contrast(a, b).unwrap() * 100.0).round() / 100.0;
        assert_eq!(of("#000", "#fff"), 21.0);
        assert_eq!(of("#fff", "#ffffff"), 1.0);
        // The greys at the border that WebAIM and others quote.
        assert_eq!(of("#767676", "#ffffff"), 4.54);
        assert_eq!(of("#777777", "#ffffff"), 4.48);
        assert_eq!(contrast("merah muda", "#fff"), None);
    }

    #[test]
    fn the_nearest_colour_has_the_contrast_and_the_next_lighter_one_has_not() {
        for color in ["#8fd3e8", "#ff0000", "#ffd400", "#00ff00", "#777777", "#fcfbf9", "#f0f"] {
            let proposal = nearest_with_contrast(color, "#fcfbf9", 4.5).unwrap();
            let reached = contrast(&proposal, "#fcfbf9").unwrap();
            assert!((4.5..4.62).contains(&reached), "{color} {proposal} {reached}");
        }
        assert_eq!(nearest_with_contrast("#00546e", "#fcfbf9", 4.5).as_deref(), Some("#00546e"));
        let lighter = nearest_with_contrast("#00546e", "#182024", 4.5).unwrap();
        assert!(contrast(&lighter, "#182024").unwrap() >= 4.5, "{lighter}");
        assert_eq!(nearest_with_contrast("#777", "#777", 21.0), None);
    }
}
