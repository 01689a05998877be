package org.symbolon.command.shared;

import com.github.benmanes.caffeine.cache.Caffeine;

/** Begins caches that log-ins use. */
public final class Caches {

    private Caches() {}

    /** What is due is forgotten on the thread that uses the cache: to wake another for it costs more. */
    public static Caffeine<Object, Object> newBuilder() {
        return Caffeine.newBuilder().executor(Runnable::run);
    }
}
