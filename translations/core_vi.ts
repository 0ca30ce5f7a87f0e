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
    <message>
        <source>%1 m²</source>
        <translation>%1 m²</translation>
    </message>
</context>
<context>
    <name>AssistSheet</name>
    <message>
        <source>What the portal asks for, in its order</source>
        <translation>Những mục Cổng hỏi, theo thứ tự của Cổng</translation>
    </message>
    <message>
        <source>Not in the portal&apos;s list: enter it where the page has a place for it</source>
        <translation>Không có trong danh sách của Cổng: nhập vào chỗ phù hợp trên trang</translation>
    </message>
    <message>
        <source>Sheet for entering a dossier at the portal</source>
        <translation>Phiếu nhập hồ sơ vào Cổng</translation>
    </message>
    <message>
        <source>In the order of the portal&apos;s page.</source>
        <translation>Theo thứ tự trên trang của Cổng.</translation>
    </message>
    <message>
        <source>In the order of the declaration; the portal&apos;s page may ask in another one.</source>
        <translation>Theo thứ tự của tờ khai; trang của Cổng có thể hỏi theo thứ tự khác.</translation>
    </message>
    <message>
        <source>When the portal shows the official code, enter it at the kiosk at once: until then nobody can tell that this dossier is already there. Delete these files afterwards: they name people.</source>
        <translation>Khi Cổng hiện mã hồ sơ chính thức, hãy nhập ngay mã đó vào máy quầy: trước lúc ấy không ai biết hồ sơ này đã có ở Cổng. Sau đó xóa các tệp này vì có tên người.</translation>
    </message>
    <message>
        <source>Papers to add</source>
        <translation>Giấy tờ cần đính kèm</translation>
    </message>
</context>
<context>
    <name>Assistance</name>
    <message>
        <source>I ask the person at this counter to enter my declaration for me and to hand it to the portal. It was shown or read to me and it says what I mean. My data are used for this procedure only. I may see the declaration, have it mended, or withdraw it before the portal has received it.</source>
        <translation>Tôi đề nghị người hỗ trợ tại quầy nhập tờ khai giúp tôi và gửi đến Cổng dịch vụ công. Nội dung đã được cho tôi xem hoặc đọc cho tôi nghe và đúng với ý của tôi. Dữ liệu của tôi chỉ dùng cho thủ tục này. Tôi được xem tờ khai, đề nghị sửa, hoặc rút hồ sơ trước khi Cổng tiếp nhận.</translation>
    </message>
    <message>
        <source>signed the declaration</source>
        <translation>đã ký vào tờ khai</translation>
    </message>
    <message>
        <source>put a fingerprint on the declaration, read out in: %1</source>
        <translation>đã điểm chỉ vào tờ khai, được đọc lại bằng tiếng %1</translation>
    </message>
    <message>
        <source>agreed by word after it was read out in: %1</source>
        <translation>đã đồng ý bằng lời sau khi được đọc lại bằng tiếng %1</translation>
    </message>
</context>
<context>
    <name>Deadline</name>
    <message>
        <source>Monday</source>
        <translation>thứ Hai</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>thứ Ba</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>thứ Tư</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>thứ Năm</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>thứ Sáu</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>thứ Bảy</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Chủ nhật</translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <translation>%1, %2 ngày %3</translation>
    </message>
    <message>
        <source>The time limit runs only from when the portal has received the dossier.</source>
        <translation>Thời hạn chỉ tính từ khi cổng tiếp nhận hồ sơ.</translation>
    </message>
    <message>
        <source>No date can be estimated: the days off of %1 are not in the calendar of this machine yet.</source>
        <translation>Chưa ước tính được ngày: lịch nghỉ năm %1 chưa có trên máy này.</translation>
    </message>
    <message>
        <source>Estimated, if the portal received the dossier now.</source>
        <translation>Dự kiến, tính từ khi cổng tiếp nhận: giả định cổng tiếp nhận ngay bây giờ.</translation>
    </message>
    <message>
        <source>Estimated, if the portal receives the dossier at the next opening: %1.</source>
        <translation>Dự kiến, tính từ khi cổng tiếp nhận: giả định cổng tiếp nhận vào giờ mở cửa gần nhất, %1.</translation>
    </message>
    <message>
        <source>On the way lie days off that are not announced yet: %1. The date may change.</source>
        <translation>Trong khoảng này có ngày nghỉ chưa được công bố hoặc chưa đối chiếu: %1. Ngày dự kiến có thể thay đổi.</translation>
    </message>
