package fr.heliotoit.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What background maps may do to the window: nothing but show. */
class BaseMapTest {
    private static final Tile TILE = new Tile(15, 16_640, 11_010);
    private static final byte[] BODY = "not looked into here".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final BlockingQueue<String> problems = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> arrivals = new LinkedBlockingQueue<>();

    @Test
    void aTileComesIsKeptAndIsThereWithoutNetwork() throws Exception {
        TileSource source;
        try (FakeServer server = new FakeServer(exchange -> FakeServer.send(exchange, 200, "image/png", BODY));
                BaseMap map = map(allowing("localhost"))) {
            source = server.source();
            assertThat(map.tiles(source, List.of(TILE))).isEmpty();
            assertThat(arrivals.poll(20, TimeUnit.SECONDS)).isNotNull();
            assertThat(map.tiles(source, List.of(TILE))).containsEntry(TILE, BODY);
            assertThat(server.asked()).containsExactly("/15/16640/11010.png");
            assertThat(map.cachedMegabytes()).isGreaterThan(0);
        }
        try (BaseMap later = map(allowing("localhost"))) {
            assertThat(later.tiles(source, List.of(TILE))).containsEntry(TILE, BODY);
            later.clearCache();
            assertThat(later.tiles(source, List.of(TILE))).isEmpty();
            assertThat(problems.poll(20, TimeUnit.SECONDS)).isEqualTo(text("tiles.offline", "localhost"));
        }
    }

