//! Fields of work ("lĩnh vực"): slugs with the names that tables and headings print.

/// Slug and name, in the order of reports.
pub const FIELDS: [(&str, &str); 20] = [
    ("kinh-te-xa-hoi", "Kinh tế - xã hội"),
    ("kinh-te", "Kinh tế"),
    ("ngan-sach", "Tài chính, ngân sách"),
    ("dau-tu-cong", "Đầu tư công"),
    ("nong-thon-moi", "Nông nghiệp, nông thôn mới"),
    ("doanh-nghiep", "Doanh nghiệp, thu hút đầu tư"),
    ("tai-nguyen-moi-truong", "Tài nguyên, môi trường, đô thị"),
    ("van-hoa-xa-hoi", "Văn hóa - xã hội"),
    ("quoc-phong-an-ninh", "Quốc phòng - an ninh"),
    ("chuyen-doi-so", "Khoa học, công nghệ, chuyển đổi số"),
    ("xay-dung-dang", "Xây dựng Đảng"),
    ("tuyen-giao", "Tuyên giáo"),
    ("to-chuc", "Tổ chức, cán bộ"),
    ("dang-vien", "Tổ chức cơ sở đảng, đảng viên"),
    ("kiem-tra-giam-sat", "Kiểm tra, giám sát, kỷ luật Đảng"),
    ("dan-van", "Dân vận"),
    ("noi-chinh", "Nội chính"),
    ("phuong-thuc-lanh-dao", "Phương thức lãnh đạo"),
    ("van-phong", "Văn phòng cấp ủy"),
    ("chinh-quyen-doan-the", "Chính quyền, Mặt trận, đoàn thể"),
];

/// The name of a field; an office's own slug names itself.
pub fn field_name(slug: &str) -> &str {
    FIELDS.iter().find(|(known, _)| *known == slug).map_or(slug, |(_, name)| name)
}

/// Whether what is of `field` is meant by those who ask for `asked`: the field itself, or one of
/// the parts of "kinh tế - xã hội" and "xây dựng Đảng".
pub fn is_within_field(field: &str, asked: &str) -> bool {
    const ECONOMY: [&str; 9] = [
        "kinh-te",
        "ngan-sach",
        "dau-tu-cong",
        "nong-thon-moi",
        "doanh-nghiep",
        "tai-nguyen-moi-truong",
        "van-hoa-xa-hoi",
        "quoc-phong-an-ninh",
        "chuyen-doi-so",
    ];
    const PARTY: [&str; 8] = [
        "tuyen-giao",
        "to-chuc",
        "dang-vien",
        "kiem-tra-giam-sat",
        "dan-van",
        "noi-chinh",
        "phuong-thuc-lanh-dao",
        "van-phong",
    ];
    field == asked
        || asked == "kinh-te-xa-hoi" && ECONOMY.contains(&field)
        || asked == "xay-dung-dang" && PARTY.contains(&field)
}
