package vn.lantoa.kit.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that we understood, or could not, and refuse. The code is API: clients branch on it, so it never changes. Its
 * texts stand in {@code messages/problems_vi.properties} and {@code problems_en.properties}, as {@code <code>.title} and
 * {@code <code>.detail}, and say what to do next.
 */
public abstract sealed class Problem extends RuntimeException {

    private final String code;
    private final List<Object> arguments;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private List<Invalid.Error> told = List.of();
    private @Nullable Integer retryAfterSeconds;

    private Problem(String code, Object... arguments) {
        super(code);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** The identifier in the register, for example {@code plan.not-submitted}. */
    public String code() {
        return code;
    }

    /** What the texts name, in their order. */
    public Object[] arguments() {
        return arguments.toArray();
    }

    /** Further members of the answer. */
    Map<String, Object> members() {
        return members;
    }

    /** What is wrong where. */
    List<Invalid.Error> errors() {
        return told;
    }

    /** After how many seconds the same request may fare better; null when that is not known. */
    @Nullable
    Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** Tells the sender when to try again. */
    public Problem retryAfter(int seconds) {
        retryAfterSeconds = seconds;
        return this;
    }

    /** Adds a member to the answer, for example what is allowed instead. */
    public Problem with(String member, @Nullable Object value) {
        members.put(member, value);
        return this;
    }

    /** 404: it does not exist, or belongs to another organization; the two look alike. */
    public static final class NotFound extends Problem {
        public NotFound(String code, Object... arguments) {
            super(code, arguments);
        }
    }

    /** 403: the caller is known and may not do it. */
    public static final class NotAllowed extends Problem {
        public NotAllowed(String code, Object... arguments) {
            super(code, arguments);
        }
    }

    /** 409: a rule of the domain forbids it in the present state. */
    public static final class RuleBroken extends Problem {
        public RuleBroken(String code, Object... arguments) {
            super(code, arguments);
        }
    }

    /** 412: it was changed by someone else in the meantime. */
    public static final class Stale extends Problem {
        public Stale(String code, Object... arguments) {
            super(code, arguments);
        }
    }

    /** 400: parts of the request are missing or wrong; {@code errors} names them by JSON pointer. */
    public static final class Invalid extends Problem {
        public Invalid(String code, Object... arguments) {
            super(code, arguments);
        }

        /** @param code a code of the register whose detail describes the error */
        public record Error(String pointer, String code, List<Object> arguments) {
            public Error(String pointer, String code, Object... arguments) {
                this(pointer, code, List.of(arguments));
            }
        }

        public Invalid errors(List<Error> errors) {
            super.told = List.copyOf(errors);
            return this;
        }
    }

    /** 413: larger than what is taken. */
    public static final class TooLarge extends Problem {
        public TooLarge(String code, Object... arguments) {
            super(code, arguments);
        }
    }

    /** 415: a kind of content that is not taken. */
    public static final class UnsupportedContent extends Problem {
        public UnsupportedContent(String code, Object... arguments) {
            super(code, arguments);
        }
    }

    /** 422: well-formed and of the right kind, yet it cannot be worked with; {@code errors} may say why, by JSON pointer. */
    public static final class Unprocessable extends Problem {
        public Unprocessable(String code, Object... arguments) {
            super(code, arguments);
        }

        public Unprocessable errors(List<Invalid.Error> errors) {
            super.told = List.copyOf(errors);
            return this;
        }
    }

    /** 503: what is needed for it cannot be reached now; the same request may fare better later. */
    public static final class Unavailable extends Problem {
        public Unavailable(String code, Object... arguments) {
            super(code, arguments);
        }
    }

    /** 428: a change must say which state it was made for. */
    public static final class PreconditionRequired extends Problem {
        public PreconditionRequired(String code, Object... arguments) {
            super(code, arguments);
        }
    }

    /** 429: the same client asked for too much in too short a time. */
    public static final class TooMany extends Problem {
        public TooMany(String code, Object... arguments) {
            super(code, arguments);
        }
    }
}
