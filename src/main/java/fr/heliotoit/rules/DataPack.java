package fr.heliotoit.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.heliotoit.text.Citation;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import fr.heliotoit.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dated file of values: {@code data/packs/*.json}.
 *
 * <pre>{"format": "heliotoit-pack-1", "kind": "tarifs", "name": "Tarifs d'achat S21, T1 2026",
 *  "validFrom": "2026-01-01", "validTo": "2026-03-31", "source": "…", "verified": true,
 *  "values": {"NAME": {"value": 1.5, "unit": "€/Wc", "source": "…", "verified": false}, …}, … tables of the kind …}</pre>
 *
 * @param file its name without folder
 * @param validTo last day of validity; null when no end is known
 * @param verified whether what it is about has been read at its source; single values may say otherwise
 * @param values by name
 * @param tables the whole file, for what the kind adds
 */
public record DataPack(
        String file,
        PackKind kind,
        String name,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source,
        boolean verified,
        Map<String, Fact> values,
        JsonNode tables) {
    public static final String FORMAT = "heliotoit-pack-1";

    /** No pack is nearly as large [bytes]. */
    private static final long MOST_BYTES = 4_000_000;

    public DataPack {
        values = Map.copyOf(values);
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException(validFrom + " – " + validTo);
        }
    }

    /** @throws Failure that names the file and the first thing that is wrong in it */
    public static DataPack load(Path path) throws Failure {
        String file = String.valueOf(path.getFileName());
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw Failure.of("rules.pack.large", file);
            }
            JsonNode root = new ObjectMapper().readTree(path.toFile());
            return of(file, root);
        } catch (JsonProcessingException e) {
            throw new Failure(
                    Message.of(
                            "rules.pack.notJson",
                            file,
                            e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
                    e);
        } catch (IOException e) {
            throw new Failure(Message.of("rules.pack.unreadable", file, firstLine(e)), e);
        }
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static DataPack of(String file, JsonNode root) throws Failure {
        PackKind kind = kind(file, root);
        Map<String, Fact> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : root.path("values").properties()) {
            values.put(entry.getKey(), fact(file, entry.getKey(), entry.getValue()));
        }
        LocalDate from = date(file, "validFrom", root.path("validFrom"));
        LocalDate to = root.hasNonNull("validTo") ? date(file, "validTo", root.path("validTo")) : null;
        if (to != null && to.isBefore(from)) {
            throw Failure.of("rules.pack.dates", file, from, to);
        }
        String source = kind == PackKind.CONVENTIONS ? root.path("source").asText("") : text(file, "source", root);
        return new DataPack(
                file,
                kind,
                text(file, "name", root),
                from,
                to,
                source,
                root.path("verified").asBoolean(kind == PackKind.CONVENTIONS),
                values,
                root);
    }

    /** Packs of conventions and climate are older than the common format. */
    private static PackKind kind(String file, JsonNode root) throws Failure {
        String format = root.path("format").asText("");
        if (format.equals("heliotoit-climat-1")) {
            return PackKind.CLIMATE;
        }
        if (format.isEmpty() && root.has("modulePowerDensity")) {
            return PackKind.CONVENTIONS;
        }
        if (!format.equals(FORMAT)) {
            throw Failure.of("rules.pack.format", file, FORMAT);
        }
        String code = text(file, "kind", root);
        return PackKind.ofCode(code).orElseThrow(() -> Failure.of("rules.pack.kind", file, code));
    }

    private static Fact fact(String file, String name, JsonNode node) throws Failure {
        if (!node.path("value").isNumber()) {
            throw Failure.of("rules.pack.value", file, name);
        }
        String source = node.path("source").asText("");
        if (source.isBlank()) {
            throw Failure.of("rules.pack.unsourced", file, name);
        }
        return new Fact(
                node.path("value").asDouble(),
                node.path("unit").asText(""),
                source,
                node.path("verified").asBoolean(false));
    }

    private static String text(String file, String field, JsonNode root) throws Failure {
        String text = root.path(field).asText("");
        if (text.isBlank()) {
            throw Failure.of("rules.pack.missing", file, field);
        }
        return text;
    }

    private static LocalDate date(String file, String field, JsonNode node) throws Failure {
        // A climate has no date of validity: it is the oldest of its kind.
        if (node.isMissingNode() && field.equals("validFrom")) {
            return LocalDate.of(1900, 1, 1);
        }
        try {
            return LocalDate.parse(node.asText());
        } catch (DateTimeParseException e) {
            throw new Failure(Message.of("rules.pack.date", file, field, node.asText()), e);
        }
    }

    /** A value that the kind must have. */
    public Fact fact(String name) throws Failure {
        Fact fact = values.get(name);
        if (fact == null) {
            throw Failure.of("rules.pack.lacks", file, name);
        }
        return fact;
    }

    /** The number of {@link #fact}. */
    public double value(String name) throws Failure {
        return fact(name).value();
    }

    /** The same pack with one value that somebody has typed. */
    public DataPack with(String name, double value) throws Failure {
        Map<String, Fact> changed = new LinkedHashMap<>(values);
        changed.put(name, new Fact(value, fact(name).unit(), Texts.current().text("rules.cite.typed"), true));
        return new DataPack(file, kind, this.name, validFrom, validTo, source, verified, changed, tables);
    }

    public boolean expiredOn(LocalDate day) {
        return validTo != null && day.isAfter(validTo);
    }

    /** Name and dates, with « périmé » and « à vérifier » where that is so: stands under every figure that comes from this pack. */
    public String citation(LocalDate today) {
        return new Citation(name, validFrom, validTo, expiredOn(today), !verified).words();
    }
}
