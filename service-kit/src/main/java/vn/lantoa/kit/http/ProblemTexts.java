package vn.lantoa.kit.http;

import jakarta.inject.Singleton;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The texts of the problem register, in Vietnamese unless the caller prefers English. */
@Singleton
public class ProblemTexts {

    /** Vietnamese: the language of the users, and the default. */
    public static final Locale VIETNAMESE = Locale.of("vi");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final List<String> BUNDLES = List.of("messages.problems", "messages.kit_problems");

    /** The language that the Accept-Language header asks for: English when it ranks above Vietnamese. */
    public static Locale preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return VIETNAMESE;
        }
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), List.of(VIETNAMESE, Locale.ENGLISH));
            return best == null ? VIETNAMESE : best;
        } catch (IllegalArgumentException malformed) {
            return VIETNAMESE;
        }
    }

    public String title(String code, Locale language, Object... arguments) {
        return text(code + ".title", language, arguments);
    }

    public String detail(String code, Locale language, Object... arguments) {
        return text(code + ".detail", language, arguments);
    }

    private static String text(String key, Locale language, Object... arguments) {
        for (var name : BUNDLES) {
            try {
                var bundle = ResourceBundle.getBundle(
                        name, language, Thread.currentThread().getContextClassLoader(), NO_FALLBACK);
                if (bundle.containsKey(key)) {
                    return new MessageFormat(bundle.getString(key), language).format(arguments);
                }
            } catch (MissingResourceException absent) {
                // a service without problems of its own
            }
        }
        return key;
    }
}
