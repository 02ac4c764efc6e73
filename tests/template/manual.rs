//! The manual of the language: every example works as it stands.

use tongket_app::function_help;
use tongket_template::{manual, render};

use crate::fixture::Written;

/// Facts of an office that has all that the examples speak of, in part.
const FACTS: &str = r#"
year = 2023

[[conferences]]
name = "Hội nghị Thành ủy"
ordinal = 14
facts = [["đại biểu", "hơn 9.000 đại biểu"]]

[indicators.thu-ngan-sach]
name = "Thu ngân sách"
unit = "tỷ đồng"
figures = [["2022", "actual", "4"], ["2023", "actual", "5"]]
plans = [["2023", "tỉnh", "4"]]

[indicators.chi-ngan-sach]
name = "Chi ngân sách"
unit = "tỷ đồng"
figures = [["2023", "actual", "3"]]

[indicators.hang-giao-duc]
name = "Xếp hạng giáo dục"
unit = "hạng"
figures = [["2023", "actual", "hạng 7"]]
"#;

#[test]
fn every_example_works() {
    let facts = toml::from_str::<Written>(FACTS).unwrap().facts();
    let mut failures = Vec::new();
    for entry in manual() {
        if !entry.signature.starts_with(&format!("{}(", entry.name)) {
            failures.push(format!("{}: {}", entry.name, entry.signature));
        }
        if !entry.example.contains(&format!("{}(", entry.name)) {
            failures.push(format!("{} is not in its example", entry.name));
        }
        if let Err(error) = render("ví dụ", entry.example, &facts) {
            failures.push(error.to_string());
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    let shown: Vec<String> = function_help().into_iter().map(|help| help.name).collect();
    assert!(manual().map(|entry| entry.name).eq(shown), "the window shows another manual");
}
