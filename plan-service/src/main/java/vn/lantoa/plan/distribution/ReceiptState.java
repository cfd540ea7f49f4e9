package vn.lantoa.plan.distribution;

import java.util.List;

/** How far a document has come with one of those to whom it was sent. */
public enum ReceiptState {
    /** Đã gửi. */
    SENT,
    /** Đã nhận: entered in the recipient's register of incoming documents. */
    RECEIVED,
    /** Đã mở. */
    OPENED;

    static ReceiptState of(boolean received, boolean opened) {
        return opened ? OPENED : received ? RECEIVED : SENT;
    }

    /** The verb that leads on from here; none from the last. */
    List<String> verbs() {
        return switch (this) {
            case SENT -> List.of("receive");
            case RECEIVED -> List.of("open");
            case OPENED -> List.of();
        };
    }
}
