<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>BranchWords</name>
    <message>
        <source>No word of it yet</source>
        <translation>Chưa có thông tin</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Chưa bắt đầu</translation>
    </message>
    <message>
        <source>Late: %1</source>
        <translation>Quá hạn: %1</translation>
    </message>
    <message>
        <source>The portal says nothing of this branch. The state of the dossier as a whole counts.</source>
        <translation>Cổng chưa báo riêng về nhánh này. Xin xem trạng thái chung của hồ sơ ở trên.</translation>
    </message>
    <message>
        <source>It begins by itself when the portal has received the dossier.</source>
        <translation>Tự bắt đầu khi cổng đã nhận được hồ sơ.</translation>
    </message>
    <message>
        <source>This agency did not accept it. Please tell the citizen the reason and the way on. The other branches go on.</source>
        <translation>Cơ quan này không tiếp nhận. Xin báo cho công dân lý do và cách làm tiếp. Các nhánh khác vẫn được giải quyết.</translation>
    </message>
    <message>
        <source>This agency asks for a payment: please call the citizen. The other branches go on.</source>
        <translation>Cơ quan này yêu cầu nộp tiền: xin gọi báo công dân. Các nhánh khác vẫn được giải quyết.</translation>
    </message>
    <message>
        <source>The citizen withdrew this branch. Nothing more to do.</source>
        <translation>Công dân đã rút nhánh này. Không phải làm gì thêm.</translation>
    </message>
    <message>
        <source>This agency stopped it. Please tell the citizen the reason; the procedure can be filed again on its own. The other branches go on.</source>
        <translation>Cơ quan này đã dừng giải quyết. Xin báo cho công dân lý do; việc này có thể nộp lại riêng. Các nhánh khác vẫn được giải quyết.</translation>
    </message>
    <message>
        <source>The result is ready: invite the citizen to take it.</source>
        <translation>Đã có kết quả: xin mời công dân đến nhận.</translation>
    </message>
    <message>
        <source>Finished. Nothing more to do.</source>
        <translation>Đã xong. Không phải làm gì thêm.</translation>
    </message>
    <message>
        <source>This agency asks for more papers: please call the citizen and say everything that is needed at once. The other branches go on.</source>
        <translation>Cơ quan này yêu cầu bổ sung giấy tờ: xin gọi báo công dân đầy đủ trong một lần. Các nhánh khác vẫn được giải quyết.</translation>
    </message>
    <message>
        <source>The due date has passed: please ask this agency and tell the citizen.</source>
        <translation>Đã quá ngày hẹn trả: xin hỏi cơ quan này và báo cho công dân.</translation>
    </message>
    <message>
        <source>The agency is working on it. Nothing to do now.</source>
        <translation>Cơ quan đang giải quyết. Lúc này không phải làm gì.</translation>
    </message>
    <message>
        <source>Due on %1</source>
        <translation>Hẹn trả ngày %1</translation>
    </message>
    <message>
        <source>Estimate: %1</source>
        <translation>Dự kiến: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n branch(es)</source>
        <translation>
            <numerusform>%n nhánh</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for the citizen</source>
        <translation>
            <numerusform>%n nhánh chờ công dân</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished</source>
        <translation>
            <numerusform>%n nhánh đã xong</numerusform>
        </translation>
    </message>
    <message>
        <source>Supplement sent</source>
        <translation>Đã bổ sung, chờ cổng</translation>
    </message>
    <message>
        <source>What this agency asked for was sent with the dossier. Nothing to do now.</source>
        <translation>Điều cơ quan này yêu cầu đã được gửi cùng hồ sơ. Hiện không phải làm gì.</translation>
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
    <message>
        <source>%1 square metres</source>
        <translation>%1 mét vuông</translation>
    </message>
    <message>
        <source>m², for example 120,5</source>
        <translation>m², ví dụ 120,5</translation>
    </message>
    <message>
        <source>hh:mm, for example 07:30</source>
        <translation>giờ:phút, ví dụ 07:30</translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message>
        <source>Sending</source>
        <translation>Đang gửi</translation>
    </message>
    <message>
        <source>The portal has not answered yet</source>
        <translation>Cổng chưa trả lời lần nào</translation>
    </message>
    <message>
        <source>The portal last answered at %1</source>
        <translation>Cổng trả lời lần cuối lúc %1</translation>
    </message>
    <message>
        <source>Next try at %1</source>
        <translation>Thử lại lúc %1</translation>
    </message>
    <message>
        <source>Sending: %1</source>
        <translation>Đang gửi: %1</translation>
    </message>
    <message>
        <source>Dossiers are still sent. Please set the date and time of this machine right, because slips carry them.</source>
        <translation>Hồ sơ vẫn được gửi. Anh/chị chỉnh lại ngày giờ của máy vì ngày giờ được in trên phiếu.</translation>
    </message>
    <message>
        <source>The portal is busy until about %1; then the machine tries again</source>
        <translation>Cổng bận đến khoảng %1; sau đó máy gọi lại</translation>
    </message>
    <message>
        <source>Nothing waits to be sent</source>
        <translation>Không có hồ sơ chờ gửi</translation>
    </message>
    <message numerus="yes">
        <source>%n not sent yet</source>
        <translation>
            <numerusform>%n hồ sơ chưa gửi</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, the oldest for %2</source>
        <translation>%1, lâu nhất %2</translation>
    </message>
    <message>
        <source>The portal remembers another log of acts</source>
        <translation>Cổng giữ dấu nhật ký khác với máy này</translation>
    </message>
    <message numerus="yes">
        <source>%n received in part</source>
        <translation>
            <numerusform>%n hồ sơ cổng chưa nhận đủ</numerusform>
        </translation>
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
    <name>ProblemWords</name>
    <message>
        <source>Field: %1</source>
        <translation>Mục cần sửa: %1</translation>
    </message>
    <message>
        <source>Damaged on this machine: %1. Take it out and add it again from the original.</source>
        <translation>Hỏng trên máy này: %1. Anh/chị bỏ tệp này ra rồi thêm lại từ bản chính.</translation>
    </message>
    <message>
        <source>The portal&apos;s words: “%1”</source>
        <translation>Lời của cổng: “%1”</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>hạn %1</translation>
    </message>