</context>
<context>
    <name>ErrorCatalog</name>
    <message>
        <source>The portal could not be reached: there is no connection, or it broke off.</source>
        <translation>Chưa kết nối được với cổng: không có đường truyền, hoặc đường truyền bị ngắt giữa chừng.</translation>
    </message>
    <message>
        <source>All dossiers are safe in the queue on this machine.</source>
        <translation>Mọi hồ sơ vẫn an toàn trong hàng đợi gửi trên máy này.</translation>
    </message>
    <message>
        <source>You can go on working. Một Cửa tries again by itself as soon as a connection appears.</source>
        <translation>Anh/chị cứ làm việc tiếp. Một Cửa tự gửi lại ngay khi có kết nối.</translation>
    </message>
    <message>
        <source>Something answered at the portal&apos;s address, but it could not prove that it is the province&apos;s portal.</source>
        <translation>Có máy chủ trả lời ở địa chỉ của cổng, nhưng không chứng minh được đó là cổng của tỉnh.</translation>
    </message>
    <message>
        <source>Nothing was sent to it. All dossiers are safe in the queue on this machine.</source>
        <translation>Chưa có gì được gửi đến đó. Mọi hồ sơ vẫn an toàn trong hàng đợi gửi trên máy này.</translation>
    </message>
    <message>
        <source>If this network has a sign-in page, sign in to it first. Check that the date and time of this machine are right. If the message stays, call IT staff.</source>
        <translation>Nếu mạng này có trang đăng nhập, anh/chị đăng nhập mạng trước. Kiểm tra ngày giờ của máy đã đúng chưa. Nếu thông báo vẫn còn, anh/chị gọi cán bộ CNTT.</translation>
    </message>
    <message>
        <source>The portal&apos;s address or certificate file in this kiosk&apos;s settings cannot be used.</source>
        <translation>Địa chỉ cổng hoặc tệp chứng thư trong cấu hình của máy này không dùng được.</translation>
    </message>
    <message>
        <source>Nothing was sent. All dossiers are safe in the queue on this machine.</source>
        <translation>Chưa có gì được gửi đi. Mọi hồ sơ vẫn an toàn trong hàng đợi gửi trên máy này.</translation>
    </message>
    <message>
        <source>Ask IT staff to check the portal&apos;s address and the province&apos;s certificate file.</source>
        <translation>Đề nghị cán bộ CNTT kiểm tra địa chỉ cổng và tệp chứng thư của tỉnh.</translation>
    </message>
    <message>
        <source>The portal is busy and asked to try again later.</source>
        <translation>Cổng đang bận và đề nghị gửi lại sau.</translation>
    </message>
    <message>
        <source>You can go on working. Một Cửa tries again by itself at the time that the portal named.</source>
        <translation>Anh/chị cứ làm việc tiếp. Một Cửa tự gửi lại vào lúc cổng hẹn.</translation>
    </message>
    <message>
        <source>The portal answered in a way that this kiosk does not understand.</source>
        <translation>Cổng trả lời theo cách mà máy này không hiểu được.</translation>
    </message>
    <message>
        <source>Nothing from that answer was stored. All dossiers are safe in the queue on this machine.</source>
        <translation>Không có gì trong câu trả lời đó được lưu lại. Mọi hồ sơ vẫn an toàn trong hàng đợi gửi trên máy này.</translation>
    </message>
    <message>
        <source>You can go on working. Một Cửa tries again by itself. If it lasts longer than a day, call IT staff.</source>
        <translation>Anh/chị cứ làm việc tiếp. Một Cửa tự gửi lại. Nếu quá một ngày vẫn vậy, anh/chị gọi cán bộ CNTT.</translation>
    </message>
    <message>
        <source>The portal does not accept this kiosk.</source>
        <translation>Cổng chưa chấp nhận máy này.</translation>
    </message>
    <message>
        <source>All dossiers are safe in the queue on this machine and will be sent once the kiosk is accepted.</source>
        <translation>Mọi hồ sơ vẫn an toàn trong hàng đợi gửi trên máy này và sẽ được gửi khi máy được chấp nhận.</translation>
    </message>
    <message>
        <source>Ask IT staff to renew this kiosk&apos;s access code.</source>
        <translation>Đề nghị cán bộ CNTT cấp lại mã truy cập cho máy này.</translation>
    </message>
    <message>
        <source>The portal did not accept this dossier.</source>
        <translation>Cổng chưa chấp nhận hồ sơ này.</translation>
    </message>
    <message>
        <source>The dossier is unchanged on this machine; other dossiers go on being sent.</source>
        <translation>Hồ sơ trên máy này vẫn nguyên vẹn; các hồ sơ khác vẫn được gửi tiếp.</translation>
    </message>
    <message>
        <source>Open the dossier, read the portal&apos;s reason, correct the item it names and submit again.</source>
        <translation>Mở hồ sơ, đọc lý do của cổng, sửa mục được nêu rồi nộp lại.</translation>
    </message>
    <message>
        <source>The portal already holds something else under this dossier&apos;s number.</source>
        <translation>Cổng đã có một nội dung khác mang số của hồ sơ này.</translation>
    </message>
    <message>
        <source>Nothing was overwritten, here or at the portal.</source>
        <translation>Không có gì bị ghi đè, ở máy này cũng như ở cổng.</translation>
    </message>
    <message>
        <source>Call IT staff before submitting again: two kiosks may have been set up from the same copy.</source>
        <translation>Anh/chị gọi cán bộ CNTT trước khi nộp lại: có thể hai máy đã được cài từ cùng một bản sao.</translation>
    </message>
    <message>
        <source>The portal confirmed the dossier, but its list of papers or digests differs from ours.</source>
        <translation>Cổng đã xác nhận hồ sơ, nhưng danh sách giấy tờ hoặc mã đối chiếu khác với máy này.</translation>
    </message>
    <message>
        <source>The dossier is not counted as received and stays whole on this machine.</source>
        <translation>Hồ sơ chưa được tính là cổng đã nhận và vẫn được giữ đầy đủ trên máy này.</translation>
    </message>
    <message>
        <source>Một Cửa asks again by itself. If the message stays, call IT staff and read out the number of the dossier.</source>
        <translation>Một Cửa tự hỏi lại cổng. Nếu thông báo vẫn còn, anh/chị gọi cán bộ CNTT và đọc số của hồ sơ.</translation>
    </message>
    <message>
        <source>The portal did not take a paper of this dossier.</source>
        <translation>Cổng chưa nhận một giấy tờ của hồ sơ này.</translation>
    </message>
    <message>
        <source>The paper and the dossier are safe on this machine; other dossiers go on being sent.</source>
        <translation>Giấy tờ và hồ sơ vẫn an toàn trên máy này; các hồ sơ khác vẫn được gửi tiếp.</translation>
    </message>
    <message>
        <source>Một Cửa tries again by itself. If the message stays, call IT staff.</source>
        <translation>Một Cửa tự gửi lại. Nếu thông báo vẫn còn, anh/chị gọi cán bộ CNTT.</translation>
    </message>
    <message>
        <source>A paper of this dossier can no longer be read as it was stored.</source>
        <translation>Một giấy tờ của hồ sơ này không còn đọc được đúng như lúc đã lưu.</translation>
    </message>
    <message>
        <source>The other papers and the form are unchanged, and the damaged paper was not sent.</source>
        <translation>Các giấy tờ khác và tờ khai không thay đổi, giấy tờ bị hỏng chưa được gửi đi.</translation>
    </message>
    <message>
        <source>Open the dossier, scan or import this paper again and submit again. Then tell IT staff: the disk may be failing.</source>
        <translation>Mở hồ sơ, quét hoặc thêm lại giấy tờ này rồi nộp lại. Sau đó báo cán bộ CNTT: ổ đĩa có thể sắp hỏng.</translation>
    </message>
    <message>
        <source>This file holds nothing.</source>
        <translation>Tệp này không có nội dung.</translation>
    </message>
    <message>
        <source>The dossier and the papers already added are unchanged.</source>
        <translation>Hồ sơ và các giấy tờ đã thêm vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>Take or scan the picture again, then choose the new file.</source>
        <translation>Chụp hoặc quét lại rồi chọn tệp mới.</translation>
    </message>
    <message>
        <source>This file is larger than the counter accepts.</source>
        <translation>Tệp này lớn hơn mức quầy nhận.</translation>
    </message>
    <message>
        <source>Scan again at 200 to 300 dpi, or split the document into parts and add them one by one.</source>
        <translation>Quét lại ở 200 đến 300 dpi, hoặc tách giấy tờ thành nhiều phần rồi thêm từng phần.</translation>
    </message>
    <message>
        <source>This file is not a JPEG picture, a PNG picture or a PDF.</source>
        <translation>Tệp này không phải ảnh JPEG, ảnh PNG hay tệp PDF.</translation>
    </message>
    <message>
        <source>Take a photo of the paper, or scan it to JPEG, PNG or PDF, and add that file.</source>
        <translation>Chụp ảnh hoặc quét giấy tờ thành JPEG, PNG hoặc PDF rồi thêm tệp đó.</translation>
    </message>
    <message>
        <source>What is inside this file is not what its name says.</source>
        <translation>Nội dung bên trong tệp không đúng với đuôi tên tệp.</translation>
    </message>
    <message>
        <source>Open the file to see what it is and save it again under the right kind. If it came from a stranger, do not open it: take a photo of the paper.</source>
        <translation>Mở tệp để xem là loại gì rồi lưu lại đúng loại. Nếu tệp do người lạ gửi thì không mở, hãy chụp ảnh giấy tờ.</translation>
    </message>
    <message>
        <source>This file is damaged and cannot be read to its end.</source>
        <translation>Tệp này bị hỏng, không đọc được đến hết.</translation>
    </message>
    <message>
        <source>Copy the file again from its source, or take a new photo of the paper.</source>
        <translation>Chép lại tệp từ nơi gốc, hoặc chụp ảnh giấy tờ lại.</translation>
    </message>
    <message>
        <source>This PDF is locked with a password.</source>
        <translation>Tệp PDF này bị khóa bằng mật khẩu.</translation>
    </message>
    <message>
        <source>Ask for a copy without a password, or print it and scan the print.</source>
        <translation>Xin bản không có mật khẩu, hoặc in ra rồi quét bản in.</translation>
    </message>
    <message>
        <source>This PDF has more pages than the counter accepts.</source>
        <translation>Tệp PDF này có nhiều trang hơn mức quầy nhận.</translation>
    </message>
    <message>
        <source>Keep only the pages that the procedure asks for, or add the document in several parts.</source>
        <translation>Chỉ giữ những trang thủ tục yêu cầu, hoặc thêm giấy tờ thành nhiều phần.</translation>
    </message>
    <message>
        <source>This picture is too big to be opened safely.</source>
        <translation>Ảnh này quá lớn để mở an toàn.</translation>
    </message>
    <message>
        <source>Scan again at 200 to 300 dpi, or take the photo at an ordinary size.</source>
        <translation>Quét lại ở 200 đến 300 dpi, hoặc chụp ở cỡ ảnh thường.</translation>
    </message>
    <message>
        <source>This PDF carries programs or other files inside it.</source>
        <translation>Tệp PDF này mang theo chương trình hoặc tệp khác bên trong.</translation>
    </message>
    <message>
        <source>The dossier and the papers already added are unchanged; nothing inside the file was run.</source>
        <translation>Hồ sơ và các giấy tờ đã thêm vẫn giữ nguyên; không có gì trong tệp được chạy.</translation>
    </message>
    <message>
        <source>Ask for a plain copy, or print it and scan the print.</source>
        <translation>Xin bản PDF thường, hoặc in ra rồi quét bản in.</translation>
    </message>
    <message>
        <source>This is a HEIC photo, a kind of its own that some phones make.</source>
        <translation>Đây là ảnh HEIC, một loại riêng do một số điện thoại tạo ra.</translation>
    </message>
    <message>
        <source>In the phone&apos;s camera settings choose “Most compatible” (JPEG) and take the photo again, or send the photo as JPEG.</source>
        <translation>Trong cài đặt máy ảnh của điện thoại, chọn “Tương thích nhất” (JPEG) rồi chụp lại, hoặc gửi ảnh dưới dạng JPEG.</translation>
    </message>
    <message>
        <source>This is a Word, Excel or similar office document.</source>
        <translation>Đây là tài liệu Word, Excel hoặc tài liệu văn phòng tương tự.</translation>
    </message>
    <message>
        <source>Open it and save it as PDF, then add the PDF.</source>
        <translation>Mở tài liệu và lưu thành PDF, rồi thêm tệp PDF.</translation>
    </message>
    <message>
        <source>This is a compressed file (ZIP, RAR or 7-Zip).</source>
        <translation>Đây là tệp nén (ZIP, RAR hoặc 7-Zip).</translation>
    </message>
    <message>
        <source>Unpack it first, then add the pictures or PDFs inside one by one.</source>
        <translation>Giải nén trước, rồi thêm từng ảnh hoặc tệp PDF bên trong.</translation>
    </message>
    <message>
        <source>This is a picture of a kind that the portal does not take (WebP, BMP, GIF or TIFF).</source>
        <translation>Đây là ảnh thuộc loại Cổng dịch vụ công không nhận (WebP, BMP, GIF hoặc TIFF).</translation>
    </message>
    <message>
        <source>Open the picture and save it as JPEG or PNG, then add it again.</source>
        <translation>Mở ảnh và lưu lại thành JPEG hoặc PNG, rồi thêm lại.</translation>
    </message>
    <message>
        <source>This PDF carries a digital signature; turning its pages would break the signature.</source>
        <translation>Tệp PDF này có chữ ký số; xoay trang sẽ làm hỏng chữ ký.</translation>
    </message>
    <message>
        <source>The signed file is kept exactly as it is.</source>
        <translation>Tệp đã ký được giữ đúng như cũ.</translation>
    </message>
    <message>
        <source>Leave it as it is: the portal can turn it for viewing. If the signature is not needed, print it and scan the print.</source>
        <translation>Cứ để nguyên: Cổng dịch vụ công có thể xoay khi xem. Nếu không cần chữ ký, in ra rồi quét bản in.</translation>
    </message>
    <message>
        <source>This page cannot be shown as a preview.</source>
        <translation>Không hiển thị được trang này để xem trước.</translation>
    </message>
    <message>
        <source>The paper itself is kept unchanged.</source>
        <translation>Giấy tờ vẫn được giữ nguyên.</translation>
    </message>
    <message>
        <source>Choose another page or open the dossier again. If it stays, call the help desk with the local code of the dossier.</source>
        <translation>Chọn trang khác hoặc mở lại hồ sơ. Nếu vẫn vậy, gọi bộ phận hỗ trợ và đọc mã ghi nhận tạm thời của hồ sơ.</translation>
    </message>
    <message>
        <source>This paper could not be turned.</source>
        <translation>Không xoay được giấy tờ này.</translation>
    </message>
    <message>
        <source>The paper is kept the way it was.</source>
        <translation>Giấy tờ được giữ như trước khi xoay.</translation>
    </message>
    <message>
        <source>Try again, or remove it and add a photo that stands upright.</source>
        <translation>Thử lại, hoặc bỏ ra rồi thêm ảnh chụp đúng chiều.</translation>
    </message>
    <message>
        <source>The provisional slip could not be made.</source>
        <translation>Chưa lập được phiếu ghi nhận tạm thời.</translation>
    </message>
    <message>
        <source>The dossier is saved and waits to be sent as before.</source>
        <translation>Hồ sơ đã được lưu và vẫn chờ gửi như trước.</translation>
    </message>
    <message>
        <source>Try again from the page of the dossier. Until then write the local code down for the citizen by hand.</source>
        <translation>Thử lại từ trang hồ sơ. Trong lúc chờ, ghi tay mã ghi nhận tạm thời cho người dân.</translation>
    </message>
    <message>
        <source>This folder does not hold a Một Cửa kiosk yet.</source>
        <translation>Thư mục này chưa có dữ liệu của máy Một Cửa.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Không có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>Check the folder given with --profile, or set the kiosk up with “motcuactl init”.</source>
        <translation>Kiểm tra thư mục ghi sau --profile, hoặc thiết lập máy bằng lệnh “motcuactl init”.</translation>
    </message>
    <message>
        <source>The kiosk&apos;s settings file cannot be read.</source>
        <translation>Không đọc được tệp cài đặt của máy.</translation>
    </message>
    <message>
        <source>The dossiers are in a separate file and were not touched.</source>
        <translation>Hồ sơ nằm ở tệp khác và không bị động đến.</translation>
    </message>
    <message>
        <source>Ask IT staff to restore profile.json from a copy or to set it up again.</source>
        <translation>Nhờ cán bộ CNTT phục hồi profile.json từ bản sao hoặc thiết lập lại tệp này.</translation>
    </message>
    <message>
        <source>Một Cửa is already open on these data.</source>
        <translation>Một Cửa đang mở sẵn trên dữ liệu này.</translation>
    </message>
    <message>
        <source>The dossiers are safe in the program that is open.</source>
        <translation>Hồ sơ vẫn an toàn trong chương trình đang mở.</translation>
    </message>
    <message>
        <source>Use the window that is already open, or close it and try again.</source>
        <translation>Dùng cửa sổ đang mở, hoặc đóng cửa sổ đó rồi thử lại.</translation>
    </message>
    <message>
        <source>This folder already holds a kiosk, or traces of an older one.</source>
        <translation>Thư mục này đã có một máy Một Cửa, hoặc còn dấu vết của máy cũ.</translation>
    </message>
    <message>
        <source>Nothing was overwritten.</source>
        <translation>Không có gì bị ghi đè.</translation>
    </message>
    <message>
        <source>Choose an empty folder. If the old data can no longer be opened, call the province&apos;s help desk before moving any file.</source>
        <translation>Chọn một thư mục trống. Nếu dữ liệu cũ không mở được nữa, gọi bộ phận hỗ trợ của tỉnh trước khi dời bất kỳ tệp nào.</translation>
    </message>
    <message>
        <source>There is no commune with this code in the list of administrative units.</source>
        <translation>Không có đơn vị cấp xã nào mang mã này trong danh mục hành chính.</translation>
    </message>
    <message>
        <source>Check the five digits of the commune code in force since 1 July 2025.</source>
        <translation>Kiểm tra năm chữ số của mã xã đang dùng từ ngày 1/7/2025.</translation>
    </message>
    <message>
        <source>The portal&apos;s certificate file cannot be read.</source>
        <translation>Không đọc được tệp chứng thư của Cổng dịch vụ công.</translation>
    </message>
    <message>
        <source>Check the file given with --ca: it must be the province&apos;s certificate in PEM form.</source>
        <translation>Kiểm tra tệp ghi sau --ca: phải là chứng thư của tỉnh ở dạng PEM.</translation>
    </message>
    <message>
        <source>The kiosk&apos;s settings file could not be written.</source>
        <translation>Không ghi được tệp cài đặt của máy.</translation>
    </message>
    <message>
        <source>The earlier settings and all dossiers are unchanged.</source>
        <translation>Cài đặt trước đó và mọi hồ sơ vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>Check that the disk has free space and that this user may write to the folder, then try again.</source>
        <translation>Kiểm tra ổ đĩa còn chỗ trống và người dùng này được ghi vào thư mục, rồi thử lại.</translation>
    </message>
    <message>
        <source>This computer&apos;s copy of Một Cửa lacks the part that encrypts the dossiers, so it did not open them.</source>
        <translation>Bản Một Cửa trên máy này thiếu phần mã hóa hồ sơ nên không mở dữ liệu.</translation>
    </message>
    <message>
        <source>The dossiers were not touched and nothing was written in the clear.</source>
        <translation>Hồ sơ không bị đụng tới và không có gì được ghi ra dạng không mã hóa.</translation>
    </message>
    <message>
        <source>Ask IT staff to install Một Cửa again from the province&apos;s source.</source>
        <translation>Đề nghị cán bộ CNTT cài lại Một Cửa từ nguồn của tỉnh.</translation>
    </message>
    <message>
        <source>The dossier file cannot be opened with this kiosk&apos;s key: it belongs to another kiosk, or its beginning is damaged.</source>
        <translation>Không mở được tệp hồ sơ bằng khóa của máy này: tệp thuộc máy khác, hoặc phần đầu tệp đã hỏng.</translation>
    </message>
    <message>
        <source>The file was left exactly as it is.</source>
        <translation>Tệp được giữ nguyên như hiện có.</translation>
    </message>
    <message>
        <source>Do not delete or replace any file. Call the province&apos;s help desk and read out this code.</source>
        <translation>Xin đừng xoá hay thay tệp nào. Hãy gọi bộ phận hỗ trợ của tỉnh và đọc mã này.</translation>
    </message>
    <message>
        <source>Part of the dossier file is damaged.</source>
        <translation>Một phần tệp hồ sơ đã bị hỏng.</translation>
    </message>
    <message>
        <source>Nothing more is written to it, so that what is readable stays readable.</source>
        <translation>Máy không ghi thêm gì vào tệp, để phần còn đọc được vẫn đọc được.</translation>
    </message>
    <message>
        <source>Leave the computer on and call the province&apos;s help desk: IT staff can save the dossiers that are readable.</source>
        <translation>Hãy để máy bật và gọi bộ phận hỗ trợ của tỉnh: cán bộ CNTT có thể cứu các hồ sơ còn đọc được.</translation>
    </message>
    <message>
        <source>The dossiers were saved by a newer version of Một Cửa than this one.</source>
        <translation>Hồ sơ được lưu bằng phiên bản Một Cửa mới hơn phiên bản đang chạy.</translation>
    </message>
    <message>
        <source>The dossiers are whole and were not touched.</source>
        <translation>Hồ sơ còn nguyên vẹn và không bị đụng tới.</translation>
    </message>
    <message>
        <source>Ask IT staff to update Một Cửa on this computer, then open it again.</source>
        <translation>Đề nghị cán bộ CNTT cập nhật Một Cửa trên máy này rồi mở lại.</translation>
    </message>
    <message>
        <source>The dossier file could not be opened.</source>
        <translation>Không mở được tệp hồ sơ.</translation>
    </message>
    <message>
        <source>No file was changed or made.</source>
        <translation>Không có tệp nào bị thay đổi hay tạo mới.</translation>
    </message>
    <message>
        <source>Check that the disk is connected and that this user may read and write the data folder, then try again. If it stays so, call IT staff.</source>
        <translation>Hãy kiểm tra ổ đĩa đã được nối và người dùng này có quyền đọc, ghi thư mục dữ liệu, rồi thử lại. Nếu vẫn vậy, xin gọi cán bộ CNTT.</translation>
    </message>
    <message>
        <source>The disk is full, so the last change was not saved.</source>
        <translation>Ổ đĩa đã đầy nên thay đổi vừa rồi chưa được lưu.</translation>
    </message>
    <message>
        <source>Everything saved before is safe.</source>
        <translation>Mọi thứ đã lưu trước đó vẫn an toàn.</translation>
    </message>
    <message>
        <source>Free some space on the disk (downloads, recycle bin), then save again. Leave this window open meanwhile.</source>
        <translation>Hãy giải phóng bớt dung lượng (thư mục tải về, thùng rác) rồi lưu lại. Trong lúc đó xin giữ nguyên cửa sổ này.</translation>
    </message>
    <message>
        <source>The disk did not confirm the last change, so it counts as not saved.</source>
        <translation>Ổ đĩa không xác nhận thay đổi vừa rồi, nên coi như chưa lưu.</translation>
    </message>
    <message>
        <source>Everything confirmed before is safe.</source>
        <translation>Mọi thứ đã được xác nhận trước đó vẫn an toàn.</translation>
    </message>
    <message>
        <source>Try once more. If it happens again, close Một Cửa, open it again and call IT staff: the disk may be failing.</source>
        <translation>Hãy thử lại một lần. Nếu lặp lại, xin đóng Một Cửa, mở lại và gọi cán bộ CNTT: ổ đĩa có thể sắp hỏng.</translation>
    </message>
    <message>
        <source>The dossiers are locked at the moment.</source>
        <translation>Kho hồ sơ hiện đang khóa.</translation>
    </message>
    <message>
        <source>They are safe and encrypted on the disk.</source>
        <translation>Hồ sơ vẫn an toàn và được mã hóa trên ổ đĩa.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Xin đăng nhập lại.</translation>
    </message>
    <message>
        <source>There is no dossier with this code on this computer.</source>
        <translation>Trên máy này không có hồ sơ nào mang mã này.</translation>
    </message>
    <message>
        <source>Check the code, or search by the citizen&apos;s name.</source>
        <translation>Hãy kiểm tra lại mã, hoặc tìm theo tên người dân.</translation>
    </message>
    <message>
        <source>This dossier has been submitted and can no longer be changed here.</source>
        <translation>Hồ sơ này đã nộp nên không sửa được ở đây nữa.</translation>
    </message>
    <message>
        <source>The dossier is safe as it was submitted.</source>
        <translation>Hồ sơ được giữ nguyên như lúc nộp.</translation>
    </message>
    <message>
        <source>If something has to be corrected, wait for the portal to ask for it, or make a new dossier.</source>
        <translation>Nếu cần sửa, xin chờ cổng yêu cầu bổ sung hoặc lập hồ sơ mới.</translation>
    </message>
    <message>
        <source>This step is not possible in the dossier&apos;s present state.</source>
        <translation>Bước này không thực hiện được ở trạng thái hiện tại của hồ sơ.</translation>
    </message>
    <message>
        <source>The dossier is unchanged.</source>
        <translation>Hồ sơ không thay đổi.</translation>
    </message>
    <message>
        <source>Open the dossier again to see where it stands now.</source>
        <translation>Hãy mở lại hồ sơ để xem trạng thái hiện tại.</translation>
    </message>
    <message>
        <source>This paper is no longer in the dossier.</source>
        <translation>Giấy tờ này không còn trong hồ sơ.</translation>
    </message>
    <message>
        <source>The other papers are unchanged.</source>
        <translation>Các giấy tờ khác không thay đổi.</translation>
    </message>
    <message>
        <source>Open the dossier again to see its papers.</source>
        <translation>Hãy mở lại hồ sơ để xem các giấy tờ hiện có.</translation>
    </message>
    <message>
        <source>A stored paper no longer equals what was put in.</source>
        <translation>Một giấy tờ đã lưu không còn giống lúc đưa vào.</translation>
    </message>
    <message>
        <source>It was not sent and not changed; the other papers are unaffected.</source>
        <translation>Giấy tờ này chưa được gửi đi và không bị sửa; các giấy tờ khác không ảnh hưởng.</translation>
    </message>
    <message>
        <source>If the citizen still has the original, scan it again. Tell IT staff: the disk may be failing.</source>
        <translation>Nếu người dân còn bản chính, xin quét lại. Hãy báo cán bộ CNTT: ổ đĩa có thể sắp hỏng.</translation>
    </message>
    <message>
        <source>The sending of a dossier reached a state that should not be possible.</source>
        <translation>Việc gửi một hồ sơ rơi vào trạng thái lẽ ra không thể có.</translation>
    </message>
    <message>
        <source>The dossier stays in the queue as it was.</source>
        <translation>Hồ sơ vẫn nằm trong hàng đợi gửi như trước.</translation>
    </message>
    <message>
        <source>It will be tried again by itself. If the message comes back, call the help desk and read out this code.</source>
        <translation>Máy sẽ tự thử lại. Nếu thông báo này trở lại, xin gọi bộ phận hỗ trợ và đọc mã này.</translation>
    </message>
    <message>
        <source>This folder already holds keys or dossiers of a kiosk, so no new key was made.</source>
        <translation>Thư mục này đã có khóa hoặc hồ sơ của một máy Một Cửa nên không tạo khóa mới.</translation>
    </message>
    <message>
        <source>Choose an empty folder. If the old dossiers cannot be opened, call the province&apos;s help desk before moving any file.</source>
        <translation>Hãy chọn một thư mục trống. Nếu hồ sơ cũ không mở được, xin gọi bộ phận hỗ trợ của tỉnh trước khi di chuyển bất kỳ tệp nào.</translation>
    </message>
    <message>
        <source>The key file of this kiosk is missing.</source>
        <translation>Không thấy tệp khóa của máy này.</translation>
    </message>
    <message>
        <source>The dossiers are still there, encrypted and unchanged.</source>
        <translation>Hồ sơ vẫn còn đó, được mã hóa và không thay đổi.</translation>
    </message>
    <message>
        <source>Do not set the kiosk up again. Call IT staff: slots.json has to be brought back from a copy.</source>
        <translation>Xin đừng thiết lập lại máy. Hãy gọi cán bộ CNTT: cần khôi phục tệp slots.json từ bản sao.</translation>
    </message>
    <message>
        <source>The key file of this kiosk cannot be read, and neither can its copy.</source>
        <translation>Không đọc được tệp khóa của máy này, kể cả bản sao bên cạnh.</translation>
    </message>
    <message>
        <source>Nothing was overwritten; the dossiers are unchanged.</source>
        <translation>Không có gì bị ghi đè; hồ sơ không thay đổi.</translation>
    </message>
    <message>
        <source>Do not set the kiosk up again. Call the province&apos;s help desk: slots.json has to be brought back from a copy.</source>
        <translation>Xin đừng thiết lập lại máy. Hãy gọi bộ phận hỗ trợ của tỉnh: cần khôi phục tệp slots.json từ bản sao.</translation>
    </message>
    <message>
        <source>The key file could not be written.</source>
        <translation>Không ghi được tệp khóa.</translation>
    </message>
    <message>
        <source>The earlier keys still work and the dossiers are unchanged.</source>
        <translation>Các khóa trước đó vẫn dùng được và hồ sơ không thay đổi.</translation>
    </message>
    <message>
        <source>Check that the disk has free space and that this user may write to the data folder, then try again.</source>
        <translation>Hãy kiểm tra ổ đĩa còn chỗ trống và người dùng này có quyền ghi vào thư mục dữ liệu, rồi thử lại.</translation>
    </message>
    <message>
        <source>This passphrase does not open the kiosk.</source>
        <translation>Mật khẩu này không mở được máy.</translation>
    </message>
    <message>
        <source>The dossiers are safe; nothing was changed.</source>
        <translation>Hồ sơ vẫn an toàn; không có gì thay đổi.</translation>
    </message>
    <message>
        <source>Check Caps Lock and the Vietnamese typing mode, then type it again.</source>
        <translation>Hãy kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi nhập lại.</translation>
    </message>
    <message>
        <source>The computer&apos;s keychain did not give the key.</source>
        <translation>Kho khóa của máy tính không trả về khóa.</translation>
    </message>
    <message>
        <source>The dossiers are safe; your passphrase opens them as always.</source>
        <translation>Hồ sơ vẫn an toàn; mật khẩu của anh/chị vẫn mở được như thường lệ.</translation>
    </message>
    <message>
        <source>Sign in with your passphrase. Nothing has to be repaired.</source>
        <translation>Xin đăng nhập bằng mật khẩu. Không cần sửa chữa gì.</translation>
    </message>
    <message>
        <source>This kiosk has no usable key in the computer&apos;s keychain.</source>
        <translation>Máy này không có khóa dùng được trong kho khóa của máy tính.</translation>
    </message>
    <message>
        <source>The dossiers are safe; your passphrase opens them.</source>
        <translation>Hồ sơ vẫn an toàn; mật khẩu của anh/chị mở được.</translation>
    </message>
    <message>
        <source>Sign in with your passphrase.</source>
        <translation>Xin đăng nhập bằng mật khẩu.</translation>
    </message>
    <message>
        <source>There is already an account with this login name.</source>
        <translation>Đã có tài khoản mang tên đăng nhập này.</translation>
    </message>
    <message>
        <source>Choose another login name.</source>
        <translation>Hãy chọn tên đăng nhập khác.</translation>
    </message>
    <message>
        <source>This login name cannot be used.</source>
        <translation>Không dùng được tên đăng nhập này.</translation>
    </message>
    <message>
        <source>Use 1 to 32 lower-case letters without tone marks, digits, full stops or hyphens, beginning with a letter or digit.</source>
        <translation>Hãy dùng 1 đến 32 chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối, bắt đầu bằng chữ hoặc số.</translation>
    </message>
    <message>
        <source>The computer did not have enough free memory to check the passphrase.</source>
        <translation>Máy tính không đủ bộ nhớ trống để kiểm tra mật khẩu.</translation>
    </message>
    <message>
        <source>The dossiers are safe; the passphrase was neither accepted nor refused.</source>
        <translation>Hồ sơ vẫn an toàn; mật khẩu chưa được chấp nhận cũng chưa bị từ chối.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Hãy đóng bớt chương trình khác rồi thử lại.</translation>
    </message>
    <message>
        <source>The opened key does not belong to this kiosk&apos;s key file.</source>
        <translation>Khóa đang mở không thuộc tệp khóa của máy này.</translation>
    </message>
    <message>
        <source>The key file was not changed.</source>
        <translation>Tệp khóa không thay đổi.</translation>
    </message>
    <message>
        <source>Close Một Cửa, open it again and try once more. If it stays so, call the help desk.</source>
        <translation>Hãy đóng Một Cửa, mở lại và thử một lần nữa. Nếu vẫn vậy, xin gọi bộ phận hỗ trợ.</translation>
    </message>
    <message>
        <source>A procedure file is not written as it must be, so this procedure cannot be used.</source>
        <translation>Một tệp thủ tục viết chưa đúng khuôn nên chưa dùng được thủ tục này.</translation>
    </message>
    <message>
        <source>No dossier was touched; dossiers already captured keep the version they were captured under.</source>
        <translation>Không hồ sơ nào bị động đến; hồ sơ đã lập vẫn giữ phiên bản thủ tục lúc lập.</translation>
    </message>
    <message>
        <source>Ask IT staff to put back the earlier file, or to mend the place that is named and try again.</source>
        <translation>Nhờ cán bộ CNTT đặt lại tệp trước đó, hoặc sửa đúng chỗ được nêu rồi thử lại.</translation>
    </message>
    <message>
        <source>This kiosk has no procedure with this code.</source>
        <translation>Máy này không có thủ tục nào mang mã này.</translation>
    </message>
    <message>
        <source>Choose a procedure from the list, or ask IT staff whether a newer procedure file is needed.</source>
        <translation>Chọn thủ tục trong danh sách, hoặc hỏi cán bộ CNTT xem có cần tệp thủ tục mới hơn không.</translation>
    </message>
    <message>
        <source>The dossier is not complete yet, so it was not submitted.</source>
        <translation>Hồ sơ chưa đủ nên chưa nộp.</translation>
    </message>
    <message>
        <source>Everything entered so far is saved as a draft.</source>
        <translation>Những gì đã nhập đều được lưu trong bản nháp.</translation>
    </message>
    <message>
        <source>Open the review page: it lists everything that is missing at once. Fill it in and submit again.</source>
        <translation>Mở trang xem lại: trang này nêu một lần tất cả những gì còn thiếu. Bổ sung xong rồi nộp lại.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Không đọc được tệp này.</translation>
    </message>
    <message>
        <source>Nothing was added; the dossier is unchanged.</source>
        <translation>Chưa thêm gì vào hồ sơ; hồ sơ vẫn nguyên như trước.</translation>
    </message>
    <message>
        <source>Check that the file still exists and the USB stick is still plugged in, then choose it again.</source>
        <translation>Kiểm tra xem tệp còn đó không, USB còn cắm không, rồi chọn lại.</translation>
    </message>
    <message>
        <source>The procedure does not know this kind of paper.</source>
        <translation>Thủ tục này không có loại giấy tờ đó.</translation>
    </message>
    <message>
        <source>Nothing was added and nothing was changed.</source>
        <translation>Chưa thêm gì và không có gì thay đổi.</translation>
    </message>
    <message>
        <source>Choose one of the papers in the list of the procedure.</source>
        <translation>Hãy chọn một giấy tờ trong danh sách của thủ tục.</translation>
    </message>
    <message>
        <source>The version of the procedure under which this dossier was captured cannot be found.</source>
        <translation>Không tìm thấy phiên bản thủ tục đã dùng khi lập hồ sơ này.</translation>
    </message>
    <message>
        <source>The dossier itself is complete and safe.</source>
        <translation>Bản thân hồ sơ vẫn đầy đủ và an toàn.</translation>
    </message>
    <message>
        <source>Ask IT staff to install the procedure pack of that version again.</source>
        <translation>Nhờ cán bộ CNTT cài lại gói thủ tục của phiên bản đó.</translation>
    </message>
    <message>
        <source>There is no slip for this dossier yet, because it has not been submitted.</source>
        <translation>Hồ sơ này chưa có phiếu vì chưa được nộp.</translation>
    </message>
    <message>
        <source>The draft is saved on this machine.</source>
        <translation>Bản nháp đã được lưu trên máy này.</translation>
    </message>
    <message>
        <source>Complete and submit the dossier, then print the slip.</source>
        <translation>Hoàn thiện và nộp hồ sơ rồi in phiếu.</translation>
    </message>
    <message>
        <source>The command was not understood.</source>
        <translation>Không hiểu được lệnh.</translation>
    </message>
    <message>
        <source>Check the word shown below, or see “motcuactl --help”.</source>
        <translation>Kiểm tra từ ghi bên dưới, hoặc xem “motcuactl --help”.</translation>
    </message>
    <message>
        <source>A file named in the command cannot be read.</source>
        <translation>Không đọc được một tệp nêu trong lệnh.</translation>
    </message>
    <message>
        <source>Check that the file exists and that this user may read it.</source>
        <translation>Kiểm tra tệp có tồn tại và tài khoản máy này được phép đọc.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Không ghi được tệp.</translation>
    </message>
    <message>
        <source>The dossier is safe; an older file of that name is unchanged.</source>
        <translation>Hồ sơ vẫn an toàn; tệp cũ cùng tên (nếu có) không thay đổi.</translation>
    </message>
    <message>
        <source>Check the folder and the free space, then run the command again.</source>
        <translation>Kiểm tra thư mục và chỗ trống trên đĩa rồi chạy lại lệnh.</translation>
    </message>
    <message>
        <source>The passphrase file has no passphrase in its first line.</source>
        <translation>Dòng đầu của tệp mật khẩu không có mật khẩu.</translation>
    </message>
    <message>
        <source>Put the passphrase into the first line of the file, or give - and type it.</source>
        <translation>Ghi mật khẩu vào dòng đầu của tệp, hoặc dùng dấu - rồi gõ vào.</translation>
    </message>
    <message>
        <source>The file with the answers is not a JSON object.</source>
        <translation>Tệp nội dung khai không phải là một đối tượng JSON.</translation>
    </message>
    <message>
        <source>Nothing was created and nothing was changed.</source>
        <translation>Chưa tạo gì và không có gì thay đổi.</translation>
    </message>
    <message>
        <source>Mend the file at the place shown below and run the command again.</source>
        <translation>Sửa tệp tại chỗ ghi bên dưới rồi chạy lại lệnh.</translation>
    </message>
    <message>
        <source>The list of days off on this machine is written in a way that cannot be read.</source>
        <translation>Tệp lịch nghỉ trên máy này viết chưa đúng khuôn nên không đọc được.</translation>
    </message>
    <message>
        <source>The dossiers are not touched. Only estimated dates cannot be shown.</source>
        <translation>Hồ sơ không bị ảnh hưởng. Chỉ không hiện được ngày dự kiến.</translation>
    </message>
    <message>
        <source>Ask IT staff to install the calendar file again.</source>
        <translation>Nhờ cán bộ CNTT cài lại tệp lịch nghỉ.</translation>
    </message>
    <message>
        <source>The days off of that year are not in the calendar of this machine yet, so no date is estimated.</source>
        <translation>Lịch nghỉ của năm đó chưa có trên máy này nên không ước tính được ngày.</translation>
    </message>
    <message>
        <source>The dossiers are not touched. They can be submitted as usual.</source>
        <translation>Hồ sơ không bị ảnh hưởng và vẫn nộp được như thường.</translation>
    </message>
    <message>
        <source>Ask IT staff for the calendar of the coming year; the portal sets the due date in any case.</source>
        <translation>Nhờ cán bộ CNTT cài lịch nghỉ của năm tới; hạn trả kết quả dù sao cũng do cổng ấn định.</translation>
    </message>
    <message>
        <source>The list of the provinces&apos; fees on this machine is written in a way that cannot be read.</source>
        <translation>Tệp mức thu của các tỉnh trên máy này viết chưa đúng khuôn nên không đọc được.</translation>
    </message>
    <message>
        <source>The dossiers are not touched. Amounts that the province decides are not shown.</source>
        <translation>Hồ sơ không bị ảnh hưởng. Chỉ không hiện được các mức do tỉnh quyết định.</translation>
    </message>
    <message>
        <source>Ask IT staff to install the fee file again.</source>
        <translation>Nhờ cán bộ CNTT cài lại tệp mức thu.</translation>
    </message>
    <message>
        <source>No payment of this dossier can be declared or taken back now.</source>
        <translation>Hiện không ghi nhận hoặc bỏ ghi nhận được việc chuyển tiền của hồ sơ này.</translation>
    </message>
    <message>
        <source>The dossier and what was noted about money are unchanged.</source>
        <translation>Hồ sơ và phần ghi về tiền giữ nguyên.</translation>
    </message>
    <message>
        <source>Open the dossier again and read where the money stands. Only the portal confirms a payment.</source>
        <translation>Mở lại hồ sơ và xem phần phí, lệ phí. Chỉ cổng mới xác nhận đã nhận tiền.</translation>
    </message>
    <message>
        <source>The bank account for fees is not written as a code for transfers needs it.</source>
        <translation>Tài khoản thu phí viết chưa đúng nên không tạo được mã chuyển tiền.</translation>
    </message>
    <message>
        <source>The earlier account is unchanged.</source>
        <translation>Tài khoản đang dùng giữ nguyên.</translation>
    </message>
    <message>
        <source>Give the six digits of the bank, the account number without spaces, and the name of the holder.</source>
        <translation>Cho đủ sáu chữ số mã ngân hàng, số tài khoản viết liền và tên chủ tài khoản.</translation>
    </message>
    <message>
        <source>This file of procedures is larger than a kiosk takes.</source>
        <translation>Tệp thủ tục này lớn hơn mức máy nhận.</translation>
    </message>
    <message>
        <source>Nothing was changed; the procedures of this kiosk are as before.</source>
        <translation>Không có gì bị thay đổi; các thủ tục của máy vẫn như trước.</translation>
    </message>
    <message>
        <source>Check that it is the right file (suffix .motcua), and ask whoever made it to send a smaller one.</source>
        <translation>Kiểm tra xem có đúng tệp không (đuôi .motcua), và nhờ nơi lập tệp gửi tệp nhỏ hơn.</translation>
    </message>
    <message>
        <source>This file is not written as a file of procedures must be.</source>
        <translation>Tệp này không đúng khuôn của tệp thủ tục.</translation>
    </message>
    <message>
        <source>Fetch the file again: it may have been cut off on the way. If it stays so, tell whoever made it the place that is named.</source>
        <translation>Chép hoặc tải lại tệp, vì có thể tệp bị cắt giữa đường. Nếu vẫn vậy, báo nơi lập tệp biết chỗ được nêu.</translation>
    </message>
    <message>
        <source>This file of procedures is of a kind that this version of Một Cửa does not know.</source>
        <translation>Tệp thủ tục này thuộc loại mà phiên bản Một Cửa này chưa biết.</translation>
    </message>
    <message>
        <source>Update Một Cửa first, then install the file again.</source>
        <translation>Cập nhật Một Cửa trước, rồi cài lại tệp.</translation>
    </message>
    <message>
        <source>This file of procedures carries no signature.</source>
        <translation>Tệp thủ tục này chưa được ký.</translation>
    </message>
    <message>
        <source>Install only signed files. Ask the province for the signed one.</source>
        <translation>Chỉ cài tệp đã ký. Xin tệp đã ký từ tỉnh.</translation>
    </message>
    <message>
        <source>This file of procedures was signed by somebody whom this kiosk does not trust.</source>
        <translation>Tệp thủ tục này được ký bằng khóa mà máy này chưa tin.</translation>
    </message>
    <message>
        <source>Ask the province whose key it is. IT staff add a key with “motcuactl procedure trust”.</source>
        <translation>Hỏi tỉnh xem đó là khóa của ai. Cán bộ CNTT thêm khóa bằng “motcuactl procedure trust”.</translation>
    </message>
    <message>
        <source>This file of procedures was changed after it was signed.</source>
        <translation>Tệp thủ tục này đã bị thay đổi sau khi ký.</translation>
    </message>
    <message>
        <source>Do not use this file. Fetch it again from the province; if it happens again, tell the province.</source>
        <translation>Không dùng tệp này. Lấy lại từ tỉnh; nếu vẫn gặp, báo cho tỉnh.</translation>
    </message>
    <message>
        <source>This file of procedures is not newer than what this kiosk has.</source>
        <translation>Tệp thủ tục này không mới hơn bộ đang có trên máy.</translation>
    </message>
    <message>
        <source>Nothing needs to be done. If the older text is really wanted, ask the province to give it out again under a higher number.</source>
        <translation>Không cần làm gì. Nếu thật sự cần nội dung cũ, đề nghị tỉnh phát hành lại với số lớn hơn.</translation>
    </message>
    <message>
        <source>One of the files inside this file of procedures cannot be used, so none of them was taken.</source>
        <translation>Một tệp con trong tệp thủ tục này không dùng được, nên không nhận tệp nào.</translation>
    </message>
    <message>
        <source>Tell whoever made it the file and the place that are named. “motcuactl procedure check” finds such places before signing.</source>
        <translation>Báo nơi lập tệp biết tệp con và chỗ được nêu. “motcuactl procedure check” tìm ra những chỗ như vậy trước khi ký.</translation>
    </message>
    <message>
        <source>The file of procedures is right, but it could not be written to this kiosk.</source>
        <translation>Tệp thủ tục đúng, nhưng chưa ghi được vào máy này.</translation>
    </message>
    <message>
        <source>The procedures of this kiosk are as before.</source>
        <translation>Các thủ tục của máy vẫn như trước.</translation>
    </message>
    <message>
        <source>Check that the disk has free space and that this user may write to the folder, then install again.</source>
        <translation>Kiểm tra đĩa còn chỗ trống và người dùng này có quyền ghi vào thư mục, rồi cài lại.</translation>
    </message>
    <message>
        <source>An installed file of procedures can no longer be used; the one before it, or those that came with the program, serve instead.</source>
        <translation>Một bộ thủ tục đã cài không còn dùng được; máy đang dùng bộ trước đó hoặc bộ đi kèm chương trình.</translation>
    </message>
    <message>
        <source>All dossiers are safe and keep the version they were captured under.</source>
        <translation>Mọi hồ sơ đều an toàn và giữ phiên bản lúc lập.</translation>
    </message>
    <message>
        <source>Ask IT staff to install the newest file of procedures again.</source>
        <translation>Nhờ cán bộ CNTT cài lại bộ thủ tục mới nhất.</translation>
    </message>
    <message>
        <source>This is not a key that signs files of procedures.</source>
        <translation>Đây không phải khóa ký tệp thủ tục.</translation>
    </message>
    <message>
        <source>Use a file made by “motcuactl procedure keygen”: the .pub file on kiosks, the other one only where files are signed.</source>
        <translation>Dùng tệp do “motcuactl procedure keygen” tạo: tệp .pub trên các máy, tệp kia chỉ ở nơi ký.</translation>
    </message>
    <message>
        <source>This kiosk already trusts two keys, which is as many as it may.</source>
        <translation>Máy này đã tin hai khóa, là mức nhiều nhất.</translation>
    </message>
    <message>
        <source>Nothing was changed; both keys are still trusted.</source>
        <translation>Không có gì bị thay đổi; cả hai khóa vẫn được tin.</translation>
    </message>
    <message>
        <source>Take the older key away with “motcuactl procedure distrust”, then add the new one.</source>
        <translation>Bỏ khóa cũ bằng “motcuactl procedure distrust”, rồi thêm khóa mới.</translation>
    </message>
    <message>
        <source>This dossier was captured under a procedure that is still being written, so it is never sent.</source>
        <translation>Hồ sơ này lập theo một thủ tục còn đang soạn, nên không bao giờ được gửi đi.</translation>
    </message>
    <message>
        <source>Everything that was typed is kept as a draft.</source>
        <translation>Mọi điều đã nhập vẫn được giữ trong bản nháp.</translation>
    </message>
    <message>
        <source>For a real case capture it again under the procedure in force, or move the draft to it.</source>
        <translation>Nếu là việc thật, hãy lập lại theo thủ tục đang có hiệu lực, hoặc chuyển bản nháp sang thủ tục đó.</translation>
    </message>
    <message>
        <source>Procedures can be written only on a demonstration kiosk.</source>
        <translation>Chỉ được soạn thủ tục trên máy thử.</translation>
    </message>
    <message>
        <source>Set up a kiosk with “motcuactl init --demo” in a folder of its own and use it for writing.</source>
        <translation>Lập một máy thử bằng “motcuactl init --demo” trong thư mục riêng và dùng máy đó để soạn.</translation>
    </message>
    <message>
        <source>The folder of procedures that are being written cannot be read.</source>
        <translation>Không đọc được thư mục thủ tục đang soạn.</translation>
    </message>
    <message>
        <source>Check the folder given with --packs.</source>
        <translation>Kiểm tra thư mục ghi sau --packs.</translation>
    </message>
    <message>
        <source>This draft cannot be moved to that version of the procedure.</source>
        <translation>Không chuyển được bản nháp này sang phiên bản đó của thủ tục.</translation>
    </message>
    <message>
        <source>The draft is unchanged and keeps its version.</source>
        <translation>Bản nháp vẫn nguyên và giữ phiên bản của nó.</translation>
    </message>
    <message>
        <source>Go on with the version it has.</source>
        <translation>Làm tiếp với phiên bản đang có.</translation>
    </message>
    <message>
        <source>The template of this paper is missing or faulty, so that the paper cannot be printed.</source>
        <translation>Mẫu của giấy này bị thiếu hoặc bị lỗi nên chưa in được.</translation>
    </message>
    <message>
        <source>The dossier is saved and not affected.</source>
        <translation>Hồ sơ đã được lưu và không bị ảnh hưởng.</translation>
    </message>
    <message>
        <source>Use the blank form of the office for now and tell IT staff the name of the template shown here.</source>
        <translation>Tạm dùng mẫu trống của cơ quan và báo cán bộ CNTT tên mẫu hiện ở đây.</translation>
    </message>
    <message>
        <source>This paper could not be drawn as PDF.</source>
        <translation>Chưa tạo được giấy này dưới dạng PDF.</translation>
    </message>
    <message>
        <source>Try again. If it stays, close other programs, restart this one and tell IT staff the number of this message.</source>
        <translation>Xin thử lại. Nếu vẫn vậy, xin đóng bớt chương trình khác, mở lại chương trình này và báo cán bộ CNTT số của thông báo này.</translation>
    </message>
    <message>
        <source>This dossier does not have this paper now: its answers, its state or the signed-in person do not allow it.</source>
        <translation>Hồ sơ này hiện không có giấy đó: nội dung khai, tình trạng hồ sơ hoặc người đang đăng nhập chưa cho phép in.</translation>
    </message>
    <message>
        <source>Choose one of the papers in the list of the dossier. Official papers appear only after the portal has answered.</source>
        <translation>Xin chọn một giấy trong danh sách giấy của hồ sơ. Giấy chính thức chỉ có sau khi cổng đã trả lời.</translation>
    </message>
    <message>
        <source>This kiosk does not know this result of the portal.</source>
        <translation>Máy này không có kết quả này của cổng.</translation>
    </message>
    <message>
        <source>Open the dossier again and choose one of the results in its list.</source>
        <translation>Anh/chị mở lại hồ sơ và chọn một kết quả trong danh sách.</translation>
    </message>
    <message>
        <source>A piece of a result from the portal does not fit what is already here.</source>
        <translation>Một phần của kết quả từ cổng không khớp với phần đã có trên máy.</translation>
    </message>
    <message>
        <source>The pieces stored before are unchanged, and the dossier is not affected.</source>
        <translation>Các phần đã lưu trước không thay đổi, hồ sơ không bị ảnh hưởng.</translation>
    </message>
    <message>
        <source>Một Cửa fetches it again by itself. If the message stays, call IT staff.</source>
        <translation>Một Cửa tự lấy lại. Nếu thông báo vẫn còn, anh/chị gọi cán bộ CNTT.</translation>
    </message>
    <message>
        <source>A result from the portal is not here whole and unchanged.</source>
        <translation>Một kết quả từ cổng chưa có đủ hoặc không còn nguyên vẹn trên máy.</translation>
    </message>
    <message>
        <source>The dossier and its receipt are not affected; nothing damaged is shown or printed.</source>
        <translation>Hồ sơ và giấy tiếp nhận không bị ảnh hưởng; bản hỏng không được hiện hay in ra.</translation>
    </message>
    <message>
        <source>Một Cửa fetches it again by itself when the link is there. If the message stays, call IT staff.</source>
        <translation>Một Cửa tự lấy lại khi có đường truyền. Nếu thông báo vẫn còn, anh/chị gọi cán bộ CNTT.</translation>
    </message>
    <message>
        <source>The portal holds this dossier and has not asked for anything to be added or corrected.</source>
        <translation>Cổng đang giữ hồ sơ này và chưa yêu cầu bổ sung hay sửa điều gì.</translation>
    </message>
    <message>
        <source>The dossier and its receipt are unchanged.</source>
        <translation>Hồ sơ và giấy tiếp nhận không thay đổi.</translation>
    </message>
    <message>
        <source>Wait for a request from the portal, or call the agency that handles the dossier.</source>
        <translation>Anh/chị chờ yêu cầu từ cổng, hoặc gọi cơ quan đang giải quyết hồ sơ.</translation>
    </message>
    <message>
        <source>This dossier is not waiting to be sent.</source>
        <translation>Hồ sơ này không nằm trong hàng chờ gửi.</translation>
    </message>
    <message>
        <source>Open the dossier to see where it stands. A draft must be submitted first.</source>
        <translation>Anh/chị mở hồ sơ để xem hồ sơ đang ở đâu. Bản nháp phải được nộp trước.</translation>
    </message>
    <message>
        <source>The portal has not confirmed this revision of the dossier yet, so there is no receipt.</source>
        <translation>Cổng chưa xác nhận lần nộp này của hồ sơ nên chưa có giấy tiếp nhận.</translation>
    </message>
    <message>
        <source>The dossier is safe on this machine.</source>
        <translation>Hồ sơ vẫn an toàn trên máy này.</translation>
    </message>
    <message>
        <source>Wait until the dossier has been sent, or name an earlier revision.</source>
        <translation>Anh/chị chờ hồ sơ được gửi xong, hoặc nêu một lần nộp trước đó.</translation>
    </message>
    <message>
        <source>The portal signs its receipts with another key than the one this kiosk has pinned.</source>
        <translation>Cổng ký giấy tiếp nhận bằng một khóa khác với khóa máy này đã ghim.</translation>
    </message>
    <message>
        <source>No receipt was believed. All dossiers are safe in the queue on this machine.</source>
        <translation>Chưa giấy tiếp nhận nào được tin. Mọi hồ sơ vẫn an toàn trong hàng đợi của máy này.</translation>
    </message>
    <message>
        <source>Call IT staff. They ask the province for the key, compare it and replace it with “motcuactl portal key”.</source>
        <translation>Anh/chị gọi cán bộ CNTT. Cán bộ hỏi tỉnh lấy khóa, đối chiếu rồi thay bằng “motcuactl portal key”.</translation>
    </message>
    <message>
        <source>This is not a key for receipts (a JWK of kind OKP, Ed25519).</source>
        <translation>Đây không phải khóa dùng cho giấy tiếp nhận (JWK loại OKP, Ed25519).</translation>
    </message>
    <message>
        <source>The pinned key is unchanged.</source>
        <translation>Khóa đã ghim không thay đổi.</translation>
    </message>
    <message>
        <source>Ask the province for the file of the portal&apos;s receipt key and give that file.</source>
        <translation>Hỏi tỉnh lấy tệp khóa ký giấy tiếp nhận của cổng rồi đưa tệp đó vào lệnh.</translation>
    </message>
    <message>
        <source>The portal&apos;s receipt for this dossier does not carry the signature that this kiosk knows.</source>
        <translation>Giấy tiếp nhận mà cổng trả cho hồ sơ này không mang chữ ký mà máy này đã biết.</translation>
    </message>
    <message>
        <source>The dossier is not counted as received and is kept in full on this machine; other dossiers go on being sent.</source>
        <translation>Hồ sơ chưa được tính là cổng đã nhận và vẫn được giữ đầy đủ trên máy này; các hồ sơ khác vẫn được gửi tiếp.</translation>
    </message>
    <message>
        <source>Do not submit it again. Call IT staff: somebody may stand between this machine and the portal, or the portal changed its key.</source>
        <translation>Anh/chị không nộp lại. Anh/chị gọi cán bộ CNTT: có thể có máy khác đứng giữa máy này và cổng, hoặc cổng đã đổi khóa.</translation>
    </message>
    <message>
        <source>Another machine sends to the portal under this kiosk&apos;s identity, so the portal took nothing from this machine.</source>
        <translation>Một máy khác đang gửi lên cổng bằng định danh của máy này, nên cổng không nhận gì từ máy này.</translation>
    </message>
    <message>
        <source>All dossiers are safe in the queue on this machine; nothing was mixed with the other machine&apos;s dossiers.</source>
        <translation>Mọi hồ sơ vẫn an toàn trong hàng đợi gửi trên máy này; không hồ sơ nào bị lẫn với hồ sơ của máy kia.</translation>
    </message>
    <message>
        <source>Call IT staff: this machine needs an identity of its own (“motcuactl kiosk renew”). After that the waiting dossiers are sent by themselves.</source>
        <translation>Anh/chị gọi cán bộ CNTT: máy này cần định danh riêng (“motcuactl kiosk renew”). Sau đó các hồ sơ đang chờ tự được gửi.</translation>
    </message>
    <message>
        <source>This network shows a sign-in page of its own instead of letting the portal through.</source>
        <translation>Mạng này hiện trang đăng nhập của riêng nó và chưa cho kết nối tới cổng.</translation>
    </message>
    <message>
        <source>Nothing was sent to it, no access code either. All dossiers are safe in the queue on this machine.</source>
        <translation>Chưa có gì được gửi đến trang đó, kể cả mã truy cập. Mọi hồ sơ vẫn an toàn trong hàng đợi gửi trên máy này.</translation>
    </message>
    <message>
        <source>Open a web page, sign in to the network, or use another network. Một Cửa then sends by itself.</source>
        <translation>Anh/chị mở một trang web, đăng nhập vào mạng, hoặc dùng mạng khác. Sau đó Một Cửa tự gửi.</translation>
    </message>
    <message>
        <source>The date or time of this machine is wrong, so the portal&apos;s certificate cannot be checked.</source>
        <translation>Ngày giờ của máy này sai nên chưa kiểm tra được chứng thư của cổng.</translation>
    </message>
    <message>
        <source>Set date, time and time zone of this machine. Một Cửa then sends by itself. If they are right, call IT staff.</source>
        <translation>Anh/chị chỉnh lại ngày, giờ và múi giờ của máy. Sau đó Một Cửa tự gửi. Nếu ngày giờ đã đúng, anh/chị gọi cán bộ CNTT.</translation>
    </message>
    <message>
        <source>This step of handing over by hand does not fit where the dossier stands now.</source>
        <translation>Bước chuyển tay này không hợp với tình trạng hiện tại của hồ sơ.</translation>
    </message>
    <message>
        <source>The dossier is safe and nothing was changed.</source>
        <translation>Hồ sơ vẫn an toàn và không có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>Open the dossier to see where it stands. What is being sent or was already entered at the portal is not handed over a second time.</source>
        <translation>Mở hồ sơ để xem đang ở bước nào. Hồ sơ đang gửi hoặc đã nhập tay vào cổng thì không chuyển tay lần nữa.</translation>
    </message>
    <message>
        <source>This does not look like an official code of a portal.</source>
        <translation>Đây không giống một mã hồ sơ của cổng.</translation>
    </message>
    <message>
        <source>The dossier is unchanged and still waits for its code.</source>
        <translation>Hồ sơ không thay đổi và vẫn chờ nhập mã.</translation>
    </message>
    <message>
        <source>Copy the code from the portal once more: letters, digits, full stops and hyphens, at least six characters, no spaces.</source>
        <translation>Sao chép lại mã từ cổng: chữ cái, chữ số, dấu chấm và gạch nối, ít nhất sáu ký tự, không có dấu cách.</translation>
    </message>
    <message>
        <source>The encrypted assist pack could not be made.</source>
        <translation>Không tạo được gói hỗ trợ nhập đã mã hóa.</translation>
    </message>
    <message>
        <source>The dossier is safe on this machine; no readable file was left anywhere.</source>
        <translation>Hồ sơ vẫn an toàn trên máy này; không có tệp đọc được nào bị để lại.</translation>
    </message>
    <message>
        <source>Close other programs and try again. If it stays, tell IT staff the number of this message.</source>
        <translation>Đóng bớt chương trình khác rồi thử lại. Nếu vẫn lỗi, báo cán bộ CNTT số của thông báo này.</translation>
    </message>
    <message>
        <source>The passphrase for the assist pack is too short.</source>
        <translation>Mật khẩu của gói hỗ trợ nhập quá ngắn.</translation>
    </message>
    <message>
        <source>Nothing was written and nothing was changed.</source>
        <translation>Chưa ghi gì ra đĩa và không có gì thay đổi.</translation>
    </message>
    <message>
        <source>Use at least 20 characters, or give none: the program then makes a strong one and shows it once.</source>
        <translation>Dùng ít nhất 20 ký tự, hoặc không nêu mật khẩu: chương trình sẽ tự tạo một mật khẩu mạnh và hiện một lần.</translation>
    </message>
    <message>
        <source>There is no account with this login name on this kiosk.</source>
        <translation>Máy này không có tài khoản với tên đăng nhập đó.</translation>
    </message>
    <message>
        <source>Look the login names up with “motcuactl vault status” and try again.</source>
        <translation>Xem tên đăng nhập bằng “motcuactl vault status” rồi thử lại.</translation>
    </message>
    <message>
        <source>This is the only account that can open this kiosk, so it was not removed.</source>
        <translation>Đây là tài khoản duy nhất mở được máy này nên chưa bị gỡ.</translation>
    </message>
    <message>
        <source>Nothing was changed; the account still works.</source>
        <translation>Không có gì bị thay đổi; tài khoản vẫn dùng được.</translation>
    </message>
    <message>
        <source>Add the account of the person who takes over, then remove this one.</source>
        <translation>Thêm tài khoản của người tiếp nhận rồi mới gỡ tài khoản này.</translation>
    </message>
    <message>
        <source>This PIN is too easy to guess, or is not made of 6 to 12 digits.</source>
        <translation>Mã PIN này quá dễ đoán, hoặc không gồm 6 đến 12 chữ số.</translation>
    </message>
    <message>
        <source>No PIN was set; the earlier one, if any, still works.</source>
        <translation>Chưa đặt mã PIN nào; mã PIN trước đây, nếu có, vẫn dùng được.</translation>
    </message>
    <message>
        <source>Choose 6 to 12 digits that are no row, no repetition and no date that others know.</source>
        <translation>Chọn 6 đến 12 chữ số, không phải dãy liền nhau, không lặp lại, không phải ngày tháng người khác biết.</translation>
    </message>
    <message>
        <source>The PIN cannot be used on this machine now: its other half lies in the computer&apos;s keychain, and the keychain did not give it.</source>
        <translation>Hiện chưa dùng được mã PIN trên máy này: nửa còn lại của mã nằm trong kho khóa của máy tính và kho khóa chưa đưa ra.</translation>
    </message>
    <message>
        <source>Sign in with your passphrase. If the keychain was reset, set a new PIN afterwards.</source>
        <translation>Anh/chị đăng nhập bằng mật khẩu. Nếu kho khóa đã bị đặt lại, hãy đặt mã PIN mới sau đó.</translation>
    </message>
    <message>
        <source>This PIN does not open the kiosk.</source>
        <translation>Mã PIN này không mở được máy.</translation>
    </message>
    <message>
        <source>Type the PIN again, or sign in with your passphrase.</source>
        <translation>Anh/chị gõ lại mã PIN, hoặc đăng nhập bằng mật khẩu.</translation>
    </message>
    <message>
        <source>The PIN was wrong ten times, so only the passphrase opens this account now.</source>
        <translation>Mã PIN đã sai mười lần nên tài khoản này chỉ còn mở được bằng mật khẩu.</translation>
    </message>
    <message>
        <source>The dossiers are safe; nothing was deleted.</source>
        <translation>Hồ sơ vẫn an toàn; không có gì bị xóa.</translation>
    </message>
    <message>
        <source>Sign in with your passphrase; the PIN then works again. If the passphrase is forgotten, choose “Forgotten passphrase”.</source>
        <translation>Anh/chị đăng nhập bằng mật khẩu; sau đó mã PIN dùng lại được. Nếu quên mật khẩu, hãy chọn “Quên mật khẩu”.</translation>
    </message>
    <message>
        <source>There were too many wrong tries for this account. The next try is possible in %1 (minutes:seconds).</source>
        <translation>Tài khoản này đã bị thử sai quá nhiều lần. Lần thử tiếp theo được phép sau %1 (phút:giây).</translation>
    </message>
    <message>
        <source>The dossiers are safe; nothing was deleted, and nothing ever is because of wrong tries.</source>
        <translation>Hồ sơ vẫn an toàn; không có gì bị xóa, và thử sai không bao giờ làm mất gì.</translation>
    </message>
    <message>
        <source>Wait that long with the machine switched on. If the passphrase is forgotten, choose “Forgotten passphrase” or ask IT staff (“motcuactl vault challenge”).</source>
        <translation>Anh/chị chờ đủ thời gian đó với máy đang bật. Nếu quên mật khẩu, hãy chọn “Quên mật khẩu” hoặc nhờ cán bộ CNTT (“motcuactl vault challenge”).</translation>
    </message>
    <message>
        <source>The province cannot open this kiosk: no key of the province has been added to it.</source>
        <translation>Tỉnh chưa thể mở giúp máy này: máy chưa được thêm khóa của tỉnh.</translation>
    </message>
    <message>
        <source>Nothing was changed; passphrases work as before.</source>
        <translation>Không có gì bị thay đổi; các mật khẩu vẫn dùng được như trước.</translation>
    </message>
    <message>
        <source>While somebody still has a passphrase, add the key with “motcuactl vault recovery add --key FILE.pub”.</source>
        <translation>Khi còn người nhớ mật khẩu, thêm khóa bằng “motcuactl vault recovery add --key TỆP.pub”.</translation>
    </message>
    <message>
        <source>This kiosk already knows two keys of the province, the one in use and the next, or knows this one already.</source>
        <translation>Máy này đã biết hai khóa của tỉnh, khóa đang dùng và khóa kế tiếp, hoặc đã biết đúng khóa này.</translation>
    </message>
    <message>
        <source>The keys were not changed.</source>
        <translation>Các khóa không thay đổi.</translation>
    </message>
    <message>
        <source>Remove the key that is no longer used (“motcuactl vault recovery remove KEY”), then add the new one.</source>
        <translation>Gỡ khóa không còn dùng (“motcuactl vault recovery remove KHÓA”) rồi thêm khóa mới.</translation>
    </message>
    <message>
        <source>This file is not a province&apos;s recovery key, or it is damaged.</source>
        <translation>Tệp này không phải khóa mở máy của tỉnh, hoặc đã hỏng.</translation>
    </message>
    <message>
        <source>Ask the province for the file again: kiosks take the .pub file, the province answers with the private one.</source>
        <translation>Xin lại tệp của tỉnh: máy của xã nhận tệp .pub, tỉnh trả lời bằng tệp khóa riêng.</translation>
    </message>
    <message>
        <source>This passphrase does not open the province&apos;s private key.</source>
        <translation>Mật khẩu này không mở được khóa riêng của tỉnh.</translation>
    </message>
    <message>
        <source>Check the passphrase file and try again.</source>
        <translation>Kiểm tra tệp mật khẩu rồi thử lại.</translation>
    </message>
    <message>
        <source>The code was not read or typed exactly. Please check group %1.</source>
        <translation>Mã chưa được đọc hoặc gõ đúng. Xin kiểm tra nhóm %1.</translation>
    </message>
    <message>
        <source>Read the named groups once more over the telephone and type them again. 0 and O, 1 and I and L count as the same.</source>
        <translation>Đọc lại các nhóm được nêu qua điện thoại rồi gõ lại. 0 và O, 1 và I và L được coi là một.</translation>
    </message>
    <message>
        <source>This answer does not belong to the challenge that this kiosk shows now.</source>
        <translation>Mã trả lời này không thuộc mã yêu cầu mà máy đang hiện.</translation>
    </message>
    <message>
        <source>Nothing was changed; dossiers and passphrases are as they were.</source>
        <translation>Không có gì bị thay đổi; hồ sơ và mật khẩu vẫn như cũ.</translation>
    </message>
    <message>
        <source>Read the challenge that is shown now to the province and use the new answer. Each answer works once.</source>
        <translation>Đọc cho tỉnh mã yêu cầu đang hiện rồi dùng mã trả lời mới. Mỗi mã trả lời chỉ dùng một lần.</translation>
    </message>
    <message>
        <source>The challenge was made for another key of the province.</source>
        <translation>Mã yêu cầu được lập cho một khóa khác của tỉnh.</translation>
    </message>
    <message>
        <source>Use the private key with the number named below, or let the kiosk show the challenge for the other key.</source>
        <translation>Dùng khóa riêng có mã nêu bên dưới, hoặc cho máy hiện mã yêu cầu của khóa kia.</translation>
    </message>
    <message>
        <source>The key cannot be renewed yet: some accounts still have a slot of the earlier kind, which only their own sign-in can renew.</source>
        <translation>Chưa thể thay khóa: một số tài khoản còn ngăn khóa kiểu cũ, chỉ chính người đó đăng nhập mới đổi được.</translation>
    </message>
    <message>
        <source>Let the named people sign in once with their passphrase, or remove those accounts too. “--keep-key” removes an account without renewing the key.</source>
        <translation>Những người được nêu đăng nhập một lần bằng mật khẩu, hoặc gỡ cả các tài khoản đó. “--keep-key” gỡ tài khoản mà không thay khóa.</translation>
    </message>
    <message>
        <source>There is not enough free space on the disk to renew the key safely.</source>
        <translation>Đĩa không đủ chỗ trống để thay khóa một cách an toàn.</translation>
    </message>
    <message>
        <source>Nothing was changed; the old key works.</source>
        <translation>Không có gì bị thay đổi; khóa cũ vẫn dùng được.</translation>
    </message>
    <message>
        <source>Free as many megabytes as named below, then renew the key again.</source>
        <translation>Giải phóng số megabyte nêu bên dưới rồi thay khóa lại.</translation>
    </message>
    <message>
        <source>The key was being renewed when the work stopped, and the check of the database has not succeeded yet.</source>
        <translation>Việc thay khóa bị dừng giữa chừng và cơ sở dữ liệu chưa được kiểm tra xong.</translation>
    </message>
    <message>
        <source>Nothing is lost: both keys are kept until the database has been checked whole.</source>
        <translation>Không mất gì: cả hai khóa được giữ cho đến khi cơ sở dữ liệu được kiểm tra nguyên vẹn.</translation>
    </message>
    <message>
        <source>Run “motcuactl vault rotate” again. If the message comes back, keep the machine as it is and call the help desk.</source>
        <translation>Chạy lại “motcuactl vault rotate”. Nếu vẫn còn thông báo này, giữ nguyên máy và gọi bộ phận hỗ trợ.</translation>
    </message>
    <message>
        <source>The part of Một Cửa that reads papers (motcua-reader) cannot be started on this computer.</source>
        <translation>Không mở được phần đọc giấy tờ của Một Cửa (motcua-reader) trên máy này.</translation>
    </message>
    <message>
        <source>Everything else works: dossiers are written, kept and sent. Papers already added are safe.</source>
        <translation>Các việc khác vẫn làm được: lập, lưu và gửi hồ sơ. Giấy tờ đã thêm trước đó vẫn an toàn.</translation>
    </message>
    <message>
        <source>Ask IT staff to install Một Cửa again; until then write the dossier down without its papers and add them later.</source>
        <translation>Đề nghị cán bộ CNTT cài lại Một Cửa; trong lúc chờ, anh/chị cứ lập bản nháp chưa có giấy tờ rồi thêm giấy tờ sau.</translation>
    </message>
    <message>
        <source>Reading this file went wrong in a way that a sound file does not cause, so it was stopped.</source>
        <translation>Việc đọc tệp này đã dừng vì gặp lỗi mà một tệp lành lặn không gây ra.</translation>
    </message>
    <message>
        <source>Nothing was changed: the dossier, its papers and this program are not affected.</source>
        <translation>Không có gì thay đổi: hồ sơ, giấy tờ của hồ sơ và chương trình này không bị ảnh hưởng.</translation>
    </message>
    <message>
        <source>Scan or photograph the paper again at this counter. Do not open the same file elsewhere on this computer.</source>
        <translation>Quét hoặc chụp lại giấy tờ tại quầy. Không mở tệp đó bằng chương trình khác trên máy này.</translation>
    </message>
    <message>
        <source>The part of this computer that carries dossiers to the portal (libcurl) is missing.</source>
        <translation>Máy này thiếu phần chuyển hồ sơ đến cổng (libcurl).</translation>
    </message>
    <message>
        <source>Every dossier is safe in the queue of this machine, and dossiers can still be written.</source>
        <translation>Mọi hồ sơ vẫn an toàn trong hàng đợi của máy này và vẫn lập được hồ sơ mới.</translation>
    </message>
    <message>
        <source>Go on working. Ask IT staff to install Một Cửa again; the queue is then sent by itself.</source>
        <translation>Anh/chị cứ làm việc tiếp. Đề nghị cán bộ CNTT cài lại Một Cửa; hàng đợi sẽ tự gửi.</translation>
    </message>
    <message>
        <source>There is too little free space on this disk to begin a new dossier or to add papers.</source>
        <translation>Ổ đĩa này còn quá ít chỗ trống để lập hồ sơ mới hoặc thêm giấy tờ.</translation>
    </message>
    <message>
        <source>Everything saved before is safe. A dossier that is open can be finished, and what waits is still sent.</source>
        <translation>Mọi thứ đã lưu trước đó vẫn an toàn. Hồ sơ đang mở vẫn làm tiếp được, và hồ sơ đang chờ vẫn được gửi.</translation>
    </message>
    <message>
        <source>Free space on this disk (recycle bin, downloads, films), then try again. If you cannot, call IT staff and read out this code.</source>
        <translation>Dọn bớt ổ đĩa này (thùng rác, thư mục tải về, phim), rồi thử lại. Nếu không dọn được, gọi cán bộ CNTT và đọc mã này.</translation>
    </message>
    <message>
        <source>This step would have destroyed something that the portal has not confirmed, so it was not done.</source>
        <translation>Bước vừa rồi có thể làm mất thứ mà cổng chưa xác nhận, nên đã không được thực hiện.</translation>
    </message>
    <message>
        <source>All dossiers, papers and receipts are as they were.</source>
        <translation>Mọi hồ sơ, giấy tờ và giấy tiếp nhận vẫn nguyên như trước.</translation>
    </message>
    <message>
        <source>Go on with your work. Call IT staff and read out this code: the program tried something that it must never do.</source>
        <translation>Anh/chị cứ làm việc tiếp. Gọi cán bộ CNTT và đọc mã này: chương trình đã định làm một việc không bao giờ được phép.</translation>
    </message>
    <message>
        <source>This disk has too little free space for one more copy of the dossiers.</source>
        <translation>Ổ đĩa này còn quá ít chỗ trống cho thêm một bản sao của các hồ sơ.</translation>
    </message>
    <message>
        <source>The dossiers and the earlier backups are unchanged.</source>
        <translation>Các hồ sơ và những bản sao lưu trước đó không thay đổi.</translation>
    </message>
    <message>
        <source>Free space on this disk and try again, or keep the backup on another disk: “motcuactl store backup --to FOLDER”.</source>
        <translation>Dọn bớt ổ đĩa này rồi thử lại, hoặc lưu bản sao sang ổ khác: “motcuactl store backup --to THƯ_MỤC”.</translation>
    </message>
    <message>
        <source>The backup was not made, because the copy did not prove to be whole.</source>
        <translation>Chưa tạo được bản sao lưu, vì bản sao không chứng tỏ được là nguyên vẹn.</translation>
    </message>
    <message>
        <source>The dossiers and the earlier backups are unchanged; the copy does not count as a backup.</source>
        <translation>Các hồ sơ và những bản sao lưu trước đó không thay đổi; bản sao hỏng không được tính là bản sao lưu.</translation>
    </message>
    <message>
        <source>Try once more. If it happens again, call IT staff: the disk may be failing.</source>
        <translation>Thử lại một lần nữa. Nếu vẫn vậy, gọi cán bộ CNTT: ổ đĩa có thể sắp hỏng.</translation>
    </message>
    <message>
        <source>This backup cannot be used: it is damaged, or it belongs to another kiosk or to an earlier key.</source>
        <translation>Không dùng được bản sao lưu này: bản sao đã hỏng, hoặc thuộc máy khác hay thuộc khóa cũ.</translation>
    </message>
    <message>
        <source>The dossiers on this computer were not touched, nor was the backup.</source>
        <translation>Các hồ sơ trên máy này không bị động đến, bản sao lưu cũng vậy.</translation>
    </message>
    <message>
        <source>Choose another backup: “motcuactl store backups” lists those that can be opened.</source>
        <translation>Chọn bản sao lưu khác: “motcuactl store backups” liệt kê những bản mở được.</translation>
    </message>
    <message>
        <source>Dossiers or papers that are on this computer now are not in this backup.</source>
        <translation>Bản sao lưu này không có một số hồ sơ hoặc giấy tờ đang có trên máy.</translation>
    </message>
    <message>
        <source>Nothing was restored; the dossiers on this computer are as they were.</source>
        <translation>Chưa khôi phục gì; các hồ sơ trên máy vẫn nguyên như trước.</translation>
    </message>
    <message>
        <source>If the dossier file is damaged, run “motcuactl store salvage” instead. To restore all the same and keep the present file aside, add --set-aside.</source>
        <translation>Nếu tệp hồ sơ bị hỏng, hãy chạy “motcuactl store salvage”. Nếu vẫn muốn khôi phục và giữ riêng tệp hiện tại, thêm --set-aside.</translation>
    </message>
    <message>
        <source>Every page of the dossier file is sound, so there is nothing to salvage.</source>
        <translation>Mọi trang của tệp hồ sơ đều nguyên vẹn nên không có gì cần cứu.</translation>
    </message>
    <message>
        <source>The dossier file was not touched.</source>
        <translation>Tệp hồ sơ không bị động đến.</translation>
    </message>
    <message>
        <source>Go on with your work. If something still looks wrong, call the help desk and tell what you see.</source>
        <translation>Anh/chị cứ làm việc tiếp. Nếu vẫn thấy điều gì bất thường, gọi bộ phận hỗ trợ và kể lại.</translation>
    </message>
    <message>
        <source>Your account is not meant for this.</source>
        <translation>Tài khoản của anh/chị không có phần việc này.</translation>
    </message>
    <message>
        <source>Nothing was shown or changed.</source>
        <translation>Chưa hiển thị và chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>Please ask an officer. Team members work on their own dossiers; IT staff see codes and states but no personal data.</source>
        <translation>Đề nghị công chức thực hiện. Thành viên tổ công nghệ số làm hồ sơ của mình; cán bộ CNTT thấy mã và trạng thái, không thấy dữ liệu cá nhân.</translation>
    </message>
    <message>
        <source>This takes data out of the kiosk, so it asks once more who is there.</source>
        <translation>Việc này đưa dữ liệu ra khỏi máy nên cần xác nhận lại người đang làm.</translation>
    </message>
    <message>
        <source>Nothing has left the kiosk.</source>
        <translation>Chưa có gì rời khỏi máy.</translation>
    </message>
    <message>
        <source>Give your PIN or passphrase when the kiosk asks, then it goes on.</source>
        <translation>Nhập mã PIN hoặc mật khẩu khi máy hỏi, rồi việc sẽ tiếp tục.</translation>
    </message>
    <message>
        <source>This account has been disabled.</source>
        <translation>Tài khoản này đã bị ngừng sử dụng.</translation>
    </message>
    <message>
        <source>Dossiers that were submitted are still sent; its drafts are kept sealed.</source>
        <translation>Hồ sơ đã nộp vẫn được gửi đi; bản nháp được niêm lại và giữ nguyên.</translation>
    </message>
    <message>
        <source>Ask IT staff or an officer whether the account is to be enabled again. An officer can take over its drafts.</source>
        <translation>Hỏi cán bộ CNTT hoặc công chức có mở lại tài khoản không. Công chức có thể tiếp nhận các bản nháp.</translation>
    </message>
    <message>
        <source>Whoever began this dossier may no longer sign in, so it is sealed.</source>
        <translation>Người lập hồ sơ này không còn được đăng nhập nên hồ sơ đang được niêm.</translation>
    </message>
    <message>
        <source>Every answer and paper of it is kept as it was.</source>
        <translation>Mọi nội dung và giấy tờ được giữ nguyên như cũ.</translation>
    </message>
    <message>
        <source>An officer can take it over on the dossier&apos;s page; then work on it goes on.</source>
        <translation>Công chức có thể tiếp nhận hồ sơ tại trang hồ sơ, rồi làm tiếp.</translation>
    </message>
    <message>
        <source>Nobody can disable the account they are signed in with.</source>
        <translation>Không thể ngừng chính tài khoản đang đăng nhập.</translation>
    </message>
    <message>
        <source>Sign in as another officer or IT staff and do it there.</source>
        <translation>Đăng nhập bằng tài khoản công chức hoặc cán bộ CNTT khác rồi thực hiện.</translation>
    </message>
    <message>
        <source>The new passphrase is shorter than %1 characters.</source>
        <translation>Mật khẩu mới ngắn hơn %1 ký tự.</translation>
    </message>
    <message>
        <source>The passphrase in use was not changed.</source>
        <translation>Mật khẩu đang dùng không thay đổi.</translation>
    </message>
    <message>
        <source>Choose a longer one; four or five ordinary words are easy to keep.</source>
        <translation>Chọn mật khẩu dài hơn; bốn năm từ thông thường rất dễ nhớ.</translation>
    </message>
    <message>
        <source>How the citizen confirmed this dossier has not been recorded.</source>
        <translation>Chưa ghi người dân đã xác nhận hồ sơ này bằng cách nào.</translation>
    </message>
    <message>
        <source>The dossier stays a draft; everything typed is saved.</source>
        <translation>Hồ sơ vẫn là bản nháp; mọi nội dung đã nhập đều được lưu.</translation>
    </message>
    <message>
        <source>Choose on the review page how the citizen confirmed it (signature, fingerprint, or read aloud and in which language), then submit again.</source>
        <translation>Tại bước rà soát, chọn cách người dân xác nhận (chữ ký, điểm chỉ, hoặc đọc lại cho nghe bằng tiếng gì), rồi nộp lại.</translation>
    </message>
    <message>
        <source>Only a draft can be handed over or taken over, and only once.</source>
        <translation>Chỉ bàn giao hoặc tiếp nhận được bản nháp, và chỉ một lần.</translation>
    </message>
    <message>
        <source>The dossier was not changed.</source>
        <translation>Hồ sơ không thay đổi.</translation>
    </message>
    <message>
        <source>Open the dossier to see where it stands.</source>
        <translation>Mở hồ sơ để xem đang ở bước nào.</translation>
    </message>
    <message>
        <source>The portal remembers a log of acts of this kiosk that differs from the one here: entries are missing or were changed, or an old copy was put back.</source>
        <translation>Cổng còn giữ dấu nhật ký của máy này khác với nhật ký đang có: có dòng bị thiếu, bị sửa, hoặc máy đã bị chép đè bằng bản cũ.</translation>
    </message>
    <message>
        <source>Dossiers go on being sent and received as usual.</source>
        <translation>Hồ sơ vẫn được gửi và nhận như thường.</translation>
    </message>
    <message>
        <source>Please tell the province&apos;s help desk and read out this code. Leave the machine as it is until they have looked.</source>
        <translation>Báo bộ phận hỗ trợ của tỉnh và đọc mã này. Giữ nguyên máy cho đến khi có người xem.</translation>
    </message>
    <message>
        <source>What the portal says about this dossier contradicts its own receipt: another official code, or a refusal.</source>
        <translation>Lời của cổng về hồ sơ này trái với giấy tiếp nhận cổng đã cấp: mã chính thức khác, hoặc từ chối.</translation>
    </message>
    <message>
        <source>The receipt and its code are kept, and so are the portal&apos;s new words; nothing was overwritten in silence.</source>
        <translation>Giấy tiếp nhận và mã trên giấy được giữ, lời mới của cổng cũng được giữ; không có gì bị ghi đè mà không báo.</translation>
    </message>
    <message>
        <source>Call IT staff before telling the citizen anything new. They show the portal its signed receipt and ask what counts.</source>
        <translation>Anh/chị gọi cán bộ CNTT trước khi báo điều gì mới cho công dân. Cán bộ đưa cổng xem giấy tiếp nhận có chữ ký và hỏi điều nào có hiệu lực.</translation>
    </message>
    <message>
        <source>The file could not be saved.</source>
        <translation>Chưa lưu được thành tệp.</translation>
    </message>
    <message>
        <source>What it is made from is kept on this machine and not affected.</source>
        <translation>Nội dung của tệp vẫn còn trên máy này và không bị ảnh hưởng.</translation>
    </message>
    <message>
        <source>Choose another place, or check that the disk has free space.</source>
        <translation>Chọn chỗ lưu khác, hoặc kiểm tra xem đĩa còn chỗ trống không.</translation>
    </message>
