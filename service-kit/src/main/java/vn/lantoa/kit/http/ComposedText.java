package vn.lantoa.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Text is kept in composed Unicode (NFC), however the sender's keyboard wrote it: else equal words differ in a search. Every
 * text of a JSON body is composed by itself; what comes by another way is handed to {@link #of}.
 */
@Singleton
public class ComposedText implements ObjectMapperCustomizer {

    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("composed-text").addDeserializer(String.class, new Composing()));
    }

    private static final class Composing extends StringDeserializer {

        private static final long serialVersionUID = 1;

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = super.deserialize(parser, context);
            if (text != null && text.indexOf('\u0000') >= 0) { // which PostgreSQL cannot hold
                return (String) context.handleWeirdStringValue(String.class, "", "holds the character NUL");
            }
            return text == null ? null : of(text);
        }
    }
}
