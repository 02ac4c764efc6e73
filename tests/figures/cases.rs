//! Reads case files and runs them: every failing case of a file is reported, not only the first.

/// Checks every row of a TSV file. Its first line names the columns: those that begin with `=`
/// are what `answer` has to give for the others; `#` begins a remark, as a column or a line.
/// `\u{a0}` in a cell stands for that character.
pub fn check(file: &str, text: &str, answer: impl Fn(&[&str]) -> Vec<String>) {
    let mut rows = text.lines().enumerate().filter(|(_, row)| !row.is_empty());
    let (_, header) = rows.next().expect("a case file has a header");
    let columns: Vec<&str> = header.split('\t').collect();
    let mut n_cases = 0;
    let mut failures = Vec::new();
    for (idx, row) in rows.filter(|(_, row)| !row.starts_with('#')) {
        let cells: Vec<String> = row.split('\t').map(unescape).collect();
        assert!(cells.len() <= columns.len(), "{file}:{}: too many cells", idx + 1);
        let (mut given, mut expected) = (Vec::new(), Vec::new());
        for (at, column) in columns.iter().enumerate() {
            let cell = cells.get(at).map_or("", String::as_str);
            match column.chars().next() {
                Some('=') => expected.push(cell.to_owned()),
                Some('#') => {}
                _ => given.push(cell),
            }
        }
        n_cases += 1;
        let answered = answer(&given);
        if answered != expected {
            failures.push(format!("{file}:{}: {row}\n    gave {answered:?}", idx + 1));
        }
    }
    report(n_cases, failures);
}

/// Panics with all failures; a file without cases is a failure too.
pub fn report(n_cases: usize, failures: Vec<String>) {
    assert!(n_cases > 0, "no cases");
    assert!(
        failures.is_empty(),
        "{} of {n_cases} failed:\n{}",
        failures.len(),
        failures.join("\n")
    );
}

fn unescape(cell: &str) -> String {
    let mut text = String::new();
    let mut rest = cell;
    while let Some((before, escaped)) = rest.split_once("\\u{") {
        let (code, after) = escaped.split_once('}').expect("\\u{…} is closed");
        let code = u32::from_str_radix(code, 16).expect("\\u{…} holds a hexadecimal number");
        text.push_str(before);
        text.push(char::from_u32(code).expect("\\u{…} names a character"));
        rest = after;
    }
    text + rest
}
