package org.symbolon.policy.whatif;

import java.time.Instant;

/** The requests of the past, in their order. */
public interface PastRequests {

    /** Gets requests one after the other while they are being read. */
    interface Listener {

        /** Answers whether it wants more. */
        boolean hears(RecordedRequest request);

        /** Is told how much of the past has been read. */
        void at(long done, long all);
    }

    /** Every request that was answered in a period, its end not included. Answers whether the listener wanted them all. */
    boolean between(Instant from, Instant to, Listener listener);
}
