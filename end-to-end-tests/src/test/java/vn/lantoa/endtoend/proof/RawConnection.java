package vn.lantoa.endtoend.proof;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 byte by byte, because every HTTP client refuses to send what a fuzz run has to. Stays open from one request to the next
 * as long as the server agrees.
 */
final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    /** @param headers names in lower case */
    record Reply(int status, Map<String, String> headers, String body) {

        /** The server ended the connection without an answer. */
        static final Reply NONE = new Reply(0, Map.of(), "");
    }

    private final URI server;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    RawConnection(URI server) {
        this.server = server;
    }

    /**
     * @param hasBody false when the answer has none whatever its headers say: to HEAD
     * @param framed whether both sides are sure to agree where the request ends; else the connection is of no further use
     */
    Reply exchange(byte[] request, boolean hasBody, boolean framed) throws IOException {
        var reply = exchange(request, hasBody);
        if (!framed) {
            close();
        }
        return reply;
    }

    private Reply exchange(byte[] request, boolean hasBody) throws IOException {
        boolean fresh = socket == null;
        try {
            return tryExchange(request, hasBody);
        } catch (IOException e) {
            close();
            if (fresh) {
                return Reply.NONE;
            }
            try { // the server may have ended the idle connection at the same moment
                return tryExchange(request, hasBody);
            } catch (IOException _) {
                close();
                return Reply.NONE;
            }
        }
    }

    private Reply tryExchange(byte[] request, boolean hasBody) throws IOException {
        if (socket == null) {
            socket = new Socket();
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (IOException _) {
            // it may have refused before it read all: its answer is there to be read
        }
        var reply = read(hasBody);
        if ("close".equalsIgnoreCase(reply.headers().get("connection"))) {
            close();
        }
        return reply;
    }

    private Reply read(boolean hasBody) throws IOException {
        var statusLine = line().split(" ", 3);
        int status = Integer.parseInt(statusLine[1]);
        var headers = new TreeMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, other) -> one + ", " + other);
        }
        if (status == 100) {
            return read(hasBody);
        }
        var body = new ByteArrayOutputStream();
        if (!hasBody || status == 204 || status == 304) {
            return new Reply(status, headers, "");
        }
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            for (int size = chunk(); size > 0; size = chunk()) {
                body.writeBytes(bytes(size));
                line();
            }
            line();
        } else {
            body.writeBytes(bytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))));
        }
        return new Reply(status, headers, body.toString(StandardCharsets.UTF_8));
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().split(";")[0].strip(), 16);
    }

    private byte[] bytes(int count) throws IOException {
        var bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
