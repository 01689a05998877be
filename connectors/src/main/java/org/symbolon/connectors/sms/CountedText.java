package org.symbolon.connectors.sms;

/** A text that is looked at so often at most: an expression that tries everything would never be done with what users choose. */
final class CountedText implements CharSequence {

    private static final int MOST_LOOKS = 100_000;

    private final String text;
    private int looks;

    CountedText(String text) {
        this.text = text;
    }

    /**
     * The character at this place.
     *
     * @throws IllegalArgumentException if it was asked too often
     */
    @Override
    public char charAt(int index) {
        if (++looks > MOST_LOOKS) {
            throw new IllegalArgumentException("An expression takes too long");
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int begin, int end) {
        return text.substring(begin, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
