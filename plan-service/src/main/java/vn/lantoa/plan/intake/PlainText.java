package vn.lantoa.plan.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Decodes plain text: UTF-8 with or without a byte order mark, or UTF-16. Anything else is refused, never guessed. */
final class PlainText {
    private static final int SAMPLE = 4096;
    private static final double MOSTLY = 0.4;

    private PlainText() {}

    static DocumentText read(byte[] content) {
        var text = decode(content);
        var controls = text.chars()
                .filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x0b)
                .count();
        if (text.indexOf(0) >= 0 || controls > text.length() / 100) {
            throw new DocumentRefused(new DocumentRefusal.NotText("có ký tự điều khiển, có thể là tệp nhị phân"));
        }
        return new DocumentText(TextCleaning.clean(text), DocumentFormat.TXT, List.of(), List.of(), List.of());
    }

    private static String decode(byte[] content) {
        if (content.length >= 3
                && unsigned(content, 0) == 0xef
                && unsigned(content, 1) == 0xbb
                && unsigned(content, 2) == 0xbf) {
            return decode(content, 3, StandardCharsets.UTF_8);
        }
        if (content.length >= 2 && unsigned(content, 0) == 0xff && unsigned(content, 1) == 0xfe) {
            return decode(content, 2, StandardCharsets.UTF_16LE);
        }
        if (content.length >= 2 && unsigned(content, 0) == 0xfe && unsigned(content, 1) == 0xff) {
            return decode(content, 2, StandardCharsets.UTF_16BE);
        }
        return decode(content, 0, unmarked(content));
    }

    /** Latin letters and spaces in UTF-16 have a zero byte; UTF-8 text has none. */
    private static Charset unmarked(byte[] content) {
        var pairs = Math.min(content.length, SAMPLE) / 2;
        int evenZeros = 0;
        int oddZeros = 0;
        for (int i = 0; i < pairs * 2; i += 2) {
            evenZeros += content[i] == 0 ? 1 : 0;
            oddZeros += content[i + 1] == 0 ? 1 : 0;
        }
        if (content.length % 2 == 0 && oddZeros > pairs * MOSTLY && evenZeros == 0) {
            return StandardCharsets.UTF_16LE;
        }
        if (content.length % 2 == 0 && evenZeros > pairs * MOSTLY && oddZeros == 0) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    private static String decode(byte[] content, int from, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content, from, content.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new DocumentRefused(
                    new DocumentRefusal.NotText("không đúng bảng mã " + charset.name() + ", có thể là TCVN3 hoặc VNI"),
                    e);
        }
    }

    private static int unsigned(byte[] content, int i) {
        return content[i] & 0xff;
    }
}
