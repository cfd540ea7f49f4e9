package vn.lantoa.kit.retiring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An endpoint that will go away. Put {@link Deprecated} beside it, which the API description shows; its answers then carry the
 * headers {@code Deprecation} (RFC 9745), {@code Sunset} (RFC 8594) and {@code Link}, and it is noted who still calls it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Retiring {

    /** Day since which it is better not used, {@code YYYY-MM-DD}. */
    String since();

    /** Day from which it may be gone, {@code YYYY-MM-DD}; at least six months after {@link #since()}. */
    String sunset();

    /** Address to use instead. */
    String instead();
}
