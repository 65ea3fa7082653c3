export interface InfoPage {
  title: string;
  lead: string;
  parts: readonly { heading: string; lines: readonly string[] }[];
}

/** Pages that say how the site treats people and their data. Law: 91/2025/QH15, in force since 2026-01-01. */
export const info = {
  privacy: (department: string): InfoPage => ({
    title: 'Quyền riêng tư',
    lead: `${department} chỉ dùng thông tin ông/bà ghi khi đăng ký vào những việc nêu dưới đây, theo Luật Bảo vệ dữ liệu cá nhân (Luật số 91/2025/QH15).`,
    parts: [
      {
        heading: 'Chúng tôi lưu những gì',
        lines: [
          'Họ tên, số điện thoại, đơn vị hoặc cơ quan; và nếu ông/bà ghi: tổ hòa giải, vai trò, chức vụ, giới tính, năm sinh, email, nhu cầu hỗ trợ.',
          'Lớp, hội nghị đã đăng ký, được cử và đã dự.',
          'Lần đồng ý của ông/bà: lời đồng ý, thời điểm. Người được cơ quan cử: căn cứ do cơ quan cử ghi.',
          'Chúng tôi không hỏi dân tộc, không thu hình ảnh giấy tờ tùy thân. Nhu cầu phiên dịch là do ông/bà tự ghi.',
        ],
      },
      {
        heading: 'Dùng vào việc gì',
        lines: [
          'Tổ chức lớp, hội nghị: giữ chỗ, gọi báo, danh sách ký nhận, phiên dịch, hỗ trợ.',
          'Báo cáo kết quả bồi dưỡng hòa giải viên. Báo cáo chỉ gồm số liệu tổng hợp.',
          'Lưu quá trình bồi dưỡng của ông/bà.',
        ],
      },
      {
        heading: 'Ai được xem',
        lines: [
          'Cán bộ phụ trách lớp, hội nghị; cán bộ của địa phương hoặc cơ quan đã cử ông/bà, trong phần của mình.',
          'Không đăng công khai, không bán, không dùng để quảng cáo.',
        ],
      },
      {
        heading: 'Quyền của ông/bà',
        lines: [
          'Xem và sửa thông tin bất cứ lúc nào bằng mã đăng ký và số điện thoại.',
          'Rút lại đồng ý, yêu cầu hạn chế hoặc xóa dữ liệu. Chúng tôi trả lời trong 2 ngày làm việc và thực hiện trong 15 ngày.',
          'Khiếu nại nếu thấy dữ liệu bị dùng sai.',
        ],
      },
      {
        heading: 'Trên trang này',
        lines: [
          'Trang chỉ lưu trên máy của ông/bà cỡ chữ đã chọn và, trong 30 phút sau khi đăng ký hoặc xem lại, dấu cho biết đăng ký nào là của ông/bà. Không có công cụ theo dõi.',
        ],
      },
    ],
  }),
  accessibility: (): InfoPage => ({
    title: 'Hỗ trợ tiếp cận',
    lead: 'Trang này làm theo tiêu chuẩn WCAG 2.2 mức AA và Thông tư 26/2020/TT-BTTTT, để ai cũng dùng được, kể cả trên điện thoại cũ và đường truyền yếu.',
    parts: [
      {
        heading: 'Trang này có gì',
        lines: [
          'Cỡ chữ: bấm A− hoặc A+ ở đầu trang.',
          'Chế độ tối: trang theo cài đặt sáng, tối của máy.',
          'Bàn phím và trình đọc màn hình: mọi việc đều làm được, không cần chuột.',
          'Không cần JavaScript, không cần email, không cần tài khoản.',
          'Mọi trang đều in được.',
        ],
      },
      {
        heading: 'Khi tham dự',
        lines: [
          'Trong phiếu đăng ký, ông/bà có thể ghi cần người phiên dịch tiếng Khmer hoặc hỗ trợ khác, như xe lăn, chỗ ngồi gần.',
          'Không có điện thoại thông minh vẫn tham dự được: đến nơi đọc mã hoặc nói tên.',
        ],
      },
      {
        heading: 'Gặp khó khăn',
        lines: [
          'Vui lòng gọi hoặc viết thư. Chúng tôi đăng ký giúp qua điện thoại và khắc phục khi trang có điểm chưa thuận tiện.',
        ],
      },
    ],
  }),
  contact: 'Liên hệ',
};
