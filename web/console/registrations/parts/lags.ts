/** Of a large event: its people are read from a roll, which the stream keeps. */
export const LAGS =
  'Danh sách lớn: số đếm có thể chậm vài giây; từng người được hiển thị theo dữ liệu mới nhất.';
