package fr.heliotoit.rules;

import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The packs at hand, and which one counts on a day. Remembers which of them were asked for, so that an output can name every pack that
 * its figures come from. Safe for several threads.
 */
public final class Packs {
    private final List<DataPack> all;
    private final LocalDate today;
    private final Set<DataPack> used = Collections.synchronizedSet(new LinkedHashSet<>());

    /** @param today the day that counts */
    public Packs(List<DataPack> all, LocalDate today) {
        this.all = List.copyOf(all);
        this.today = today;
    }

    public List<DataPack> all() {
        return all;
    }

    public LocalDate today() {
        return today;
    }

    /**
     * The pack of a kind that is valid today; when none is, the latest that has begun, expired as it is, since an old value that says so
     * is better than none. Of several, the one that began last counts, then the last by file name.
     *
     * @throws Failure when there is none
     */
    public DataPack of(PackKind kind) throws Failure {
        DataPack pack = find(kind)
                .orElseThrow(() -> Failure.of("rules.pack.none", Texts.current().text("rules.kind." + kind.code())));
        used.add(pack);
        return pack;
    }

    private Optional<DataPack> find(PackKind kind) {
        List<DataPack> begun = all.stream()
                .filter(p -> p.kind() == kind && !p.validFrom().isAfter(today))
                .sorted(Comparator.comparing(DataPack::validFrom).thenComparing(DataPack::file))
                .toList();
        return begun.stream()
                .filter(p -> !p.expiredOn(today))
                .reduce((a, b) -> b)
                .or(() -> begun.stream().reduce((a, b) -> b));
    }

    /** The same packs on the same day, none asked for yet: for another output. */
    public Packs fresh() {
        return new Packs(all, today);
    }

    /** What an output writes under its figures, one line per pack asked for. */
    public List<String> citations() {
        return List.copyOf(used).stream().map(p -> p.citation(today)).toList();
    }

    /** What is announced on screen and page when a pack asked for has expired; empty when none has. */
    public Optional<String> warning() {
        String names = List.copyOf(used).stream()
                .filter(p -> p.expiredOn(today))
                .map(DataPack::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(Texts.current().text("rules.cite.warning", names));
    }
}
