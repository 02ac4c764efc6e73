//! The manual of the language, for people who write templates: one entry per function.

/// What a person needs to know to use a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FunctionManual {
    pub name: &'static str,
    /// With every parameter; those in brackets may be left out.
    pub signature: &'static str,
    /// What it prints, in Vietnamese.
    pub says: &'static str,
    /// Works as it stands.
    pub example: &'static str,
}

const fn entry(
    name: &'static str,
    signature: &'static str,
    says: &'static str,
    example: &'static str,
) -> FunctionManual {
    FunctionManual { name, signature, says, example }
}

/// Every function in the order in which a person meets them: figures, comparisons, scorecard,
/// lists, texts, conditions.
pub const MANUAL: &[FunctionManual] = &[
    entry(
        "so_lieu",
        "so_lieu(mã [, nam=, ky=, so_le=, don_vi=, dem_hai_chu_so=])",
        "Cả cụm của số liệu: động từ, từ ước lượng, số và đơn vị, như «ước đạt 102.614 tỷ đồng».",
        r#"{{ so_lieu("thu-ngan-sach") }}"#,
    ),
    entry(
        "gia_tri",
        "gia_tri(mã [, nam=, ky=, so_le=, don_vi=, bang_chu=])",
        "Chỉ số và đơn vị, không có động từ và từ ước lượng, như «102.614 tỷ đồng».",
        r#"{{ gia_tri("thu-ngan-sach") }}"#,
    ),
    entry(
        "cau",
        "cau(mã [, nam=, ky=, so_le=])",
        "Cả vế câu theo mẫu câu của chỉ tiêu, như «thu ngân sách ước đạt 102.614 tỷ đồng».",
        r#"{{ cau("thu-ngan-sach") | hoa_dau }}"#,
    ),
    entry(
        "ten",
        "ten(mã [, day_du=])",
        "Tên chỉ tiêu như đứng trong câu; day_du=true in tên đầy đủ.",
        r#"{{ ten("thu-ngan-sach") }}"#,
    ),
    entry(
        "ke_hoach",
        "ke_hoach(mã [, nam=, ky=, nguoi_giao=, so_le=])",
        "Số kế hoạch của năm; nguoi_giao= chọn kế hoạch của cấp nào khi có nhiều kế hoạch.",
        r#"{{ ke_hoach("thu-ngan-sach") }}"#,
    ),
    entry(
        "tu_nam",
        "tu_nam(mã)",
        "Năm bắt đầu của chỉ tiêu lũy kế.",
        r#"{{ tu_nam("trong-cay-luy-ke") }}"#,
    ),
    entry(
        "so_voi_ke_hoach",
        "so_voi_ke_hoach(mã [, nam=, ky=, nguoi_giao=, dang=, so_le=])",
        "Kết quả bằng bao nhiêu phần trăm kế hoạch, nêu ai giao; dang=\"tran\" bỏ chữ «bằng».",
        r#"{{ so_voi_ke_hoach("thu-ngan-sach") }}"#,
    ),
    entry(
        "vuot_ke_hoach",
        "vuot_ke_hoach(mã [, nam=, ky=, nguoi_giao=])",
        "Lời đánh giá so với kế hoạch: «vượt», «đạt» hoặc «chưa đạt kế hoạch đề ra».",
        r#"{{ vuot_ke_hoach("thu-ngan-sach") }}"#,
    ),
    entry(
        "so_voi_cung_ky",
        "so_voi_cung_ky(mã [, nam=, ky=, kieu=, goc=, so_le=])",
        "Tăng, giảm so với cùng kỳ; kieu= là \"%\", \"lần\" hoặc \"tuyệt đối\".",
        r#"{{ so_voi_cung_ky("thu-ngan-sach") }}"#,
    ),
    entry(
        "nam_lien_tuc",
        "nam_lien_tuc(mã, tu= [, nam=])",
        "Số năm liên tục kết quả không thấp hơn ngưỡng tu=, như «9 năm liên tục».",
        r#"{{ nam_lien_tuc("thu-ngan-sach", tu=10) }}"#,
    ),
    entry(
        "xep_hang",
        "xep_hang(mã [, nam=, pham_vi=])",
        "Thứ hạng, như «đứng thứ 07 cả nước».",
        r#"{{ xep_hang("hang-giao-duc", pham_vi="toàn tỉnh") }}"#,
    ),
    entry(
        "tong",
        "tong(mã, mã, … [, nam=, ky=])",
        "Tổng của hai hay nhiều chỉ tiêu, theo đơn vị của chỉ tiêu đầu.",
        r#"{{ tong("thu-ngan-sach", "chi-ngan-sach") }}"#,
    ),
    entry(
        "hieu",
        "hieu(mã, mã [, nam=, ky=])",
        "Chỉ tiêu thứ nhất trừ chỉ tiêu thứ hai; của hai tỷ lệ là điểm phần trăm.",
        r#"{{ hieu("thu-ngan-sach", "chi-ngan-sach") }}"#,
    ),
    entry(
        "ty_le",
        "ty_le(mã, mã [, nam=, ky=, so_le=])",
        "Chỉ tiêu thứ nhất bằng bao nhiêu phần trăm chỉ tiêu thứ hai.",
        r#"{{ ty_le("chi-ngan-sach", "thu-ngan-sach") }}"#,
    ),
    entry(
        "bang_chi_tieu",
        "bang_chi_tieu([nam=, linh_vuc=, tru=, don_vi=])",
        "Bảng chín cột các chỉ tiêu, chia theo lĩnh vực; đứng riêng một dòng.",
        "{{ bang_chi_tieu() }}",
    ),
    entry(
        "bang_diem",
        "bang_diem([mã, nam=])",
        "Bao nhiêu chỉ tiêu của bảng điểm đạt và vượt, như «25/25 chỉ tiêu đạt và vượt kế hoạch».",
        "{{ bang_diem() }}",
    ),
    entry("so_dat", "so_dat([mã, nam=])", "Số chỉ tiêu đạt đúng kế hoạch.", "{{ so_dat() }}"),
    entry("so_vuot", "so_vuot([mã, nam=])", "Số chỉ tiêu vượt kế hoạch.", "{{ so_vuot() }}"),
    entry(
        "chi_tieu_chua_dat",
        "chi_tieu_chua_dat([mã, nam=])",
        "Danh sách các chỉ tiêu của bảng điểm chưa đạt kế hoạch.",
        "{% for ten_chi_tieu in chi_tieu_chua_dat() %}{{ ten_chi_tieu }}; {% endfor %}",
    ),
    entry(
        "so_don_vi",
        "so_don_vi(mã [, loai=, nhom=, nam=, ky=])",
        "Bao nhiêu đơn vị đã có số liệu trên tổng số đơn vị, như «118/118».",
        r#"{{ so_don_vi("ngay-ban-hanh-ke-hoach", loai="ngay") }} đơn vị ban hành kế hoạch"#,
    ),
    entry(
        "tong_don_vi",
        "tong_don_vi(mã [, loai=, nhom=, nam=, ky=, don_vi=, so_le=])",
        "Tổng số liệu của các đơn vị, như «5.653 hội nghị»; còn đơn vị chưa có thì để trống.",
        r#"{{ tong_don_vi("hoi-nghi-quan-triet") }}"#,
    ),
    entry(
        "don_vi_chua_co",
        "don_vi_chua_co(mã [, loai=, nhom=, nam=, ky=])",
        "Danh sách các đơn vị chưa có số liệu.",
        r#"{{ liet_ke(don_vi_chua_co("hoi-nghi-quan-triet")) }}"#,
    ),
    entry(
        "don_vi_chua_dat_cam_ket",
        "don_vi_chua_dat_cam_ket(mã [, nhom=, nam=, ky=])",
        "Danh sách các đơn vị có kết quả thấp hơn mức đã cam kết.",
        r#"{{ dem(don_vi_chua_dat_cam_ket("giai-ngan")) }} đơn vị chưa đạt cam kết"#,
    ),
    entry(
        "thieu_cam_ket",
        "thieu_cam_ket(mã [, nhom=, nam=, ky=, dang=, don_vi=, so_le=])",
        "Tổng phần còn thiếu của các đơn vị chưa đạt cam kết; dang=\"so-voi-ke-hoach\" in tỷ lệ.",
        r#"{{ thieu_cam_ket("giai-ngan") }}"#,
    ),
    entry(
        "chi_tieu_nam",
        "chi_tieu_nam([nam=, linh_vuc=, chon=])",
        "Danh sách chỉ tiêu đặt ra cho một năm; mỗi dòng có .ten, .cau, .gia_tri.",
        "{% for ct in chi_tieu_nam(nam=nam_sau) %}{{ ct.cau }}; {% endfor %}",
    ),
    entry(
        "cau_chi_tieu",
        "cau_chi_tieu([mã, nam=, dang=, ngan_cach=])",
        "Các chỉ tiêu đã chọn của một năm nối thành câu; có mã thì chỉ chỉ tiêu ấy.",
        "{{ cau_chi_tieu(nam=nam_sau) }}",
    ),
    entry(
        "chi_tieu_so_voi_nam_truoc",
        "chi_tieu_so_voi_nam_truoc(mã, nam=)",
        "Chỉ tiêu của một năm so với kết quả năm trước.",
        r#"{{ chi_tieu_so_voi_nam_truoc("thu-ngan-sach", nam=nam_sau) }}"#,
    ),
    entry(
        "danh_sach",
        "danh_sach(mã [, nam=])",
        "Một danh sách theo mã, để lặp, đếm hoặc liệt kê.",
        r#"{% for muc in danh_sach("viec-lon") %}{{ muc }}. {% endfor %}"#,
    ),
    entry(
        "giai_phap",
        "giai_phap([nam=, linh_vuc=])",
        "Các giải pháp của năm.",
        "{{ danh_muc(giai_phap()) }}",
    ),
    entry(
        "han_che",
        "han_che([nam=, linh_vuc=, tinh_trang=])",
        "Các hạn chế của năm; mỗi dòng có thêm .nguyen_nhan, .giai_phap, .tinh_trang.",
        "{{ danh_muc(han_che()) }}",
    ),
    entry(
        "nguyen_nhan",
        "nguyen_nhan([nam=, linh_vuc=, loai=])",
        "Các nguyên nhân của năm; loai=\"chủ quan\" hoặc \"khách quan\".",
        "{{ danh_muc(nguyen_nhan()) }}",
    ),
    entry(
        "bai_hoc",
        "bai_hoc([nam=, linh_vuc=])",
        "Các bài học kinh nghiệm của năm.",
        "{{ danh_muc(bai_hoc()) }}",
    ),
    entry(
        "nhiem_vu",
        "nhiem_vu([nam=, linh_vuc=, don_vi=, nguoi_giao=, van_ban=, hoi_nghi=, tinh_trang=])",
        "Các nhiệm vụ, chỉ đạo của năm; mỗi dòng có .noi_dung, .trich, .don_vi, .chu_tri, .phoi_hop, .nguoi_giao, .thoi_han, .khan, .tinh_trang, .van_ban, .ket_qua, .viec.",
        "{{ danh_muc(nhiem_vu()) }}",
    ),
    entry(
        "theo_don_vi",
        "theo_don_vi([nam=, nguoi_giao=, hoi_nghi=, van_ban=, tinh_trang=])",
        "Nhiệm vụ xếp theo đơn vị được giao: mỗi nhóm có .ten và .viec.",
        r#"{% for d in theo_don_vi() %}{{ d.ten }}: {{ liet_ke(d.viec) }}{% endfor %}"#,
    ),
    entry(
        "theo_chu_de",
        "theo_chu_de([nam=, hoi_nghi=])",
        "Nhiệm vụ xếp theo chủ đề của hội nghị: mỗi nhóm có .ten và .viec; phần chung đứng trước, không có tên.",
        r#"{% for c in theo_chu_de() %}{{ c.ten }}: {{ liet_ke(c.viec) }}{% endfor %}"#,
    ),
    entry(
        "tien_do",
        "tien_do([nam=, don_vi=, nguoi_giao=, hoi_nghi=, van_ban=])",
        "Số việc đã xong trên số việc được giao, như «3/17».",
        r#"{{ tien_do() }}"#,
    ),
    entry(
        "bang_nhiem_vu",
        "bang_nhiem_vu([nam=, don_vi=, nguoi_giao=, hoi_nghi=, van_ban=, tinh_trang=])",
        "Bảng nhiệm vụ: chủ trì, phối hợp, thời hạn, tình trạng, kết quả; viết trên một dòng riêng.",
        r#"{{ bang_nhiem_vu() }}"#,
    ),
    entry(
        "bang_han_che",
        "bang_han_che([nam=, linh_vuc=])",
        "Bảng hạn chế với tình trạng khắc phục; nam= là năm nêu hạn chế.",
        r#"{{ bang_han_che(nam=2022) }}"#,
    ),
    entry(
        "uy_quyen",
        "uy_quyen([nam=, nguoi_giao=, don_vi=])",
        "Các nội dung ủy quyền của năm.",
        r#"{{ danh_muc(uy_quyen()) }}"#,
    ),
    entry(
        "cam_ket",
        "cam_ket([nam=, don_vi=])",
        "Các cam kết bằng lời của đơn vị.",
        r#"{{ danh_muc(cam_ket()) }}"#,
    ),
    entry(
        "yeu_cau",
        "yeu_cau([nam=, hoi_nghi=])",
        "Các yêu cầu, gợi ý đặt ra.",
        r#"{{ danh_muc(yeu_cau()) }}"#,
    ),
    entry(
        "kien_nghi",
        "kien_nghi([nam=, linh_vuc=])",
        "Các kiến nghị, đề xuất.",
        r#"{{ danh_muc(kien_nghi()) }}"#,
    ),
    entry(
        "danh_gia",
        "danh_gia([nam=, linh_vuc=, hoi_nghi=])",
        "Các nhận định, đánh giá.",
        r#"{{ danh_muc(danh_gia()) }}"#,
    ),
    entry(
        "muc_tieu",
        "muc_tieu([nam=, linh_vuc=, van_ban=])",
        "Các mục tiêu của năm, kể cả mục tiêu nhiều năm có năm đó.",
        r#"{{ danh_muc(muc_tieu()) }}"#,
    ),
    entry(
        "de_an",
        "de_an([nam=, linh_vuc=, van_ban=])",
        "Các đề án của năm.",
        r#"{{ danh_muc(de_an()) }}"#,
    ),
    entry(
        "hoi_nghi",
        "hoi_nghi([tên hoặc số thứ tự, nam=])",
        "Hội nghị: .ten, .lan_thu, .ngay, .ky, .chu_de.",
        r#"{{ hoi_nghi("lần thứ 14").ngay }}"#,
    ),
    entry(
        "so_hoi_nghi",
        "so_hoi_nghi(tên [, hoi_nghi=])",
        "Số liệu về hội nghị, như «hơn 9.000 đại biểu».",
        r#"{{ so_hoi_nghi("đại biểu") }}"#,
    ),
    entry(
        "ket_qua",
        "ket_qua([nam=, linh_vuc=])",
        "Các kết quả viết bằng lời của năm.",
        "{{ danh_muc(ket_qua()) }}",
    ),
    entry(
        "danh_muc",
        "danh_muc(danh sách [, thieu=])",
        "In danh sách thành các dòng gạch đầu dòng; thieu= là lời nhắc khi danh sách trống.",
        r#"{{ danh_muc(giai_phap(), thieu="chưa có giải pháp") }}"#,
    ),
    entry(
        "liet_ke",
        "liet_ke(danh sách [, ngan_cach=, cuoi=])",
        "Nối các dòng của danh sách trong một câu.",
        r#"{{ liet_ke(danh_sach("viec-lon"), ngan_cach=", ") }}"#,
    ),
    entry(
        "dem",
        "dem(danh sách [, bang_chu=, kem_tu=, dem_hai_chu_so=])",
        "Số dòng của danh sách; thêm, bớt một dòng thì số tự đổi.",
        "{{ dem(giai_phap(), kem_tu=true) }}",
    ),
    entry(
        "chu_de",
        "chu_de([nam=])",
        "Các phần của chủ đề năm; mỗi phần có .tieu_de, .noi_dung, .trong_ngoac.",
        "{% for phan in chu_de() %}{{ phan.trong_ngoac }}{% endfor %}",
    ),
    entry(
        "dan_van_ban",
        "dan_van_ban(số ký hiệu [, gon=])",
        "Dẫn một văn bản theo thể thức; gon=true chỉ in loại và số.",
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
        "co_ke_hoach(mã [, nam=])",
        "Dùng trong if: năm có kế hoạch.",
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::MANUAL;
    use crate::functions::FUNCTIONS;

    #[test]
    fn every_function_has_its_entry() {
        let described: BTreeSet<&str> = MANUAL.iter().map(|entry| entry.name).collect();
        let there: BTreeSet<&str> = FUNCTIONS.iter().map(|(name, _)| *name).collect();
        assert_eq!(described, there);
        assert_eq!(MANUAL.len(), FUNCTIONS.len());
    }
}
