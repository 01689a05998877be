package org.symbolon.reactions.eventhandler.port;

import java.util.List;

/** What has happened to tokens and handlers have still to be told of, kept beside the events so that no node's death takes it along. */
public interface UntoldHappenings {

    /**
     * The place of a fact.
     *
     * @param sequence its number in the history of the aggregate
     */
    record Place(String aggregate, long sequence) {}

    /**
     * One that nobody was at work on.
     *
     * @param attempt how often it was taken over, this time included
     */
    record Orphan(Place place, int attempt) {}

    /** Notes one within the transaction that appends the fact; it is this node's to tell. */
    void note(Place place);

    /** All who listen have been told. */
    void told(Place place);

    /** It could not be told now; what is another's by now stays his. */
    void giveBack(Place place);

    /** Keeps what is this node's, and takes at most so many that are nobody's any more, the oldest first. */
    List<Orphan> takeOver(int most);
}
