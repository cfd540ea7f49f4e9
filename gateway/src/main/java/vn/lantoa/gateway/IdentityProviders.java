package vn.lantoa.gateway;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which organizations bring an identity provider of their own. Only what the browser itself said decides, the organization or
 * the domain of a mail address, never whether there is such an account: so the way to a login form tells nothing about it.
 */
@Singleton
class IdentityProviders {

    /** Mail domain by organization; empty where none is named. */
    private final Map<String, String> domains = new LinkedHashMap<>();

    @Inject
    IdentityProviders(Settings settings) {
        this(settings.identityProviders().orElse(List.of()));
    }

    /** @param known each {@code alias} or {@code alias=mail.domain} */
    IdentityProviders(List<String> known) {
        for (var entry : known) {
            var parts = entry.strip().split("=", 2);
            domains.put(parts[0], parts.length == 1 ? "" : parts[1].toLowerCase(Locale.ROOT));
        }
    }

    /**
     * @param organization alias asked for
     * @param account name or mail address typed
     * @return how the central identity provider calls the one to go on to
     */
    Optional<String> hint(@Nullable String organization, @Nullable String account) {
        if (organization != null) {
            return domains.containsKey(organization) ? Optional.of(organization) : Optional.empty();
        }
        if (account == null || account.indexOf('@') < 0) {
            return Optional.empty();
        }
        var domain = account.substring(account.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return domains.entrySet().stream()
                .filter(entry -> !domain.isEmpty() && entry.getValue().equals(domain))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
