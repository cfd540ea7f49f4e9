package vn.lantoa.kit.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

/** What makes two requests the same one: query, kind of content, and content; of a form its parts, without their boundaries. */
final class RequestFingerprint {

    private RequestFingerprint() {}

    static String of(ContainerRequestContext request, byte[] body) {
        var digest = begun(request);
        add(digest, String.valueOf(request.getMediaType()));
        digest.update(body);
        return HexFormat.of().formatHex(digest.digest());
    }

    static String ofForm(ContainerRequestContext request) throws IOException {
        var digest = begun(request);
        var form = CurrentRequestManager.get().getFormData(); // the filter's own request hides it
        if (form != null) {
            var names = new TreeSet<String>();
            form.forEach(names::add);
            for (var name : names) {
                for (var value : form.get(name)) {
                    add(digest, name);
                    add(digest, value);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, FormValue value) throws IOException {
        if (!value.isFileItem()) {
            add(digest, value.getValue());
            return;
        }
        add(digest, String.valueOf(value.getFileName()));
        var ofFile = sha256();
        try (var content = new DigestInputStream(value.getFileItem().getInputStream(), ofFile)) {
            content.transferTo(java.io.OutputStream.nullOutputStream());
        }
        digest.update(ofFile.digest());
    }

    private static MessageDigest begun(ContainerRequestContext request) {
        var digest = sha256();
        add(digest, String.valueOf(request.getUriInfo().getRequestUri().getRawQuery()));
        return digest;
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