</context>
<context>
    <name>RoleWords</name>
    <message>
        <source>Officer</source>
        <translation>Công chức</translation>
    </message>
    <message>
        <source>Digital technology team member</source>
        <translation>Thành viên tổ công nghệ số</translation>
    </message>
    <message>
        <source>IT staff</source>
        <translation>Cán bộ CNTT</translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>Save as a file</source>
        <translation>Lưu thành tệp</translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message>
        <source>Dossier begun</source>
        <translation>Bắt đầu lập hồ sơ</translation>
    </message>
    <message>
        <source>Submitted at the counter, waiting to be sent</source>
        <translation>Nộp tại quầy, đang chờ gửi</translation>
    </message>
    <message>
        <source>Withdrawn by the citizen</source>
        <translation>Người dân rút hồ sơ</translation>
    </message>
    <message>
        <source>The portal has it whole and gave the official code</source>
        <translation>Cổng đã nhận đủ và cấp mã hồ sơ chính thức</translation>
    </message>
    <message>
        <source>The portal refused it with a reason</source>
        <translation>Cổng từ chối và nêu lý do</translation>
    </message>
    <message>
        <source>The portal reported a new status</source>
        <translation>Cổng báo trạng thái mới</translation>
    </message>
    <message>
        <source>Paper added</source>
        <translation>Thêm giấy tờ</translation>
    </message>
    <message>
        <source>Paper turned</source>
        <translation>Xoay giấy tờ</translation>
    </message>
    <message>
        <source>Paper removed</source>
        <translation>Bỏ giấy tờ</translation>
    </message>
    <message>
        <source>Original given back</source>
        <translation>Trả lại bản chính</translation>
    </message>
    <message>
        <source>Original kept at the counter</source>
        <translation>Giữ bản chính tại quầy</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Bản nháp</translation>
    </message>
    <message>
        <source>Saved on this machine</source>
        <translation>Đã lưu trên máy này</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Đã nộp</translation>
    </message>
    <message>
        <source>To be mended</source>
        <translation>Cần sửa</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Đã rút</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Đang chờ gửi</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Đang gửi</translation>
    </message>
    <message>
        <source>Not known whether the portal has it</source>
        <translation>Chưa rõ cổng đã nhận chưa</translation>
    </message>
    <message>
        <source>The portal has it</source>
        <translation>Cổng đã nhận</translation>
    </message>
    <message>
        <source>The portal refused it</source>
        <translation>Cổng từ chối</translation>
    </message>
    <message>
        <source>Only on this machine</source>
        <translation>Chỉ có trên máy này</translation>
    </message>
    <message>
        <source>Late: %1</source>
        <translation>Quá hạn: %1</translation>
    </message>
    <message>
        <source>No name entered yet</source>
        <translation>Chưa nhập họ tên</translation>
    </message>
    <message>
        <source>Portal</source>
        <translation>Cổng</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Máy này</translation>
    </message>
    <message>
        <source>Answers edited</source>
        <translation>Đã sửa nội dung kê khai</translation>
    </message>
    <message>
        <source>The portal reported a new status of a branch</source>
        <translation>Cổng báo trạng thái mới của một nhánh</translation>
    </message>
    <message numerus="yes">
        <source>%n branch(es) wait(s) for the citizen</source>
        <translation>
            <numerusform>%n nhánh chờ công dân</numerusform>
        </translation>
    </message>
    <message>
        <source>The citizen says the fee was transferred (not reconciled)</source>
        <translation>Người dân báo đã chuyển khoản phí (chờ đối soát)</translation>
    </message>
    <message>
        <source>Note of a transfer taken back</source>
        <translation>Bỏ ghi nhận việc chuyển khoản</translation>
    </message>
    <message>
        <source>A person&apos;s data looked up for a new dossier</source>
        <translation>Thông tin một người được xem lại cho hồ sơ mới</translation>
    </message>
    <message>
        <source>Moved to a newer version of the procedure</source>
        <translation>Chuyển sang phiên bản mới của thủ tục</translation>
    </message>
    <message>
        <source>Kept the version of the procedure it had</source>
        <translation>Giữ phiên bản thủ tục đang có</translation>
    </message>
    <message>
        <source>Answers that are no longer asked were looked at</source>
        <translation>Đã xem các câu trả lời không còn được hỏi</translation>
    </message>
    <message>
        <source>Paper printed or saved as PDF</source>
        <translation>Đã in hoặc lưu giấy thành PDF</translation>
    </message>
    <message>
        <source>The restored portal has it again</source>
        <translation>Cổng sau khi phục hồi đã nhận lại hồ sơ</translation>
    </message>
    <message>
        <source>Ordered to be sent now, papers too</source>
        <translation>Cho gửi ngay, cả giấy tờ</translation>
    </message>
    <message>
        <source>The order to send now was taken back</source>
        <translation>Bỏ lệnh gửi ngay</translation>
    </message>
    <message>
        <source>Opened to add what the portal asks for</source>
        <translation>Mở để bổ sung theo yêu cầu của cổng</translation>
    </message>
    <message>
        <source>A result came from the portal</source>
        <translation>Kết quả từ cổng đã về</translation>
    </message>
    <message>
        <source>A result was looked at</source>
        <translation>Đã xem kết quả</translation>
    </message>
    <message>
        <source>A result was printed or saved</source>
        <translation>Đã in hoặc lưu kết quả</translation>
    </message>
    <message>
        <source>A result was saved as a file</source>
        <translation>Đã lưu kết quả thành tệp</translation>
    </message>
    <message>
        <source>The signed receipt was exported</source>
        <translation>Đã xuất giấy tiếp nhận có chữ ký</translation>
    </message>
    <message>
        <source>The citizen was told</source>
        <translation>Đã báo công dân</translation>
    </message>
    <message>
        <source>Supplement sent</source>
        <translation>Đã bổ sung, chờ cổng</translation>
    </message>
    <message>
        <source>Supplement being prepared</source>
        <translation>Đang bổ sung</translation>
    </message>
    <message>
        <source>Result here: call the citizen</source>
        <translation>Có kết quả: gọi công dân</translation>
    </message>
    <message>
        <source>Message from the portal</source>
        <translation>Cổng có lời nhắn</translation>
    </message>
    <message>
        <source>Assist pack made for entering it at the portal by hand</source>
        <translation>Đã tạo gói hỗ trợ để nhập tay vào Cổng</translation>
    </message>
    <message>
        <source>Official code typed in, as the portal&apos;s page showed it</source>
        <translation>Đã nhập mã chính thức theo trang của Cổng</translation>
    </message>
    <message>
        <source>Not entered by hand: given back to be sent by this machine</source>
        <translation>Không nhập tay: trả lại để máy này gửi</translation>
    </message>
    <message>
        <source>To be entered at the portal by hand</source>
        <translation>Chờ nhập tay vào Cổng</translation>
    </message>
    <message>
        <source>Entered by hand at the portal</source>
        <translation>Đã nhập tay tại Cổng</translation>
    </message>
    <message>
        <source>The national gateway says that a record with its code is there; no receipt</source>
        <translation>Trục quốc gia báo đã có hồ sơ mang mã này; không có biên nhận</translation>
    </message>
    <message>
        <source>Recorded there, without a receipt</source>
        <translation>Đã ghi nhận ở trục, không có biên nhận</translation>
    </message>
    <message>
        <source>Answers and papers have left this computer</source>
        <translation>Nội dung khai và giấy tờ đã được dọn khỏi máy này</translation>
    </message>
    <message>
        <source>Purged from this computer</source>
        <translation>Đã dọn khỏi máy này</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Đã xem hồ sơ</translation>
    </message>
    <message>
        <source>Handed over to the officers</source>
        <translation>Đã bàn giao cho công chức</translation>
    </message>
    <message>
        <source>Taken over by an officer</source>
        <translation>Công chức đã tiếp nhận để làm tiếp</translation>
    </message>
    <message>
        <source>The citizen confirmed the answers</source>
        <translation>Người dân đã xác nhận nội dung khai</translation>
    </message>
    <message>
        <source>The portal has an original that followed its smaller picture</source>
        <translation>Cổng đã có bản gốc gửi sau bản nhỏ</translation>
    </message>
    <message>
        <source>The portal contradicted its own receipt</source>
        <translation>Cổng nói trái với giấy tiếp nhận đã cấp</translation>
    </message>
    <message>
        <source>The portal contradicts its receipt</source>
        <translation>Cổng nói trái giấy tiếp nhận</translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message>
        <source>%1 today</source>
        <translation>%1 hôm nay</translation>
    </message>
    <message>
        <source>%1 yesterday</source>
        <translation>%1 hôm qua</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 ngày %2</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Thứ Hai</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Thứ Ba</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Thứ Tư</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Thứ Năm</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Thứ Sáu</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Thứ Bảy</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Chủ Nhật</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n ngày</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n giờ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n phút</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::AddressEditor</name>
    <message>
        <source>House number, street, hamlet</source>
        <translation>Số nhà, đường, thôn/ấp/tổ</translation>
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
    <message>
        <source>Type its name, old name or code</source>
        <translation>Gõ tên, tên cũ hoặc mã</translation>
    </message>
    <message>
        <source>Commune, ward – province, city</source>
        <translation>Xã, phường – tỉnh, thành phố</translation>
    </message>
    <message numerus="yes">
        <source>now divided among %n</source>
        <translation>
            <numerusform>nay chia vào %n đơn vị</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (old)</source>
        <translation>%1 (cũ)</translation>
    </message>
    <message>
        <source>%1 is now %2.</source>
        <translation>%1 nay là %2.</translation>
    </message>
    <message numerus="yes">
        <source>The land of this old unit now belongs to %n units. Please choose the one where the house stands.</source>
        <translation>
            <numerusform>Địa bàn đơn vị cũ này nay thuộc %n đơn vị. Vui lòng chọn đơn vị nơi có nhà.</numerusform>
        </translation>
    </message>
    <message>
        <source>several units</source>
        <translation>nhiều đơn vị</translation>
    </message>
    <message>
        <source>Before 1/7/2025 another unit had this name: %1 is now %2.</source>
        <translation>Trước 1/7/2025 một đơn vị khác mang tên này: %1 nay là %2.</translation>
    </message>
    <message>
        <source>It is the old one</source>
        <translation>Là đơn vị cũ</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>Chọn %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 was divided among %n units.</source>
        <translation>
            <numerusform>%1 đã chia vào %n đơn vị.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>Chọn một</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Dùng đơn vị này</translation>
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
    <name>motcua::AnswerField</name>
    <message>
        <source>Group %1 of %2 of the answer</source>
        <translation>Nhóm %1 trong %2 nhóm của mã trả lời</translation>
    </message>
    <message>
        <source>%1 of %2 groups are right.</source>
        <translation>Đã đúng %1 trong %2 nhóm.</translation>
    </message>
    <message>
        <source>Group %1 is not right. Please have it read once more.</source>
        <translation>Nhóm %1 chưa đúng. Xin nghe đọc lại nhóm này.</translation>
    </message>
