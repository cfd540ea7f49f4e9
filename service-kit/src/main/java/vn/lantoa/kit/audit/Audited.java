package vn.lantoa.kit.audit;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Put on the {@code handle} of a use case: when it has done its work, who did it to what is written into the audit of an
 * organization, in the same transaction. The paths name a component of the command ({@code taskId},
 * {@code change.planId}), or of what the use case returns ({@code result}, {@code result.id}).
 */
@InterceptorBinding
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Audited {

    /** What kind of thing is changed, as it is called in the API: {@code task}, {@code plan}. */
    @Nonbinding
    String subject();

    /** Path to its id, or to a collection of ids. */
    @Nonbinding
    String id();

    /** Its aggregate, when it has a version that is to be recorded. */
    @Nonbinding
    Class<?> entity() default Void.class;

    /** Path to the organization in whose audit it belongs. */
    @Nonbinding
    String organization();
}
