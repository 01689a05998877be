package org.symbolon.api.kernel;

import org.symbolon.events.shared.Caller;

/**
 * Finds out about whom a request is, once the caller is known and before the handler runs. For a
 * {@link Caller.RealmUser} on a {@link Access#USER} route it must overwrite the parameters user, realm and resolver
 * with the caller's own, and may replace the caller by one whose resolver is known.
 */
public interface RequestIdentity {

    void identify(ApiRequest request);
}