</context>
<context>
    <name>motcua::AssistanceCard</name>
    <message>
        <source>The citizen confirms</source>
        <translation>Người dân xác nhận</translation>
    </message>
    <message>
        <source>Read this out, or let the citizen read it:</source>
        <translation>Đọc cho người dân nghe, hoặc để người dân tự đọc:</translation>
    </message>
    <message>
        <source>Language in which it was read or explained</source>
        <translation>Đã đọc hoặc giải thích bằng tiếng</translation>
    </message>
    <message>
        <source>The citizen has signed the declaration</source>
        <translation>Người dân đã ký vào tờ khai</translation>
    </message>
    <message>
        <source>It was read out, and the citizen has put a fingerprint on it</source>
        <translation>Đã đọc lại cho nghe, người dân điểm chỉ vào tờ khai</translation>
    </message>
    <message>
        <source>It was read out, and the citizen agrees by word</source>
        <translation>Đã đọc lại cho nghe, người dân đồng ý bằng lời</translation>
    </message>
    <message>
        <source>Recorded %1: the citizen %2.</source>
        <translation>Đã ghi nhận lúc %1: người dân %2.</translation>
    </message>
    <message>
        <source>Not recorded yet. When the answers change, it is asked anew.</source>
        <translation>Chưa ghi nhận. Khi nội dung khai thay đổi thì xác nhận lại.</translation>
    </message>
    <message>
        <source>Record the confirmation</source>
        <translation>Ghi nhận xác nhận</translation>
    </message>
    <message>
        <source>This choice is not recorded yet; what was recorded before still stands.</source>
        <translation>Lựa chọn này chưa được ghi nhận; nội dung đã ghi nhận trước đó vẫn còn hiệu lực.</translation>
    </message>
    <message>
        <source>Please choose how the citizen confirmed and record it; then the dossier can be submitted.</source>
        <translation>Vui lòng chọn cách người dân xác nhận rồi bấm ghi nhận; sau đó nộp được hồ sơ.</translation>
    </message>
</context>
<context>
    <name>motcua::Axes</name>
    <message>
        <source>The dossier</source>
        <translation>Tình trạng hồ sơ</translation>
    </message>
    <message>
        <source>Sending to the portal</source>
        <translation>Gửi lên cổng</translation>
    </message>
    <message>
        <source>At the portal</source>
        <translation>Trạng thái tại cổng</translation>
    </message>
    <message>
        <source>Submitted by the citizen at %1</source>
        <translation>Người dân nộp lúc %1</translation>
    </message>
    <message>
        <source>Last worked on at %1</source>
        <translation>Sửa lần cuối lúc %1</translation>
    </message>
    <message>
        <source>The portal confirmed every file at %1</source>
        <translation>Cổng xác nhận đủ từng tệp lúc %1</translation>
    </message>
    <message>
        <source>Last try at %1 (%2)</source>
        <translation>Lần thử gần nhất lúc %1 (%2)</translation>
    </message>
    <message>
        <source>Sent by itself when there is a connection</source>
        <translation>Tự gửi khi có mạng</translation>
    </message>
    <message>
        <source>No status yet</source>
        <translation>Chưa có trạng thái</translation>
    </message>
    <message>
        <source>Due on %1</source>
        <translation>Hẹn trả ngày %1</translation>
    </message>
    <message>
        <source>The portal sets the due date when it has received the dossier</source>
        <translation>Cổng định hạn trả sau khi đã nhận hồ sơ</translation>
    </message>
    <message>
        <source>Not sent by this machine; there is no receipt of the portal</source>
        <translation>Máy này không gửi; không có biên nhận của Cổng</translation>
    </message>
    <message>
        <source>The gateway answered that a record with this code is there; it confirms no file</source>
        <translation>Trục trả lời là đã có hồ sơ mang mã này; trục không xác nhận từng tệp</translation>
    </message>
    <message numerus="yes">
        <source>The portal confirmed form and papers at %1; of %n paper(s) the smaller picture has arrived and the original is still to come</source>
        <translation>
            <numerusform>Cổng đã xác nhận tờ khai và giấy tờ lúc %1; %n giấy tờ: bản nhỏ đã đến, bản gốc còn chờ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Đóng thông báo này</translation>
    </message>
    <message>
        <source>Error code for the help desk: %1</source>
        <translation>Mã lỗi để đọc cho tổng đài hỗ trợ: %1</translation>
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
    <name>motcua::BranchCards</name>
    <message>
        <source>Branches of this linked dossier</source>
        <translation>Các nhánh của hồ sơ liên thông</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Mã: %1</translation>
    </message>
</context>
<context>
    <name>motcua::BrandPanel</name>
    <message>
        <source>Một Cửa</source>
        <translation>Một Cửa</translation>
    </message>
    <message>
        <source>Receives dossiers even without a network.</source>
        <translation>Tiếp nhận hồ sơ cả khi không có mạng.</translation>
    </message>
    <message>
        <source>Everything entered is encrypted on this machine and kept until the portal has it.</source>
        <translation>Mọi thông tin được mã hóa trên máy này và giữ cho đến khi cổng đã nhận.</translation>
    </message>
    <message>
        <source>Each dossier reaches the portal exactly once.</source>
        <translation>Mỗi hồ sơ đến cổng đúng một lần.</translation>
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
    <message>
        <source>Adding papers…</source>
        <translation>Đang thêm giấy tờ…</translation>
    </message>
    <message>
        <source>The portal asks for a supplement</source>
        <translation>Cổng yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>Hand over to the officers</source>
        <translation>Bàn giao cho công chức</translation>
    </message>
</context>
<context>
    <name>motcua::ChangesSheet</name>
    <message>
        <source>Questions</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Phí, lệ phí</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>Căn cứ pháp lý</translation>
    </message>
    <message>
        <source>What the citizen is told</source>
        <translation>Điều nói với người dân</translation>
    </message>
    <message numerus="yes">
        <source>%n new question(s)</source>
        <translation>
            <numerusform>thêm %n câu hỏi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no longer asked</source>
        <translation>
            <numerusform>bỏ %n câu hỏi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worded differently</source>
        <translation>
            <numerusform>%n câu đổi cách ghi</numerusform>
        </translation>
    </message>
    <message>
        <source>the papers change</source>
        <translation>giấy tờ thay đổi</translation>
    </message>
    <message>
        <source>the fee changes</source>
        <translation>phí, lệ phí thay đổi</translation>
    </message>
    <message>
        <source>the time limit changes</source>
        <translation>thời hạn thay đổi</translation>
    </message>
    <message>
        <source>only the legal basis changes</source>
        <translation>chỉ căn cứ pháp lý thay đổi</translation>
    </message>
    <message>
        <source>Nothing that is asked changes.</source>
        <translation>Các câu hỏi không đổi.</translation>
    </message>
    <message>
        <source>What changes: %1.</source>
        <translation>Thay đổi: %1.</translation>
    </message>
    <message>
        <source>before: %1
now: %2</source>
        <translation>trước: %1
nay: %2</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Mới: %1</translation>
    </message>
    <message>
        <source>No longer: %1</source>
        <translation>Không còn: %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Thay đổi: %1</translation>
    </message>
    <message>
        <source>Changed: %1
before: %2
now: %3</source>
        <translation>Thay đổi: %1
trước: %2
nay: %3</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Những điểm thay đổi</translation>
    </message>
    <message>
        <source>From version %1 to version %2, in force since %3</source>
        <translation>Từ phiên bản %1 sang phiên bản %2, có hiệu lực từ ngày %3</translation>
    </message>
    <message>
        <source>Nothing that is asked or said changes.</source>
        <translation>Không có câu hỏi hay lời hướng dẫn nào thay đổi.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
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
    <name>motcua::ConfirmSheet</name>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Who is there?</source>
        <translation>Xác nhận người đang làm</translation>
    </message>
    <message>
        <source>This takes data out of the kiosk</source>
        <translation>Việc này đưa dữ liệu ra khỏi máy</translation>
    </message>
    <message>
        <source>Please show once more that it is you: %1.</source>
        <translation>Vui lòng xác nhận lại đúng là anh/chị: %1.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Mã PIN</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>motcua::CopyLine</name>
    <message>
        <source>Copy: %1</source>
        <translation>Sao chép: %1</translation>
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
    <name>motcua::Desk</name>
    <message>
        <source>Here is the draft that was open last, at the same field.</source>
        <translation>Đây là bản nháp đang mở lần trước, tại đúng ô đang nhập.</translation>
    </message>
    <message>
        <source>The machine is calling the portal now. Work can go on.</source>
        <translation>Máy đang liên lạc với cổng. Anh chị cứ tiếp tục làm việc.</translation>
    </message>
    <message>
        <source>Writing procedures: %1. Dossiers of these forms are never sent.</source>
        <translation>Chế độ soạn thủ tục: %1. Hồ sơ lập theo các biểu mẫu này không bao giờ được gửi đi.</translation>
    </message>
    <message>
        <source>A new set of procedures has come: number %1.</source>
        <translation>Đã nhận bộ thủ tục mới số %1.</translation>
    </message>
    <message>
        <source>%1 was handed over to the officers.</source>
        <translation>Đã bàn giao hồ sơ %1 cho công chức.</translation>
    </message>
