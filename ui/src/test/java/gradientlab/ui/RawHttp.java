package gradientlab.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What no well-behaved client would send. */
final class RawHttp {
    // Far above what an answer takes: it only turns a hang into a failure.
    private static final int LIMIT_MILLISECONDS = 20_000;

    private RawHttp() {}

    /** Sends bytes, says that there are no more, and returns all that comes back until the server closes. */
    static String send(URI server, byte[] request) throws IOException {
        return send(server, request, true);
    }

    /** The same for one after which the server closes by itself, and which it may take its time to answer. */
    static String sendWhole(URI server, byte[] request) throws IOException {
        return send(server, request, false);
    }

    private static String send(URI server, byte[] request, boolean hangUp) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.setSoTimeout(LIMIT_MILLISECONDS);
            try (OutputStream out = socket.getOutputStream()) {
                out.write(request);
                out.flush();
                if (hangUp) {
                    socket.shutdownOutput();
                }
                return read(socket.getInputStream());
            } catch (SocketException e) {
                return ""; // the server may close before it has read everything
            }
        }
    }

    static String send(URI server, String request) throws IOException {
        return send(server, request.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String read(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
