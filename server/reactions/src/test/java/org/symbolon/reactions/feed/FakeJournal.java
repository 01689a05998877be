package org.symbolon.reactions.feed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.symbolon.command.feed.port.FedFact;
import org.symbolon.command.feed.port.FeedTarget;
import org.symbolon.reactions.feed.port.FeedJournal;

/** A journal in memory, of one feed. */
final class FakeJournal implements FeedJournal {

    long position;
    int failures;
    boolean heldByAnother;
    final TreeMap<Long, String> aside = new TreeMap<>();
    final TreeMap<Long, String> again = new TreeMap<>();

    @Override
    public Optional<Place> hold(FeedTarget feed) {
        return heldByAnother ? Optional.empty() : Optional.of(new Place(position, failures, !again.isEmpty()));
    }

    @Override
    public void renew(Set<Integer> feeds) {}

    @Override
    public boolean advance(FeedTarget feed, long from, long to, int sent) {
        if (heldByAnother || from != position) {
            return false;
        }
        position = to;
        failures = 0;
        return true;
    }

    @Override
    public int failed(FeedTarget feed, String trouble) {
        return ++failures;
    }

    @Override
    public boolean putAside(FeedTarget feed, long from, FedFact fact, String reason) {
        boolean gone = advance(feed, from, fact.position(), 0);
        if (gone) {
            aside.put(fact.position(), reason);
        }
        return gone;
    }

    @Override
    public List<Long> toResend(FeedTarget feed, int most) {
        return again.keySet().stream().limit(most).toList();
    }

    @Override
    public void resent(FeedTarget feed, long sent) {
        again.remove(sent);
    }

    @Override
    public void refusedAgain(FeedTarget feed, long refused, String reason) {
        again.remove(refused);
        aside.put(refused, reason);
    }

    @Override
    public void release(FeedTarget feed) {}

    @Override
    public void forgetAllBut(Set<Integer> feeds) {}
}
