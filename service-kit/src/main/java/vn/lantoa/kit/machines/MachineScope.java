package vn.lantoa.kit.machines;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.lantoa.events.Scope;

/**
 * Lets machine clients in that hold the scope; without it an endpoint is for people only. On a class it is meant for its methods that
 * have none of their own. What is not named stays closed: a class with {@code read} alone lets no machine client change anything.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface MachineScope {

    /** For GET and HEAD; at most one. */
    Scope[] read() default {};

    /** For every other verb; at most one. */
    Scope[] write() default {};
}
