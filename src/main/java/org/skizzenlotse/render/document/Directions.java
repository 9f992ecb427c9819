// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.document;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;

/// Which words of a paragraph run from right to left (Unicode 9, annex 9), as the JDK sees it.
final class Directions implements BidiSplitter {
    private Bidi paragraph = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);

    @Override
    public void setParagraph(String text, byte direction) {
        var flags =
                switch (direction) {
                    case LTR -> Bidi.DIRECTION_LEFT_TO_RIGHT;
                    case RTL -> Bidi.DIRECTION_RIGHT_TO_LEFT;
                    default -> Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT;
                };
        paragraph = new Bidi(text, flags);
    }

    @Override
    public int countTextRuns() {
        return paragraph.getRunCount();
    }

    @Override
    public BidiTextRun getVisualRun(int i) {
        int start = paragraph.getRunStart(i);
        var direction = paragraph.getRunLevel(i) % 2 == 0 ? LTR : RTL;
        return new BidiTextRun(start, paragraph.getRunLimit(i) - start, direction);
    }

    @Override
    public byte getBaseDirection(String text) {
        var first = text.codePoints().map(Character::getDirectionality).filter(this::isStrong);
        var found = first.findFirst();
        if (found.isEmpty()) return NEUTRAL;
        return found.getAsInt() == Character.DIRECTIONALITY_LEFT_TO_RIGHT ? LTR : RTL;
    }

    private boolean isStrong(int direction) {
        return direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /// Puts words that run from right to left into the order in which they stand on paper.
    static final class Order implements BidiReorderer {
        private static final String OPENING = "()[]{}<>«»‹›≤≥";

        @Override
        public String reorderRTLTextToLTR(String text) {
            var turned = new StringBuilder(text.length());
            text.codePoints().map(Order::mirrored).forEach(c -> turned.insert(0, string(c)));
            return turned.toString();
        }

        private static String string(int codePoint) {
            return Character.toString(codePoint);
        }

        private static int mirrored(int c) {
            int at = OPENING.indexOf(c);
            return at < 0 ? c : OPENING.charAt(at ^ 1);
        }

        @Override
        public String shapeText(String text) {
            return Arabic.shaped(text);
        }

        @Override
        public String deshapeText(String text) {
            return Arabic.plain(text);
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    }
}
