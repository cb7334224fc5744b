package fr.heliotoit.tiles;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server of tiles on this machine that does whatever a test wants. */
public final class FakeServer implements AutoCloseable {
    private static final Pattern TILE = Pattern.compile("/(\\d+)/(\\d+)/(\\d+)\\.png");

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    public FakeServer(HttpHandler answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            try (exchange) {
                answer.handle(exchange);
            }
        });
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String address() {
        return "http://localhost:" + port();
    }

    public TileSource source() throws Exception {
        return TileSource.of("Essai", "© Essai", address() + "/{z}/{x}/{y}.png");
    }

    /** What was asked, in order. */
    public List<String> asked() {
        return asked;
    }

    public static Tile tile(HttpExchange exchange) {
        Matcher path = TILE.matcher(exchange.getRequestURI().getPath());
        if (!path.matches()) {
            throw new IllegalStateException("no tile: " + exchange.getRequestURI());
        }
        return new Tile(
                Integer.parseInt(path.group(1)), Integer.parseInt(path.group(2)), Integer.parseInt(path.group(3)));
    }

    public static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
