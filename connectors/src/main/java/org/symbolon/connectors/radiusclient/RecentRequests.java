package org.symbolon.connectors.radiusclient;

import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Knows requests again that are sent again because their answer is late or was lost (RFC 5080, 2.2.2): nobody logs in twice, and no
 * value is used up, because a packet got lost. Each is known from its arrival until some time after its answer.
 */
final class RecentRequests {

    private static final byte[] NONE_YET = {};

    private final Set<String> atWork = new HashSet<>();
    private final Map<String, Answered> answered = new LinkedHashMap<>();
    private final long nanosKept;
    private final int most;
    private final LongSupplier nanoTime;

    private static final class Answered {

        private final byte[] packet;
        private final long end;

        private Answered(byte[] packet, long end) {
            this.packet = packet;
            this.end = end;
        }
    }

    RecentRequests(Duration kept, int most, LongSupplier nanoTime) {
        this.nanosKept = kept.toNanos();
        this.most = most;
        this.nanoTime = nanoTime;
    }

    /** Empty for a request that is new, and at work from now on; else its answer, of no length while there is none. */
    synchronized Optional<byte[]> begin(String request) {
        forgetOld();
        Answered before = answered.get(request);
        if (before != null) {
            return Optional.of(before.packet);
        }
        return atWork.add(request) ? Optional.empty() : Optional.of(NONE_YET);
    }

    synchronized void answered(String request, byte[] packet) {
        atWork.remove(request);
        answered.put(request, new Answered(packet, nanoTime.getAsLong() + nanosKept));
        if (answered.size() > most) {
            Iterator<String> eldest = answered.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }

    /** It was not decided, and is new when it comes again. */
    synchronized void forget(String request) {
        atWork.remove(request);
    }

    synchronized int size() {
        return atWork.size() + answered.size();
    }

    /** They were answered in this order. */
    private void forgetOld() {
        long now = nanoTime.getAsLong();
        Iterator<Answered> eldest = answered.values().iterator();
        while (eldest.hasNext() && eldest.next().end - now < 0) {
            eldest.remove();
        }
    }
}
