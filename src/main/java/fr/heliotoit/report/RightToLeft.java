package fr.heliotoit.report;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/** Hebrew and Arabic words in a page that reads from left to right: finds them, and puts their letters in the order of the eye. */
final class RightToLeft implements BidiSplitter {
    private static final String OPEN = "()[]{}<>«»";

    private final List<BidiTextRun> runs = new ArrayList<>();

    @Override
    public void setParagraph(String paragraph, byte direction) {
        runs.clear();
        Bidi bidi = new Bidi(paragraph, direction == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        for (int i = 0; i < bidi.getRunCount(); i++) {
            boolean right = bidi.getRunLevel(i) > 0;
            int start = bidi.getRunStart(i);
            int length = bidi.getRunLimit(i) - start;
            BidiTextRun last = runs.isEmpty() ? null : runs.getLast();
            // Numbers among the words stay with them: they are put in order together.
            if (right && last != null && last.getDirection() == RTL) {
                runs.set(runs.size() - 1, new BidiTextRun(last.getStart(), last.getLength() + length, RTL));
            } else {
                runs.add(new BidiTextRun(start, length, right ? RTL : LTR));
            }
        }
    }

    @Override
    public int countTextRuns() {
        return runs.size();
    }

    @Override
    public BidiTextRun getVisualRun(int run) {
        return runs.get(run);
    }

    @Override
    public byte getBaseDirection(String paragraph) {
        return LTR;
    }

    /** Letters in the order of the eye, Arabic ones in the shape that their neighbours ask for. */
    static final class Reorderer implements BidiReorderer {
        @Override
        public String reorderRTLTextToLTR(String text) {
            Bidi bidi = new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT);
            int count = bidi.getRunCount();
            byte[] levels = new byte[count];
            Object[] parts = new Object[count];
            for (int i = 0; i < count; i++) {
                levels[i] = (byte) bidi.getRunLevel(i);
                String part = text.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
                parts[i] = levels[i] % 2 == 1 ? reversed(part) : part;
            }
            Bidi.reorderVisually(levels, 0, parts, 0, count);
            StringBuilder seen = new StringBuilder(text.length());
            for (Object part : parts) {
                seen.append(part);
            }
            return seen.toString();
        }

        /** Marks stay behind the letter they belong to. */
        private static String reversed(String text) {
            StringBuilder reversed = new StringBuilder(text.length());
            int end = text.length();
            while (end > 0) {
                int start = text.offsetByCodePoints(end, -1);
                while (start > 0 && Character.getType(text.codePointAt(start)) == Character.NON_SPACING_MARK) {
                    start = text.offsetByCodePoints(start, -1);
                }
                String sign = text.substring(start, end);
                int bracket = sign.length() == 1 ? OPEN.indexOf(sign) : -1;
                reversed.append(bracket < 0 ? sign : OPEN.substring(bracket ^ 1, (bracket ^ 1) + 1));
                end = start;
            }
            return reversed.toString();
        }

        @Override
        public String shapeText(String text) {
            return ArabicShapes.of(text);
        }

        @Override
        public String deshapeText(String text) {
            return text;
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    }
}
