package org.symbolon.server.policy;

import java.util.Collection;
import java.util.stream.Stream;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.user.KnownUser;

/**
 * How far the right to import tokens reaches into what a file says: the realms that the request names were asked about
 * before anybody looked into it.
 */
public final class ImportReach {

    private final RightPolicies rights;
    private final RightTargets targets;

    ImportReach(RightPolicies rights, RightTargets targets) {
        this.rights = rights;
        this.targets = targets;
    }

    /**
     * Refuses an administrator who would give tokens to users, put them into realms or enrol some anew that his right does
     * not reach.
     *
     * @throws org.symbolon.server.http.ApiException 303 if there is one
     */
    public void require(
            ApiRequest request, Collection<String> serials, Collection<KnownUser> owners, Collection<String> realms) {
        rights.requireImport(request, any -> Stream.of(
                        targets.placesOf(serials),
                        owners.stream().map(targets::user),
                        realms.stream().map(realm -> new Subject.Place(realm, "")))
                .flatMap(subjects -> subjects)
                .distinct()
                .<Subject>map(subject -> subject)
                .toList());
    }
}