    static Stream<Arguments> badAnswers() {
        HttpHandler drip = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 200; i++) {
                exchange.getResponseBody().write(1);
                exchange.getResponseBody().flush();
                sleep(50);
            }
        };
        HttpHandler cut = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, 5000);
            exchange.getResponseBody().write(new byte[100]);
            exchange.getResponseBody().flush();
            throw new java.io.IOException("gone");
        };
        return Stream.of(
                Arguments.of(
                        "status 500",
                        (HttpHandler) e -> FakeServer.send(e, 500, "text/plain", BODY),
                        "refuse (code 500)"),
                Arguments.of(
                        "status 429",
                        (HttpHandler) e -> FakeServer.send(e, 429, "text/plain", BODY),
                        "refuse (code 429)"),
                Arguments.of("silence", (HttpHandler) e -> sleep(6000), "trop lentement"),
                Arguments.of("a drip", drip, "trop lentement"),
                Arguments.of("a connection that ends early", cut, "rompue"),
                Arguments.of(
                        "a login page",
                        (HttpHandler) e -> FakeServer.send(e, 200, "text/html", BODY),
                        "portail de connexion"),
                Arguments.of(
                        "three megabytes",
                        (HttpHandler) e -> FakeServer.send(e, 200, "image/png", new byte[3 << 20]),
                        "démesurée"),
                Arguments.of("a redirect to a stranger", redirect("https://example.org/x.png"), "pas dans la liste"),
                Arguments.of("a redirect to plain http", redirect("http://data.geopf.fr/x.png"), "pas en https"),
                Arguments.of("a redirect to a file", redirect("file:///etc/passwd"), "pas en https"),
                Arguments.of("a redirect to itself", redirect("/1/0/0.png"), "sans fin"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badAnswers")
    void aBadAnswerIsOneSentenceAndNothingIsKept(String name, HttpHandler answer, String words) throws Exception {
        try (FakeServer server = new FakeServer(answer);
                BaseMap map = map(allowing("localhost"))) {
            map.tiles(server.source(), List.of(TILE));
            assertThat(problems.poll(20, TimeUnit.SECONDS)).contains(words);
            assertThat(map.kept(server.source(), TILE)).isEmpty();
            assertThat(arrivals).isEmpty();
            // Painting goes on at every frame; the server is left alone for a while.
            int before = server.asked().size();
            for (int i = 0; i < 50; i++) {
                map.tiles(server.source(), List.of(TILE));
            }
            assertThat(server.asked()).hasSize(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"404, ", "400, <ows:Exception exceptionCode=\"TileOutOfRange\" locator=\"TILECOL\"/>"})
    void whatTheServerDoesNotHaveIsAskedForOnceAndNotComplainedOf(int status, @Nullable String report)
            throws Exception {
        byte[] body = report == null ? BODY : report.getBytes(StandardCharsets.UTF_8);
        try (FakeServer server = new FakeServer(exchange -> FakeServer.send(exchange, status, "text/xml", body));
                BaseMap map = map(allowing("localhost"))) {
            assertThat(map.fetch(server.source(), List.of(TILE))).isEmpty();
            assertThat(map.fetch(server.source(), List.of(TILE))).isEmpty();
            assertThat(server.asked()).hasSize(1);
            assertThat(problems).isEmpty();
        }
    }

    @Test
    void aServerThatFailedIsAskedAgainThoughNobodyMovesTheMap() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (FakeServer server = new FakeServer(exchange ->
                        FakeServer.send(exchange, asked.incrementAndGet() == 1 ? 500 : 200, "image/png", BODY));
                BaseMap map = map(allowing("localhost"))) {
            map.tiles(server.source(), List.of(TILE));
            assertThat(problems.poll(20, TimeUnit.SECONDS)).contains("500");
            assertThat(arrivals.poll(20, TimeUnit.SECONDS)).isNotNull();
            map.tiles(server.source(), List.of(TILE));
            assertThat(arrivals.poll(20, TimeUnit.SECONDS)).isNotNull();
            assertThat(map.kept(server.source(), TILE)).isPresent();
        }
    }

    @Test
    void anotherWayToTheWebStopsWhatWasUnderWayWithoutAWord() throws Exception {
        try (FakeServer server = new FakeServer(exchange -> {
                    sleep(1500);
                    FakeServer.send(exchange, 200, "image/png", BODY);
                });
                BaseMap map = map(allowing("localhost"))) {
            for (int i = 0; i < 3; i++) {
                map.tiles(
                        server.source(),
                        List.of(TILE, TILE.parent(), TILE.parent().parent()));
                sleep(200);
                map.use(allowing("localhost"));
            }
            map.tiles(server.source(), List.of(TILE));
            assertThat(arrivals.poll(20, TimeUnit.SECONDS)).isNotNull();
            assertThat(problems).isEmpty();
        }
    }

    @Test
    void nobodyIsAskedWhoIsNotInTheList() throws Exception {
        try (FakeServer server = new FakeServer(exchange -> FakeServer.send(exchange, 200, "image/png", BODY));
                BaseMap map = map(Network.DEFAULT)) {
            map.tiles(server.source(), List.of(TILE));
            assertThat(problems.poll(20, TimeUnit.SECONDS)).isEqualTo(text("tiles.host", "localhost"));
            assertThat(server.asked()).isEmpty();
        }
    }

    /** One tile of another map in the cache would be a wrong map. */
    @Test
    void addressesThatDifferNeverShareAFolderOfTheCache() throws Exception {
        List<String> ids = new ArrayList<>();
        // "Aa" and "BB" have the same hash code; paths may differ by case alone.
        for (String layer : List.of("Aa", "BB", "aa", "bb")) {
            ids.add(TileSource.of("Essai", "", "https://example.org/" + layer + "/{z}/{x}/{y}.png")
                    .id());
        }
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9]+"));
    }

    @Test
    void plainHttpIsRefusedBeyondThisMachine() throws Exception {
        TileSource source = TileSource.of("Essai", "", "http://example.org/{z}/{x}/{y}.png");
        assertThatThrownBy(() -> BaseMap.check(allowing("example.org"), source, TILE, true))
                .isInstanceOf(Failure.class)
                .hasMessage(text("tiles.https", "example.org"));
    }

    @Test
    void aProxyThatAsksIsAnsweredAndNobodyElseHearsThePassword() throws Exception {
        String right = "Basic " + Base64.getEncoder().encodeToString("mairie:soleil".getBytes(StandardCharsets.UTF_8));
        try (FakeServer proxy = new FakeServer(exchange -> {
            assertThat(exchange.getRequestHeaders().containsKey("Authorization"))
                    .isFalse();
            if (right.equals(exchange.getRequestHeaders().getFirst("Proxy-Authorization"))) {
                FakeServer.send(exchange, 200, "image/png", BODY);
            } else {
                exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"mairie\"");
                FakeServer.send(exchange, 407, "text/html", BODY);
            }
        })) {
            TileSource behind = TileSource.of("Essai", "", "http://localhost:9/{z}/{x}/{y}.png");
            BaseMap.check(through(proxy.port(), "mairie", "soleil"), behind, TILE, true);
            for (String[] login : List.of(new String[] {"", ""}, new String[] {"mairie", "lune"})) {
                assertThatThrownBy(() -> BaseMap.check(through(proxy.port(), login[0], login[1]), behind, TILE, true))
                        .isInstanceOf(Failure.class)
                        .hasMessage(text("tiles.proxy.login"));
            }
        }
        assertThatThrownBy(() -> BaseMap.check(
                        through(9, "", ""),
                        TileSource.of("Essai", "", "http://localhost:9/{z}/{x}/{y}.png"),
                        TILE,
                        true))
                .hasMessage(text("tiles.proxy.unreachable", "localhost"));
        assertThat(through(9, "mairie", "soleil").toString()).doesNotContain("soleil");
    }

    @Test
    void anImageThatTurnsOutToBeNoneIsThrownAway() throws Exception {
        try (FakeServer server = new FakeServer(exchange -> FakeServer.send(exchange, 200, "image/png", BODY));
                BaseMap map = map(allowing("localhost"))) {
            TileSource source = server.source();
            map.fetch(source, List.of(TILE));
            map.spoiled(source, TILE);
            assertThat(map.kept(source, TILE)).isEmpty();
        }
    }

    @Test
    void theCacheKeepsWithinItsBound() throws Exception {
        TileCache cache = new TileCache(folder, 10_000);
        TileSource source = TileSource.PRESETS.getFirst();
        for (int i = 0; i < 20; i++) {
            cache.put(source, new Tile(10, i, 0), new byte[1000]);
            Files.setLastModifiedTime(
                    folder.resolve("ign-plan/10/" + i + "/0"),
                    java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() - 60_000 + 1000L * i));
        }
        cache.prune();
        assertThat(cache.megabytes() * (1 << 20)).isLessThanOrEqualTo(10_000);
        assertThat(cache.get(source, new Tile(10, 19, 0))).isPresent();
        assertThat(cache.get(source, new Tile(10, 0, 0))).isEmpty();
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(p -> p.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void wmtsLayersInTheCommonTilingAreOffered() throws Exception {
        String xml = """
                <Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1">
                <ows:ServiceProvider><ows:ProviderName>Agglo</ows:ProviderName></ows:ServiceProvider><Contents>
                <Layer><ows:Title>Ortho 2024</ows:Title><ows:Identifier>ortho24</ows:Identifier>
                <Style isDefault="true"><ows:Title>x</ows:Title><ows:Identifier>normal</ows:Identifier></Style>
                <Format>image/jpeg</Format><TileMatrixSetLink><TileMatrixSet>PM</TileMatrixSet></TileMatrixSetLink></Layer>
                <Layer><ows:Title>Plan</ows:Title><ows:Identifier>plan</ows:Identifier>
                <Style><ows:Identifier>default</ows:Identifier></Style><Format>image/png</Format>
                <TileMatrixSetLink><TileMatrixSet>GoogleMapsCompatible</TileMatrixSet></TileMatrixSetLink>
                <ResourceURL format="image/png" resourceType="tile"
                  template="https://t.fr/plan/{Style}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png"/></Layer>
                <Layer><ows:Title>Lambert</ows:Title><ows:Identifier>l93</ows:Identifier><Format>image/png</Format>
                <TileMatrixSetLink><TileMatrixSet>LAMB93</TileMatrixSet></TileMatrixSetLink></Layer>
                </Contents></Capabilities>
                """;
        List<TileSource> found = WmtsCapabilities.read(
                xml.getBytes(StandardCharsets.UTF_8), URI.create("https://t.fr/wmts?REQUEST=GetCapabilities"));
        assertThat(found).extracting(TileSource::name).containsExactly("Ortho 2024", "Plan");
        assertThat(found).extracting(TileSource::attribution).containsOnly("© Agglo");
        assertThat(found.get(0).uri(TILE).toString())
                .isEqualTo("https://t.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=ortho24&STYLE=normal"
                        + "&FORMAT=image/jpeg&TILEMATRIXSET=PM&TILEMATRIX=15&TILEROW=11010&TILECOL=16640");
        assertThat(found.get(1).uri(TILE).toString())
                .isEqualTo("https://t.fr/plan/default/GoogleMapsCompatible/15/11010/16640.png");
    }

    /** GeoServer calls the zooms EPSG:900913:0, MapServer has its map in the address; a tiling with other scales would be drawn in the wrong place. */
    @Test
    void wmtsZoomsAreNamedAndServersAddressedAsTheyWant() throws Exception {
        String matrix =
                "<TileMatrix><ows:Identifier>%s%d</ows:Identifier><ScaleDenominator>%s</ScaleDenominator></TileMatrix>";
        String layer =
                "<Layer><ows:Title>%s</ows:Title><ows:Identifier>%s</ows:Identifier><Style><ows:Identifier/></Style>"
                        + "<Format>image/png</Format><TileMatrixSetLink><TileMatrixSet>%s</TileMatrixSet></TileMatrixSetLink></Layer>";
        String xml = "<Capabilities xmlns:ows=\"http://www.opengis.net/ows/1.1\"><Contents>"
                + layer.formatted("Plan", "plan", "EPSG:900913")
                + layer.formatted("Ailleurs", "ailleurs", "EPSG:3857")
                + "<TileMatrixSet><ows:Identifier>EPSG:900913</ows:Identifier>"
                + matrix.formatted("EPSG:900913:", 0, "5.59082263950831E8")
                + matrix.formatted("EPSG:900913:", 1, "2.795411319754155E8")
                + "</TileMatrixSet><TileMatrixSet><ows:Identifier>EPSG:3857</ows:Identifier>"
                + matrix.formatted("", 0, "1.0E6")
                + "</TileMatrixSet></Contents></Capabilities>";
        List<TileSource> found = WmtsCapabilities.read(
                xml.getBytes(StandardCharsets.UTF_8),
                URI.create("https://t.fr/cgi-bin/mapserv?map=/srv/plan.map&service=WMTS&REQUEST=GetCapabilities"));
        assertThat(found).singleElement();
        assertThat(found.getFirst().uri(new Tile(7, 3, 5)))
                .hasToString("https://t.fr/cgi-bin/mapserv?map=/srv/plan.map&SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0"
                        + "&LAYER=plan&STYLE=&FORMAT=image/png&TILEMATRIXSET=EPSG:900913&TILEMATRIX=EPSG%3A900913%3A7"
                        + "&TILEROW=5&TILECOL=3");
    }

    @Test
    void aWmtsLayerThatDoesNotFitHidesNoOther() throws Exception {
        String common =
                "<Format>image/png</Format><TileMatrixSetLink><TileMatrixSet>PM</TileMatrixSet></TileMatrixSetLink>";
        String xml = """
                <Capabilities xmlns:ows="http://www.opengis.net/ows/1.1"><Contents>
                <Layer><ows:Title>Pluie</ows:Title><ows:Identifier>pluie</ows:Identifier>%1$s
                <ResourceURL format="image/png" resourceType="tile"
                  template="https://t.fr/pluie/{Time}/{TileMatrix}/{TileRow}/{TileCol}.png"/></Layer>
                <Layer><ows:Title>Plan</ows:Title><ows:Identifier>plan de ville</ows:Identifier>%1$s
                <Style><ows:Identifier>a$1 b</ows:Identifier></Style></Layer>
                <Layer><ows:Title>Ortho</ows:Title><ows:Identifier>ortho</ows:Identifier>%1$s
                <Style><ows:Identifier>a$1</ows:Identifier></Style>
                <ResourceURL format="image/png" resourceType="tile"
                  template="https://t.fr/{Style}/{TileMatrix}/{TileRow}/{TileCol}.png"/>
                <ResourceURL format="application/vnd.mapbox-vector-tile" resourceType="tile"
                  template="https://t.fr/{TileMatrix}/{TileRow}/{TileCol}.pbf"/></Layer>
                </Contents></Capabilities>
                """.formatted(common);
        List<TileSource> found =
                WmtsCapabilities.read(xml.getBytes(StandardCharsets.UTF_8), URI.create("https://t.fr/wmts"));
        assertThat(found).extracting(TileSource::name).containsExactly("Plan", "Ortho");
        assertThat(found.get(0).uri(TILE).toString()).contains("&LAYER=plan%20de%20ville&STYLE=a%241%20b&");
        assertThat(found.get(1).uri(TILE).toString()).isEqualTo("https://t.fr/a%241/15/11010/16640.png");
    }

    @Test
    void aWmtsAnswerReachesNoFileOfThisMachine() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "mot de passe");
        String xml = "<!DOCTYPE c [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><Capabilities><ProviderName>&x;"
                + "</ProviderName></Capabilities>";
        assertThatThrownBy(() ->
                        WmtsCapabilities.read(xml.getBytes(StandardCharsets.UTF_8), URI.create("https://t.fr/wmts")))
                .isInstanceOf(Failure.class)
                .hasMessage(text("tiles.wmts.unreadable", "t.fr"));
    }

    @Test
    void tilesLieWhereTheWorldHasThem() {
        // OGC 17-083r2, annex D: 0/0/0 is the world; IGN's example of Paris at zoom 18 by the formula of its
        // documentation.
        assertThat(new Tile(0, 0, 0).west()).isEqualTo(-Tile.HALF_WORLD);
        Tile paris = Tile.at(261_600, 6_250_600, 18);
        assertThat(paris.west()).isLessThanOrEqualTo(261_600);
        assertThat(paris.west() + Tile.side(18)).isGreaterThan(261_600);
        assertThat(paris.north()).isGreaterThanOrEqualTo(6_250_600);
        assertThat(paris.parent()).isEqualTo(Tile.at(261_600, 6_250_600, 17));
    }

    private BaseMap map(Network network) {
        BaseMap map = BaseMap.ofThisMachine(folder, Duration.ofSeconds(2), () -> arrivals.add("more"), sentence -> {
            if (!sentence.isEmpty()) {
                problems.add(sentence);
            }
        });
        map.use(network);
        return map;
    }

    private static Network allowing(String host) {
        return new Network(Network.Proxy.NONE, "", 8080, "", "", List.of(host), 300);
    }

    private static Network through(int port, String user, String password) {
        return new Network(Network.Proxy.MANUAL, "localhost", port, user, password, List.of("localhost"), 300);
    }

    private static HttpHandler redirect(String to) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    private static void sleep(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String text(String key, Object... arguments) {
        return Texts.current().text(key, arguments);
    }
}
