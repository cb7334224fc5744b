package fr.heliotoit.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AheadTest {
    private static final int MANY = 10_000;

    @Test
    void givesAllInTheirOrder() throws Exception {
        List<Integer> taken = new ArrayList<>();
        AtomicInteger next = new AtomicInteger();
        try (Ahead<Integer, IOException> ahead =
                new Ahead<>(() -> next.get() == MANY ? null : next.getAndIncrement(), IOException.class)) {
            for (Integer i = ahead.next(); i != null; i = ahead.next()) {
                taken.add(i);
            }
            assertThat(ahead.next()).isNull();
        }
        assertThat(taken).hasSize(MANY).isSorted();
    }

    @Test
    void whatMakingThrowsComesAfterWhatWasMadeBefore() throws Exception {
        for (Throwable thrown :
                List.of(new IOException("a"), new IllegalStateException("b"), new StackOverflowError())) {
            AtomicInteger next = new AtomicInteger();
            try (Ahead<Integer, IOException> ahead = new Ahead<>(
                    () -> {
                        if (next.get() == 100) {
                            switch (thrown) {
                                case IOException e -> throw e;
                                case RuntimeException e -> throw e;
                                default -> throw (Error) thrown;
                            }
                        }
                        return next.getAndIncrement();
                    },
                    IOException.class)) {
                for (int i = 0; i < 100; i++) {
                    assertThat(ahead.next()).isEqualTo(i);
                }
                assertThatThrownBy(ahead::next).isSameAs(thrown);
            }
        }
    }

    @Test
    void makingNeverRunsFarAheadAndEndsWhenClosed() throws Exception {
        AtomicInteger made = new AtomicInteger();
        try (Ahead<Integer, IOException> ahead = new Ahead<>(made::incrementAndGet, IOException.class)) {
            assertThat(ahead.next()).isEqualTo(1);
            int before;
            do {
                before = made.get();
                Thread.sleep(100);
            } while (made.get() != before);
            assertThat(before).isLessThan(500);
        }
        int after = made.get();
        Thread.sleep(50);
        assertThat(made).hasValue(after);
    }
}