</context>
<context>
    <name>Fees</name>
    <message>
        <source>%1 · waived</source>
        <translation>%1 · được miễn</translation>
    </message>
    <message>
        <source>%1 (from %2 to %3)</source>
        <translation>%1 (từ %2 đến %3)</translation>
    </message>
    <message>
        <source>%1 (until %2)</source>
        <translation>%1 (đến %2)</translation>
    </message>
    <message>
        <source>%1 (from %2)</source>
        <translation>%1 (từ %2)</translation>
    </message>
    <message>
        <source>The amount is not known here: nothing is asked for before the portal or the officer says it.</source>
        <translation>Chưa xác định được số tiền: chỉ thu khi cổng hoặc công chức cho biết mức thu.</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>Không phải nộp</translation>
    </message>
    <message>
        <source>Nothing to pay: waived</source>
        <translation>Không phải nộp: được miễn</translation>
    </message>
    <message>
        <source>Waived: %1</source>
        <translation>Được miễn: %1</translation>
    </message>
    <message>
        <source>the amount is not in the data of this machine</source>
        <translation>mức thu chưa có trong dữ liệu của máy này</translation>
    </message>
</context>
<context>
    <name>LinkText</name>
    <message>
        <source>The Wi-Fi asks to sign in</source>
        <translation>Wi-Fi đòi đăng nhập</translation>
    </message>
    <message>
        <source>This network leads every call to its own page, so the portal was not reached. Nothing was sent to that page.</source>
        <translation>Mạng này đưa mọi kết nối về trang riêng của nó nên chưa tới được cổng. Máy không gửi gì cho trang đó.</translation>
    </message>
    <message>
        <source>Open a web browser on this machine, sign in on the page that appears, then press F5 here. Work can go on meanwhile.</source>
        <translation>Anh/chị mở trình duyệt trên máy này, đăng nhập ở trang hiện ra, rồi bấm F5 tại đây. Trong lúc đó vẫn làm việc được.</translation>
    </message>
    <message>
        <source>The clock is wrong</source>
        <translation>Đồng hồ máy sai</translation>
    </message>
    <message>
        <source>With a wrong date the portal&apos;s certificate cannot be checked, so nothing was sent. Dossiers are safe on this machine.</source>
        <translation>Ngày giờ sai thì không kiểm tra được chứng thư của cổng nên máy chưa gửi gì. Hồ sơ vẫn an toàn trên máy này.</translation>
    </message>
    <message>
        <source>Set the date and time of this machine right (let it take the time from the network), then press F5. If it comes back, call IT staff: the machine&apos;s battery may be empty.</source>
        <translation>Anh/chị chỉnh lại ngày giờ của máy (để máy tự lấy giờ từ mạng), rồi bấm F5. Nếu lại sai, gọi cán bộ CNTT: pin giữ giờ của máy có thể đã hết.</translation>
    </message>
    <message>
        <source>Not the right portal</source>
        <translation>Không phải cổng của tỉnh</translation>
    </message>
    <message>
        <source>Something answered at the portal&apos;s address, but it could not prove that it is the province&apos;s portal. Nothing was sent.</source>
        <translation>Có nơi trả lời ở địa chỉ của cổng nhưng không chứng minh được đó là cổng của tỉnh. Máy chưa gửi gì.</translation>
    </message>
    <message>
        <source>Try another network. If it stays so, call IT staff.</source>
        <translation>Anh/chị thử mạng khác. Nếu vẫn vậy, gọi cán bộ CNTT.</translation>
    </message>
    <message>
        <source>Kiosk not accepted</source>
        <translation>Cổng chưa chấp nhận máy này</translation>
    </message>
    <message>
        <source>The portal does not accept this kiosk. The queue is held; dossiers are safe on this machine.</source>
        <translation>Cổng không chấp nhận máy này. Hàng đợi tạm dừng gửi; hồ sơ vẫn an toàn trên máy này.</translation>
    </message>
    <message>
        <source>Call IT staff: this kiosk needs a new access code.</source>
        <translation>Anh/chị gọi cán bộ CNTT: máy này cần mã truy cập mới.</translation>
    </message>
    <message>
        <source>Two machines, one identity</source>
        <translation>Hai máy trùng định danh</translation>
    </message>
    <message>
        <source>Another machine talks to the portal as this kiosk: one was set up from a copy of the other. The queue is held so that nothing is mixed up.</source>
        <translation>Có máy khác đang gửi lên cổng dưới định danh của máy này: một máy đã được cài từ bản sao của máy kia. Hàng đợi tạm dừng gửi để không lẫn hồ sơ.</translation>
    </message>
    <message>
        <source>Call IT staff: they give this kiosk an identity of its own with “motcuactl kiosk renew”. Dossiers keep their numbers.</source>
        <translation>Anh/chị gọi cán bộ CNTT: cán bộ cấp định danh riêng cho máy này bằng “motcuactl kiosk renew”. Hồ sơ giữ nguyên số.</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>Chưa có mạng</translation>
    </message>
    <message>
        <source>Work goes on as usual. Dossiers are kept safe on this machine and are sent by themselves when there is a connection.</source>
        <translation>Công việc vẫn làm bình thường. Hồ sơ được giữ an toàn trên máy này và tự gửi khi có mạng.</translation>
    </message>
    <message>
        <source>Calling the portal</source>
        <translation>Đang liên lạc với cổng</translation>
    </message>
    <message>
        <source>The machine is calling the portal.</source>
        <translation>Máy đang liên lạc với cổng.</translation>
    </message>
    <message>
        <source>The portal answers</source>
        <translation>Cổng có trả lời</translation>
    </message>
    <message>
        <source>The portal answered the last call. Dossiers are sent by themselves.</source>
        <translation>Cổng đã trả lời lần liên lạc gần nhất. Hồ sơ được gửi tự động.</translation>
    </message>
    <message>
        <source>Weak link</source>
        <translation>Mạng yếu</translation>
    </message>
    <message>
        <source>The machine has a network, but hardly anything comes through. It goes on trying from where it stopped; nothing is lost.</source>
        <translation>Máy có mạng nhưng hầu như không gì qua được. Máy vẫn gửi tiếp từ chỗ đã dừng; không mất gì.</translation>
    </message>
    <message>
        <source>The portal is busy</source>
        <translation>Cổng đang bận</translation>
    </message>
    <message>
        <source>The portal asked to wait. The machine will try again by itself.</source>
        <translation>Cổng đề nghị chờ. Máy sẽ tự thử lại.</translation>
    </message>
    <message>
        <source>The portal has a fault</source>
        <translation>Cổng đang có sự cố</translation>
    </message>
    <message>
        <source>Something answered, but not as the portal should. Nothing is lost; the machine will try again by itself.</source>
        <translation>Có trả lời nhưng không đúng cách của cổng. Không mất gì cả; máy sẽ tự thử lại.</translation>
    </message>
    <message>
        <source>Portal not called yet</source>
        <translation>Chưa liên lạc với cổng</translation>
    </message>
    <message>
        <source>The machine has not called the portal since it was started.</source>
        <translation>Từ lúc mở, máy chưa liên lạc với cổng.</translation>
    </message>
    <message>
        <source>Papers wait: today&apos;s megabytes are used up</source>
        <translation>Giấy tờ chờ gửi: đã dùng hết dung lượng hôm nay</translation>
    </message>
    <message>
        <source>Forms still go. Papers go on tomorrow by themselves.</source>
        <translation>Tờ khai vẫn được gửi. Giấy tờ tự gửi tiếp vào ngày mai.</translation>
    </message>
    <message>
        <source>For an urgent dossier press “Send its papers now” on its page, or raise the limit in the settings.</source>
        <translation>Hồ sơ gấp: bấm “Gửi giấy tờ ngay” ở trang hồ sơ, hoặc nâng mức trong Cài đặt.</translation>
    </message>
    <message>
        <source>Papers wait: forms only on this network</source>
        <translation>Giấy tờ chờ gửi: mạng này chỉ gửi tờ khai</translation>
    </message>
    <message>
        <source>Forms go, papers stay on this machine, as set in the settings.</source>
        <translation>Tờ khai được gửi, giấy tờ ở lại máy, theo Cài đặt.</translation>
    </message>
    <message>
        <source>For an urgent dossier press “Send its papers now” on its page, or allow papers in the settings when a free network is there.</source>
        <translation>Hồ sơ gấp: bấm “Gửi giấy tờ ngay” ở trang hồ sơ, hoặc cho gửi giấy tờ trong Cài đặt khi có mạng không tính tiền.</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>còn dưới một phút</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>còn khoảng %n phút</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2 minutes left</source>
        <translation>còn %1 đến %2 phút</translation>
    </message>
    <message>
        <source>%1 to %2 hours left</source>
        <translation>còn %1 đến %2 giờ</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 trên %2</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n năm</numerusform>
        </translation>
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
    <message>
        <source>By the portal&apos;s time, this machine&apos;s clock is %1 fast.</source>
        <translation>So với giờ của cổng, đồng hồ máy này nhanh %1.</translation>
    </message>
    <message>
        <source>By the portal&apos;s time, this machine&apos;s clock is %1 slow.</source>
        <translation>So với giờ của cổng, đồng hồ máy này chậm %1.</translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message>
        <source>Go on with the form, add the papers, then submit. What was entered is saved on this machine.</source>
        <translation>Điền tiếp, thêm giấy tờ rồi nộp. Nội dung đã nhập được lưu trên máy này.</translation>
    </message>
    <message>
        <source>Add what the portal asks for, review and submit again. The official code and the receipt stay.</source>
        <translation>Bổ sung điều cổng yêu cầu, xem lại rồi nộp lại. Mã chính thức và giấy tiếp nhận giữ nguyên.</translation>
    </message>
    <message>
        <source>Read the portal&apos;s reason, mend the dossier and send it again. Nothing has to be entered twice.</source>
        <translation>Đọc lý do của cổng, sửa hồ sơ rồi gửi lại. Không phải nhập lại từ đầu.</translation>
    </message>
    <message>
        <source>Nothing more to do. The dossier is kept here and is never sent.</source>
        <translation>Không cần làm gì thêm. Hồ sơ được giữ ở đây và không gửi đi.</translation>
    </message>
    <message>
        <source>It was sent, but no answer came back. It stays safe here and the machine will ask the portal again by itself; please do not enter a new one.</source>
        <translation>Máy đã gửi nhưng chưa nhận được trả lời. Hồ sơ vẫn an toàn ở đây và máy sẽ tự hỏi lại cổng; anh chị đừng lập hồ sơ mới.</translation>
    </message>
    <message>
        <source>It is on its way now. If the connection breaks, the machine goes on from where it stopped.</source>
        <translation>Hồ sơ đang được gửi. Nếu mất mạng giữa chừng, máy sẽ gửi tiếp từ chỗ dừng.</translation>
    </message>
    <message>
        <source>Print the provisional slip for the citizen. The dossier is safe here and is sent by itself when there is a connection.</source>
        <translation>In phiếu ghi nhận tạm thời cho người dân. Hồ sơ an toàn trên máy này và tự gửi khi có mạng.</translation>
    </message>
    <message>
        <source>See the branches that wait for the citizen below, and call once for all of them. The other branches go on.</source>
        <translation>Xin xem các nhánh đang chờ công dân ở dưới và gọi báo một lần cho tất cả. Các nhánh khác vẫn được giải quyết.</translation>
    </message>
    <message>
        <source>The portal asks for a supplement: call the citizen, say everything that is needed at once, add it and submit again.</source>
        <translation>Cổng yêu cầu bổ sung: gọi công dân, nói hết một lần những gì cần, bổ sung rồi nộp lại.</translation>
    </message>
    <message>
        <source>The portal asks for a payment: please call the citizen.</source>
        <translation>Cổng yêu cầu nộp phí, lệ phí: anh chị gọi báo người dân.</translation>
    </message>
    <message>
        <source>The result has come: call the citizen, then note that the citizen was told.</source>
        <translation>Kết quả đã về: gọi công dân, rồi ghi nhận đã báo công dân.</translation>
    </message>
    <message>
        <source>The portal sent a message: read it, tell the citizen and note it.</source>
        <translation>Cổng có lời nhắn: đọc, báo công dân rồi ghi nhận.</translation>
    </message>
    <message>
        <source>The supplement was sent. The portal&apos;s answer comes to this page by itself.</source>
        <translation>Đã nộp phần bổ sung. Trả lời của cổng tự hiện ở trang này.</translation>
    </message>
    <message>
        <source>The result is ready: invite the citizen to come and take it.</source>
        <translation>Đã có kết quả: mời người dân đến nhận.</translation>
    </message>
    <message>
        <source>This dossier is finished. Nothing more to do.</source>
        <translation>Hồ sơ đã xong. Không cần làm gì thêm.</translation>
    </message>
    <message>
        <source>The due date has passed: please ask the office that handles it and tell the citizen.</source>
        <translation>Đã quá ngày hẹn trả: anh chị hỏi nơi giải quyết và báo cho người dân.</translation>
    </message>
    <message>
        <source>The portal has the dossier. New statuses come to this page by themselves.</source>
        <translation>Cổng đã nhận hồ sơ. Trạng thái mới sẽ tự hiện trên trang này.</translation>
    </message>
    <message>
        <source>Enter the dossier at the portal with the assist pack, then type its official code below. This machine does not send it meanwhile.</source>
        <translation>Nhập hồ sơ vào Cổng bằng gói hỗ trợ, rồi gõ mã chính thức vào ô bên dưới. Trong lúc đó máy này không gửi hồ sơ.</translation>
    </message>
    <message>
        <source>A colleague entered it at the portal by hand and typed the code here. This machine has no receipt of it: look at the portal&apos;s page for its status.</source>
        <translation>Hồ sơ đã được nhập tay tại Cổng và mã được gõ vào đây. Máy này không có biên nhận của Cổng: hãy xem trạng thái trên trang của Cổng.</translation>
    </message>
    <message>
        <source>The national gateway says that a record with this code is there. It gives no receipt: compare form and papers with the system of the province.</source>
        <translation>Trục quốc gia trả lời là đã có hồ sơ mang mã này. Trục không cấp biên nhận: hãy đối chiếu tờ khai và giấy tờ trên hệ thống của tỉnh.</translation>
    </message>
    <message>
        <source>What the portal says now contradicts its own receipt, which is kept here: call IT staff before telling the citizen anything.</source>
        <translation>Lời của cổng trái với giấy tiếp nhận đang giữ ở đây: gọi cán bộ CNTT trước khi báo công dân.</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source> and </source>
        <translation> và </translation>
    </message>
