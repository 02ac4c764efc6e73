export const start = {
  welcome: "Chào mừng đến với Tổng Kết",
  lead: "Giữ số liệu, kế hoạch, chỉ tiêu của cơ quan ở một nơi, rồi dự thảo báo cáo tổng kết năm ra tệp Word đúng thể thức.",
  promises: [
    "Mỗi con số nhớ nguồn gốc; thiếu số thì để chỗ trống, không bao giờ tự điền.",
    "Mọi thay đổi hoàn tác được, kể cả sau khi tắt máy.",
    "Chạy ngay trên máy này, không kết nối mạng; dữ liệu không đi đâu cả.",
  ],
  secrecyTitle: "Không dùng cho văn bản mật",
  secrecy:
    "Không nhập, soạn hoặc lưu trong chương trình này số liệu, văn bản thuộc danh mục bí mật nhà nước: văn bản có dấu MẬT, TỐI MẬT hoặc TUYỆT MẬT. Việc soạn thảo các văn bản đó theo quy định riêng, trên máy dành riêng.",
  secrecyAccept: "Tôi đã đọc và sẽ không dùng chương trình cho văn bản có dấu MẬT, TỐI MẬT, TUYỆT MẬT",
  acceptFirst: "Hãy đánh dấu vào ô cam kết ở trên để tiếp tục.",
  own: "Khai báo cơ quan của tôi",
  ownText: "Vài phút: tên, cấp, người ký, nơi nhận. Sửa lại được bất cứ lúc nào.",
  sample: "Xem thử với dữ liệu mẫu",
  sampleText: "Có sẵn số liệu, kế hoạch, kết luận và báo cáo của các cơ quan mẫu để làm quen. Không lẫn với dữ liệu của cơ quan.",

  setUp: "Khai báo cơ quan",
  setUpLead: "Chỉ các ô có dấu * là cần ngay. Phần còn lại đã ghi sẵn theo thói quen chung; hãy đối chiếu rồi sửa cho đúng với cơ quan.",
  back: "Quay lại",
  create: "Tạo dữ liệu của cơ quan",

  troubleTitle: {
    newer: "Dữ liệu do phiên bản mới hơn ghi",
    unusable: "Không mở được tệp dữ liệu",
    unreachable: "Chương trình chưa đọc được dữ liệu",
  },
  troubleHelp: {
    newer:
      "Hãy cài phiên bản chương trình mới hơn rồi mở lại. Dữ liệu vẫn còn nguyên, chương trình này không sửa gì trong tệp.",
    unusable:
      "Tệp vẫn được giữ nguyên tại chỗ. Có thể khôi phục một bản sao lưu dưới đây; tệp hiện tại sẽ được cất sang bên cạnh trước khi thay.",
    unreachable: "Hãy thử lại. Nếu vẫn không được, đóng chương trình rồi mở lại; dữ liệu đã lưu không bị ảnh hưởng.",
  },
  openFolder: "Mở thư mục dữ liệu",
  backups: "Các bản sao lưu",
  noBackups: "Chưa thấy bản sao lưu nào cạnh tệp dữ liệu.",
  restore: "Khôi phục bản này",
};
