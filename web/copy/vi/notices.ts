export const notices = {
  stopTitle: 'Thôi nhận thư',
  stopWords:
    'Chúng tôi sẽ không gửi thư báo tới địa chỉ email này nữa. Khi có việc cần báo (có chỗ, hoãn, hủy, nhắc lịch), cán bộ sẽ gọi điện.',
  stopButton: 'Thôi nhận thư',
  stopped: 'Đã thôi gửi thư',
  stoppedWords: 'Từ nay chúng tôi báo qua điện thoại. Đăng ký của ông/bà vẫn được giữ.',
  againButton: 'Tôi vẫn muốn nhận thư',
  again: 'Sẽ tiếp tục gửi thư',
  againWords: 'Khi có việc cần báo, chúng tôi lại gửi thư tới địa chỉ này.',
};
