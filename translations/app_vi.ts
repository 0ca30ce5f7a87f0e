<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>Ctl</name>
    <message>
        <source>The dossier was not created. Mend the answers above and run the command again.</source>
        <translation>Chưa tạo hồ sơ. Xin sửa các mục nêu trên rồi chạy lại lệnh.</translation>
    </message>
    <message>
        <source>Kiosk ready for %1.</source>
        <translation>Máy đã sẵn sàng cho %1.</translation>
    </message>
    <message>
        <source>The log of acts is intact: %1 entries.</source>
        <translation>Nhật ký còn nguyên vẹn: %1 dòng.</translation>
    </message>
    <message>
        <source>Received by the portal: %1. Refused: %2. Still waiting: %3.</source>
        <translation>Cổng đã nhận: %1. Cổng từ chối: %2. Còn chờ gửi: %3.</translation>
    </message>
    <message>
        <source>Folder of the kiosk (holds motcua.db).</source>
        <translation>Thư mục của máy (chứa motcua.db).</translation>
    </message>
    <message>
        <source>File with the passphrase; - reads standard input. Without it the machine&apos;s keychain is asked.</source>
        <translation>Tệp chứa mật khẩu; dấu - là đọc từ đầu vào chuẩn. Nếu không có thì hỏi chùm khóa của máy.</translation>
    </message>
    <message>
        <source>Login whose passphrase it is; for “init” and “account add” the login to create.</source>
        <translation>Tên đăng nhập của mật khẩu đó; với “init” và “account add” là tên sẽ tạo.</translation>
    </message>
    <message>
        <source>Print JSON.</source>
        <translation>In ra JSON.</translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation>In phần trợ giúp này.</translation>
    </message>
    <message>
        <source>Print the version.</source>
        <translation>In phiên bản.</translation>
    </message>
    <message>
        <source>Five-digit commune code.</source>
        <translation>Mã xã gồm năm chữ số.</translation>
    </message>
    <message>
        <source>Address of the portal, https://host[:port].</source>
        <translation>Địa chỉ cổng, https://máy[:cổng].</translation>
    </message>
    <message>
        <source>The province&apos;s certificate (PEM) that signs the portal&apos;s.</source>
        <translation>Chứng thư (PEM) của tỉnh, dùng để ký chứng thư của cổng.</translation>
    </message>
    <message>
        <source>File with the portal&apos;s token for this kiosk; - reads standard input.</source>
        <translation>Tệp chứa mã do cổng cấp cho máy này; dấu - là đọc từ đầu vào chuẩn.</translation>
    </message>
    <message>
        <source>Two digits that tell the kiosks of one commune apart.</source>
        <translation>Hai chữ số phân biệt các máy trong cùng một xã.</translation>
    </message>
    <message>
        <source>officer, member or it.</source>
        <translation>officer (công chức), member (tổ công nghệ số) hoặc it (cán bộ CNTT).</translation>
    </message>
    <message>
        <source>Name of the account shown on screens.</source>
        <translation>Tên hiển thị của tài khoản.</translation>
    </message>
    <message>
        <source>File with the passphrase of the new account.</source>
        <translation>Tệp chứa mật khẩu của tài khoản mới.</translation>
    </message>
    <message>
        <source>Memory for guarding the passphrase, MiB (64 to 1024, default 256).</source>
        <translation>Bộ nhớ dùng để bảo vệ mật khẩu, MiB (từ 64 đến 1024, mặc định 256).</translation>
    </message>
    <message>
        <source>Mark the kiosk as a demonstration.</source>
        <translation>Đánh dấu máy này là máy thử.</translation>
    </message>
    <message>
        <source>Code of the procedure.</source>
        <translation>Mã thủ tục.</translation>
    </message>
    <message>
        <source>JSON file with the answers; - reads standard input.</source>
        <translation>Tệp JSON chứa nội dung khai; dấu - là đọc từ đầu vào chuẩn.</translation>
    </message>
    <message>
        <source>A paper: component code and file. May be repeated.</source>
        <translation>Một giấy tờ: mã thành phần và tệp. Dùng được nhiều lần.</translation>
    </message>
    <message>
        <source>Submit the dossier when it is complete.</source>
        <translation>Nộp hồ sơ khi đã đầy đủ.</translation>
    </message>
    <message>
        <source>Only dossiers whose name or code match; tone marks do not matter.</source>
        <translation>Chỉ những hồ sơ có tên hoặc mã khớp; không cần gõ dấu.</translation>
    </message>
    <message>
        <source>all, drafts, unsent, in-doubt, needs-action, submitted, late or withdrawn.</source>
        <translation>all (tất cả), drafts (nháp), unsent (chưa gửi), in-doubt (chưa rõ), needs-action (cần xử lý), submitted (đã nộp), late (quá hạn) hoặc withdrawn (đã rút).</translation>
    </message>
    <message>
        <source>At most this many lines (default 200).</source>
        <translation>Nhiều nhất bấy nhiêu dòng (mặc định 200).</translation>
    </message>
    <message>
        <source>File to write.</source>
        <translation>Tệp sẽ ghi.</translation>
    </message>
    <message>
        <source>Go on until nothing is left to send.</source>
        <translation>Làm tiếp cho đến khi không còn gì để gửi.</translation>
    </message>
    <message>
        <source>Give up after this many seconds (default 300).</source>
        <translation>Dừng sau bấy nhiêu giây (mặc định 300).</translation>
    </message>
    <message>
        <source>Six digits of the bank that fees are paid to.</source>
        <translation>Sáu chữ số mã ngân hàng nhận phí.</translation>
    </message>
    <message>
        <source>Number of the account that fees are paid to.</source>
        <translation>Số tài khoản nhận phí.</translation>
    </message>
    <message>
        <source>Name of the account&apos;s holder, printed beside the code.</source>
        <translation>Tên chủ tài khoản, in cạnh mã.</translation>
    </message>
    <message>
        <source>Take the account away: no slip carries a code for transfers.</source>
        <translation>Bỏ tài khoản: phiếu không in mã chuyển khoản.</translation>
    </message>
    <message>
        <source>No account: slips carry no code for transfers.</source>
        <translation>Chưa có tài khoản: phiếu không in mã chuyển khoản.</translation>
    </message>
    <message>
        <source>Public key whose procedures this kiosk takes (for “init”; may be repeated).</source>
        <translation>Khóa công khai mà máy này nhận thủ tục do nó ký (cho “init”; có thể lặp lại).</translation>
    </message>
    <message>
        <source>Number of the signed file; only ever grows.</source>
        <translation>Số của tệp đã ký; chỉ tăng.</translation>
    </message>
    <message>
        <source>What is new, for people.</source>
        <translation>Điểm mới, viết cho người đọc.</translation>
    </message>
    <message>
        <source>%1 file(s) read, %2 error(s), %3 warning(s).</source>
        <translation>Đã đọc %1 tệp: %2 lỗi, %3 cảnh báo.</translation>
    </message>
    <message>
        <source>Signed: number %1, %2 file(s), %3 bytes.</source>
        <translation>Đã ký: số %1, %2 tệp, %3 byte.</translation>
    </message>
    <message>
        <source>Key %1. Keep the private file where files are signed; give kiosks the .pub file.</source>
        <translation>Khóa %1. Giữ tệp bí mật ở nơi ký; các máy chỉ dùng tệp .pub.</translation>
    </message>
    <message>
        <source>This kiosk now trusts the key %1.</source>
        <translation>Máy này từ nay tin khóa %1.</translation>
    </message>
    <message>
        <source>This kiosk no longer trusts the key %1.</source>
        <translation>Máy này không còn tin khóa %1.</translation>
    </message>
    <message>
        <source>Installed: number %1 of %2, %3</source>
        <translation>Đã cài: số %1 ngày %2, %3</translation>
    </message>
    <message>
        <source>No file of procedures is installed; those that came with the program serve.</source>
        <translation>Chưa cài bộ thủ tục nào; máy dùng các thủ tục đi kèm chương trình.</translation>
    </message>
    <message>
        <source>Trusted key: %1</source>
        <translation>Khóa được tin: %1</translation>
    </message>
    <message>
        <source>Write the list for the citizen as PDF too.</source>
        <translation>Ghi thêm bản hướng dẫn cho công dân thành tệp PDF.</translation>
    </message>
    <message>
        <source>Papers and results may cost this many megabytes a day; 0 = no limit.</source>
        <translation>Giấy tờ và kết quả được dùng tối đa từng này MB mỗi ngày; 0 = không giới hạn.</translation>
    </message>
    <message>
        <source>forms-only: papers wait; everything: they go.</source>
        <translation>forms-only: giấy tờ chờ; everything: gửi cả giấy tờ.</translation>
    </message>
    <message>
        <source>For “mend”: a paper to take out, by its name. May be repeated.</source>
        <translation>Cho “mend”: giấy tờ cần bỏ ra, theo tên. Có thể lặp lại.</translation>
    </message>
    <message>
        <source>Which submission of the dossier (default: the newest that was received).</source>
        <translation>Lần nộp nào của hồ sơ (mặc định: lần mới nhất cổng đã nhận).</translation>
    </message>
    <message>
        <source>Papers: at most %1 a day.</source>
        <translation>Giấy tờ: tối đa %1 mỗi ngày.</translation>
    </message>
    <message>
        <source>Papers: no daily limit.</source>
        <translation>Giấy tờ: không giới hạn mỗi ngày.</translation>
    </message>
    <message>
        <source>Forms only: papers wait until this is changed or a dossier is ordered to go now.</source>
        <translation>Chỉ gửi tờ khai: giấy tờ chờ đến khi đổi thiết lập này hoặc có lệnh gửi ngay cho từng hồ sơ.</translation>
    </message>
    <message>
        <source>Forms and papers go on every network.</source>
        <translation>Tờ khai và giấy tờ đều được gửi trên mọi mạng.</translation>
    </message>
    <message>
        <source>Papers and results today: %1.</source>
        <translation>Giấy tờ và kết quả hôm nay: %1.</translation>
    </message>
    <message>
        <source>No key for receipts is pinned yet: the first receipt brings it.</source>
        <translation>Chưa ghim khóa ký giấy tiếp nhận: lần nhận đầu tiên sẽ ghim.</translation>
    </message>
    <message>
        <source>Fingerprint of the portal&apos;s key for receipts: %1</source>
        <translation>Dấu vân tay khóa ký giấy tiếp nhận của cổng: %1</translation>
    </message>
    <message>
        <source>Request %1%2%3: %4</source>
        <translation>Yêu cầu %1%2%3: %4</translation>
    </message>
    <message>
        <source>(answered)</source>
        <translation>(đã bổ sung)</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hạn %1</translation>
    </message>
    <message>
        <source>here</source>
        <translation>đã về đủ</translation>
    </message>
    <message>
        <source>%1 of %2 so far</source>
        <translation>đã về %1 trên %2</translation>
    </message>
    <message>
        <source>Message: %1</source>
        <translation>Lời nhắn: %1</translation>
    </message>
    <message>
        <source>This kiosk is now %1. Dossiers that wait keep their numbers: %2.</source>
        <translation>Định danh mới của máy này: %1. Số hồ sơ đang chờ, giữ nguyên số: %2.</translation>
    </message>
    <message>
        <source>portal (default), or national: the DongBoHoSoMC shapes, not yet tested against a real endpoint.</source>
        <translation>portal (mặc định), hoặc national: theo khuôn DongBoHoSoMC, chưa thử với hệ thống thật.</translation>
    </message>
    <message>
        <source>Settings of the national gateway (JSON, docs/national-connector.md).</source>
        <translation>Cấu hình của cổng kết nối quốc gia (JSON, docs/national-connector.md).</translation>
    </message>
    <message>
        <source>File with the passphrase of the assist pack; without it one is made and shown once.</source>
        <translation>Tệp chứa mật khẩu của gói hỗ trợ nhập; nếu không nêu, chương trình tự tạo và hiện một lần.</translation>
    </message>
    <message>
        <source>Official code that the portal&apos;s page gave.</source>
        <translation>Mã hồ sơ chính thức mà trang của Cổng đã cấp.</translation>
    </message>
    <message>
        <source>Passphrase, shown only now: %1</source>
        <translation>Mật khẩu, chỉ hiện lúc này: %1</translation>
    </message>
    <message>
        <source>This machine no longer sends the dossier by itself. Enter its official code with “dossier entered”, or let it be sent again with “dossier give-back”.</source>
        <translation>Máy này không tự gửi hồ sơ nữa. Nhập mã chính thức bằng “dossier entered”, hoặc để máy gửi lại bằng “dossier give-back”.</translation>
    </message>
    <message>
        <source>National connector (DongBoHoSoMC): not yet tested against a real endpoint. Compare what arrived with the system of the province.</source>
        <translation>Kết nối quốc gia (DongBoHoSoMC): chưa thử với hệ thống thật. Hãy đối chiếu những gì đã đến với hệ thống của tỉnh.</translation>
    </message>
    <message>
        <source>Telephone of the counter, printed for citizens; empty text takes it away.</source>
        <translation>Điện thoại của quầy, in cho người dân; để trống thì bỏ.</translation>
    </message>
    <message>
        <source>When the counter is open, printed for citizens.</source>
        <translation>Giờ làm việc của quầy, in cho người dân.</translation>
    </message>
    <message>
        <source>Where the counter is, printed for citizens.</source>
        <translation>Địa chỉ của quầy, in cho người dân.</translation>
    </message>
    <message>
        <source>Found at the national gateway, without a receipt: %1.</source>
        <translation>Trục quốc gia báo đã có, không có biên nhận: %1.</translation>
    </message>
    <message>
        <source>Key that signs procedures: private for “pack” (may be repeated), public for “trust”. For “vault recovery add” the province&apos;s.</source>
        <translation>Khóa ký thủ tục: khóa riêng cho “pack” (có thể lặp lại), khóa công khai cho “trust”. Với “vault recovery add” là khóa của tỉnh.</translation>
    </message>
    <message>
        <source>File with the PIN, 6 to 12 digits.</source>
        <translation>Tệp chứa mã PIN, 6 đến 12 chữ số.</translation>
    </message>
    <message>
        <source>Remove the account without renewing the key (disk full, or accounts that must sign in first).</source>
        <translation>Gỡ tài khoản mà không thay khóa (đĩa đầy, hoặc còn tài khoản phải đăng nhập trước).</translation>
    </message>
    <message>
        <source>The province&apos;s answer, as it was read over the telephone.</source>
        <translation>Mã trả lời của tỉnh, như đã đọc qua điện thoại.</translation>
    </message>
    <message>
        <source>The province&apos;s answer as a file; - reads standard input.</source>
        <translation>Mã trả lời của tỉnh dưới dạng tệp; - đọc từ đầu vào chuẩn.</translation>
    </message>
    <message>
        <source>At the province: the kiosk&apos;s challenge, as it was read over the telephone.</source>
        <translation>Ở tỉnh: mã yêu cầu của máy, như đã đọc qua điện thoại.</translation>
    </message>
    <message>
        <source>At the province: the kiosk&apos;s challenge as a file.</source>
        <translation>Ở tỉnh: mã yêu cầu của máy dưới dạng tệp.</translation>
    </message>
    <message>
        <source>At the province: its private key.</source>
        <translation>Ở tỉnh: khóa riêng của tỉnh.</translation>
    </message>
    <message>
        <source>Key %1. Fingerprint: %2</source>
        <translation>Khóa %1. Dấu vân tay: %2</translation>
    </message>
    <message>
        <source>Keep the private file and its passphrase offline at the province, apart from each other. Give kiosks the .pub file, and read them the fingerprint over another way.</source>
        <translation>Giữ tệp khóa riêng và mật khẩu của nó ở tỉnh, ngoài mạng, cách xa nhau. Đưa tệp .pub cho các máy và đọc dấu vân tay qua một đường khác.</translation>
    </message>
    <message>
        <source>The key was being renewed when the work stopped; the next opening finishes it.</source>
        <translation>Việc thay khóa bị dừng giữa chừng; lần mở máy tiếp theo sẽ hoàn tất.</translation>
    </message>
    <message>
        <source>Somebody was removed and the key was not renewed: run “motcuactl vault rotate”.</source>
        <translation>Đã gỡ một người nhưng chưa thay khóa: chạy “motcuactl vault rotate”.</translation>
    </message>
    <message>
        <source>Province key %1: NOT PROVED YET. Run “motcuactl vault challenge” and “vault test-recovery”.</source>
        <translation>Khóa của tỉnh %1: CHƯA ĐƯỢC THỬ. Chạy “motcuactl vault challenge” và “vault test-recovery”.</translation>
    </message>
    <message>
        <source>Province key %1: proved %2.</source>
        <translation>Khóa của tỉnh %1: đã thử ngày %2.</translation>
    </message>
    <message>
        <source>passphrase and PIN</source>
        <translation>mật khẩu và mã PIN</translation>
    </message>
    <message>
        <source>passphrase</source>
        <translation>mật khẩu</translation>
    </message>
    <message>
        <source>must sign in once before the key can be renewed</source>
        <translation>phải đăng nhập một lần thì mới thay khóa được</translation>
    </message>
    <message>
        <source>This machine&apos;s keychain opens the store for sync.</source>
        <translation>Kho khóa của máy mở kho dữ liệu để đồng bộ.</translation>
    </message>
    <message>
        <source>The keychain is not used; a passphrase opens the store.</source>
        <translation>Không dùng kho khóa; mật khẩu mở kho dữ liệu.</translation>
    </message>
    <message>
        <source>NO PROVINCE KEY: whoever forgets every passphrase loses what is here. Run “motcuactl vault recovery add --key FILE.pub”.</source>
        <translation>CHƯA CÓ KHÓA CỦA TỈNH: quên hết mật khẩu là không mở được dữ liệu nữa. Chạy “motcuactl vault recovery add --key TỆP.pub”.</translation>
    </message>
    <message>
        <source>  Fingerprint: %1</source>
        <translation>  Dấu vân tay: %1</translation>
    </message>
    <message>
        <source>The account %1 has its new passphrase. The answer works no more.</source>
        <translation>Tài khoản %1 đã có mật khẩu mới. Mã trả lời không còn dùng được nữa.</translation>
    </message>
    <message>
        <source>Proved: the province opens this kiosk with its key %1. The answer works no more.</source>
        <translation>Đã thử: tỉnh mở được máy này bằng khóa %1. Mã trả lời không còn dùng được nữa.</translation>
    </message>
    <message>
        <source>The PIN of %1 was taken away.</source>
        <translation>Đã bỏ mã PIN của %1.</translation>
    </message>
    <message>
        <source>%1 may sign in with the PIN on this machine.</source>
        <translation>%1 có thể đăng nhập bằng mã PIN trên máy này.</translation>
    </message>
    <message>
        <source>The account %1 has its new passphrase.</source>
        <translation>Tài khoản %1 đã có mật khẩu mới.</translation>
    </message>
    <message>
        <source>The key is renewed and the database is written anew under it. Every PIN has to be set again.</source>
        <translation>Đã thay khóa và ghi lại cơ sở dữ liệu bằng khóa mới. Mọi mã PIN phải được đặt lại.</translation>
    </message>
    <message>
        <source>%1 was removed. The key was not renewed: run “motcuactl vault rotate” soon.</source>
        <translation>Đã gỡ %1. Khóa chưa được thay: hãy sớm chạy “motcuactl vault rotate”.</translation>
    </message>
    <message>
        <source>The province&apos;s key was removed.</source>
        <translation>Đã gỡ khóa của tỉnh.</translation>
    </message>
    <message>
        <source>Province key %1 added. Compare its fingerprint with the province&apos;s: %2
