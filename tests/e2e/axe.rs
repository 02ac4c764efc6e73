//! Accessibility: axe-core put into the page as it stands.

use serde_json::{Value, json};

use crate::driver::Driver;

/// From `npm ci`; the window itself does not carry it.
const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/node_modules/axe-core/axe.min.js");

/// The preview's frame runs no script, so nothing can look into it.
const RUN: &str = "const done = arguments[arguments.length - 1];
    axe.run(document, { iframes: false, resultTypes: ['violations'] })
        .then((found) => done(found.violations), (error) => done(String(error)));";

/// One line for each serious or critical fault, with the elements that have it.
pub fn serious_faults(driver: &Driver) -> Vec<String> {
    let library = std::fs::read_to_string(AXE).unwrap_or_else(|error| panic!("{AXE}: {error}"));
    // The function ends without a value of its own, which would be too large to bring over.
    let loaded = driver.execute(&format!("{library};\nreturn null"), json!([]));
    loaded.unwrap_or_else(|failure| panic!("axe-core: {failure:?}"));
    let found = driver.execute_async(RUN, json!([]));
    let found = found.unwrap_or_else(|failure| panic!("axe-core: {failure:?}"));
    let Value::Array(faults) = found else { panic!("axe-core: {found}") };
    let is_serious =
        |fault: &&Value| matches!(fault["impact"].as_str(), Some("serious" | "critical"));
    faults.iter().filter(is_serious).map(line).collect()
}

fn line(fault: &Value) -> String {
    let nodes = fault["nodes"].as_array().into_iter().flatten();
    let nodes: Vec<String> = nodes.map(|node| node["html"].to_string()).collect();
    format!("{} ({}): {}", fault["id"], fault["help"], nodes.join(" "))
}