</context>
<context>
    <name>motcua::DossierPage</name>
    <message>
        <source>Send now</source>
        <translation>Gửi ngay</translation>
    </message>
    <message>
        <source>The machine is calling the portal. The state on this page changes by itself.</source>
        <translation>Máy đang liên lạc với cổng. Trạng thái trên trang này tự cập nhật.</translation>
    </message>
    <message>
        <source>Official code</source>
        <translation>Mã hồ sơ chính thức</translation>
    </message>
    <message>
        <source>Local code (provisional)</source>
        <translation>Mã tạm của máy này</translation>
    </message>
    <message>
        <source>The code was copied.</source>
        <translation>Đã sao chép mã.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Nội dung đã khai</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Withdraw this dossier…</source>
        <translation>Rút hồ sơ này…</translation>
    </message>
    <message>
        <source>Withdraw this dossier?</source>
        <translation>Rút hồ sơ này?</translation>
    </message>
    <message>
        <source>Do this only when the citizen no longer wishes to go on. The dossier is then never sent, but it stays on this machine and can still be looked at.</source>
        <translation>Chỉ rút khi người dân không muốn làm tiếp. Hồ sơ đã rút sẽ không được gửi nữa, nhưng vẫn giữ trên máy này và vẫn xem lại được.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Rút hồ sơ</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>Việc cần làm tiếp</translation>
    </message>
    <message>
        <source>The portal&apos;s reason (%1)</source>
        <translation>Lý do cổng từ chối (%1)</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Mend and send again</source>
        <translation>Sửa và gửi lại</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>In phiếu</translation>
    </message>
    <message>
        <source>Nothing has been entered yet.</source>
        <translation>Chưa nhập nội dung nào.</translation>
    </message>
    <message>
        <source>No paper is attached.</source>
        <translation>Chưa có giấy tờ nào kèm theo.</translation>
    </message>
    <message>
        <source>The dossier was withdrawn. It is kept on this machine.</source>
        <translation>Đã rút hồ sơ. Hồ sơ vẫn được giữ trên máy này.</translation>
    </message>
    <message>
        <source>Noted as declared. It counts as paid only when the portal or the office confirms it.</source>
        <translation>Đã ghi nhận lời khai. Chỉ coi là đã nộp khi cổng hoặc cơ quan xác nhận.</translation>
    </message>
    <message>
        <source>The note was taken back.</source>
        <translation>Đã bỏ ghi nhận.</translation>
    </message>
    <message>
        <source>Papers to print</source>
        <translation>Giấy để in</translation>
    </message>
    <message>
        <source>Go on with the supplement</source>
        <translation>Bổ sung tiếp</translation>
    </message>
    <message>
        <source>Noted: the citizen was told.</source>
        <translation>Đã ghi nhận: công dân đã được báo.</translation>
    </message>
    <message>
        <source>Send its papers now</source>
        <translation>Gửi giấy tờ ngay</translation>
    </message>
    <message>
        <source>Its papers go now, whatever the settings say. The order is in the journal.</source>
        <translation>Giấy tờ của hồ sơ này được gửi ngay, không theo mức trong Cài đặt. Lệnh đã ghi vào nhật ký.</translation>
    </message>
    <message>
        <source>Purged from this computer</source>
        <translation>Đã dọn khỏi máy này</translation>
    </message>
    <message>
        <source>The portal has this dossier and has finished it. On %1 its content left this computer; receipt, codes and journal stay.</source>
        <translation>Cổng đang giữ hồ sơ này và đã giải quyết xong. Ngày %1, nội dung hồ sơ được dọn khỏi máy này; giấy tiếp nhận, các mã và nhật ký vẫn còn.</translation>
    </message>
    <message>
        <source>Take this dossier over</source>
        <translation>Tiếp nhận hồ sơ này</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Đang được niêm</translation>
    </message>
    <message>
        <source>%1, who began it, may no longer sign in. Everything is kept as it was; an officer can take the dossier over and go on with it.</source>
        <translation>%1 là người lập hồ sơ và không còn được đăng nhập. Mọi nội dung được giữ nguyên; công chức có thể tiếp nhận để làm tiếp.</translation>
    </message>
    <message>
        <source>Without personal data</source>
        <translation>Không có dữ liệu cá nhân</translation>
    </message>
    <message>
        <source>IT staff see codes, states and sizes here. What the dossier says is seen by those who work on it.</source>
        <translation>Cán bộ CNTT xem mã, trạng thái và dung lượng tại đây. Nội dung hồ sơ chỉ người giải quyết hồ sơ được xem.</translation>
    </message>
</context>
<context>
    <name>motcua::EstimateCard</name>
    <message>
        <source>Time to settle (estimated)</source>
        <translation>Thời gian giải quyết (dự kiến)</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Khoảng %1</translation>
    </message>
    <message>
        <source>By law: %1</source>
        <translation>Theo quy định: %1</translation>
    </message>
</context>
<context>
    <name>motcua::FeeCard</name>
    <message>
        <source>Nothing is noted as owed</source>
        <translation>Không ghi nhận khoản phải nộp</translation>
    </message>
    <message>
        <source>Owed: %1</source>
        <translation>Phải nộp: %1</translation>
    </message>
    <message>
        <source>Declared, waiting for reconciliation</source>
        <translation>Đã khai, chờ đối soát</translation>
    </message>
    <message>
        <source>The portal confirmed the payment</source>
        <translation>Cổng đã xác nhận nhận tiền</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Phí, lệ phí</translation>
    </message>
    <message>
        <source>Waived: %1</source>
        <translation>Được miễn: %1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Căn cứ: %1</translation>
    </message>
    <message>
        <source>A transfer is only noted as the citizen&apos;s word; the portal or the office confirms it.</source>
        <translation>Việc chuyển khoản chỉ được ghi theo lời người dân; cổng hoặc cơ quan xác nhận.</translation>
    </message>
    <message>
        <source>The citizen says it was transferred. Only the portal or the office confirms it.</source>
        <translation>Người dân cho biết đã chuyển khoản. Chỉ cổng hoặc cơ quan mới xác nhận.</translation>
    </message>
    <message>
        <source>The citizen says it was transferred</source>
        <translation>Người dân báo đã chuyển khoản</translation>
    </message>
    <message>
        <source>Noted by mistake</source>
        <translation>Ghi nhầm, bỏ ghi nhận</translation>
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
    <name>motcua::FieldLabel</name>
    <message>
        <source>required</source>
        <translation>bắt buộc</translation>
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
    <name>motcua::FormOffers</name>
    <message>
        <source>An earlier dossier knows this person (%1, %2).</source>
        <translation>Hồ sơ trước đã ghi người này (%1, ngày %2).</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) taken over. Please compare them with the papers.</source>
        <translation>
            <numerusform>Đã dùng %n mục đã ghi. Vui lòng đối chiếu với giấy tờ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::HandOverCard</name>
    <message>
        <source>Make the assist pack…</source>
        <translation>Tạo gói hỗ trợ nhập…</translation>
    </message>
    <message>
        <source>The portal gave this code</source>
        <translation>Cổng đã cấp mã này</translation>
    </message>
    <message>
        <source>Nobody entered it: let this machine send it</source>
        <translation>Chưa ai nhập: để máy này gửi</translation>
    </message>
    <message>
        <source>Enter at the portal by hand</source>
        <translation>Nhập tay vào Cổng</translation>
    </message>
    <message>
        <source>Official code</source>
        <translation>Mã hồ sơ chính thức</translation>
    </message>
    <message>
        <source>A colleague with a link enters it at the portal&apos;s page, then types the official code here.</source>
        <translation>Đồng nghiệp có mạng nhập hồ sơ trên trang của Cổng, rồi gõ mã chính thức vào đây.</translation>
    </message>
    <message>
        <source>For a portal that this machine cannot reach: an encrypted file with a sheet to copy from, the answers and the papers. From then on this machine does not send the dossier by itself.</source>
        <translation>Dùng khi máy này không nối được với Cổng: một tệp mã hóa gồm phiếu để chép, nội dung khai và giấy tờ. Từ lúc đó máy này không tự gửi hồ sơ nữa.</translation>
    </message>
    <message>
        <source>Make the assist pack again…</source>
        <translation>Tạo lại gói hỗ trợ nhập…</translation>
    </message>
    <message>
        <source>Where to put the encrypted pack</source>
        <translation>Chọn nơi ghi gói đã mã hóa</translation>
    </message>
    <message>
        <source>Written: %1. It opens with 7-Zip or WinZip and this passphrase, which is shown only now. Tell it to your colleague apart from the file.</source>
        <translation>Đã ghi: %1. Mở bằng 7-Zip hoặc WinZip với mật khẩu dưới đây; mật khẩu chỉ hiện lúc này. Hãy báo mật khẩu cho đồng nghiệp riêng, không gửi kèm tệp.</translation>
    </message>
    <message>
        <source>The portal already has the form of this dossier and waits for its papers: entered by hand it would be there twice. This machine goes on sending it.</source>
        <translation>Cổng đã có tờ khai của hồ sơ này và đang chờ giấy tờ: nếu nhập tay thì Cổng sẽ có hai hồ sơ. Máy này tiếp tục gửi.</translation>
    </message>
