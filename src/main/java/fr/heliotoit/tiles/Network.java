package fr.heliotoit.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How the web is reached and who may be asked.
 *
 * @param proxyHost of {@link Proxy#MANUAL}
 * @param proxyPort 1–65535
 * @param user for a proxy that asks; empty for none
 * @param password kept in memory only
 * @param hosts that may be asked, besides those of the presets
 * @param cacheMegabytes most that is kept on the disk
 */
public record Network(
        Proxy proxy,
        String proxyHost,
        int proxyPort,
        String user,
        String password,
        List<String> hosts,
        int cacheMegabytes) {
    public static final Network DEFAULT = new Network(Proxy.SYSTEM, "", 8080, "", "", List.of(), 300);

    /** Who stands between this machine and the web. */
    public enum Proxy {
        NONE,
        SYSTEM,
        MANUAL
    }

    public Network {
        hosts = hosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The same with one more host that may be asked. */
    public Network allowing(String host) {
        if (allows(host)) {
            return this;
        }
        List<String> more = new ArrayList<>(hosts);
        more.add(host);
        return new Network(proxy, proxyHost, proxyPort, user, password, more, cacheMegabytes);
    }

    boolean allows(String host) {
        String asked = host.toLowerCase(Locale.ROOT);
        return hosts.contains(asked)
                || TileSource.PRESETS.stream().anyMatch(source -> source.host().equals(asked));
    }

    /** Without the password: settings are printed in logs. */
    @Override
    public String toString() {
        return proxy + " " + proxyHost + ":" + proxyPort + " " + hosts;
    }
}
