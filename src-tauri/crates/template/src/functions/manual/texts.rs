//! Themes, citations, numbers in text, conditions.

use super::{FunctionManual, entry};

pub(super) const TEXTS: &[FunctionManual] = &[
    entry(
        "chu_de",
        "chu_de([nam=])",
        "Các phần của chủ đề năm; mỗi phần có .tieu_de, .noi_dung, .trong_ngoac.",
        "{% for phan in chu_de() %}{{ phan.trong_ngoac }}{% endfor %}",
    ),
    entry(
        "dan_van_ban",
        "dan_van_ban(số ký hiệu [, gon=])",
        "Dẫn một văn bản theo thể thức; gon=true chỉ in loại và số. Nhiều văn bản cùng số thì ghi thêm ngày: \"01-KH/TU ngày 06/01/2023\".",
        r#"{{ dan_van_ban("24-CT/TU") }}"#,
    ),
    entry(
        "ngay",
        "ngay(ngày, … [, dau_ngay=])",
        "Một hay nhiều ngày theo cách viết của cơ quan.",
        r#"{{ ngay("2022-12-27") }}"#,
    ),
    entry(
        "so",
        "so(số [, bang_chu=, dem_hai_chu_so=])",
        "Số nguyên theo cách viết của cơ quan, hoặc bằng chữ.",
        "{{ so(5, bang_chu=true) }}",
    ),
    entry(
        "thu_tu",
        "thu_tu(số [, kieu=])",
        "Thứ tự: «thứ 11»; kieu= là \"số\", \"chữ\" hoặc \"la mã\".",
        "{{ thu_tu(11) }}",
    ),
    entry(
        "cho_trong",
        "cho_trong(lời nhắc)",
        "Chỗ trống để người viết điền, được nhắc cho đến khi thay bằng lời văn.",
        r#"{{ cho_trong("nêu bối cảnh") }}"#,
    ),
    entry(
        "co_chi_tieu",
        "co_chi_tieu(mã)",
        "Dùng trong if: cơ quan có theo dõi chỉ tiêu này.",
        r#"{% if co_chi_tieu("fdi") %}{{ cau("fdi") }}{% endif %}"#,
    ),
    entry(
        "co_so_lieu",
        "co_so_lieu(mã [, nam=, ky=])",
        "Dùng trong if: đã có số liệu của năm hoặc kỳ.",
        r#"{% if co_so_lieu("fdi") %}{{ cau("fdi") }}{% endif %}"#,
    ),
    entry(
        "co_ke_hoach",
        "co_ke_hoach(mã [, nam=, ky=, nguoi_giao=])",
        "Dùng trong if: năm hoặc kỳ có kế hoạch.",
        r#"{% if co_ke_hoach("fdi") %}{{ so_voi_ke_hoach("fdi") }}{% endif %}"#,
    ),
    entry(
        "dat_ke_hoach",
        "dat_ke_hoach(mã [, nam=])",
        "Dùng trong if: kết quả đạt hoặc vượt kế hoạch.",
        r#"{% if dat_ke_hoach("thu-ngan-sach") %}Thu ngân sách đạt kế hoạch.{% endif %}"#,
    ),
    entry(
        "co_danh_sach",
        "co_danh_sach(mã [, nam=])",
        "Dùng trong if: có danh sách này và danh sách có dòng.",
        r#"{% if co_danh_sach("viec-lon") %}{{ dem(danh_sach("viec-lon")) }} việc{% endif %}"#,
    ),
    entry(
        "co_bang_diem",
        "co_bang_diem([mã, nam=])",
        "Dùng trong if: năm có bảng điểm chỉ tiêu.",
        "{% if co_bang_diem() %}{{ bang_diem() }}{% endif %}",
    ),
    entry(
        "co_chu_de",
        "co_chu_de([nam=])",
        "Dùng trong if: năm có chủ đề.",
        "{% if co_chu_de() %}Năm có chủ đề.{% endif %}",
    ),
];