</context>
<context>
    <name>motcua::HandOverSheet</name>
    <message>
        <source>Hand over to the officers</source>
        <translation>Bàn giao cho công chức</translation>
    </message>
    <message>
        <source>Hand over to the officers?</source>
        <translation>Bàn giao cho công chức?</translation>
    </message>
    <message>
        <source>An officer of this commune goes on with %1. From then on you can no longer see it.</source>
        <translation>Công chức của xã sẽ làm tiếp hồ sơ %1. Từ lúc đó anh chị không xem được hồ sơ này nữa.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are still missing. Please tell the officer what the citizen has to bring.</source>
        <translation>
            <numerusform>Hồ sơ còn thiếu %n mục. Xin dặn công chức những gì người dân cần bổ sung.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Chưa bàn giao</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Bàn giao</translation>
    </message>
</context>
<context>
    <name>motcua::Header</name>
    <message>
        <source>Lock and sign out (Ctrl+L)</source>
        <translation>Khóa máy và đăng xuất (Ctrl+L)</translation>
    </message>
</context>
<context>
    <name>motcua::HelpSheet</name>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <source>This help</source>
        <translation>Trang trợ giúp này</translation>
    </message>
    <message>
        <source>New dossier</source>
        <translation>Hồ sơ mới</translation>
    </message>
    <message>
        <source>Find a dossier</source>
        <translation>Tìm hồ sơ</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Hàng đợi gửi</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Gửi ngay</translation>
    </message>
    <message>
        <source>Lock and sign out; drafts stay saved</source>
        <translation>Khóa máy và đăng xuất; bản nháp vẫn được lưu</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Lùi một bước</translation>
    </message>
    <message>
        <source>Next field, field before</source>
        <translation>Ô kế tiếp, ô trước đó</translation>
    </message>
    <message>
        <source>Press the button or open the line that has the frame</source>
        <translation>Bấm nút hoặc mở dòng đang có khung viền</translation>
    </message>
    <message>
        <source>If something does not work, read the code that begins with MC to the help desk. Whatever was saved is safe on this machine.</source>
        <translation>Nếu có việc không làm được, anh chị đọc mã bắt đầu bằng MC cho tổng đài hỗ trợ. Những gì đã lưu vẫn an toàn trên máy này.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Lock, or let another person sign in; what was typed is kept</source>
        <translation>Khóa, hoặc đổi người đăng nhập; nội dung đã nhập được giữ</translation>
    </message>
</context>
<context>
    <name>motcua::HistoryCard</name>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n entries</source>
        <translation>
            <numerusform>Xem đủ %n dòng</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::HomePage</name>
    <message>
        <source>Home</source>
        <translation>Trang chủ</translation>
    </message>
    <message>
        <source>Welcome, %1</source>
        <translation>Xin chào, %1</translation>
    </message>
    <message>
        <source>New dossier</source>
        <translation>Hồ sơ mới</translation>
    </message>
    <message>
        <source>Opens these dossiers in the queue</source>
        <translation>Mở các hồ sơ này trong hàng đợi gửi</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Chưa gửi</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Còn nghi vấn</translation>
    </message>
    <message>
        <source>To be handled</source>
        <translation>Cần xử lý</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Bản nháp</translation>
    </message>
    <message>
        <source>Sent, but no answer came back: the machine asks the portal again by itself</source>
        <translation>Đã gửi nhưng chưa có trả lời: máy sẽ tự hỏi lại cổng</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>Xem tất cả</translation>
    </message>
    <message>
        <source>Needs you now</source>
        <translation>Cần làm ngay</translation>
    </message>
    <message>
        <source>Drafts to go on with</source>
        <translation>Bản nháp đang làm dở</translation>
    </message>
    <message>
        <source>Nothing needs you now. Refused dossiers, requests for papers and late ones would stand here.</source>
        <translation>Hiện không có việc gấp. Hồ sơ bị từ chối, yêu cầu bổ sung giấy tờ và hồ sơ quá hạn sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>No draft is waiting. Whatever you type is saved by itself and would stand here.</source>
        <translation>Không có bản nháp nào. Mọi thứ anh chị nhập đều tự lưu và sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>last worked on %1</source>
        <translation>sửa lần cuối %1</translation>
    </message>
    <message>
        <source>The disk is almost full: %1 left. New dossiers cannot be begun.</source>
        <translation>Ổ đĩa gần đầy: chỉ còn %1. Chưa thể lập hồ sơ mới.</translation>
    </message>
    <message>
        <source>What is here is safe and is still sent. Free space on this disk, or call IT staff and say MC-270.</source>
        <translation>Những gì đã có vẫn an toàn và vẫn được gửi. Hãy dọn bớt ổ đĩa này, hoặc gọi cán bộ CNTT và đọc mã MC-270.</translation>
    </message>
    <message>
        <source>The disk is getting full: %1 left.</source>
        <translation>Ổ đĩa sắp đầy: còn %1.</translation>
    </message>
    <message>
        <source>Work can go on. Free space on this disk, or tell IT staff soon.</source>
        <translation>Vẫn làm việc được. Hãy dọn bớt ổ đĩa này, hoặc sớm báo cán bộ CNTT.</translation>
    </message>
</context>
<context>
    <name>motcua::JournalCard</name>
    <message>
        <source>Check it</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Report of today…</source>
        <translation>Báo cáo hôm nay…</translation>
    </message>
    <message>
        <source>Export for an inspector…</source>
        <translation>Xuất cho đoàn kiểm tra…</translation>
    </message>
    <message>
        <source>Log of acts</source>
        <translation>Nhật ký</translation>
    </message>
    <message>
        <source>Who did what on this kiosk, without anybody&apos;s data. It is anchored at the portal with each call; the report of the day carries its mark on paper.</source>
        <translation>Ghi ai đã làm gì trên máy này, không có dữ liệu của người dân. Mỗi lần liên lạc, cổng giữ lại dấu nhật ký; báo cáo trong ngày in dấu đó ra giấy.</translation>
    </message>
    <message>
        <source>The log of acts is not whole</source>
        <translation>Nhật ký không còn nguyên vẹn</translation>
    </message>
    <message>
        <source>Please leave this machine as it is and call the province&apos;s help desk. Dossiers are not affected.</source>
        <translation>Giữ nguyên máy và gọi bộ phận hỗ trợ của tỉnh. Hồ sơ không bị ảnh hưởng.</translation>
    </message>
    <message numerus="yes">
        <source>The log of acts is whole: %n entries.</source>
        <translation>
            <numerusform>Nhật ký nguyên vẹn: %n dòng.</numerusform>
        </translation>
    </message>
    <message>
        <source>The portal confirms it up to entry %1.</source>
        <translation>Cổng đã giữ dấu đến dòng %1.</translation>
    </message>
    <message>
        <source>The portal has not been told of it yet.</source>
        <translation>Cổng chưa giữ dấu nào.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Đã lưu: %1</translation>
    </message>
</context>
<context>
    <name>motcua::LinkPanel</name>
    <message>
        <source>Send now</source>
        <translation>Gửi ngay</translation>
    </message>
    <message>
        <source>Link to the portal</source>
        <translation>Liên lạc với cổng</translation>
    </message>
    <message>
        <source>The oldest dossier has waited %1</source>
        <translation>Hồ sơ lâu nhất đã chờ %1</translation>
    </message>
</context>
<context>
    <name>motcua::LinkStrip</name>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
</context>
<context>
    <name>motcua::MainWindow</name>
    <message>
        <source>Một Cửa</source>
        <translation>Một Cửa</translation>
    </message>
    <message>
        <source>%1 – Một Cửa</source>
        <translation>%1 – Một Cửa</translation>
    </message>
    <message>
        <source>The kiosk locks itself in half a minute. Touch any key to go on.</source>
        <translation>Máy sẽ tự khóa sau nửa phút. Chạm một phím bất kỳ để làm tiếp.</translation>
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
    <name>motcua::OfferPanel</name>
    <message>
        <source>Take only this</source>
        <translation>Chỉ dùng mục này</translation>
    </message>
    <message>
        <source>Use all (F8)</source>
        <translation>Dùng tất cả (F8)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Skip (Shift+F8)</source>
        <translation>Bỏ qua (Shift+F8)</translation>
    </message>
    <message>
        <source>This offer is not shown again unless it changes</source>
        <translation>Gợi ý này chỉ hiện lại khi nội dung thay đổi</translation>
    </message>
</context>
<context>
    <name>motcua::PackCard</name>
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
        <source>Being written: dossiers of it are never sent (%1)</source>
        <translation>Đang soạn: hồ sơ lập theo thủ tục này không được gửi đi (%1)</translation>
    </message>
    <message>
        <source>Takes effect on %1</source>
        <translation>Có hiệu lực từ ngày %1</translation>
    </message>
    <message>
        <source>No longer in force since the end of %1</source>
        <translation>Hết hiệu lực ngày %1</translation>
    </message>