</context>
<context>
    <name>PortalStatus</name>
    <message>
        <source>Newly registered</source>
        <translation>Mới đăng ký</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Được tiếp nhận</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Không được tiếp nhận</translation>
    </message>
    <message>
        <source>Being processed</source>
        <translation>Đang xử lý</translation>
    </message>
    <message>
        <source>More papers requested</source>
        <translation>Yêu cầu bổ sung giấy tờ</translation>
    </message>
    <message>
        <source>Payment requested</source>
        <translation>Yêu cầu thực hiện nghĩa vụ tài chính</translation>
    </message>
    <message>
        <source>Withdrawn by the citizen</source>
        <translation>Công dân yêu cầu rút hồ sơ</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Dừng xử lý</translation>
    </message>
    <message>
        <source>Processed</source>
        <translation>Đã xử lý xong</translation>
    </message>
    <message>
        <source>Result handed over</source>
        <translation>Đã trả kết quả</translation>
    </message>
    <message>
        <source>Status %1</source>
        <translation>Trạng thái %1</translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message>
        <source>Provisional record of a dossier</source>
        <translation>Phiếu ghi nhận hồ sơ tạm thời</translation>
    </message>
    <message>
        <source>PEOPLE&apos;S COMMITTEE OF %1</source>
        <translation>ỦY BAN NHÂN DÂN %1</translation>
    </message>
    <message>
        <source>SOCIALIST REPUBLIC OF VIET NAM</source>
        <translation>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</translation>
    </message>
    <message>
        <source>Independence - Freedom - Happiness</source>
        <translation>Độc lập - Tự do - Hạnh phúc</translation>
    </message>
    <message>
        <source>%1, day %2 month %3 year %4</source>
        <translation>%1, ngày %2 tháng %3 năm %4</translation>
    </message>
    <message>
        <source>PROVISIONAL RECORD OF A DOSSIER</source>
        <translation>PHIẾU GHI NHẬN HỒ SƠ TẠM THỜI</translation>
    </message>
    <message>
        <source>(Not yet the Receipt with the appointment for the result)</source>
        <translation>(Chưa phải Giấy tiếp nhận hồ sơ và hẹn trả kết quả)</translation>
    </message>
    <message>
        <source>Provisional code</source>
        <translation>Mã ghi nhận tạm thời</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>%1 (code %2)</source>
        <translation>%1 (mã %2)</translation>
    </message>
    <message>
        <source>Whose dossier</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Filed by</source>
        <translation>Người nộp hồ sơ</translation>
    </message>
    <message>
        <source>Personal ID number</source>
        <translation>Số định danh cá nhân</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Recorded at</source>
        <translation>Ghi nhận lúc</translation>
    </message>
    <message>
        <source>%1 hours %2 minutes, day %3</source>
        <translation>%1 giờ %2 phút, ngày %3</translation>
    </message>
    <message>
        <source>Estimated time to settle</source>
        <translation>Dự kiến giải quyết</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Phí, lệ phí</translation>
    </message>
    <message>
        <source>Papers recorded</source>
        <translation>Giấy tờ đã ghi nhận</translation>
    </message>
    <message>
        <source>No paper is attached.</source>
        <translation>Chưa có giấy tờ kèm theo.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>TT</translation>
    </message>
    <message>
        <source>Name of the paper</source>
        <translation>Tên giấy tờ</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Số lượng</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Bản chính</translation>
    </message>
    <message>
        <source>Original given back</source>
        <translation>Đã trả lại bản chính</translation>
    </message>
    <message>
        <source>Original kept</source>
        <translation>Giữ bản chính</translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation>Việc tiếp theo</translation>
    </message>
    <message>
        <source>The dossier is kept safe in the counter&apos;s computer and is sent to the public service portal as soon as there is a connection.</source>
        <translation>Hồ sơ được giữ an toàn trong máy của quầy và được gửi lên Cổng dịch vụ công ngay khi có mạng.</translation>
    </message>
    <message>
        <source>The time limit runs from when the dossier has been sent and the competent agency has accepted it. The times and fees above are estimates.</source>
        <translation>Thời hạn tính từ khi hồ sơ được gửi và cơ quan có thẩm quyền tiếp nhận. Thời gian và phí nêu trên là dự kiến.</translation>
    </message>
    <message>
        <source>When there is an official dossier code, the officer tells you and hands over the official paper.</source>
        <translation>Khi có mã hồ sơ chính thức, công chức sẽ báo cho ông/bà và trao giấy tiếp nhận chính thức.</translation>
    </message>
    <message>
        <source>When there is an official dossier code, the officer tells you by the telephone number above and hands over the official paper.</source>
        <translation>Khi có mã hồ sơ chính thức, công chức sẽ báo cho ông/bà qua số điện thoại đã ghi ở trên và trao giấy tiếp nhận chính thức.</translation>
    </message>
    <message>
        <source>Please keep this slip. When you ask about the dossier, read out the provisional code or show this slip.</source>
        <translation>Xin ông/bà giữ phiếu này. Khi hỏi về hồ sơ, chỉ cần đọc mã ghi nhận tạm thời hoặc đưa phiếu ra.</translation>
    </message>
    <message>
        <source>THE PERSON WHO FILES</source>
        <translation>NGƯỜI NỘP HỒ SƠ</translation>
    </message>
    <message>
        <source>THE PERSON WHO RECORDS</source>
        <translation>NGƯỜI GHI NHẬN</translation>
    </message>
    <message>
        <source>(Signature and full name)</source>
        <translation>(Ký, ghi rõ họ tên)</translation>
    </message>
    <message>
        <source>Record mark: %1</source>
        <translation>Mã đối chiếu: %1</translation>
    </message>
    <message>
        <source>Page %1/%2</source>
        <translation>Trang %1/%2</translation>
    </message>
    <message>
        <source>%1 page(s)</source>
        <translation>%1 trang</translation>
    </message>
    <message>
        <source>PUBLIC ADMINISTRATION