The enrolment is finished when it is proved: “motcuactl vault challenge”, then “vault test-recovery”.</source>
        <translation>Đã thêm khóa của tỉnh %1. Đối chiếu dấu vân tay với tỉnh: %2
Việc cài đặt chỉ hoàn tất khi khóa đã được thử: “motcuactl vault challenge” rồi “vault test-recovery”.</translation>
    </message>
    <message>
        <source>First day, yyyy-mm-dd; for “store backups” the folder to look into.</source>
        <translation>Ngày đầu, yyyy-mm-dd; với “store backups” là thư mục cần xem.</translation>
    </message>
    <message>
        <source>Last day, yyyy-mm-dd (default today); for “dossier assist” and “store backup” the folder to write to.</source>
        <translation>Ngày cuối, yyyy-mm-dd (mặc định là hôm nay); với “dossier assist” và “store backup” là thư mục để ghi vào.</translation>
    </message>
    <message>
        <source>Only say what would be purged.</source>
        <translation>Chỉ cho biết sẽ dọn những gì.</translation>
    </message>
    <message>
        <source>Keep finished dossiers so many days after their end at the portal (default 90); 0 = for ever.</source>
        <translation>Giữ hồ sơ đã xong chừng ấy ngày kể từ khi kết thúc tại cổng (mặc định 90); 0 = giữ mãi.</translation>
    </message>
    <message>
        <source>Restore although the present database holds more; it is kept beside.</source>
        <translation>Vẫn khôi phục dù cơ sở dữ liệu hiện tại có nhiều hơn; bản hiện tại được giữ bên cạnh.</translation>
    </message>
    <message>
        <source>Backup made and read back whole: %1 (%2).</source>
        <translation>Đã tạo bản sao lưu và đọc lại nguyên vẹn: %1 (%2).</translation>
    </message>
    <message>
        <source>%1	%2	%3	whole: %4 dossiers, %5 of them not sent yet then</source>
        <translation>%1	%2	%3	nguyên vẹn: %4 hồ sơ, khi đó %5 hồ sơ chưa gửi</translation>
    </message>
    <message>
        <source>%1	%2	%3	NOT USABLE (%4)</source>
        <translation>%1	%2	%3	KHÔNG DÙNG ĐƯỢC (%4)</translation>
    </message>
    <message>
        <source>There is no backup in this folder.</source>
        <translation>Thư mục này chưa có bản sao lưu nào.</translation>
    </message>
    <message>
        <source>Every page of the dossier file is sound.</source>
        <translation>Mọi trang của tệp hồ sơ đều nguyên vẹn.</translation>
    </message>
    <message>
        <source>%1 dossiers would be purged, %2. Their receipts, codes and journal stay.</source>
        <translation>Sẽ dọn %1 hồ sơ, %2. Giấy tiếp nhận, các mã và nhật ký của chúng được giữ lại.</translation>
    </message>
    <message>
        <source>%1 dossiers were purged, %2. Their receipts, codes and journal stay.</source>
        <translation>Đã dọn %1 hồ sơ, %2. Giấy tiếp nhận, các mã và nhật ký của chúng được giữ lại.</translation>
    </message>
    <message>
        <source>The backup is the kiosk&apos;s database again. What was waiting in it counts as in doubt and is asked for at the portal first, so nothing is sent twice.</source>
        <translation>Bản sao lưu đã trở lại làm cơ sở dữ liệu của máy. Hồ sơ đang chờ trong đó được coi là chưa rõ và được hỏi cổng trước, nên không hồ sơ nào bị gửi hai lần.</translation>
    </message>
    <message>
        <source>The database before is kept in %1.</source>
        <translation>Cơ sở dữ liệu trước đó được giữ trong %1.</translation>
    </message>
    <message>
        <source>Nobody can tell what it holds beyond the backup: keep it for the help desk.</source>
        <translation>Không thể biết bản đó có gì hơn bản sao lưu: giữ lại cho bộ phận hỗ trợ.</translation>
    </message>
    <message>
        <source>It holds %1 dossiers that the backup does not know as they were: keep it for the help desk.</source>
        <translation>Trong đó có %1 hồ sơ mà bản sao lưu không có đúng như vậy: giữ lại cho bộ phận hỗ trợ.</translation>
    </message>
    <message>
        <source>If the portal now says that a copy of this kiosk is about (MC-522), run “motcuactl kiosk renew”.</source>
        <translation>Nếu cổng báo có một bản sao của máy này đang hoạt động (MC-522), chạy “motcuactl kiosk renew”.</translation>
    </message>
    <message>
        <source>%1: %2 rows kept, %3 unreadable, %4 of these taken from a backup</source>
        <translation>%1: giữ được %2 dòng, %3 dòng không đọc được, trong đó %4 dòng lấy lại từ bản sao lưu</translation>
    </message>
    <message>
        <source>%1: %2 rows kept; more may be missing</source>
        <translation>%1: giữ được %2 dòng; có thể còn thiếu dòng khác</translation>
    </message>
    <message>
        <source>All that could be read is in a new dossier file: %1 rows. Not readable: %2.</source>
        <translation>Mọi thứ đọc được đã nằm trong một tệp hồ sơ mới: %1 dòng. Không đọc được: %2.</translation>
    </message>
    <message>
        <source>%1 papers are not whole: an officer scans them again; “motcuactl doctor” names those that wait.</source>
        <translation>%1 giấy tờ không còn nguyên vẹn: công chức cần quét lại; “motcuactl doctor” nêu tên những giấy tờ đang chờ gửi.</translation>
    </message>
    <message>
        <source>%1 rows are kept whose dossier could not be read: call the help desk.</source>
        <translation>Có %1 dòng được giữ lại mà không đọc được hồ sơ của chúng: hãy gọi bộ phận hỗ trợ.</translation>
    </message>
    <message>
        <source>Entries of the log of acts are missing; “motcuactl journal verify” names the first.</source>
        <translation>Nhật ký thao tác thiếu một số mục; “motcuactl journal verify” cho biết mục đầu tiên.</translation>
    </message>
    <message>
        <source>The damaged file is kept untouched in %1. Look at the disk: it may be failing.</source>
        <translation>Tệp hỏng được giữ nguyên trong %1. Hãy kiểm tra ổ đĩa: ổ có thể sắp hỏng.</translation>
    </message>
    <message>
        <source>For “init”: the province&apos;s public key, which opens this kiosk when everything is forgotten.</source>
        <translation>Cho “init”: khóa công khai của tỉnh, dùng để mở máy khi quên hết mật khẩu.</translation>
    </message>
    <message>
        <source>For “dossier confirm”: signature, fingerprint or read-aloud.</source>
        <translation>Cho “dossier confirm”: signature, fingerprint hoặc read-aloud.</translation>
    </message>
    <message>
        <source>For “dossier confirm”: in which language it was read out (vi, hmn, km …).</source>
        <translation>Cho “dossier confirm”: đọc lại bằng tiếng nào (vi, hmn, km …).</translation>
    </message>
    <message>
        <source>Compare this fingerprint of the province&apos;s key with the province&apos;s: %1
