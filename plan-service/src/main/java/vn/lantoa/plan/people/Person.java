package vn.lantoa.plan.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to somebody wherever they act.
 *
 * @param accountName with which they log in; null when their account was made elsewhere
 * @param subject the {@code sub} of their tokens; null until their account exists
 */
record Person(
        UUID id,
        @Nullable String accountName,
        @Nullable String subject,
        String name,
        @Nullable String email,
        boolean enabled) {}
