package vn.lantoa.plan.intake;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a file cannot be read. {@link #code()} is stable and part of the API; {@link #message()} tells an official in
 * Vietnamese what is wrong and what to do.
 */
public sealed interface DocumentRefusal {

    String code();

    String message();

    record Empty() implements DocumentRefusal {
        @Override
        public String code() {
            return "document.empty";
        }

        @Override
        public String message() {
            return "Tệp rỗng, không có nội dung để đọc. Hãy chọn lại đúng tệp văn bản.";
        }
    }

    /** {@code actualBytes} is what is known of the size when reading stopped. */
    record TooLarge(long actualBytes, long maxBytes) implements DocumentRefusal {
        @Override
        public String code() {
            return "document.too-large";
        }

        @Override
        public String message() {
            return "Tệp lớn hơn giới hạn %d MB. Hãy bỏ bớt hình ảnh hoặc tách phần phụ lục rồi tải lại."
                    .formatted(Math.max(1, maxBytes >> 20));
        }
    }

    record Encrypted(DocumentFormat format) implements DocumentRefusal {
        @Override
        public String code() {
            return "document.encrypted";
        }

        @Override
        public String message() {
            return "Tệp %s được đặt mật khẩu hoặc mã hóa. Hãy gỡ mật khẩu rồi tải lại.".formatted(format);
        }
    }

    record MacroCarrying(String part) implements DocumentRefusal {
        @Override
        public String code() {
            return "document.macro";
        }

        @Override
        public String message() {
            return "Tệp có chứa macro nên không được nhận. Hãy lưu lại dưới dạng .docx không có macro.";
        }
    }

    /** The content is a readable format, or a known other one, but not what the name or the declared type says. */
    record Mislabelled(String declared, String found) implements DocumentRefusal {
        @Override
        public String code() {
            return "document.mislabelled";
        }

        @Override
        public String message() {
            return "Tệp được khai là %s nhưng nội dung là %s. Hãy kiểm tra lại tệp và đặt đúng tên."
                    .formatted(declared, found);
        }
    }

    record Unsupported(String found) implements DocumentRefusal {
        @Override
        public String code() {
            return "document.unsupported";
        }

        @Override
        public String message() {
            return "Không đọc được loại tệp này (%s). Hãy dùng tệp .docx, .pdf có lớp chữ hoặc .txt.".formatted(found);
        }
    }

    record ArchiveBomb(String reason) implements DocumentRefusal {
        @Override
        public String code() {
            return "document.archive-bomb";
        }

        @Override
        public String message() {
            return "Tệp nén bất thường (%s) nên không được mở. Hãy lưu lại văn bản bằng phần mềm soạn thảo rồi tải lại."
                    .formatted(reason);
        }
    }

    record UnsafeXml(String part, String reason) implements DocumentRefusal {
        @Override
        public String code() {
            return "document.unsafe-xml";
        }

        @Override
        public String message() {
            return "Tệp có thành phần XML không an toàn (%s). Hãy lưu lại văn bản bằng phần mềm soạn thảo rồi tải lại."
                    .formatted(reason);
        }
    }

    record Damaged(DocumentFormat format, @Nullable String detail) implements DocumentRefusal {
        @Override
        public String code() {
            return "document.damaged";
        }

        @Override
        public String message() {
            return "Tệp %s bị hỏng hoặc không đầy đủ. Hãy mở lại bằng phần mềm soạn thảo, lưu lại rồi tải lên."
                    .formatted(format);
        }
    }

    record NoTextLayer(int pages) implements DocumentRefusal {
        @Override
        public String code() {
            return "document.no-text-layer";
        }

        @Override
        public String message() {
            return "Bản quét %d trang không có lớp chữ. Hãy nhận dạng chữ (OCR) hoặc tải lên bản .docx của văn bản."
                    .formatted(pages);
        }
    }

    record NoText(DocumentFormat format) implements DocumentRefusal {
        @Override
        public String code() {
            return "document.no-text";
        }

        @Override
        public String message() {
            return "Tệp %s không có chữ nào. Hãy chọn lại đúng tệp văn bản.".formatted(format);
        }
    }

    record NotText(String detail) implements DocumentRefusal {
        @Override
        public String code() {
            return "document.not-text";
        }

        @Override
        public String message() {
            return "Tệp không phải văn bản Unicode (%s). Hãy lưu lại ở bảng mã UTF-8 rồi tải lên.".formatted(detail);
        }
    }

    record TooManyPages(int pages, int maxPages) implements DocumentRefusal {
        @Override
        public String code() {
            return "document.too-many-pages";
        }

        @Override
        public String message() {
            return "Tệp có %d trang, quá giới hạn %d trang. Hãy tách phần kế hoạch ra tệp riêng."
                    .formatted(pages, maxPages);
        }
    }

    record TooMuchText(int maxCharacters) implements DocumentRefusal {
        @Override
        public String code() {
            return "document.too-much-text";
        }

        @Override
        public String message() {
            return "Văn bản dài quá %d ký tự. Hãy tách phần kế hoạch ra tệp riêng.".formatted(maxCharacters);
        }
    }

    record TooSlow(Duration maxTime) implements DocumentRefusal {
        @Override
        public String code() {
            return "document.too-slow";
        }

        @Override
        public String message() {
            return "Đọc tệp quá %d giây nên đã dừng. Hãy lưu lại văn bản ở dạng đơn giản hơn rồi tải lại."
                    .formatted(Math.max(1, maxTime.toSeconds()));
        }
    }
}
