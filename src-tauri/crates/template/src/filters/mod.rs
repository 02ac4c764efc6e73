//! Filters that keep the origin of a value: `{{ cau("x") | hoa_dau }}`.

mod first_letter;

use minijinja::Environment;

/// Adds every filter of ours.
pub(crate) fn add_to(environment: &mut Environment<'static>) {
    environment.add_filter("hoa_dau", first_letter::hoa_dau);
    environment.add_filter("thuong_dau", first_letter::thuong_dau);
}
