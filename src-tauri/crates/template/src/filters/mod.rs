//! The filters of the language: `{{ cau("x") | hoa_dau }}`.

mod letter_case;

use std::sync::Arc;

use minijinja::{Environment, Value, filters, tests};

use crate::context::Context;
use letter_case::Letters;

/// Filters of ours, which keep the origin of a value, and those of MiniJinja that make no copies.
pub(crate) const FILTERS: &[&str] =
    &["hoa_dau", "thuong_dau", "upper", "lower", "default", "first", "last", "length"];

/// Adds every filter and the tests of `is`.
pub(crate) fn add_to(environment: &mut Environment<'static>, context: &Arc<Context>) {
    for letters in [Letters::FirstUpper, Letters::FirstLower, Letters::AllUpper, Letters::AllLower]
    {
        let shared = Arc::clone(context);
        environment.add_filter(letters.name(), move |value: &Value| letters.apply(&shared, value));
    }
    environment.add_filter("default", filters::default);
    environment.add_filter("first", filters::first);
    environment.add_filter("last", filters::last);
    environment.add_filter("length", filters::length);
    environment.add_test("defined", tests::is_defined);
    environment.add_test("even", tests::is_even);
    environment.add_test("odd", tests::is_odd);
}