</context>
<context>
    <name>motcua::PaperPage</name>
    <message>
        <source>From the answers as they are now. Read it through with the citizen; dotted lines are filled in by hand; then the citizen signs.</source>
        <translation>Lập từ nội dung đã khai đến lúc này. Xin đọc lại cùng công dân; chỗ có dòng chấm thì ghi tay; sau đó công dân ký.</translation>
    </message>
    <message>
        <source>Lists everything at once for the citizen to take home. It is guidance only and has no legal effect.</source>
        <translation>Nêu một lần tất cả những gì còn thiếu để công dân mang về. Đây chỉ là hướng dẫn, không có giá trị pháp lý.</translation>
    </message>
    <message>
        <source>A receipt: check every line, sign it and hand it over.</source>
        <translation>Giấy tiếp nhận: xin kiểm tra từng dòng, ký rồi giao cho công dân.</translation>
    </message>
    <message>
        <source>A copy to read of what the portal announced. The signed paper is on the portal.</source>
        <translation>Bản in để biết về điều Cổng dịch vụ công đã thông báo. Văn bản đã ký nằm trên cổng.</translation>
    </message>
    <message>
        <source>For the office&apos;s own files.</source>
        <translation>Để lưu tại cơ quan.</translation>
    </message>
    <message>
        <source>Preview of the paper</source>
        <translation>Xem trước giấy sẽ in</translation>
    </message>
    <message>
        <source>Papers to print</source>
        <translation>Giấy để in</translation>
    </message>
    <message>
        <source>Print this paper</source>
        <translation>In giấy này</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>There is no paper to print for this dossier now.</source>
        <translation>Hồ sơ này hiện chưa có giấy nào để in.</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Căn cứ: %1</translation>
    </message>
    <message>
        <source>The paper is saved as PDF.</source>
        <translation>Đã lưu giấy thành tệp PDF.</translation>
    </message>
</context>
<context>
    <name>motcua::PaperPreview</name>
    <message>
        <source>Back to the list</source>
        <translation>Về danh sách</translation>
    </message>
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
    <name>motcua::PaperThumb</name>
    <message numerus="yes">
        <source>%1 · %n page(s) · %2</source>
        <translation>
            <numerusform>%1 · %n trang · %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Original given back</source>
        <translation>Đã trả lại bản chính</translation>
    </message>
    <message>
        <source>Original kept at the counter</source>
        <translation>Bản chính giữ tại quầy</translation>
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
    <name>motcua::PaperView</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
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
    <name>motcua::PdfPage</name>
    <message>
        <source>Save as PDF…</source>
        <translation>Lưu PDF…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
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
</context>
<context>
    <name>motcua::PdfSheets</name>
    <message>
        <source>Page %1</source>
        <translation>Trang %1</translation>
    </message>
</context>
<context>
    <name>motcua::PeopleCard</name>
    <message>
        <source>People of this kiosk</source>
        <translation>Người dùng của máy</translation>
    </message>
    <message>
        <source>Whoever is disabled cannot sign in. What they submitted is sent all the same; their drafts are sealed until they are enabled again or an officer takes them over.</source>
        <translation>Người bị ngừng thì không đăng nhập được. Hồ sơ họ đã nộp vẫn được gửi; bản nháp được niêm cho đến khi mở lại tài khoản hoặc công chức tiếp nhận.</translation>
    </message>
    <message>
        <source>%1, may not sign in</source>
        <translation>%1, đang ngừng</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Mở lại</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Ngừng</translation>
    </message>
    <message>
        <source>%1 may sign in again.</source>
        <translation>%1 được đăng nhập trở lại.</translation>
    </message>
    <message>
        <source>%1 may no longer sign in.</source>
        <translation>%1 không còn được đăng nhập.</translation>
    </message>
</context>
<context>
    <name>motcua::PinCard</name>
    <message>
        <source>Set the PIN</source>
        <translation>Đặt mã PIN</translation>
    </message>
    <message>
        <source>Take the PIN away</source>
        <translation>Bỏ mã PIN</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>Mã PIN của anh/chị</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Mật khẩu của anh/chị</translation>
    </message>
    <message>
        <source>New PIN, 6 to 12 digits</source>
        <translation>Mã PIN mới, 6 đến 12 chữ số</translation>
    </message>
    <message>
        <source>The new PIN once more</source>
        <translation>Gõ lại mã PIN mới</translation>
    </message>
    <message>
        <source>A PIN is set. It opens on this computer only; your passphrase opens always.</source>
        <translation>Đã đặt mã PIN. Mã chỉ mở được trên máy tính này; mật khẩu luôn mở được.</translation>
    </message>
    <message>
        <source>No PIN is set. A PIN is quicker to type and opens on this computer only.</source>
        <translation>Chưa đặt mã PIN. Mã PIN gõ nhanh hơn và chỉ mở được trên máy tính này.</translation>
    </message>
    <message>
        <source>Please type your passphrase first.</source>
        <translation>Xin gõ mật khẩu của anh/chị trước.</translation>
    </message>
    <message>
        <source>The two PINs are not the same.</source>
        <translation>Hai lần gõ mã PIN chưa giống nhau.</translation>
    </message>
    <message>
        <source>The PIN was taken away.</source>
        <translation>Đã bỏ mã PIN.</translation>
    </message>
    <message>
        <source>The PIN is set for this computer.</source>
        <translation>Đã đặt mã PIN cho máy tính này.</translation>
    </message>
</context>
<context>
    <name>motcua::PortalCard</name>
    <message>
        <source>The citizen was told</source>
        <translation>Đã báo công dân</translation>
    </message>
    <message>
        <source>Results and messages from the portal</source>
        <translation>Kết quả và lời nhắn từ cổng</translation>
    </message>
    <message>
        <source>%1 of %2 has come; the rest comes by itself</source>
        <translation>Đã về %1 trên %2; phần còn lại tự về</translation>
    </message>
    <message>
        <source>%1 · the citizen was told at %2</source>
        <translation>%1 · đã báo công dân lúc %2</translation>
    </message>
    <message>
        <source>%1 · came at %2</source>
        <translation>%1 · về lúc %2</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Đang về</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Opens it to read, print or save</source>
        <translation>Mở để đọc, in hoặc lưu</translation>
    </message>
    <message>
        <source>Message of %1, the citizen was told</source>
        <translation>Lời nhắn lúc %1, đã báo công dân</translation>
    </message>
    <message>
        <source>Message of %1</source>
        <translation>Lời nhắn lúc %1</translation>
    </message>
</context>
<context>
    <name>motcua::ProcedurePage</name>
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
    <message>
        <source>Other services: who handles them and where to go</source>
        <translation>Việc khác: ai giải quyết và đến đâu</translation>
    </message>
    <message>
        <source>Not filed at this counter. Enter shows who handles it.</source>
        <translation>Quầy này không ghi hồ sơ cho việc đó. Nhấn Enter để xem ai giải quyết.</translation>
    </message>
    <message>
        <source>%1: wrong at [%2] %3</source>
        <translation>%1: sai tại [%2] %3</translation>
    </message>
    <message>
        <source>%1: look at [%2] %3</source>
        <translation>%1: cần xem [%2] %3</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… và %n chỗ nữa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::QueueModel</name>
    <message>
        <source>Person</source>
        <translation>Người nộp</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hạn trả</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Cập nhật</translation>
    </message>
</context>
<context>
    <name>motcua::QueuePage</name>
    <message>
        <source>Queue</source>
        <translation>Hàng đợi</translation>
    </message>
    <message>
        <source>Find by name or code; tone marks do not matter (F3)</source>
        <translation>Tìm theo tên hoặc mã, không cần gõ dấu (F3)</translation>
    </message>
    <message>
        <source>Find dossiers</source>
        <translation>Tìm hồ sơ</translation>
    </message>
    <message>
        <source>By name, local code or official code; tone marks do not matter</source>
        <translation>Theo tên, mã tạm hoặc mã chính thức; không cần gõ dấu</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Bộ lọc</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Chưa gửi</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Còn nghi vấn</translation>
    </message>
    <message>
        <source>To be handled</source>
        <translation>Cần xử lý</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Bản nháp</translation>
    </message>
    <message>
        <source>At the portal</source>
        <translation>Cổng đang giải quyết</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Đã rút</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Danh sách hồ sơ</translation>
    </message>
    <message>
        <source>Arrow keys move, Enter opens</source>
        <translation>Phím mũi tên để di chuyển, Enter để mở</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Không tìm thấy hồ sơ nào</translation>
    </message>
    <message>
        <source>Try fewer letters, or the last digits of the code. The filter above also narrows the search.</source>
        <translation>Anh chị thử gõ ít chữ hơn, hoặc vài số cuối của mã. Bộ lọc ở trên cũng thu hẹp kết quả.</translation>
    </message>
    <message>
        <source>No dossier on this machine yet</source>
        <translation>Máy này chưa có hồ sơ nào</translation>
    </message>
    <message>
        <source>Press F2 to begin the first one.</source>
        <translation>Nhấn F2 để bắt đầu hồ sơ đầu tiên.</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Không có hồ sơ nào ở đây</translation>
    </message>
    <message>
        <source>No dossier is in this state now.</source>
        <translation>Hiện không có hồ sơ nào ở trạng thái này.</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s)</source>
        <translation>
            <numerusform>%n hồ sơ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) shown, more below</source>
        <translation>
            <numerusform>Đang hiện %n hồ sơ, còn nữa ở dưới</numerusform>
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
    <name>motcua::Rail</name>
    <message>
        <source>Navigation</source>
        <translation>Điều hướng</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Trang chủ</translation>
    </message>
    <message>
        <source>New dossier</source>
        <translation>Hồ sơ mới</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Hàng đợi</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Gửi ngay</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
