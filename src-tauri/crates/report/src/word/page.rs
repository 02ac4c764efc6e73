//! Pages of the profile: upright for the text, turned for wide appendices.

use tongket_docx::{Orientation, Page, PageNumber, PageNumbering};

use crate::Profile;

pub(super) fn portrait(profile: &Profile) -> Page {
    let page = &profile.page;
    Page {
        width: page.width.mm(),
        height: page.height.mm(),
        orientation: Orientation::Portrait,
        top: page.margin_top.mm(),
        bottom: page.margin_bottom.mm(),
        left: page.margin_left.mm(),
        right: page.margin_right.mm(),
        header: page.header_distance.mm(),
        numbering: PageNumbering::Continue,
    }
}

/// The page of an appendix. Its own pages are counted on from the text.
pub(super) fn appendix(profile: &Profile, landscape: bool) -> Page {
    let upright = portrait(profile);
    if landscape { upright.turned() } else { upright }
}

pub(super) fn page_number(profile: &Profile) -> PageNumber {
    let rules = &profile.page_number;
    PageNumber { size: rules.size.pt(), on_first_page: rules.from_page.value < 2 }
}
