# shellcheck shell=bash
# xóa bản dựng và dữ liệu thử · removes build/ and the demo's state in .dev/ (never anything else)
rm -rf build .dev
say "Đã xóa build/ và .dev/"
