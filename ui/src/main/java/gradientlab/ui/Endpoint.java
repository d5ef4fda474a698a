package gradientlab.ui;

import gradientlab.ui.guard.Connections;
import gradientlab.ui.guard.Guard;
import gradientlab.ui.guard.HostNames;
import gradientlab.ui.guard.Patience;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;

/** An HTTP server that listens on one interface before anyone has pages for it. */
final class Endpoint {
    private static final int NOT_YET = 503;
    private static final String PAGE = "/gradients";

    private final InetAddress host;
    private final HttpServer server;
    private final Connections connections;
    private volatile Handler<HttpServerRequest> pages =
            request -> request.response().setStatusCode(NOT_YET).end();

    private Endpoint(Vertx vertx, InetAddress host, Patience patience) {
        this.host = host;
        this.server = Connections.server(vertx, Guard.limits());
        this.connections = Connections.of(server, patience);
        server.requestHandler(this::handle);
    }

    private void handle(HttpServerRequest request) {
        // A body, which no page takes, is part of the request: the connection waits no longer for it.
        if (!Guard.hasBody(request)) {
            connections.asked(request.connection());
        }
        pages.handle(request);
    }

    /**
     * Listens where the options say.
     *
     * @throws DashboardException if the host is not of this machine, or the port, or all default ports, are taken
     */
    static Endpoint bind(Vertx vertx, DashboardOptions options) {
        InetAddress host = ownAddress(options.host());
        return options.port().isPresent()
                ? exactly(vertx, host, options.port().getAsInt(), Patience.DEFAULT)
                : firstFree(vertx, host, DashboardOptions.FIRST_PORT, DashboardOptions.LAST_PORT);
    }

    HttpServer server() {
        return server;
    }

    void serve(Handler<HttpServerRequest> pages) {
        this.pages = pages;
    }

    InetAddress host() {
        return host;
    }

    /** Under which names it is called. */
    HostNames names() {
        return new HostNames(host);
    }

    URI address() {
        // A browser cannot go to "every interface"; from this machine the loopback one of them will do.
        String name = (host.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : host).getHostAddress();
        try {
            return new URI("http", null, name, server.actualPort(), PAGE, null, null);
        } catch (URISyntaxException e) {
            throw new DashboardException(
                    "The dashboard's host '" + name + "' makes no URL: " + e.getMessage() + ".", e);
        }
    }

    private static InetAddress ownAddress(String host) {
        // With any port: so that a failure says something about the host and not about a port.
        try {
            InetAddress address = InetAddress.getByName(host);
            new ServerSocket(0, 1, address).close();
            return address;
        } catch (IOException e) {
            throw new DashboardException(
                    "The dashboard cannot listen on host '" + host + "', which is not an address of this machine ("
                            + e.getMessage() + ").",
                    e);
        }
    }

    static Endpoint exactly(Vertx vertx, InetAddress host, int port, Patience patience) {
        try {
            return listen(vertx, host, port, patience);
        } catch (BindException e) {
            throw new DashboardException(
                    "Port " + port + " on " + host.getHostAddress() + " cannot be used for the dashboard ("
                            + e.getMessage() + "): choose another one, or name none to get the first free port from "
                            + DashboardOptions.FIRST_PORT + ".",
                    e);
        }
    }

    static Endpoint firstFree(Vertx vertx, InetAddress host, int first, int last) {
        for (int port = first; port <= last; port++) {
            try {
                return listen(vertx, host, port, Patience.DEFAULT);
            } catch (BindException taken) {
                // the next one may be free
            }
        }
        throw new DashboardException("All ports from " + first + " to " + last + " on " + host.getHostAddress()
                + " are taken: choose a port for the dashboard, 0 for any free one.");
    }

    private static Endpoint listen(Vertx vertx, InetAddress host, int port, Patience patience) throws BindException {
        var endpoint = new Endpoint(vertx, host, patience);
        try {
            Pending.<HttpServer>await(
                    "listening on port " + port, done -> endpoint.server.listen(port, host.getHostAddress(), done));
            endpoint.connections.watch(vertx);
            return endpoint;
        } catch (DashboardException e) {
            if (e.getCause() instanceof BindException taken) {
                throw taken;
            }
            throw e;
        }
    }
}
