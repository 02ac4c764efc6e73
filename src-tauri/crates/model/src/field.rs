//! Fields of work ("lĩnh vực"): slugs with the names that tables and headings print.

/// Slug and name, in the order of reports.
pub const FIELDS: [(&str, &str); 15] = [
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
    ("dang-vien", "Tổ chức cơ sở đảng, đảng viên"),
    ("kiem-tra-giam-sat", "Kiểm tra, giám sát, kỷ luật Đảng"),
    ("dan-van", "Dân vận"),
    ("noi-chinh", "Nội chính"),
    ("chinh-quyen-doan-the", "Chính quyền, Mặt trận, đoàn thể"),
];

/// The name of a field; an office's own slug names itself.
pub fn field_name(slug: &str) -> &str {
    FIELDS.iter().find(|(known, _)| *known == slug).map_or(slug, |(_, name)| name)
}
