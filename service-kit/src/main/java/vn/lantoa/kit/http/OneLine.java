package vn.lantoa.kit.http;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A name as it is shown and printed: one line with at least one letter or digit, without control characters and without the invisible
 * ones that turn or hide text. Two names that look alike are then alike.
 */
@Pattern(regexp = OneLine.PATTERN)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
public @interface OneLine {

    String PATTERN = "[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]*[\\p{L}\\p{N}][^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]*";

    String message() default "{vn.lantoa.OneLine.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
