package org.symbolon.projections.shared;

/**
 * Stands in the stream in the place of an event that cannot be read, so that what follows it is still read. It is never stored, and
 * says nothing of what is in the event.
 *
 * @param index its position in the stream
 * @param aggregate what it happened to, as its row says, which may be forged; its own identifier if it stands alone
 * @param sequence its number among the events of the aggregate
 * @param name what kind of event it is, as its row says
 * @param detail what more there is to say about the reason, without anything that is in the event; may be empty
 */
public record UnreadableEvent(
        long index, String eventId, String aggregate, long sequence, String name, Reason reason, String detail) {

    private static final int LONGEST = 255;

    /** Why it cannot be read. */
    public enum Reason {
        CHANGED("it is not what this server has stored"),
        UNKNOWN("this version of Symbolon does not know such an event"),
        MALFORMED("what is stored of it is not such an event"),
        UNPROJECTABLE("a read model fails on it"),
        /** An administrator has decided that it counts for nothing. */
        LEFT_OUT("it was left out");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    /** What a stranger may have written comes into logs and onto terminals. */
    public UnreadableEvent {
        eventId = printable(eventId);
        aggregate = printable(aggregate);
        name = printable(name);
        detail = printable(detail);
    }

    private static String printable(String text) {
        return text == null ? "" : StorableText.cut(text.replaceAll("\\p{Cntrl}", "?"), LONGEST);
    }

    public boolean isLeftOut() {
        return reason == Reason.LEFT_OUT;
    }

    public boolean isOfAggregate() {
        return !aggregate.equals(eventId);
    }

    /**
     * Whether what happened to the aggregate later makes no sense without it. The first event of one that was left out leaves out all of
     * it; any other is as if it had not been.
     */
    public boolean hidesWhatFollows() {
        return isOfAggregate() && (!isLeftOut() || sequence == 0);
    }

    /** Why it cannot be read, as the end of a sentence. */
    public String why() {
        return detail.isEmpty() ? reason.words : reason.words + " (" + detail + ")";
    }

    /** All that may be said of it, as a sentence. */
    public String sentence() {
        String place = isOfAggregate() ? ", number " + sequence + " of " + aggregate + "," : "";
        return "Event " + index + ", the " + name + " with the identifier " + eventId + place + " cannot be used: "
                + why() + ".";
    }
}