SERVICE CENTRE</source>
        <translation>TRUNG TÂM PHỤC VỤ
HÀNH CHÍNH CÔNG</translation>
    </message>
    <message>
        <source>%1 files,
%2</source>
        <translation>%1 tệp,
%2</translation>
    </message>
    <message>
        <source>(%1: signature and full name)</source>
        <translation>(%1 ký, ghi rõ họ tên)</translation>
    </message>
    <message>
        <source>Original, handed in</source>
        <translation>Bản chính, nộp</translation>
    </message>
    <message>
        <source>Original, shown</source>
        <translation>Bản chính, xuất trình</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Bản chụp</translation>
    </message>
    <message>
        <source>Officer at the counter</source>
        <translation>Công chức tại quầy</translation>
    </message>
    <message>
        <source>Community digital technology team</source>
        <translation>Tổ công nghệ số cộng đồng</translation>
    </message>
    <message>
        <source>IT staff</source>
        <translation>Cán bộ CNTT</translation>
    </message>
    <message>
        <source>One dossier, settled by several agencies</source>
        <translation>Một hồ sơ, nhiều cơ quan giải quyết</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>Việc đề nghị</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan giải quyết</translation>
    </message>
    <message>
        <source>Estimated time</source>
        <translation>Thời gian dự kiến</translation>
    </message>
    <message>
        <source>Transfer by VietQR (if you wish)</source>
        <translation>Chuyển khoản bằng mã VietQR (nếu ông/bà muốn)</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Số tiền</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>Chủ tài khoản</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Số tài khoản</translation>
    </message>
    <message>
        <source>%1 (bank code %2)</source>
        <translation>%1 (mã ngân hàng %2)</translation>
    </message>
    <message>
        <source>Purpose of payment</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>State: waiting for reconciliation. This code only fills in a transfer; it is no proof of payment. The fee counts as paid only when the portal or the office confirms it.</source>
        <translation>Trạng thái: chờ đối soát. Mã này chỉ điền sẵn lệnh chuyển khoản, không phải chứng từ nộp tiền. Phí, lệ phí chỉ được coi là đã nộp khi cổng hoặc cơ quan xác nhận.</translation>
    </message>
    <message>
        <source>To ask about it</source>
        <translation>Liên hệ quầy</translation>
    </message>
    <message>
        <source>Helped by %1 (%2). The citizen %3.</source>
        <translation>Người hỗ trợ: %1 (%2). Người dân %3.</translation>
    </message>
    <message>
        <source>Helped and confirmed</source>
        <translation>Hỗ trợ và xác nhận</translation>
    </message>
    <message>
        <source>The smaller picture has arrived at the portal; the original is still to come.</source>
        <translation>Bản nhỏ đã đến cổng, bản gốc còn chờ gửi.</translation>
    </message>
