package org.symbolon.reactions.feed.port;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.symbolon.command.feed.port.FedFact;
import org.symbolon.command.feed.port.FeedTarget;

/**
 * How far feeds have come, and which node feeds. What is written of a feed is written only by the node that holds it; a hold runs out by itself
 * when it is not renewed, for its node may have died.
 */
public interface FeedJournal {

    /**
     * Where a feed is.
     *
     * @param position of the last fact that was taken, or put aside
     * @param failures since something was taken
     * @param hasToResend whether somebody wants facts sent again that were put aside
     */
    record Place(long position, int failures, boolean hasToResend) {}

    /** Takes a feed for this node, or renews its hold; empty while another node has it. */
    Optional<Place> hold(FeedTarget feed);

    /** Renews the holds of those that this node still has, however long what they hand over takes. */
    void renew(Set<Integer> feeds);

    /**
     * Notes that a feed has come from one position to another, and renews the hold.
     *
     * @return whether it was noted: this node holds the feed, and nobody has moved it meanwhile
     */
    boolean advance(FeedTarget feed, long from, long to, int sent);

    /** Notes a failure, and answers how many there were since something was taken. */
    int failed(FeedTarget feed, String trouble);

    /** Notes that a fact is refused for what it is, and goes on behind it; answers as {@link #advance} does. */
    boolean putAside(FeedTarget feed, long from, FedFact fact, String reason);

    /** The positions of some facts that are to be sent again, in their order. */
    List<Long> toResend(FeedTarget feed, int most);

    /** Forgets a fact that was put aside. */
    void resent(FeedTarget feed, long position);

    /** Notes that a fact was refused once more. */
    void refusedAgain(FeedTarget feed, long position, String reason);

    /** Lets go of a feed, so that another node can take it at once. */
    void release(FeedTarget feed);

    /** Forgets feeds that are gone for long. */
    void forgetAllBut(Set<Integer> feeds);
}