</context>
<context>
    <name>motcua::RecoveryPage</name>
    <message>
        <source>Set the new passphrase</source>
        <translation>Đặt mật khẩu mới</translation>
    </message>
    <message>
        <source>Back to signing in</source>
        <translation>Về trang đăng nhập</translation>
    </message>
    <message>
        <source>Forgotten passphrase: account %1</source>
        <translation>Quên mật khẩu: tài khoản %1</translation>
    </message>
    <message>
        <source>1. Call the province at the number you know, and read these groups</source>
        <translation>1. Gọi cho tỉnh theo số anh/chị đã biết và đọc các nhóm này</translation>
    </message>
    <message>
        <source>Group %1: %2</source>
        <translation>Nhóm %1: %2</translation>
    </message>
    <message>
        <source>They are no secret. The province calls the office back before it answers.</source>
        <translation>Các nhóm này không phải bí mật. Tỉnh gọi lại cơ quan trước khi trả lời.</translation>
    </message>
    <message>
        <source>2. Type the groups of the answer</source>
        <translation>2. Gõ các nhóm của mã trả lời</translation>
    </message>
    <message>
        <source>3. Choose a new passphrase</source>
        <translation>3. Chọn mật khẩu mới</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Mật khẩu mới</translation>
    </message>
    <message>
        <source>At least 10 characters. A few words that only you put together are best.</source>
        <translation>Ít nhất 10 ký tự. Tốt nhất là vài từ chỉ anh/chị mới ghép với nhau.</translation>
    </message>
    <message>
        <source>The new passphrase once more</source>
        <translation>Gõ lại mật khẩu mới</translation>
    </message>
    <message>
        <source>The answer is not complete yet, or a group of it is not right.</source>
        <translation>Mã trả lời chưa đủ, hoặc có nhóm chưa đúng.</translation>
    </message>
    <message>
        <source>The new passphrase needs at least 10 characters.</source>
        <translation>Mật khẩu mới cần ít nhất 10 ký tự.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Hai lần gõ mật khẩu chưa giống nhau.</translation>
    </message>
</context>
<context>
    <name>motcua::RequestCard</name>
    <message>
        <source>Add and send again</source>
        <translation>Bổ sung và nộp lại</translation>
    </message>
    <message>
        <source>What the portal asks for</source>
        <translation>Cổng yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>To be added by %1</source>
        <translation>Hạn bổ sung %1</translation>
    </message>
    <message>
        <source>To be added; the portal names no day</source>
        <translation>Cần bổ sung; cổng không nêu hạn</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Opens the dossier at this place</source>
        <translation>Mở hồ sơ tại chỗ này</translation>
    </message>
</context>
<context>
    <name>motcua::ResultPage</name>
    <message>
        <source>Print this result</source>
        <translation>In kết quả này</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>The result is saved as PDF.</source>
        <translation>Đã lưu kết quả thành tệp PDF.</translation>
    </message>
    <message>
        <source>Preview of the result</source>
        <translation>Xem trước kết quả</translation>
    </message>
    <message>
        <source>Result from the portal</source>
        <translation>Kết quả từ cổng</translation>
    </message>
    <message>
        <source>This is a copy to read. What the agency signed electronically is the file itself: saved unchanged, it can be checked by anybody.</source>
        <translation>Đây là bản để đọc. Chữ ký số của cơ quan nằm trong chính tệp: tệp lưu nguyên vẹn thì ai cũng kiểm tra được.</translation>
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
    <message numerus="yes">
        <source>One dossier, %n branch(es)</source>
        <translation>
            <numerusform>Một hồ sơ, %n nhánh</numerusform>
        </translation>
    </message>
    <message>
        <source>Estimate: %1</source>
        <translation>Dự kiến: %1</translation>
    </message>
    <message>
        <source>Print for the citizen</source>
        <translation>In cho công dân</translation>
    </message>
    <message>
        <source>Print the declaration to sign</source>
        <translation>In tờ khai để ký</translation>
    </message>
    <message>
        <source>Print what is missing</source>
        <translation>In hướng dẫn hoàn thiện</translation>
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
    <name>motcua::SendingCard</name>
    <message>
        <source>This network costs money: send forms only, papers wait</source>
        <translation>Mạng này tính tiền: chỉ gửi tờ khai, giấy tờ để lại</translation>
    </message>
    <message>
        <source>Sending over the network</source>
        <translation>Gửi qua mạng</translation>
    </message>
    <message>
        <source>Papers and results may cost this much a day</source>
        <translation>Mỗi ngày giấy tờ và kết quả được dùng tối đa</translation>
    </message>
    <message>
        <source>Forms, receipts and statuses always go. One dossier&apos;s papers can be sent at once from its page. Changes are written into the journal.</source>
        <translation>Tờ khai, giấy tiếp nhận và trạng thái luôn được gửi nhận. Giấy tờ của một hồ sơ gấp có thể gửi ngay từ trang hồ sơ. Mọi thay đổi được ghi vào nhật ký.</translation>
    </message>
    <message>
        <source>Papers and results today: %1</source>
        <translation>Giấy tờ và kết quả hôm nay: %1</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Không giới hạn</translation>
    </message>
    <message>
        <source>No daily limit</source>
        <translation>Không giới hạn mỗi ngày</translation>
    </message>
    <message>
        <source>At most %1 a day</source>
        <translation>Tối đa %1 mỗi ngày</translation>
    </message>
    <message>
        <source>Weak line: where the procedure allows it, send a smaller picture first and the original afterwards</source>
        <translation>Đường truyền yếu: nơi thủ tục cho phép, gửi bản nhỏ trước, bản gốc sau</translation>
    </message>
</context>
<context>
    <name>motcua::ServiceCard</name>
    <message>
        <source>%1. Not compared with the text of the law yet; please ask the agency when in doubt.</source>
        <translation>%1. Chưa đối chiếu với văn bản; còn ngờ thì xin hỏi cơ quan giải quyết.</translation>
    </message>
    <message>
        <source>Who handles it</source>
        <translation>Ai giải quyết</translation>
    </message>
    <message>
        <source>Where to go</source>
        <translation>Đến đâu</translation>
    </message>
    <message>
        <source>How it is filed</source>
        <translation>Nộp thế nào</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Nên biết</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Căn cứ</translation>
    </message>
</context>
<context>
    <name>motcua::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>How the screen looks</source>
        <translation>Hiển thị</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Màu sắc</translation>
    </message>
    <message>
        <source>Light: warm paper, for every day</source>
        <translation>Sáng: nền giấy ấm, dùng hằng ngày</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Cỡ chữ</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Text size %1 percent</source>
        <translation>Cỡ chữ %1 phần trăm</translation>
    </message>
    <message>
        <source>Saved for this kiosk, for everybody who works at it.</source>
        <translation>Lưu cho máy này, áp dụng với mọi người dùng máy.</translation>
    </message>
    <message>
        <source>About this kiosk</source>
        <translation>Về máy này</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Phiên bản</translation>
    </message>
    <message>
        <source>Một Cửa %1, Qt %2</source>
        <translation>Một Cửa %1, Qt %2</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>Mã máy</translation>
    </message>
    <message>
        <source>machine %1, %2</source>
        <translation>máy số %1, %2</translation>
    </message>
    <message>
        <source>Portal</source>
        <translation>Cổng dịch vụ công</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Đang đăng nhập</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Lưu trữ</translation>
    </message>
    <message>
        <source>One SQLCipher database, encrypted with AES-256; the key is wrapped by the passphrase (Argon2id) and, where there is one, by the keychain of this computer.</source>
        <translation>Một cơ sở dữ liệu SQLCipher, mã hóa AES-256; khóa được bọc bằng mật khẩu (Argon2id) và bằng kho khóa của máy tính nếu có.</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>Gói thủ tục</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Trình diễn</translation>
    </message>
    <message>
        <source>This is a demo kiosk. Please enter invented people only.</source>
        <translation>Đây là máy trình diễn. Anh chị chỉ nhập thông tin người không có thật.</translation>
    </message>
    <message>
        <source>High contrast: light words on black</source>
        <translation>Tương phản cao: chữ sáng trên nền đen</translation>
    </message>
    <message>
        <source>Procedures of this kiosk</source>
        <translation>Bộ thủ tục của máy</translation>
    </message>
    <message>
        <source>Take from a file…</source>
        <translation>Nhận từ tệp…</translation>
    </message>
    <message>
        <source>Choose a file of procedures</source>
        <translation>Chọn tệp thủ tục</translation>
    </message>
    <message>
        <source>Signed procedures (*.motcua)</source>
        <translation>Tệp thủ tục đã ký (*.motcua)</translation>
    </message>
    <message>
        <source>Number %1 of %2. %3</source>
        <translation>Số %1 ngày %2. %3</translation>
    </message>
    <message>
        <source>None installed; those that came with the program serve.</source>
        <translation>Chưa cài bộ nào; máy dùng các thủ tục đi kèm chương trình.</translation>
    </message>
    <message>
        <source>The portal&apos;s file of %1 was not taken: %2</source>
        <translation>Tệp của cổng lúc %1 không được nhận: %2</translation>
    </message>
    <message>
        <source>Procedures number %1 are in force for new dossiers.</source>
        <translation>Bộ thủ tục số %1 có hiệu lực cho hồ sơ mới.</translation>
    </message>
    <message>
        <source>Drafts keep their version and are offered the new one when they are opened.</source>
        <translation>Bản nháp giữ phiên bản của mình và được mời chuyển khi mở lại.</translation>
    </message>
    <message>
        <source>Lock by itself when nobody touches the kiosk</source>
        <translation>Tự khóa khi không có ai dùng máy</translation>
    </message>
    <message numerus="yes">
        <source>after %n minute(s)</source>
        <translation>
            <numerusform>sau %n phút</numerusform>
        </translation>
    </message>
    <message>
        <source>What was typed is saved first, and sending goes on. Whoever signs in again finds the same place. The kiosk also locks when the machine goes to sleep or its session is locked.</source>
        <translation>Nội dung đã nhập được lưu trước, việc gửi vẫn tiếp tục. Người đăng nhập lại sẽ thấy đúng chỗ đang làm. Máy cũng khóa khi máy tính ngủ hoặc phiên làm việc bị khóa.</translation>
    </message>
