package org.symbolon.server.http.login;

import java.util.Optional;
import org.symbolon.command.user.KnownUser;
import org.symbolon.server.http.ApiRequest;

/** The user whom a request is about, once somebody has looked for him; so that nobody looks twice. */
public final class FoundSubject {

    private KnownUser user;

    private FoundSubject() {}

    public static FoundSubject in(ApiRequest request) {
        return request.own(FoundSubject.class, FoundSubject::new);
    }

    public void is(KnownUser found) {
        user = found;
    }

    public Optional<KnownUser> user() {
        return Optional.ofNullable(user);
    }
}
