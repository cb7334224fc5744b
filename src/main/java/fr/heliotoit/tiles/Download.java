package fr.heliotoit.tiles;

import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Gets one thing from the web, or says in a sentence why not: only by https, only from hosts that are allowed (also after a redirect), only
 * so much, only so long.
 */
final class Download implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int MOST_REDIRECTS = 3;
    private static final int REDIRECT = 3;
    private static final int BAD_REQUEST = 400;
    private static final int MOST_REPORT = 64 * 1024;
    private static final int OK = 200;
    private static final int PROXY_LOGIN = 407;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    static {
        // The JDK refuses to give a password to a proxy for https unless told otherwise; without it such a proxy lets
        // nobody through.
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    }

    private final Network network;
    private final boolean plainHere;
    private final Duration patience;
    private final HttpClient client;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("download clock").factory());

    /**
     * @param plainHere whether this very machine may be asked without https: for tests
     * @param patience for all of an answer
     */
    Download(Network network, boolean plainHere, Duration patience) {
        this.network = network;
        this.plainHere = plainHere;
        this.patience = patience;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor());
        switch (network.proxy()) {
            case NONE -> builder.proxy(HttpClient.Builder.NO_PROXY);
            case SYSTEM -> builder.proxy(ProxySelector.getDefault());
            case MANUAL ->
                builder.proxy(ProxySelector.of(new InetSocketAddress(network.proxyHost(), network.proxyPort())));
        }
        if (!network.user().isEmpty()) {
            builder.authenticator(new Login(network));
        }
        client = builder.build();
    }

    /** Answers proxies only: what a person typed for the proxy is nobody else's. */
    private static final class Login extends Authenticator {
        private final Network network;

        private Login(Network network) {
            this.network = network;
        }

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            return getRequestorType() == RequestorType.PROXY
                    ? new PasswordAuthentication(
                            network.user(), network.password().toCharArray())
                    : null;
        }
    }

    /**
     * @param most bytes
     * @param type what the answer must be, for example {@code image/}
     * @throws Failure with what is wrong and what to do
     * @throws Missing when the server has no such thing
     */
    byte[] get(URI address, int most, String type) throws Failure, Missing {
        URI now = address;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            check(now);
            HttpRequest request = HttpRequest.newBuilder(now)
                    .timeout(patience)
                    .header("User-Agent", "Heliotoit")
                    .build();
            try {
                HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
                try (InputStream body = answer.body()) {
                    Optional<String> elsewhere = answer.headers().firstValue("location");
                    if (answer.statusCode() / 100 == REDIRECT && elsewhere.isPresent()) {
                        now = now.resolve(elsewhere.get());
                        continue;
                    }
                    if (answer.statusCode() == BAD_REQUEST && outside(read(body, now, MOST_REPORT))) {
                        throw new Missing();
                    }
                    require(answer, now, type);
                    return read(body, now, most);
                }
            } catch (IOException | UnresolvedAddressException | RejectedExecutionException e) {
                throw new Failure(reason(e, now), e);
            } catch (IllegalArgumentException e) {
                throw Failure.of("tiles.redirect", host(address));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Failure.of("tiles.slow", host(now));
            }
        }
        throw Failure.of("tiles.redirect", host(address));
    }

    private void check(URI address) throws Failure {
        String host = host(address);
        boolean here = plainHere && THIS_MACHINE.contains(host);
        if (!"https".equalsIgnoreCase(address.getScheme()) && !here) {
            throw Failure.of("tiles.https", host);
        }
        if (!network.allows(host)) {
            throw Failure.of("tiles.host", host);
        }
    }

    /** How a WMTS says that it has no such tile, as at the border of the country (OGC 07-057r7, table 24). */
    private static boolean outside(byte[] report) {
        return new String(report, StandardCharsets.UTF_8).contains("TileOutOfRange");
    }

    private static void require(HttpResponse<?> answer, URI address, String type) throws Failure, Missing {
        int status = answer.statusCode();
        if (status == 404 || status == 204 || status == 410) {
            throw new Missing();
        }
        if (status == PROXY_LOGIN) {
            throw Failure.of("tiles.proxy.login");
        }
        if (status != OK) {
            throw Failure.of("tiles.status", host(address), String.valueOf(status));
        }
        String given = answer.headers().firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (!given.startsWith(type)) {
            throw Failure.of("tiles.type", host(address), given.isEmpty() ? "?" : given);
        }
    }

    /** The time of a request ends with its headers; a body that drips is cut off by closing it. */
    private byte[] read(InputStream body, URI address, int most) throws Failure, IOException {
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> alarm = clock.schedule(
                () -> {
                    late.set(true);
                    body.close();
                    return null;
                },
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            for (int n = body.read(part); n >= 0; n = body.read(part)) {
                bytes.write(part, 0, n);
                if (bytes.size() > most) {
                    throw Failure.of("tiles.large", host(address));
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            if (late.get()) {
                throw Failure.of("tiles.slow", host(address));
            }
            throw e;
        } finally {
            alarm.cancel(false);
        }
    }

    private Message reason(Exception e, URI address) {
        String host = host(address);
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnknownHostException
                    || cause instanceof UnresolvedAddressException
                    || cause instanceof ConnectException) {
                return network.proxy() == Network.Proxy.MANUAL
                        ? Message.of("tiles.proxy.unreachable", network.proxyHost())
                        : Message.of("tiles.offline", host);
            }
            if (cause instanceof HttpTimeoutException) {
                return Message.of("tiles.slow", host);
            }
            if (cause instanceof SSLException) {
                return Message.of("tiles.certificate", host);
            }
        }
        String text = String.valueOf(e.getMessage());
        return text.contains("407") || text.contains("authentication")
                ? Message.of("tiles.proxy.login")
                : Message.of("tiles.broken", host, text);
    }

    private static String host(URI address) {
        return address.getHost() == null ? address.toString() : address.getHost();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        client.shutdownNow();
    }

    /** The server answers that it has no such tile: outside its country, or finer than it goes. */
    static final class Missing extends Exception {
        Missing() {
            super(null, null, false, false);
        }
    }
}
