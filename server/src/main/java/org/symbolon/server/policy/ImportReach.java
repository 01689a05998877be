package org.symbolon.server.policy;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.symbolon.command.user.KnownUser;
import org.symbolon.projections.token.CandidateRows;
import org.symbolon.server.http.ApiRequest;

/**
 * How far the right to import tokens reaches into what a file says: the realms that the request names were asked about
 * before anybody looked into it.
 */
public final class ImportReach {

    private final RightPolicies rights;
    private final RightTargets targets;
    private final CandidateRows tokens;

    ImportReach(RightPolicies rights, RightTargets targets, CandidateRows tokens) {
        this.rights = rights;
        this.targets = targets;
        this.tokens = tokens;
    }

    /**
     * Refuses an administrator who would give tokens to users, put them into realms or enrol some anew that his right does
     * not reach.
     *
     * @throws org.symbolon.server.http.ApiException 303 if there is one
     */
    public void require(
            ApiRequest request, Collection<String> serials, Collection<KnownUser> owners, Collection<String> realms) {
        rights.requireImport(request, any -> meant(serials, owners, realms));
    }

    /** Nothing at all where a file is empty. */
    private List<Subject> meant(Collection<String> serials, Collection<KnownUser> owners, Collection<String> realms) {
        Set<Subject> meant = new LinkedHashSet<>();
        tokens.taken(serials).forEach(serial -> targets.placesOf(serial).forEach(meant::add));
        owners.forEach(owner -> meant.add(place(owner)));
        realms.forEach(realm -> meant.add(new Subject.Place(realm, "")));
        return List.copyOf(meant);
    }

    /** A user is nowhere if his resolver is not in his realm. */
    private Subject place(KnownUser user) {
        return targets.isIn(user.realm(), user.resolver()) ? Subject.of(user) : Subject.NOWHERE;
    }
}