The enrolment is finished when it is proved: “motcuactl vault challenge”, then “vault test-recovery”.</source>
        <translation>Đối chiếu dấu vân tay của khóa với tỉnh: %1
Việc cài đặt chỉ hoàn tất khi khóa đã được thử: “motcuactl vault challenge” rồi “vault test-recovery”.</translation>
    </message>
    <message>
        <source>Nobody can open this kiosk when every passphrase is forgotten: give it the province&apos;s key with “motcuactl vault recovery add”.</source>
        <translation>Nếu quên hết mật khẩu thì không ai mở được máy này: thêm khóa của tỉnh bằng “motcuactl vault recovery add”.</translation>
    </message>
    <message>
        <source>Entry %1 is missing.</source>
        <translation>Dòng %1 bị thiếu.</translation>
    </message>
    <message>
        <source>Entry %1 was changed.</source>
        <translation>Dòng %1 đã bị sửa.</translation>
    </message>
    <message>
        <source>Entry %1 was changed, and the entries behind it were made to fit.</source>
        <translation>Dòng %1 đã bị sửa, các dòng sau bị làm cho khớp theo.</translation>
    </message>
    <message>
        <source>Entry %1 is sealed with a key that is not known here.</source>
        <translation>Dòng %1 được niêm bằng khóa mà máy này không biết.</translation>
    </message>
    <message>
        <source>Entries from %1 on were cut off.</source>
        <translation>Các dòng từ %1 trở đi đã bị cắt.</translation>
    </message>
    <message>
        <source>At entry %1 another one stands than was anchored.</source>
        <translation>Tại dòng %1 có nội dung khác với dấu đã giữ.</translation>
    </message>
    <message>
        <source>The file beside the database that holds the last known entry (motcua.db.anchor) is not this kiosk&apos;s.</source>
        <translation>Tệp giữ dấu dòng cuối (motcua.db.anchor) không phải của máy này.</translation>
    </message>
    <message>
        <source>The log of acts is not whole. Keep this machine as it is and call the province.</source>
        <translation>Nhật ký không còn nguyên vẹn. Giữ nguyên máy và gọi bộ phận hỗ trợ của tỉnh.</translation>
    </message>
    <message>
        <source>Checked against entry %1 (this machine) and entry %2 (portal).</source>
        <translation>Đã đối chiếu với dòng %1 (máy này) và dòng %2 (cổng).</translation>
    </message>
    <message>
        <source>The clock of this machine was set %1 times.</source>
        <translation>Đồng hồ của máy đã bị đổi %1 lần.</translation>
    </message>
    <message>
        <source>Handed over to the officers. This account sees it no more.</source>
        <translation>Đã bàn giao cho công chức. Tài khoản này không còn thấy hồ sơ.</translation>
    </message>
    <message>
        <source>Taken over.</source>
        <translation>Đã tiếp nhận.</translation>
    </message>
    <message>
        <source>on: a smaller picture goes before the original, where the procedure allows it; off.</source>
        <translation>on: ảnh thu nhỏ đi trước bản gốc, nơi thủ tục cho phép; off: không.</translation>
    </message>
    <message>
        <source>motcuactl: the kiosk&apos;s engine without a screen.

  init --commune CODE --portal URL --ca FILE [--recovery-key FILE.pub]   set up a kiosk in an empty folder
  account add|list                                people who may sign in
  account disable|enable LOGIN                    their drafts stay sealed, what they submitted is sent
  payment [--bank-bin B --bank-account N --bank-holder H | --none]  account that fees are paid to
  office [--office-phone T --office-hours T --office-address T]  what papers say of the counter
  procedures                                      procedures this kiosk knows
  procedure list                                  every version, its validity and where it came from
  procedure check FILE...                         judges files of procedures, by JSON pointers
  procedure keygen --out FILE                     a key that signs procedures (FILE and FILE.pub)
  procedure pack --key FILE --serial N -o OUT FILE...   signs procedures and data as one file
  procedure install FILE                          takes a signed file, or nothing of it
  procedure trust --key FILE.pub | distrust KID   whose signature this kiosk believes
  dossier new --procedure CODE --data FILE        capture a dossier (--attach, --submit)
  dossier list | show ID                          read
  dossier update ID --data FILE                   replace the answers of a draft
  dossier attach ID --attach COMPONENT=FILE       add papers to a draft
  dossier detach ID NAME                          take a paper out of a draft
  dossier submit ID | withdraw ID                 hand in, or stop; nothing is deleted
  dossier slip ID --out FILE                      the provisional slip as PDF
  dossier declare-payment ID | retract-payment ID what the citizen says about a transfer
  dossier missing ID [--pdf FILE]                 everything missing or doubtful, once
  dossier papers ID                               official papers that can be printed now
  dossier paper ID PAPER -o FILE                  one of them as PDF
  dossier mend ID [--data FILE --attach C=FILE --detach NAME --submit]   a refused dossier, or a supplement
  dossier send-now ID [--none]                    its papers go whatever the settings say
  dossier portal ID                               requests, results and messages of the portal
  dossier result ID RESULT -o FILE                a result as a file
  dossier told ID                                 the citizen was told of what came
  dossier receipt ID [--revision N] [-o FILE]     the portal&apos;s signed receipt
  dossier assist ID --to DIR                      encrypted pack for entering it at a portal&apos;s page by hand
  dossier entered ID --code CODE                  the portal&apos;s page gave this official code
  dossier give-back ID                            nobody entered it: sync may send it again
  dossier hand-over ID | take-over ID             a draft to the officers; an officer answers for it
  dossier confirm ID --confirmed WORD [--language TAG]   how the citizen confirmed the answers
  register --from DAY [--to DAY] -o FILE          the register of dossiers (Mẫu 07) as PDF
  sync [--until-idle] [--timeout S]               exchange with the portal
  settings [--daily-mb N --metered forms-only|everything --small-first on|off]   what may be sent, and what today has cost
  portal key [--key FILE | --none]                the key that proves receipts: show, replace, forget
  kiosk renew [--token-file FILE]                 a new identity when a copy of this kiosk is about
  vault status                                    who and what opens this kiosk; whether the province can
  vault pin set --pin-file F | pin remove         a PIN for the account of the passphrase, on this machine
  vault passphrase change --new-passphrase-file F a new passphrase for the account of the passphrase
  vault remove ACCOUNT [--keep-key]               somebody leaves: slot removed, key renewed
  vault rotate                                    renews the key
  vault recovery add --key FILE.pub | recovery remove KEY   the province&apos;s key
  vault challenge [KEY] [-o FILE]                 what the province needs to open this kiosk
  vault test-recovery --answer TEXT|--answer-file F   proves that it can; finishes the enrolment
  vault recover --answer TEXT|--answer-file F --account LOGIN --new-passphrase-file F   everything forgotten
  vault province-key new --out F --passphrase-file P      at the province: makes its key
  vault answer --province-key F --passphrase-file P --challenge TEXT|--request FILE [-o FILE]   at the province
  store backup [--to DIR] | backups [--from DIR]  a verified copy; those that are there, each read whole
  store restore FILE [--set-aside]                a backup becomes the database; the one before is kept
  store check | salvage                           reads every page; saves what is readable of a damaged file
  store purge [--dry-run] [--days N]              finished dossiers leave this computer, receipts stay
  journal verify                                  check the log of acts
  journal report [--from DAY] [-o FILE]           what one day was, in numbers, as JSON or PDF
  journal export -o FILE                          its rows for an inspector, masked (officers only)
  journal settle                                  what the portal objected to was looked into
  doctor                                          check the machine, say what to do

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 cannot open the kiosk, 4 answers or papers refused,
5 not everything reached the portal, 6 not found, 7 doctor found something to do.
</source>
        <translation>motcuactl: phần lõi của Một Cửa, không có màn hình.

  init --commune MÃ --portal URL --ca TỆP [--recovery-key TỆP.pub]   lập máy mới trong một thư mục trống
  account add|list                                những người được đăng nhập
  account disable|enable LOGIN                    bản nháp được niêm, hồ sơ đã nộp vẫn được gửi
  payment [--bank-bin B --bank-account SỐ --bank-holder TÊN | --none]  tài khoản nhận phí
  office [--office-phone T --office-hours T --office-address T]  điều giấy tờ ghi về quầy
  procedures                                      các thủ tục máy này biết
  procedure list                                  mọi phiên bản, thời gian hiệu lực và nguồn của từng thủ tục
  procedure check FILE...                         soát tệp thủ tục, chỉ chỗ sai bằng JSON pointer
  procedure keygen --out FILE                     tạo khóa ký thủ tục (FILE và FILE.pub)
  procedure pack --key FILE --serial N -o OUT FILE...   ký thủ tục và dữ liệu thành một tệp
  procedure install FILE                          nhận một tệp đã ký, trọn vẹn hoặc không gì cả
  procedure trust --key FILE.pub | distrust KID   máy này tin chữ ký của ai
  dossier new --procedure MÃ --data TỆP           lập hồ sơ (--attach, --submit)
  dossier list | show ID                          xem
  dossier update ID --data TỆP                    thay nội dung khai của bản nháp
  dossier attach ID --attach THÀNHPHẦN=TỆP        thêm giấy tờ vào bản nháp
  dossier detach ID TÊN                           bỏ một giấy tờ khỏi bản nháp
  dossier submit ID | withdraw ID                 nộp, hoặc thôi không nộp; không xóa gì
  dossier slip ID --out TỆP                       phiếu ghi nhận tạm thời dạng PDF
  dossier missing ID [--pdf FILE]                 mọi điều còn thiếu hoặc cần xem lại, một lần
  dossier papers ID                               các giấy chính thức in được lúc này
  dossier paper ID PAPER -o FILE                  một trong các giấy đó, dạng PDF
  dossier mend ID [--data FILE --attach C=FILE --detach NAME --submit]   sửa hồ sơ bị từ chối, hoặc bổ sung
  dossier send-now ID [--none]                    gửi ngay giấy tờ của hồ sơ, không theo thiết lập
  dossier portal ID                               yêu cầu, kết quả và lời nhắn của cổng
  dossier result ID RESULT -o FILE                lưu một kết quả thành tệp
  dossier told ID                                 ghi nhận đã báo công dân
  dossier receipt ID [--revision N] [-o FILE]     giấy tiếp nhận có chữ ký của cổng
  dossier assist ID --to DIR                      gói mã hóa để nhập tay vào trang của Cổng
  dossier entered ID --code CODE                  trang của Cổng đã cấp mã chính thức này
  dossier give-back ID                            chưa ai nhập: máy được gửi lại
  dossier hand-over ID | take-over ID             bàn giao bản nháp cho công chức; công chức tiếp nhận
  dossier confirm ID --confirmed WORD [--language TAG]   người dân đã xác nhận bằng cách nào
  register --from DAY [--to DAY] -o FILE          Sổ theo dõi hồ sơ (Mẫu số 07), dạng PDF
  dossier declare-payment ID | retract-payment ID lời khai của người dân về việc chuyển khoản
  sync [--until-idle] [--timeout S]               trao đổi với cổng
  settings [--daily-mb N --metered forms-only|everything --small-first on|off]   được gửi những gì, hôm nay đã dùng bao nhiêu
  portal key [--key FILE | --none]                khóa chứng minh giấy tiếp nhận: xem, thay, bỏ
  kiosk renew [--token-file FILE]                 định danh mới khi có máy là bản sao của máy này
  vault status                                    ai và cái gì mở được máy này; tỉnh có mở được không
  vault pin set --pin-file F | pin remove         mã PIN cho tài khoản có mật khẩu đó, trên máy này
  vault passphrase change --new-passphrase-file F mật khẩu mới cho tài khoản có mật khẩu đó
  vault remove ACCOUNT [--keep-key]               có người nghỉ: gỡ ngăn khóa, thay khóa
  vault rotate                                    thay khóa
  vault recovery add --key FILE.pub | recovery remove KEY   khóa của tỉnh
  vault challenge [KEY] [-o FILE]                 mã tỉnh cần để mở máy này
  vault test-recovery --answer TEXT|--answer-file F   chứng tỏ tỉnh mở được; hoàn tất việc cài đặt
  vault recover --answer TEXT|--answer-file F --account LOGIN --new-passphrase-file F   đã quên tất cả
  vault province-key new --out F --passphrase-file P      ở tỉnh: tạo khóa của tỉnh
  vault answer --province-key F --passphrase-file P --challenge TEXT|--request FILE [-o FILE]   ở tỉnh
  store backup [--to DIR] | backups [--from DIR]  bản sao lưu đã kiểm tra; những bản đang có, đọc lại từng bản
  store restore FILE [--set-aside]                bản sao lưu thành cơ sở dữ liệu; bản trước được giữ lại
  store check | salvage                           đọc mọi trang; cứu những gì còn đọc được của tệp hỏng
  store purge [--dry-run] [--days N]              dọn hồ sơ đã xong khỏi máy này, giấy tiếp nhận vẫn giữ
  journal verify                                  kiểm tra nhật ký
  journal report [--from DAY] [-o FILE]           số liệu của một ngày, dạng JSON hoặc PDF
  journal export -o FILE                          các dòng nhật ký cho đoàn kiểm tra, đã che số (chỉ công chức)
  journal settle                                  đã xem xét điều cổng nêu về nhật ký
  doctor                                          kiểm tra máy và nói việc cần làm

