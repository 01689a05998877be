package org.symbolon.api.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.Network;

/**
 * Bounds how much of the disk strangers can fill. Whatever comes to nothing and comes from nobody in particular has a row of
 * its own in the audit as long as there are not too many; of the rest it is known how many there were, of what and from where.
 */
public final class RowsOfStrangers {

    private static final double PER_SECOND_OF_ONE = 1;
    private static final int ADDRESSES = 20;
    private static final double PER_SECOND = 5;
    private static final int MOST_PLACES = 10_000;
    private static final int MOST_PLACES_NAMED = 100;
    private static final String ELSEWHERE = "";

    /** What the audit calls turns of event handlers by, and no request. */
    private static final String TURN = "-EVENT ";

    private final int mostOfOne;
    private final LongSupplier nanoTime;
    private final RowBudget ofAll;
    private final Map<String, RowBudget> ofPlaces = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RowBudget> eldest) {
            return size() > MOST_PLACES;
        }
    };
    private final Map<String, Map<String, Long>> leftOut = new LinkedHashMap<>();
    private long leftOutInAll;

    /**
     * None has come yet.
     *
     * @param mostOfOne how many rows an address gets at once; all together get twenty times as many
     */
    public RowsOfStrangers(int mostOfOne, LongSupplier nanoTime) {
        if (mostOfOne < 1) {
            throw new IllegalArgumentException("symbolon.rows-of-strangers must be a positive number");
        }
        this.mostOfOne = mostOfOne;
        this.nanoTime = nanoTime;
        this.ofAll = new RowBudget((double) ADDRESSES * mostOfOne, PER_SECOND, nanoTime.getAsLong());
    }

    /**
     * What had no row of its own.
     *
     * @param client from where it came, empty for many places that sent too little each to be named
     * @param numbers how many requests there were of each action, and how many turns of event handlers
     */
    record LeftOut(String client, Map<String, Long> numbers) {

        /** How many requests there were. */
        long number() {
            return numbers.entrySet().stream()
                    .filter(entry -> !entry.getKey().contains(TURN))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    /** Whether a request is to have a row; where it is not, it is counted. */
    boolean admit(ApiRequest request) {
        if (!isOfStranger(request) || admit(request, request.route().action())) {
            return true;
        }
        countLeftOut();
        return false;
    }

    /** Whether it has come to nothing, as far as is known, and nobody is logged in. */
    public static boolean isOfStranger(ApiRequest request) {
        return !request.notes().success() && request.caller() instanceof Caller.Anonymous;
    }

    private synchronized void countLeftOut() {
        leftOutInAll++;
    }

    /**
     * Whether something else that such a request causes may be kept, which takes as much as a row of its own; where it may not, it is
     * counted.
     *
     * @param action what it is counted as
     */
    public synchronized boolean admit(ApiRequest request, String action) {
        long now = nanoTime.getAsLong();
        String place = Network.neighbourhood(request.client());
        RowBudget own = ofPlaces.computeIfAbsent(place, fresh -> new RowBudget(mostOfOne, PER_SECOND_OF_ONE, now));
        if (own.hasOne(now) && ofAll.hasOne(now)) {
            own.take();
            ofAll.take();
            return true;
        }
        leaveOut(request.client(), action);
        return false;
    }

    private void leaveOut(String client, String action) {
        boolean named = leftOut.size() < MOST_PLACES_NAMED || leftOut.containsKey(client);
        leftOut.computeIfAbsent(named ? client : ELSEWHERE, fresh -> new TreeMap<>())
                .merge(action, 1L, Long::sum);
    }

    /** How many requests had no row since the server began. */
    public synchronized long leftOutInAll() {
        return leftOutInAll;
    }

    /** What has been left out since this was asked last. */
    synchronized List<LeftOut> takeLeftOut() {
        List<LeftOut> taken = new ArrayList<>();
        leftOut.forEach((client, numbers) -> taken.add(new LeftOut(client, numbers)));
        leftOut.clear();
        return taken;
    }
}
