package fr.heliotoit.ui.model;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.text.Formats;

/** How quickly a stage of work goes, in words that change no more often than they can be read. */
final class Pace {
    /** Before this much of a stage has been seen, its end is anybody's guess [s]. */
    private static final double SEEN_S = 2;

    private static final double SEEN_SHARE = 0.02;
    private static final double READ_S = 0.5;

    private String stage = "";
    private long begun;
    private long first;
    private long spoken;
    private String words = "";

    /**
     * @param total 0 when it is not known
     * @param now of a clock that only goes forward [ns]
     */
    String words(String stageNow, long done, long total, long now) {
        boolean other = !stageNow.equals(stage);
        if (other) {
            stage = stageNow;
            begun = now;
            first = done;
        }
        if (total <= 1) {
            words = "";
        } else if (other || (now - spoken) * 1e-9 >= READ_S) {
            spoken = now;
            words = words(done, total, (now - begun) * 1e-9);
        }
        return words;
    }

    private String words(long done, long total, double seconds) {
        String count = t("job.count", Formats.number(done), Formats.number(total));
        double rate = (done - first) / seconds;
        if (seconds < SEEN_S || done - first < SEEN_SHARE * total || !(rate > 0)) {
            return count;
        }
        String speed = rate >= 1
                ? t("job.rate.second", Formats.number(rate, 0))
                : t("job.rate.minute", Formats.number(60 * rate, 0));
        return count + " · " + speed + " · " + t("job.left", duration(Math.round((total - done) / rate)));
    }

    static String duration(long seconds) {
        if (seconds < 60) {
            return t("job.seconds", seconds);
        }
        if (seconds < 3600) {
            return t("job.minutes", seconds / 60, seconds % 60);
        }
        return t("job.hours", seconds / 3600, seconds % 3600 / 60);
    }
}