Mã kết thúc: 0 xong, 1 không thành, 2 dùng sai lệnh, 3 không mở được máy, 4 nội dung hoặc giấy tờ bị từ chối,
5 chưa gửi hết lên cổng, 6 không tìm thấy, 7 doctor thấy có việc cần làm.
</translation>
    </message>
    <message>
        <source>Where the procedure allows it, a smaller picture goes first and the original follows.</source>
        <translation>Nơi thủ tục cho phép, ảnh thu nhỏ đi trước và bản gốc đi sau.</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>Một Cửa %1, Qt %2.</source>
        <translation>Một Cửa %1, Qt %2.</translation>
    </message>
    <message>
        <source>%1 free.</source>
        <translation>Còn trống %1.</translation>
    </message>
    <message>
        <source>No keychain (%1). Only the passphrase opens this kiosk.</source>
        <translation>Không có chùm khóa (%1). Chỉ mật khẩu mở được máy này.</translation>
    </message>
    <message>
        <source>This is allowed. Keep the passphrase where the office can find it.</source>
        <translation>Như vậy vẫn được. Hãy cất mật khẩu ở nơi cơ quan tìm lại được.</translation>
    </message>
    <message>
        <source>The keychain (%1) does not give the key now: %2</source>
        <translation>Chùm khóa (%1) hiện không trao khóa: %2</translation>
    </message>
    <message>
        <source>Nothing is lost: the passphrase still opens this kiosk. Unlock the keychain if it should open by itself.</source>
        <translation>Không mất gì: mật khẩu vẫn mở được máy này. Nếu muốn máy tự mở thì mở khóa chùm khóa.</translation>
    </message>
    <message>
        <source>The keychain (%1) opens this kiosk.</source>
        <translation>Chùm khóa (%1) mở được máy này.</translation>
    </message>
    <message>
        <source>The database is encrypted: SQLCipher %1.</source>
        <translation>Dữ liệu được mã hóa: SQLCipher %1.</translation>
    </message>
    <message>
        <source>Every page of the database is sound.</source>
        <translation>Mọi trang dữ liệu đều nguyên vẹn.</translation>
    </message>
    <message>
        <source>The log of acts was changed at entry %1.</source>
        <translation>Nhật ký đã bị thay đổi từ dòng %1.</translation>
    </message>
    <message>
        <source>Keep this machine as it is and call the province.</source>
        <translation>Giữ nguyên máy này và gọi cho tỉnh.</translation>
    </message>
    <message>
        <source>The log of acts is intact: %1 entries.</source>
        <translation>Nhật ký còn nguyên vẹn: %1 dòng.</translation>
    </message>
    <message>
        <source>%1 waiting for the portal (oldest: %2), %3 in doubt, %4 need action, %5 drafts.</source>
        <translation>%1 hồ sơ chờ gửi (cũ nhất: %2), %3 chưa rõ cổng đã nhận chưa, %4 cần xử lý, %5 bản nháp.</translation>
    </message>
    <message>
        <source>An officer should open the dossiers that need action.</source>
        <translation>Công chức nên mở các hồ sơ cần xử lý.</translation>
    </message>
    <message>
        <source>This machine says %1; without the portal nobody can tell whether that is right.</source>
        <translation>Đồng hồ máy đang là %1; khi chưa gặp được cổng thì không biết có đúng không.</translation>
    </message>
    <message>
        <source>Compare it with a telephone.</source>
        <translation>Hãy so với giờ trên điện thoại.</translation>
    </message>
    <message>
        <source>%1 answers, and it is our portal.</source>
        <translation>%1 trả lời, và đúng là cổng của ta.</translation>
    </message>
    <message>
        <source>This machine says %1; the portal did not tell its time.</source>
        <translation>Đồng hồ máy đang là %1; cổng không cho biết giờ của cổng.</translation>
    </message>
    <message>
        <source>This machine&apos;s clock agrees with the portal&apos;s.</source>
        <translation>Đồng hồ máy khớp với đồng hồ của cổng.</translation>
    </message>
    <message>
        <source>Set the clock of this machine.</source>
        <translation>Hãy chỉnh lại đồng hồ máy.</translation>
    </message>
    <message>
        <source>The free space of this disk cannot be told.</source>
        <translation>Không biết được chỗ trống còn lại trên đĩa này.</translation>
    </message>
    <message>
        <source>Look at it with the tools of the system.</source>
        <translation>Hãy xem bằng công cụ của hệ thống.</translation>
    </message>
    <message>
        <source>Days off are known until %1.</source>
        <translation>Lịch nghỉ có đến hết ngày %1.</translation>
    </message>
    <message>
        <source>Ask the province for the calendar of the coming year; without it no date can be estimated.</source>
        <translation>Đề nghị tỉnh cấp lịch nghỉ của năm tới; thiếu lịch thì không ước tính được ngày.</translation>
    </message>
    <message>
        <source>Procedures: installed number %1 of %2.</source>
        <translation>Thủ tục: đã cài bộ số %1 ngày %2.</translation>
    </message>
    <message>
        <source>Procedures: those that came with the program.</source>
        <translation>Thủ tục: bộ đi kèm chương trình.</translation>
    </message>
    <message>
        <source>%1 The portal&apos;s file of %2 was refused: %3 (%4)</source>
        <translation>%1 Tệp của cổng lúc %2 không được nhận: %3 (%4)</translation>
    </message>
    <message>
        <source>%1 No longer in force: %2.</source>
        <translation>%1 Hết hiệu lực: %2.</translation>
    </message>
    <message>
        <source>Ask the province for a newer file of procedures.</source>
        <translation>Đề nghị tỉnh gửi bộ thủ tục mới hơn.</translation>
    </message>
    <message>
        <source>Every paper that waits to be sent is whole.</source>
        <translation>Mọi giấy tờ chờ gửi đều nguyên vẹn.</translation>
    </message>
    <message>
        <source>Damaged papers in %1 dossiers: %2.</source>
        <translation>Giấy tờ hỏng trong %1 hồ sơ: %2.</translation>
    </message>
    <message>
        <source>An officer adds these papers again from the citizen&apos;s originals. Then look at the disk: it may be failing.</source>
        <translation>Công chức thêm lại các giấy tờ này từ bản chính của công dân. Sau đó kiểm tra ổ đĩa: ổ có thể sắp hỏng.</translation>
    </message>
    <message>
        <source>The province has shown that it can open this kiosk.</source>
        <translation>Tỉnh đã chứng tỏ mở được máy này.</translation>
    </message>
    <message>
        <source>Enrolment not finished: no key of the province is on this kiosk.</source>
        <translation>Cài đặt chưa hoàn tất: máy này chưa có khóa của tỉnh.</translation>
    </message>
    <message>
        <source>Enrolment not finished: the province has not yet shown that it can open this kiosk.</source>
        <translation>Cài đặt chưa hoàn tất: tỉnh chưa chứng tỏ mở được máy này.</translation>
    </message>
    <message>
        <source>Run “motcuactl vault recovery add --key FILE.pub” with the province&apos;s file.</source>
        <translation>Chạy “motcuactl vault recovery add --key TỆP.pub” với tệp của tỉnh.</translation>
    </message>
    <message>
        <source>Run “motcuactl vault challenge”, then “motcuactl vault test-recovery”.</source>
        <translation>Chạy “motcuactl vault challenge”, rồi “motcuactl vault test-recovery”.</translation>
    </message>
    <message>
        <source>The key has to be renewed: somebody was removed, or a renewal stopped.</source>
        <translation>Cần thay khóa: đã gỡ một người, hoặc việc thay khóa bị dừng giữa chừng.</translation>
    </message>
    <message>
        <source>Run “motcuactl vault rotate”.</source>
        <translation>Chạy “motcuactl vault rotate”.</translation>
    </message>
    <message>
        <source>%1 accounts open this kiosk.</source>
        <translation>%1 tài khoản mở được máy này.</translation>
    </message>
    <message>
        <source>%1 free; the reserve for sending on a full disk is not laid.</source>
        <translation>Còn trống %1; chưa giữ được phần dự trữ để gửi khi đĩa đầy.</translation>
    </message>
    <message>
        <source>Free some space on this disk: below %1 MiB no new dossier is begun.</source>
        <translation>Hãy dọn bớt ổ đĩa này: còn dưới %1 MiB thì máy không lập hồ sơ mới.</translation>
    </message>
    <message>
        <source>Free some space on this disk: no new dossier is begun until %1 MiB are free. What waits is still sent.</source>
        <translation>Hãy dọn bớt ổ đĩa này: máy chỉ lập hồ sơ mới khi còn trống ít nhất %1 MiB. Hồ sơ đang chờ vẫn được gửi.</translation>
    </message>
    <message>
        <source>Run “motcuactl journal verify”.</source>
        <translation>Chạy “motcuactl journal verify”.</translation>
    </message>
    <message>
        <source>The file beside the database that holds the last known entry (motcua.db.anchor) is not this kiosk&apos;s.</source>
        <translation>Tệp giữ dấu dòng cuối (motcua.db.anchor) không phải của máy này.</translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>Folder of the kiosk (holds motcua.db).</source>
        <translation>Thư mục của máy (chứa motcua.db).</translation>
    </message>
    <message>
        <source>Fill the screen.</source>
        <translation>Mở kín màn hình.</translation>
    </message>
    <message>
        <source>For writers of procedures: show the packs in this folder (demonstration kiosks only).</source>
        <translation>Dành cho người soạn thủ tục: hiện các gói trong thư mục này (chỉ trên máy thử).</translation>
    </message>
</context>
</TS>
