package org.symbolon.store.user;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.symbolon.events.resolver.ResolverEvent;

/**
 * Forgets whom a resolver knew when it is saved or deleted. The cache is no read model, so this is never part of a
 * rebuild.
 */
@ProcessingGroup("usercache")
@Component
public class UserCacheClearing {

    private final JdbcUserCache cache;

    public UserCacheClearing(JdbcUserCache cache) {
        this.cache = cache;
    }

    @EventHandler
    void on(ResolverEvent event) {
        cache.forget(event.name());
    }
}
