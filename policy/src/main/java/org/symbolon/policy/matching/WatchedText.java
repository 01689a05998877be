package org.symbolon.policy.matching;

/**
 * A text from outside that a regular expression of a policy is tried on: it can be looked at only so often, or some
 * expressions would never come to an end.
 */
public final class WatchedText implements CharSequence {

    private static final int MOST_STEPS = 1_000_000;

    private final String text;
    private int left = MOST_STEPS;

    public WatchedText(String text) {
        this.text = text;
    }

    @Override
    public int length() {
        return text.length();
    }

    /**
     * One look.
     *
     * @throws IncomparableException if there were too many
     */
    @Override
    public char charAt(int index) {
        left--;
        if (left < 0) {
            throw new IncomparableException();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
