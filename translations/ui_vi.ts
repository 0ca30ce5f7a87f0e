<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>AnswerText</name>
    <message>
        <source>%1 (on the papers: %2)</source>
        <translation>%1 (trên giấy tờ ghi: %2)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>%1 dong</source>
        <translation>%1 đồng</translation>
    </message>
</context>
<context>
    <name>LineFormat</name>
    <message>
        <source>On paper: %1</source>
        <translation>In trên giấy: %1</translation>
    </message>
    <message>
        <source>12 digits</source>
        <translation>12 chữ số</translation>
    </message>
    <message>
        <source>dd/mm/yyyy, mm/yyyy or yyyy</source>
        <translation>ngày/tháng/năm, tháng/năm hoặc năm</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
</context>
<context>
    <name>PaperReader</name>
    <message>
        <source>Choose papers</source>
        <translation>Chọn giấy tờ</translation>
    </message>
    <message>
        <source>Papers (*.jpg *.jpeg *.png *.pdf)</source>
        <translation>Giấy tờ (*.jpg *.jpeg *.png *.pdf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tất cả các tệp (*)</translation>
    </message>
</context>
<context>
    <name>motcua::AddressEditor</name>
    <message>
        <source>House number, street, hamlet</source>
        <translation>Số nhà, đường, thôn/ấp/tổ</translation>
    </message>
    <message>
        <source>Commune, ward</source>
        <translation>Xã, phường, đặc khu</translation>
    </message>
    <message>
        <source>Province or city</source>
        <translation>Tỉnh, thành phố</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Quốc gia</translation>
    </message>
    <message>
        <source>Old unit, as written on the papers (if different)</source>
        <translation>Tên đơn vị cũ ghi trên giấy tờ (nếu khác)</translation>
    </message>
    <message>
        <source>The address is abroad</source>
        <translation>Địa chỉ ở nước ngoài</translation>
    </message>
    <message>
        <source>%1, required</source>
        <translation>%1, bắt buộc</translation>
    </message>
</context>
<context>
    <name>motcua::AdvicePanel</name>
    <message>
        <source>Source of law: %1</source>
        <translation>Căn cứ: %1</translation>
    </message>
    <message>
        <source>Finish, no dossier needed</source>
        <translation>Kết thúc, không cần hồ sơ</translation>
    </message>
    <message>
        <source>Stop, do not take the dossier</source>
        <translation>Dừng lại, không nhận hồ sơ</translation>
    </message>
    <message>
        <source>Go on with the dossier all the same</source>
        <translation>Vẫn tiếp tục làm hồ sơ</translation>
    </message>
</context>
<context>
    <name>motcua::BooleanEditor</name>
    <message>
        <source>%1 (required)</source>
        <translation>%1 (bắt buộc)</translation>
    </message>
</context>
<context>
    <name>motcua::CapturePage</name>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Submit the dossier</source>
        <translation>Nộp hồ sơ</translation>
    </message>
    <message>
        <source>The portal sent this dossier back</source>
        <translation>Cổng đã trả lại hồ sơ này</translation>
    </message>
    <message>
        <source>Its words: “%1”. Mend it and submit again.</source>
        <translation>Lý do của cổng: “%1”. Anh/chị sửa lại rồi nộp lần nữa.</translation>
    </message>
    <message>
        <source>Provisional code %1</source>
        <translation>Mã ghi nhận tạm thời %1</translation>
    </message>
    <message numerus="yes">
        <source>%n to correct</source>
        <translation>
            <numerusform>%n chỗ cần sửa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>còn thiếu %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>done, %n note(s)</source>
        <translation>
            <numerusform>xong, %n lưu ý</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation>xong</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Giấy tờ</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n tệp</numerusform>
        </translation>
    </message>
    <message>
        <source>Review and submit</source>
        <translation>Kiểm tra và nộp</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>đã đủ, có thể nộp</translation>
    </message>
    <message>
        <source>Everything you type is saved by itself</source>
        <translation>Nội dung nhập được lưu tự động</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Đang lưu…</translation>
    </message>
    <message>
        <source>Saved at %1</source>
        <translation>Đã lưu lúc %1</translation>
    </message>
    <message>
        <source>Not saved yet, trying again…</source>
        <translation>Chưa lưu được, đang thử lại…</translation>
    </message>
    <message>
        <source>After submitting, the dossier can no longer be changed here.</source>
        <translation>Sau khi nộp, hồ sơ không sửa được ở đây nữa.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to complete before submitting</source>
        <translation>
            <numerusform>Còn %n mục cần bổ sung trước khi nộp</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter: next field · 1 to 9 or arrow keys: choose · Shift+Tab: back · Ctrl+Enter: next step</source>
        <translation>Enter: ô tiếp theo · phím 1–9 hoặc mũi tên: chọn mục · Shift+Tab: ô trước · Ctrl+Enter: bước tiếp theo</translation>
    </message>
    <message>
        <source>Drag files onto a paper, or press Ctrl+V to paste.</source>
        <translation>Kéo tệp thả vào từng loại giấy tờ, hoặc nhấn Ctrl+V để dán.</translation>
    </message>
</context>
<context>
    <name>motcua::ComponentCard</name>
    <message>
        <source>Original is handed in</source>
        <translation>Nộp bản chính</translation>
    </message>
    <message>
        <source>A copy is enough</source>
        <translation>Chỉ cần bản chụp</translation>
    </message>
    <message>
        <source>Shown, given back at once</source>
        <translation>Xuất trình – trả lại ngay</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Thêm tệp…</translation>
    </message>
    <message>
        <source>Source of law: %1</source>
        <translation>Căn cứ: %1</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Dán</translation>
    </message>
    <message>
        <source>Add files: %1</source>
        <translation>Thêm tệp: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n tệp</numerusform>
        </translation>
    </message>
    <message>
        <source>required</source>
        <translation>bắt buộc</translation>
    </message>
    <message>
        <source>if there is one</source>
        <translation>nếu có</translation>
    </message>
    <message numerus="yes">
        <source>Reading and checking %n file(s)…</source>
        <translation>
            <numerusform>Đang đọc và kiểm tra %n tệp…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::DateEditor</name>
    <message>
        <source>Choose from a calendar (F4)</source>
        <translation>Chọn trên lịch (F4)</translation>
    </message>
</context>
<context>
    <name>motcua::FieldEditor</name>
    <message>
        <source>%1, required</source>
        <translation>%1, bắt buộc</translation>
    </message>
</context>
<context>
    <name>motcua::FieldRow</name>
    <message>
        <source>required</source>
        <translation>bắt buộc</translation>
    </message>
</context>
<context>
    <name>motcua::MultilineEditor</name>
    <message>
        <source>Shift+Enter starts a new line</source>
        <translation>Shift+Enter để xuống dòng</translation>
    </message>
</context>
<context>
    <name>motcua::PaperPreview</name>
    <message>
        <source>Previous page</source>
        <translation>Trang trước</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Trang sau</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Phóng to</translation>
    </message>
    <message>
        <source>Preview of the paper</source>
        <translation>Xem trước giấy tờ</translation>
    </message>
    <message>
        <source>A paper that you add is shown here.</source>
        <translation>Giấy tờ anh/chị thêm sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Trang %1/%2</translation>
    </message>
</context>
<context>
    <name>motcua::PaperTile</name>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>Original given back</source>
        <translation>Đã trả lại bản chính</translation>
    </message>
    <message>
        <source>Show file %1 large</source>
        <translation>Xem tệp %1 cỡ lớn</translation>
    </message>
    <message>
        <source>Turn file %1 to the left</source>
        <translation>Xoay tệp %1 sang trái</translation>
    </message>
    <message>
        <source>Turn file %1 to the right</source>
        <translation>Xoay tệp %1 sang phải</translation>
    </message>
    <message>
        <source>Take file %1 out</source>
        <translation>Bỏ tệp %1</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Take it out of the dossier</source>
        <translation>Bỏ khỏi hồ sơ</translation>
    </message>
    <message>
        <source>File %1</source>
        <translation>Tệp %1</translation>
    </message>
    <message numerus="yes">
        <source>PDF, %n page(s)</source>
        <translation>
            <numerusform>PDF, %n trang</numerusform>
        </translation>
    </message>
    <message>
        <source>picture</source>
        <translation>ảnh</translation>
    </message>
</context>
<context>
    <name>motcua::PapersPage</name>
    <message>
        <source>This dossier needs no papers as it is filled in now.</source>
        <translation>Với nội dung đã nhập, hồ sơ này không cần giấy tờ nào.</translation>
    </message>
    <message>
        <source>Picture from the clipboard</source>
        <translation>Ảnh vừa dán</translation>
    </message>
</context>
<context>
    <name>motcua::ProcedurePage</name>
    <message>
        <source>Time limit: %1</source>
        <translation>Thời hạn: %1</translation>
    </message>
    <message>
        <source>Fee: %1</source>
        <translation>Lệ phí: %1</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>Kết quả: %1</translation>
    </message>
    <message>
        <source>No procedure fits these words</source>
        <translation>Không tìm thấy thủ tục nào</translation>
    </message>
    <message>
        <source>Try fewer or other words, or the code of the procedure. Tone marks do not matter.</source>
        <translation>Anh/chị thử gõ ít chữ hơn, từ khác, hoặc mã thủ tục. Không cần gõ dấu.</translation>
    </message>
    <message>
        <source>Which procedure does the citizen need?</source>
        <translation>Người dân cần làm thủ tục gì?</translation>
    </message>
    <message>
        <source>Name or code, for example: hon nhan</source>
        <translation>Tên hoặc mã thủ tục, ví dụ: hon nhan</translation>
    </message>
    <message>
        <source>Search for a procedure</source>
        <translation>Tìm thủ tục</translation>
    </message>
    <message>
        <source>New dossier</source>
        <translation>Hồ sơ mới</translation>
    </message>
    <message numerus="yes">
        <source>%n procedure(s). Enter opens the marked one.</source>
        <translation>
            <numerusform>%n thủ tục. Nhấn Enter để mở thủ tục đang chọn.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::RadioEditor</name>
    <message>
        <source>%1, required</source>
        <translation>%1, bắt buộc</translation>
    </message>
</context>
<context>
    <name>motcua::ReviewPage</name>
    <message>
        <source>Papers</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>The dossier is complete.</source>
        <translation>Hồ sơ đã đủ.</translation>
    </message>
    <message>
        <source>Read it through with the citizen, then submit it.</source>
        <translation>Anh/chị đọc lại cùng người dân rồi nộp.</translation>
    </message>
    <message>
        <source>Look at the notes below with the citizen, then submit it.</source>
        <translation>Anh/chị cùng người dân xem các lưu ý bên dưới rồi nộp.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to complete before submitting</source>
        <translation>
            <numerusform>Còn %n mục cần bổ sung trước khi nộp</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is listed here at once. Nothing that was typed is lost meanwhile.</source>
        <translation>Tất cả được liệt kê ở đây một lần. Nội dung đã nhập vẫn được giữ nguyên.</translation>
    </message>
    <message>
        <source>Still missing or wrong</source>
        <translation>Còn thiếu hoặc cần sửa</translation>
    </message>
    <message>
        <source>To look at again; does not hinder submitting</source>
        <translation>Nên xem lại (không cản trở việc nộp)</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Căn cứ: %1</translation>
    </message>
    <message>
        <source>Go and complete</source>
        <translation>Đến chỗ cần bổ sung</translation>
    </message>
    <message>
        <source>Go and look</source>
        <translation>Đến xem lại</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>Sửa: %1</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Chưa có</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n tệp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n trang</numerusform>
        </translation>
    </message>
    <message>
        <source>original given back</source>
        <translation>đã trả lại bản chính</translation>
    </message>
    <message>
        <source>original not given back yet</source>
        <translation>chưa trả lại bản chính</translation>
    </message>
    <message>
        <source>This dossier needs no papers.</source>
        <translation>Hồ sơ này không cần giấy tờ.</translation>
    </message>
</context>
<context>
    <name>motcua::SearchBox</name>
    <message>
        <source>Show the whole list (arrow down)</source>
        <translation>Xem cả danh sách (phím mũi tên xuống)</translation>
    </message>
    <message>
        <source>Type to search</source>
        <translation>Gõ để tìm</translation>
    </message>
    <message>
        <source>Nothing fits. Check the spelling.</source>
        <translation>Không có mục nào khớp. Anh/chị kiểm tra lại chữ đã gõ.</translation>
    </message>
</context>
<context>
    <name>motcua::SlipPage</name>
    <message>
        <source>Save the slip as PDF</source>
        <translation>Lưu phiếu thành PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Preview of the provisional slip</source>
        <translation>Xem trước phiếu ghi nhận tạm thời</translation>
    </message>
    <message>
        <source>The dossier is saved on this machine</source>
        <translation>Hồ sơ đã được lưu trên máy này</translation>
    </message>
    <message>
        <source>Provisional code of this kiosk</source>
        <translation>Mã ghi nhận tạm thời</translation>
    </message>
    <message>
        <source>Not an official dossier code. The portal gives that one after it has received the dossier.</source>
        <translation>Đây chưa phải mã hồ sơ chính thức. Cổng sẽ cấp mã sau khi tiếp nhận hồ sơ.</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>In phiếu</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Lưu PDF…</translation>
    </message>
    <message>
        <source>Done, back to home</source>
        <translation>Xong, về trang chủ</translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation>Việc tiếp theo</translation>
    </message>
    <message>
        <source>Provisional slip</source>
        <translation>Phiếu ghi nhận tạm thời</translation>
    </message>
    <message>
        <source>The portal has received the dossier</source>
        <translation>Cổng đã tiếp nhận hồ sơ</translation>
    </message>
    <message>
        <source>Official code: %1. Give the citizen the official receipt.</source>
        <translation>Mã hồ sơ chính thức: %1. Anh/chị giao giấy tiếp nhận chính thức cho người dân.</translation>
    </message>
    <message>
        <source>Saved, waiting to be sent to the portal. The portal does not have it yet.</source>
        <translation>Đã lưu, đang chờ gửi lên Cổng dịch vụ công. Cổng chưa nhận được hồ sơ này.</translation>
    </message>
    <message>
        <source>1. Give the originals back, and the printed slip with them.</source>
        <translation>1. Trả lại bản chính, kèm phiếu đã in, cho người dân.</translation>
    </message>
    <message>
        <source>2. As soon as there is a connection, the machine sends the dossier by itself. There is nothing to press.</source>
        <translation>2. Khi có kết nối, máy tự gửi hồ sơ. Anh/chị không cần bấm gì thêm.</translation>
    </message>
    <message>
        <source>3. The time limit counts from the portal&apos;s receipt; the official code and the due date then appear in the queue.</source>
        <translation>3. Thời hạn giải quyết tính từ khi cổng tiếp nhận; lúc đó mã hồ sơ chính thức và ngày hẹn hiện trong hàng đợi gửi.</translation>
    </message>
    <message>
        <source>4. Tell the citizen how you will pass on the official receipt: by phone or at the next visit.</source>
        <translation>4. Nói rõ với người dân sẽ báo lại bằng điện thoại hay khi họ đến lần sau.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Page %1 of the slip</source>
        <translation>Trang %1 của phiếu</translation>
    </message>
    <message>
        <source>The PDF holds personal data</source>
        <translation>Tệp PDF chứa dữ liệu cá nhân</translation>
    </message>
    <message>
        <source>Once it is saved as a file, this program no longer protects it. Save it only where the citizen or the office wants it.</source>
        <translation>Khi đã lưu thành tệp, chương trình này không còn bảo vệ được nữa. Chỉ lưu ở nơi người dân hoặc cơ quan yêu cầu.</translation>
    </message>
    <message>
        <source>Choose the place</source>
        <translation>Chọn chỗ lưu</translation>
    </message>
    <message>
        <source>The slip is saved as PDF.</source>
        <translation>Đã lưu phiếu thành PDF.</translation>
    </message>
</context>
</TS>
