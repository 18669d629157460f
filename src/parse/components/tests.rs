use super::*;

fn scanned(text: &str) -> Found {
    scan(text, 0..text.len(), &[])
}

fn faults(text: &str) -> Vec<(&'static str, &str)> {
    let found = scanned(text);
    let words = found.faults.iter().map(|fault| (fault.reason.word(), text.get(fault.span.clone()).unwrap()));
    words.collect()
}

#[test]
fn reads_literals_with_their_places() {
    let text = "{{<figure src=\"a.jpg\"\n  alt=\"Kata \\\"a\\\\b\\\"\\nc\" n=-3 f=0.5 wide=true tall=false/>}}";
    let found = scanned(text);
    assert_eq!(found.faults, []);
    let [call] = found.calls.as_slice() else { panic!("{found:?}") };
    assert_eq!((call.name.as_str(), call.span.clone(), &call.body), ("figure", 0..text.len(), &None));
    let read: Vec<_> = call.arguments.iter().map(|a| (a.name.as_str(), a.value.clone())).collect();
    assert_eq!(
        read,
        [
            ("src", Literal::Text("a.jpg".into())),
            ("alt", Literal::Text("Kata \"a\\b\"\nc".into())),
            ("n", Literal::Integer(-3)),
            ("f", Literal::Float(0.5)),
            ("wide", Literal::Boolean(true)),
            ("tall", Literal::Boolean(false)),
        ]
    );
    assert_eq!(text.get(call.arguments[0].span.clone()), Some("\"a.jpg\""));
    assert_eq!(text.get(call.arguments[4].name_span.clone()), Some("wide"));
}

#[test]
fn calls_hold_calls() {
    let text = "{{<note kind=\"info\">}}\na\n{{<qa question=\"b\">}}c{{</qa>}}\n{{< x />}}\n{{</note >}}\n";
    let found = scanned(text);
    assert_eq!(found.faults, []);
    let bodies: Vec<_> =
        found.calls.iter().map(|c| (c.name.as_str(), c.body.clone().and_then(|body| text.get(body)))).collect();
    assert_eq!(bodies[1..], [("qa", Some("c")), ("x", None)]);
}

#[test]
fn every_mistake_has_its_place() {
    assert_eq!(faults("{{<a x=\"b\n\nc"), [("open-text", "\"b")]);
    assert_eq!(faults("{{<a x=y/>}}"), [("bad-literal", "y")]);
    assert_eq!(faults("{{<a x=\"\\q\"/>}}"), [("bad-literal", "\\q")]);
    assert_eq!(faults("{{<a x=1.2.3/>}}"), [("bad-literal", "1.2.3")]);
    assert_eq!(faults("{{<a x=99999999999999999999/>}}"), [("bad-literal", "99999999999999999999")]);
    assert_eq!(faults("{{<a ,/>}}"), [("junk", ",")]);
    assert_eq!(faults("{{<a x/>}}"), [("junk", "x")]);
    assert_eq!(faults("{{<1/>}}"), [("bad-name", "1")]);
    assert_eq!(faults("{{<a"), [("open-tag", "{{<")]);
    assert_eq!(faults("{{<a>}}\nteks"), [("unclosed", "{{<a>}}")]);
    assert_eq!(faults("{{</a>}}"), [("unopened", "{{</a>}}")]);
    assert_eq!(faults("{{<a x=1 x=2/>}}"), [("duplicate", "x")]);
    assert_eq!(faults("teks {{<a/>}}"), [("not-alone", "{{<a/>}}")]);
    assert_eq!(faults("{{<a/>}} teks"), [("not-alone", "{{<a/>}}")]);
    assert_eq!(faults("{{<a>}}\nb\n{{</a>}} c"), [("not-alone", "{{</a>}}")]);
    assert_eq!(faults("{{<a>}}\n{{<b>}}\n{{</a>}}"), [("unclosed", "{{<b>}}")]);
    assert_eq!(faults("{{</a x=1>}}"), [("junk", "x")]);
    assert_eq!(faults("      {{<a>}}b\n{{</a>}}"), [("own-line", "{{<a>}}")]);
    assert_eq!(faults("\\{{<a/>}}"), []);
    let deep = "{{<a>}}\n".repeat(MAX_DEPTH + 2) + &"{{</a>}}\n".repeat(MAX_DEPTH + 2);
    assert_eq!(faults(&deep), [("too-deep", "{{<a>}}"); 2]);
}

#[test]
fn one_mistake_does_not_hide_the_next_call() {
    let found = scanned("{{<a x=y/>}}\n\n{{<b/>}}\n");
    assert_eq!((found.faults.len(), found.calls.len(), found.broken.first()), (1, 1, Some(&(0..12))));
}

#[test]
fn trap_what_stands_for_a_call_has_its_length() {
    let text = "é\n\n  {{<a>}} b {{</a>}}\n\n{{<c\n x=1/>}}\nd {{<e/>}}\n";
    let found = scanned(text);
    let marks = marks(text, &found.calls);
    let copy = masked(text, 0..text.len(), &marks, &found.broken, &[]);
    assert_eq!(copy.len(), text.len());
    assert_eq!(copy, "é\n\n  <!W>\n   b \n  <!Wx>\n\n<!Wxxxxxxxxx>\nd         \n");
    for mark in &marks {
        assert!(copy.get(mark.at..).is_some_and(|rest| rest.starts_with("<!W")));
    }
}

#[test]
fn hostile_text_takes_linear_time() {
    for piece in ["{{<", "{{<a ", "{{<a>}}\n", "{{</b>}}\n", "{{<1>}}", "{{<a x=\"", "{{<a>}}x{{</a>}}", "\\"] {
        let text = piece.repeat(200_000 / piece.len());
        let found = scanned(&text);
        assert_eq!(
            masked(&text, 0..text.len(), &marks(&text, &found.calls), &found.broken, &found.escaped).len(),
            text.len()
        );
    }
}
