//! The field of work that headings and sheet names speak of, for indicators that are new.

use super::naming::key;

/// Words of the field between spaces, and its slug; the more special first.
const FIELDS: [(&str, &str); 21] = [
    (" kiem tra ", "kiem-tra-giam-sat"),
    (" giam sat ", "kiem-tra-giam-sat"),
    (" dan van ", "dan-van"),
    (" dang vien ", "dang-vien"),
    (" xay dung dang ", "xay-dung-dang"),
    (" xdd ", "xay-dung-dang"),
    (" noi chinh ", "noi-chinh"),
    (" don thu ", "noi-chinh"),
    (" quoc phong ", "quoc-phong-an-ninh"),
    (" an ninh ", "quoc-phong-an-ninh"),
    (" qp an ", "quoc-phong-an-ninh"),
    (" nong thon moi ", "nong-thon-moi"),
    (" dau tu cong ", "dau-tu-cong"),
    (" ngan sach ", "ngan-sach"),
    (" doanh nghiep ", "doanh-nghiep"),
    (" moi truong ", "tai-nguyen-moi-truong"),
    (" chuyen doi so ", "chuyen-doi-so"),
    (" van hoa ", "van-hoa-xa-hoi"),
    (" xa hoi ", "van-hoa-xa-hoi"),
    (" kinh te ", "kinh-te"),
    (" kt xh ", "kinh-te"),
];

/// The first of the texts that names a field decides; empty when none does.
pub(super) fn field_of<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let found = texts.into_iter().find_map(|text| {
        let text = format!(" {} ", key(text));
        FIELDS.iter().find(|(words, _)| text.contains(words))
    });
    found.map_or_else(String::new, |(_, slug)| (*slug).to_owned())
}
