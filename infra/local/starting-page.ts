/** Asks again by itself until the site is there. @param steps done so far; the last one is under way */
export const startingPage = (steps: readonly string[]): string => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="refresh" content="2">
<title>Đang khởi động – Nhịp Cầu</title>
<link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark; }
body { font: 112.5%/1.55 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; }
</style>
</head>
<body>
<main>
<h1>Nhịp Cầu đang khởi động</h1>
<p>Trang tự mở khi xong, không cần tải lại. Lần đầu có thể mất khoảng một phút vì phải tạo dữ liệu mẫu.</p>
<ol>
${steps.map((step) => `<li>${step}</li>`).join('\n')}
</ol>
<p lang="en">Nhịp Cầu is starting. This page opens by itself when it is ready.</p>
</main>
</body>
</html>
`;
