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
     * @param numbers how many requests there were of each action
     */
    record LeftOut(String client, Map<String, Long> numbers) {

        long number() {
            return numbers.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Whether a request is to have a row; where it is not, it is counted. */
    synchronized boolean admit(ApiRequest request) {
        if (request.notes().success() || !(request.caller() instanceof Caller.Anonymous)) {
            return true;
        }
        long now = nanoTime.getAsLong();
        String place = Network.neighbourhood(request.client());
        RowBudget own = ofPlaces.computeIfAbsent(place, fresh -> new RowBudget(mostOfOne, PER_SECOND_OF_ONE, now));
        if (own.hasOne(now) && ofAll.hasOne(now)) {
            own.take();
            ofAll.take();
            return true;
        }
        leaveOut(request);
        return false;
    }

    private void leaveOut(ApiRequest request) {
        leftOutInAll++;
        boolean named = leftOut.size() < MOST_PLACES_NAMED || leftOut.containsKey(request.client());
        leftOut.computeIfAbsent(named ? request.client() : ELSEWHERE, fresh -> new TreeMap<>())
                .merge(request.route().action(), 1L, Long::sum);
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