</context>
<context>
    <name>motcua::SignInPage</name>
    <message>
        <source>Passphrase</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>Hiện mật khẩu</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Who is working at this counter?</source>
        <translation>Ai đang làm việc tại quầy?</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Hide the passphrase</source>
        <translation>Ẩn mật khẩu</translation>
    </message>
    <message>
        <source>Demo kiosk: choose an account to fill in its passphrase</source>
        <translation>Máy trình diễn: chọn một tài khoản để điền sẵn mật khẩu</translation>
    </message>
    <message>
        <source>Please enter the passphrase of this account.</source>
        <translation>Anh chị nhập mật khẩu của tài khoản này.</translation>
    </message>
    <message>
        <source>Opening the store…</source>
        <translation>Đang mở kho hồ sơ…</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Dùng mật khẩu</translation>
    </message>
    <message>
        <source>Forgotten passphrase</source>
        <translation>Quên mật khẩu</translation>
    </message>
    <message>
        <source>Set-up not finished: the province has not yet shown that it can open this kiosk. If every passphrase is forgotten, nobody can. Please tell IT staff.</source>
        <translation>Cài đặt chưa hoàn tất: tỉnh chưa chứng tỏ mở được máy này. Nếu mọi mật khẩu đều bị quên thì không ai mở được. Xin báo cán bộ CNTT.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Mã PIN</translation>
    </message>
    <message>
        <source>Use the PIN</source>
        <translation>Dùng mã PIN</translation>
    </message>
    <message>
        <source>The new passphrase is set. Please sign in with it.</source>
        <translation>Đã đặt mật khẩu mới. Xin đăng nhập bằng mật khẩu này.</translation>
    </message>
    <message>
        <source>Please enter the PIN of this account.</source>
        <translation>Xin nhập mã PIN của tài khoản này.</translation>
    </message>
    <message>
        <source>The kiosk is locked. What was typed is kept; sending goes on.</source>
        <translation>Máy đã khóa. Nội dung đã nhập được giữ nguyên; việc gửi hồ sơ vẫn tiếp tục.</translation>
    </message>
    <message>
        <source>What %1 typed last could not be saved yet. Please let %1 sign in first, so that nothing is lost.</source>
        <translation>Phần %1 nhập sau cùng chưa lưu được. Hãy để %1 đăng nhập trước để không mất gì.</translation>
    </message>
    <message>
        <source>Hide the PIN</source>
        <translation>Ẩn mã PIN</translation>
    </message>
    <message>
        <source>Show the PIN</source>
        <translation>Hiện mã PIN</translation>
    </message>
</context>
<context>
    <name>motcua::SlipPage</name>
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
        <source>The slip is saved as PDF.</source>
        <translation>Đã lưu phiếu thành PDF.</translation>
    </message>
    <message>
        <source>Other papers to print</source>
        <translation>In giấy khác của hồ sơ</translation>
    </message>
</context>
<context>
    <name>motcua::SpacePage</name>
    <message>
        <source>Look again</source>
        <translation>Kiểm tra lại</translation>
    </message>
    <message>
        <source>The disk is almost full</source>
        <translation>Ổ đĩa gần đầy</translation>
    </message>
    <message>
        <source>Free now: %1. Needed: %2. Code: %3.</source>
        <translation>Hiện còn trống: %1. Cần ít nhất: %2. Mã: %3.</translation>
    </message>
</context>
<context>
    <name>motcua::StartProblem</name>
    <message>
        <source>Một Cửa could not open</source>
        <translation>Chưa mở được Một Cửa</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>motcua::TableEditor</name>
    <message>
        <source>Add a line  (Ctrl+Enter)</source>
        <translation>Thêm dòng  (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Add: %1  (Ctrl+Enter)</source>
        <translation>Thêm %1  (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>Đã bỏ %1.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Dòng</translation>
    </message>
</context>
<context>
    <name>motcua::TableRow</name>
    <message>
        <source>Remove this line (Ctrl+Delete)</source>
        <translation>Bỏ dòng này (Ctrl+Delete)</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Bỏ %1</translation>
    </message>
</context>
<context>
    <name>motcua::VersionPanel</name>
    <message>
        <source>The version of this draft ended on %1.</source>
        <translation>Phiên bản của bản nháp này hết hiệu lực ngày %1.</translation>
    </message>
    <message>
        <source>This procedure has a newer version, in force since %1</source>
        <translation>Thủ tục này có phiên bản mới, có hiệu lực từ ngày %1</translation>
    </message>
    <message>
        <source>Every answer that still fits stays where it is.</source>
        <translation>Câu trả lời nào còn phù hợp đều được giữ nguyên chỗ.</translation>
    </message>
    <message>
        <source>Move this draft</source>
        <translation>Chuyển bản nháp này</translation>
    </message>
    <message>
        <source>See what changes</source>
        <translation>Xem những điểm thay đổi</translation>
    </message>
    <message>
        <source>Keep the version it has</source>
        <translation>Giữ phiên bản đang có</translation>
    </message>
    <message>
        <source>The dossier keeps its version. It can be completed and submitted under it; the portal decides.</source>
        <translation>Hồ sơ vẫn giữ phiên bản của mình, có thể hoàn thiện và nộp theo phiên bản đó; cổng sẽ quyết định.</translation>
    </message>
    <message>
        <source>This version of the procedure ended on %1</source>
        <translation>Phiên bản này của thủ tục hết hiệu lực ngày %1</translation>
    </message>
    <message>
        <source>This version of the procedure takes effect on %1</source>
        <translation>Phiên bản này của thủ tục có hiệu lực từ ngày %1</translation>
    </message>
    <message>
        <source>Please check the date of this machine.</source>
        <translation>Anh/chị xem lại ngày của máy.</translation>
    </message>
    <message>
        <source>This kiosk no longer offers this procedure</source>
        <translation>Máy này không còn tiếp nhận thủ tục này</translation>
    </message>
    <message>
        <source>This form is still being written</source>
        <translation>Biểu mẫu này còn đang soạn</translation>
    </message>
    <message>
        <source>What is typed here is never sent to the portal.</source>
        <translation>Những gì nhập ở đây không bao giờ được gửi lên cổng.</translation>
    </message>
    <message>
        <source>No longer asked in the new version</source>
        <translation>Không còn được hỏi trong phiên bản mới</translation>
    </message>
    <message>
        <source>Seen, close this note</source>
        <translation>Đã xem, đóng ghi chú này</translation>
    </message>
    <message>
        <source>%1 is no longer in the list of units; please ask for the name in force.</source>
        <translation>%1 không còn trong danh mục đơn vị hành chính; anh/chị hỏi lại tên đang có hiệu lực.</translation>
    </message>
    <message>
        <source>%1 belongs to %2 since %3.</source>
        <translation>%1 đã nhập vào %2 từ ngày %3.</translation>
    </message>
    <message>
        <source>%1 was split on %2 between: %3. Please ask where the person lives.</source>
        <translation>%1 được chia ngày %2 vào: %3. Anh/chị hỏi người dân sống ở phần nào.</translation>
    </message>
    <message>
        <source>A commune in this dossier has changed</source>
        <translation>Một xã ghi trong hồ sơ này đã thay đổi</translation>
    </message>
</context>
</TS>