</context>
<context>
    <name>Validation</name>
    <message>
        <source>“%1” is not of the kind of answer that is asked for here.</source>
        <translation>“%1” chưa đúng loại câu trả lời cần ở đây.</translation>
    </message>
    <message>
        <source>This form does not ask for “%1”.</source>
        <translation>Biểu mẫu này không hỏi “%1”.</translation>
    </message>
    <message>
        <source>“%1” does not go with the other answers.</source>
        <translation>“%1” không đi cùng các câu trả lời khác.</translation>
    </message>
    <message>
        <source>For “%1”, please choose one of the choices that are listed.</source>
        <translation>Xin chọn “%1” trong danh sách có sẵn.</translation>
    </message>
    <message>
        <source>“%1” is not written in the right form; please compare it with the paper.</source>
        <translation>“%1” viết chưa đúng dạng; xin đối chiếu với giấy tờ.</translation>
    </message>
    <message>
        <source>“%1” is too short: at least %2 characters are needed.</source>
        <translation>“%1” quá ngắn: cần ít nhất %2 ký tự.</translation>
    </message>
    <message>
        <source>“%1” is too long: at most %2 characters fit.</source>
        <translation>“%1” quá dài: nhiều nhất %2 ký tự.</translation>
    </message>
    <message>
        <source>“%1” must be at least %2.</source>
        <translation>“%1” phải từ %2 trở lên.</translation>
    </message>
    <message>
        <source>“%1” must be at most %2.</source>
        <translation>“%1” không được quá %2.</translation>
    </message>
    <message>
        <source>“%1” must be more than %2.</source>
        <translation>“%1” phải lớn hơn %2.</translation>
    </message>
    <message>
        <source>“%1” must be less than %2.</source>
        <translation>“%1” phải nhỏ hơn %2.</translation>
    </message>
    <message>
        <source>“%1” needs at least %2 lines.</source>
        <translation>“%1” cần ít nhất %2 dòng.</translation>
    </message>
    <message>
        <source>“%1” holds at most %2 lines.</source>
        <translation>“%1” có nhiều nhất %2 dòng.</translation>
    </message>
    <message>
        <source>“%1” holds the same line twice.</source>
        <translation>“%1” có hai dòng trùng nhau.</translation>
    </message>
    <message>
        <source>Please choose “%1”.</source>
        <translation>Cần chọn “%1”.</translation>
    </message>
    <message>
        <source>Please fill in “%1”.</source>
        <translation>Cần điền “%1”.</translation>
    </message>
    <message>
        <source>This paper is still missing: “%1”.</source>
        <translation>Còn thiếu giấy tờ: “%1”.</translation>
    </message>
    <message>
        <source>The requester still has to confirm the statement.</source>
        <translation>Người yêu cầu chưa xác nhận lời cam đoan.</translation>
    </message>
    <message>
        <source>“%1” does not fit; please look at it again.</source>
        <translation>“%1” chưa phù hợp; xin xem lại.</translation>
    </message>
    <message>
        <source>This name holds digits or signs; please compare it with the paper.</source>
        <translation>Tên này có chữ số hoặc ký hiệu; xin đối chiếu với giấy tờ.</translation>
    </message>
    <message>
        <source>This name holds letters that some other systems may not show; it is kept exactly as written.</source>
        <translation>Tên này có chữ mà một số hệ thống khác có thể không hiện được; tên vẫn được giữ đúng như đã viết.</translation>
    </message>
    <message>
        <source>This day lies before “%1”; please look at both.</source>
        <translation>Ngày này trước “%1”; xin xem lại cả hai.</translation>
    </message>
    <message>
        <source>There is no such day; please write day, month and year, for example 05/09/1987.</source>
        <translation>Không có ngày này; xin ghi đủ ngày, tháng, năm, ví dụ 05/09/1987.</translation>
    </message>
    <message>
        <source>There is no such day; if only the month and year or only the year are known, write just those.</source>
        <translation>Không có ngày này; nếu chỉ biết tháng và năm hoặc chỉ biết năm thì ghi phần biết được.</translation>
    </message>
    <message>
        <source>This day lies in the future; please look at it again.</source>
        <translation>Ngày này ở tương lai; xin xem lại.</translation>
    </message>
    <message>
        <source>This day lies very long ago; please look at it again.</source>
        <translation>Ngày này đã quá xa; xin xem lại.</translation>
    </message>
    <message>
        <source>The first three digits name no known place; please compare with the card.</source>
        <translation>Ba chữ số đầu không ứng với nơi đăng ký khai sinh nào đã biết; xin đối chiếu với thẻ.</translation>
    </message>
    <message>
        <source>The fourth digit does not go with the sex or the century; please compare with the card.</source>
        <translation>Chữ số thứ tư không khớp với giới tính hoặc thế kỷ sinh; xin đối chiếu với thẻ.</translation>
    </message>
    <message>
        <source>The fifth and sixth digits do not go with the birth year; please compare with the card.</source>
        <translation>Chữ số thứ năm và thứ sáu không khớp với năm sinh; xin đối chiếu với thẻ.</translation>
    </message>
    <message>
        <source>A personal ID number has exactly 12 digits.</source>
        <translation>Số định danh cá nhân gồm đúng 12 chữ số.</translation>
    </message>
    <message>
        <source>This commune is not in the list of units in force; please choose it again, and note the old name as written.</source>
        <translation>Xã này không có trong danh mục hiện hành; xin chọn lại và ghi tên cũ như trên giấy tờ.</translation>
    </message>
    <message>
        <source>This commune does not belong to the province chosen; please choose the commune again.</source>
        <translation>Xã này không thuộc tỉnh, thành phố đã chọn; xin chọn lại xã.</translation>
    </message>
    <message>
        <source>This does not look like a Vietnamese phone number; please read it back to the person.</source>
        <translation>Số này không giống số điện thoại Việt Nam; xin đọc lại cho người dân nghe.</translation>
    </message>
    <message>
        <source>An e-mail address looks like name@example.vn.</source>
        <translation>Địa chỉ thư điện tử có dạng ten@vidu.vn.</translation>
    </message>
    <message>
        <source>Please add at least one line to “%1”.</source>
        <translation>Hãy thêm ít nhất một dòng vào “%1”.</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, dòng %2</translation>
    </message>
    <message>
        <source>This person is not yet %1 years old.</source>
        <translation>Người này chưa đủ %1 tuổi.</translation>
    </message>
    <message>
        <source>This person may not yet be %1 years old; please look at a paper.</source>
        <translation>Người này có thể chưa đủ %1 tuổi; vui lòng xem giấy tờ.</translation>
    </message>
    <message>
        <source>This person is more than %1 years old; please look at the birth date again.</source>
        <translation>Người này đã quá %1 tuổi; vui lòng xem lại ngày sinh.</translation>
    </message>
    <message>
        <source>This number must be %1 = %2.</source>
        <translation>Số này phải bằng %1 = %2.</translation>
    </message>
    <message>
        <source>Please write the time as hours and minutes, for example 07:30.</source>
        <translation>Vui lòng ghi giờ và phút, ví dụ 07:30.</translation>
    </message>
    <message>
        <source>This area is very large; please compare its decimal comma with the paper.</source>
        <translation>Diện tích này rất lớn; vui lòng đối chiếu dấu phẩy thập phân với giấy tờ.</translation>
    </message>
    <message>
        <source>An insurance number has 10 or 12 digits, a card 15 characters; please compare it with the card.</source>
        <translation>Mã số bảo hiểm có 10 hoặc 12 chữ số, số thẻ có 15 ký tự; vui lòng đối chiếu với thẻ.</translation>
    </message>
    <message>
        <source>This must be the same as one of: %1.</source>
        <translation>Phải giống một trong các mục: %1.</translation>
    </message>
</context>
</TS>
