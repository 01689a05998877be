package org.symbolon.store.backup;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which tables of the store a backup holds: those that nothing else can make again. Read models are made of the events; what is left out
 * here is a cache, or says who is at work at the moment. A table that is in neither list fails a test, so that somebody decides about it.
 */
public final class StoreTables {

    /** Each before those that refer to it. */
    private static final List<String> KEPT = List.of(
            "master_key",
            "data_key",
            "signing_key",
            "domain_event",
            "event_correction",
            "snapshot_event",
            "stream_checkpoint",
            "token_entry",
            "idempotency_key",
            "bulk_operation",
            "bulk_token",
            "feed_progress",
            "feed_dead_letter");

    private static final Map<String, String> LEFT_OUT = Map.of(
            "effect_lease", "which node is busy with which effect",
            "untold_happening", "of seconds: what handlers are about to be told",
            "pin_digest", "a cache: PINs that are known again without their slow hash",
            "usercache", "a cache: what user stores have said",
            "login_failures", "of minutes: who has to pause after wrong log-ins");

    private StoreTables() {}

    public static List<String> kept() {
        return KEPT;
    }

    /** Those that are known, and left out on purpose. */
    public static Set<String> leftOut() {
        return new LinkedHashSet<>(LEFT_OUT.keySet());
    }
}
