package vn.lantoa.kit.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A change says which state it was made for: without the header If-Match it is refused (428), and with an old one (412) the
 * answer brings the newest state along. On a class it is meant for all its methods that change something.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface IfMatchRequired {

    /** A bean that knows how the thing stands now. */
    Class<? extends CurrentState> value();

    /** The part of the path that identifies the thing; empty when there is one thing only for each caller. */
    String id() default "id";
}
